/**
 * The one error shape of the wire (RFC 9457 problem details) and of the code. No zod here: browsers load this file.
 */

/** Every code with its HTTP status. Closed: a new code gets its words in each locale before it is used. */
export const problemStatus = {
  'request-invalid': 400,
  'cart-token-invalid': 401,
  'origin-refused': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'body-too-large': 413,
  'media-type-unsupported': 415,
  'too-many-requests': 429,
  'cart-ended': 410,
  'cart-closed': 409,
  'cart-empty': 409,
  'payment-in-progress': 409,
  'seats-taken': 409,
  'not-enough-seats': 409,
  'not-on-sale': 409,
  'tariff-needs-companion': 409,
  'too-many-tickets': 409,
  'contact-missing': 409,
  'contact-refused': 422,
  'address-missing': 422,
  'shipment-missing': 409,
  'shipment-mode-refused': 409,
  'total-changed': 409,
  'payment-refused': 402,
  'tickets-not-ready': 409,
  'box-office-busy': 503,
  'box-office-down': 502,
  'box-office-timeout': 504,
  'box-office-refused': 502,
  internal: 500,
  /** Never sent: the browser could not reach the relay, or what answered was not the relay. */
  'relay-unreachable': 0,
} as const;

export type ProblemCode = keyof typeof problemStatus;

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
  /** With `too-many-requests` and `box-office-busy`. */
  retryAfterSeconds?: number;
}

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

  get status(): number {
    return problemStatus[this.code];
  }

  toProblem(requestId = this.requestId): Problem {
    return {
      type: `urn:s360-widgets:problem:${this.code}`,
      title: this.code.replaceAll('-', ' '),
      status: this.status,
      code: this.code,
      ...(requestId ? { requestId } : {}),
      ...this.details,
    };
  }
}

/** Whether a code is one of ours, for what comes from outside. */
export function isProblemCode(code: unknown): code is ProblemCode {
  return typeof code === 'string' && Object.hasOwn(problemStatus, code);
}
