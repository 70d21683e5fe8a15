import { ProblemError } from '@s360-widgets/contract/problem';
import type { Request } from 'express';

/** What a request shows of who sends it (RFC 9449). Only its form was looked at: `sign-in/` tells what it is worth. */
export interface Shown {
  readonly proof: string;
  /** What the proof must be about: the method, and the path below the relay's public address. */
  readonly method: string;
  readonly path: string;
}

/** The same with the access token that the proof goes with. */
export interface ShownSession extends Shown {
  readonly accessToken: string;
}

/** Far above any real one: its key and its claims are known. */
const longestProof = 3_000;
/** One compact signature: two headers arrive as one with a comma, and are none. */
const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const bound = /^DPoP ([A-Za-z0-9._-]{16,1024})$/i;

/** @throws ProblemError `proof-invalid` where there is none, `request-invalid` of one that is longer than any can be */
export function shownBy(request: Request): Shown {
  const proof = request.get('dpop') ?? '';
  if (proof.length > longestProof)
    throw new ProblemError('request-invalid', { fields: [{ path: 'headers.dpop', reason: 'too long' }] });
  if (!compact.test(proof)) throw new ProblemError('proof-invalid');
  return { proof, method: request.method, path: request.path };
}

/** @throws ProblemError `session-token-invalid` without an access token: a bearer's is none */
export function shownSessionBy(request: Request): ShownSession {
  const accessToken = bound.exec(request.get('authorization') ?? '')?.[1];
  if (!accessToken) throw new ProblemError('session-token-invalid');
  return { ...shownBy(request), accessToken };
}
