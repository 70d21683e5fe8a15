import { Router } from 'express';
import { isPosterStyle, poster } from '../season/posters.js';

/** The season's pictures: `/media/posters/{seed}-{style}.svg`. The name says all about the drawing, so it never changes. */
export function mediaRoutes(): Router {
  const router = Router();
  router.get('/media/posters/:name', (request, response) => {
    const match = /^(\d{1,9})-([a-z]+)\.svg$/.exec(request.params.name);
    const style = match?.[2] ?? '';
    if (!match || !isPosterStyle(style)) {
      response.status(404).type('text/plain').send('No such picture.');
      return;
    }
    response.set({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'",
    });
    response.type('image/svg+xml').send(poster({ seed: Number(match[1]), style }));
  });
  return router;
}
