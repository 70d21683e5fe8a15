import type { Problem, ProblemError } from './problem.js';
import { problemStatus } from './problem-status.js';

/** An error as it goes over the wire. For the relay; browsers don't load this file. */
export function toProblem({ code, details, requestId }: ProblemError, ofRequest = requestId): Problem {
  return {
    type: `urn:s360-widgets:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status: problemStatus[code],
    code,
    ...(ofRequest ? { requestId: ofRequest } : {}),
    ...details,
  };
}
