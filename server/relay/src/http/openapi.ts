import { openApi } from '@s360-widgets/contract';
import type { RequestHandler } from 'express';
import { PreparedAnswer } from './answer.js';

/** The description of the API, for whoever writes a client of it: the same for everyone, so pages of any origin may read it. */
export function serveOpenApi(): RequestHandler {
  let prepared: Promise<PreparedAnswer> | undefined;
  return async (request, response) => {
    response.locals.endpoint = 'openapi';
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    prepared ??= PreparedAnswer.of(JSON.stringify(openApi()), { cacheControl: 'public, max-age=300' });
    (await prepared).send(request, response);
  };
}
