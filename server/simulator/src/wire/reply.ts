import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);
/** Characters. */
const WORTH_COMPRESSING = 1024;

/** Sends a text, gzip-compressed when the client accepts it and it is long enough to be worth it. */
export async function reply(
  request: Request,
  response: Response,
  status: number,
  type: string,
  text: string,
) {
  response.status(status).set('Content-Type', `${type}; charset=utf-8`).set('Vary', 'Accept-Encoding');
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (text.length < WORTH_COMPRESSING || !/\bgzip\b/.test(accepted)) {
    response.send(Buffer.from(text));
    return;
  }
  const body = await compress(text, { level: constants.Z_BEST_SPEED });
  response.set('Content-Encoding', 'gzip').send(body);
}
