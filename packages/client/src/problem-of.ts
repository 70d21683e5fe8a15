import { type Problem, ProblemError } from '@s360-widgets/contract/problem';
import { notARelay } from './unreachable.js';

/** The problem that a relay's answer tells of, be its code one that only a newer relay knows. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  if (!problem?.code || problem.type !== `urn:s360-widgets:problem:${problem.code}`)
    throw notARelay(response);
  const { code, requestId, fields, seatIds, tariffIds, limit, proofNonce, retryAfterSeconds } = problem;
  const details = { fields, seatIds, tariffIds, limit, proofNonce, retryAfterSeconds };
  return new ProblemError(code, details, { requestId });
}
