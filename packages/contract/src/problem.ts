/**
 * The one error shape of the wire (RFC 9457 problem details) and of the code. No zod here: browsers load this file.
 */

import type { ProblemCode } from './problem-status.js';

export type { ProblemCode };

/** Facts beside the code, each only where it helps. */
export interface ProblemDetails {
  /** With `request-invalid`: where, and what is expected. */
  fields?: { path: string; reason: string }[];
  /** With `seats-taken`. */
  seatIds?: string[];
  /** With `tariff-needs-companion`: the tariffs that lack one. */
  tariffIds?: string[];
  /** With `too-many-tickets`. */
  limit?: number;
  /** With `proof-nonce-needed`: what the next proof is to be made with. */
  proofNonce?: string;
  /** With `too-many-requests`, `request-in-progress` and `box-office-busy`. */
  retryAfterSeconds?: number;
  /** With `relay-unreachable`, which the client alone makes. */
  failure?: CallFailure;
}

/**
 * Why there is no reply: the browser could not or would not send the request; nothing came back in time; what came back is not a
 * relay's; it is a relay's, of another shape than this kit reads. The error's message says more, for developers.
 */
export type CallFailure = 'network' | 'time-limit' | 'not-a-relay' | 'other-shape';

/** `application/problem+json`. */
export interface Problem extends ProblemDetails {
  /** `urn:s360-widgets:problem:<code>`. */
  type: string;
  /** The code in words, in English, for developers. Visitors get the locale's words. */
  title: string;
  status: number;
  code: ProblemCode;
  requestId?: string;
}

export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  /** As the relay's log knows the request; set on what came over the wire. */
  readonly requestId: string | undefined;

  /** @param options.cause what went wrong underneath; logged, never sent */
  constructor(
    code: ProblemCode,
    details: ProblemDetails = {},
    options: { requestId?: string; cause?: unknown; message?: string } = {},
  ) {
    super(options.message ?? code, { cause: options.cause });
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
    this.requestId = options.requestId;
  }
}
