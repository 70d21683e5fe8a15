import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { RequestHandler } from 'express';
import { PreparedAnswer } from './answer.js';
import type { FormerBuilds } from './embed.builds.js';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A chunk stands in a folder that is named by the content of its build, and so never changes. */
const isChunk = /^chunks\/[0-9a-f]{8}\//;

/**
 * Serves the built kit to pages of any origin: `s360.js` for five minutes, chunks for ever.
 * Files are compressed on first use and read again when their content has changed. Paths are plain names below the folder.
 * @param former where chunks are found that the folder has no more
 */
export function serveEmbed(folder: string, former?: FormerBuilds): RequestHandler {
  const fromFolder = (path: string) => readFile(join(folder, path)).catch(() => undefined);
  const answers = new Map<string, { hash: string; answer: PreparedAnswer }>();
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return next(new ProblemError('method-not-allowed'));
    response.locals.endpoint = 'embed';
    const path = request.path.slice(1);
    const type = types[extname(path)];
    const isFile = type && isPlain(path);
    const chunk = async () => (isChunk.test(path) ? former?.read(path) : undefined);
    const content = isFile ? ((await fromFolder(path)) ?? (await chunk())) : undefined;
    if (!type || !content) return next(new ProblemError('not-found'));
    const hash = createHash('sha256').update(content).digest('hex');
    let known = answers.get(path);
    if (known?.hash !== hash) {
      const cacheControl = isChunk.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=300';
      known = { hash, answer: await PreparedAnswer.of(content, { type, cacheControl, quality: 11 }) };
      answers.set(path, known);
      // A new script is a new build.
      if (path === 's360.js') void former?.keep();
    }
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    known.answer.send(request, response);
  };
}

/** No way out of the folder, no hidden files. */
function isPlain(path: string): boolean {
  return (
    !path.includes('\0') && normalize(path) === path && !path.split(sep).some((name) => name.startsWith('.'))
  );
}
