/** An error as it goes over the wire. For the relay and for tests; browsers don't load this file. */
import * as z from 'zod';
import { id } from './ids.js';
import type { Problem, ProblemCode, ProblemError } from './problem.js';
import { problemStatus } from './problem-status.js';

type WireCode = Exclude<ProblemCode, 'relay-unreachable'>;

const isOnWire = (code: string): code is WireCode => problemStatus[code as ProblemCode] > 0;

/** Every code that a relay sends. */
export const wireCodes: readonly WireCode[] = Object.keys(problemStatus).filter(isOnWire);

/** What stands in every error of the relay, whose HTTP status is that of its code. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(wireCodes),
  requestId: z.string().optional(),
  fields: z.array(z.strictObject({ path: z.string(), reason: z.string() })).optional(),
  seatIds: z.array(id).optional(),
  tariffIds: z.array(id).optional(),
  limit: z.int().optional(),
  proofNonce: z.string().optional(),
  retryAfterSeconds: z.int().optional(),
}) satisfies z.ZodType<Problem>;

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
