import { problemStatus, toProblem } from '@s360-widgets/contract';
import { type ProblemCode, ProblemError } from '@s360-widgets/contract/problem';
import type { ErrorRequestHandler, Response } from 'express';
import { isAway } from '../state/index.js';
import type { Logger } from './log.js';
import { senderOf } from './sender.js';
import type { Visitors } from './visitors.js';

/** Ends a request with a problem (RFC 9457). Nothing of the relay's insides is in it. */
function sendProblem(response: Response, problem: ProblemError): void {
  const { retryAfterSeconds } = problem.details;
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  response
    .status(problemStatus[problem.code])
    .set('Cache-Control', 'no-store')
    .type('application/problem+json');
  response.send(JSON.stringify(toProblem(problem, response.locals.requestId as string)));
}

/** A database that is started again is back by then, more often than not. */
const awaySeconds = 5;

/** What is wrong with the request's form alone. */
const malformed: readonly ProblemCode[] = ['request-invalid', 'body-too-large', 'media-type-unsupported'];

/**
 * The last handler of the app: every error becomes a problem; what nobody foresaw is logged and called `internal`. A malformed
 * request counts against its sender.
 */
export const problemHandler =
  (visitors: Visitors): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const problem = toProblemError(error);
    const log = response.locals.log as Logger | undefined;
    response.locals.problem = problem.code;
    if (problem.code === 'internal') log?.error({ err: problem.cause }, 'unforeseen error');
    if (isAway(problem.cause)) log?.error({ err: problem.cause }, 'the database does not answer');
    if (malformed.includes(problem.code)) visitors.countMalformed(senderOf(request));
    if (response.headersSent) next(error);
    else sendProblem(response, problem);
  };

/** Errors of Express and its body parser carry a `type` or a status; only those are looked at, never their text. */
function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isAway(error))
    return new ProblemError('box-office-busy', { retryAfterSeconds: awaySeconds }, { cause: error });
  const { type, status } =
    typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  if (type === 'entity.too.large') return new ProblemError('body-too-large');
  if (type === 'entity.parse.failed' || type === 'request.size.invalid' || type === 'entity.verify.failed') {
    return new ProblemError('request-invalid', {
      fields: [{ path: 'body', reason: 'not a JSON object or array' }],
    });
  }
  if (status === 415) return new ProblemError('media-type-unsupported');
  // A path that can't be decoded, or a body that was cut off.
  if (status === 400)
    return new ProblemError('request-invalid', { fields: [{ path: 'request', reason: 'malformed' }] });
  return new ProblemError('internal', {}, { cause: error });
}
