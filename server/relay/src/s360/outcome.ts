import { ProblemError } from '@s360-widgets/contract/problem';
import { ItemFailure } from './answer-builder.js';
import { attestedOutcomes, type Outcomes } from './outcomes.js';
import type { WireObject } from './shape.js';
import type { Fault } from './xml-reader.js';

/**
 * Why S-360 did not do what was asked; the `cause` of the ProblemError that a call throws. For logs, and for adapters
 * that must tell two refusals apart. Its text may hold personal data: log the code, not the detail.
 */
export class S360Refusal extends Error {
  constructor(
    /** S-360's status code, fault code, or `http <status>`. */
    readonly statusCode: string,
    readonly detail: string,
  ) {
    super(statusCode);
    this.name = 'S360Refusal';
  }
}

/** S-360's own status code behind a problem, if it was a refusal of S-360. */
export function refusalCode(error: unknown): string | undefined {
  const cause = error instanceof ProblemError ? error.cause : undefined;
  return cause instanceof S360Refusal ? cause.statusCode : undefined;
}

/**
 * A foreseen "no" of S-360, as opposed to a call that failed: its code has a meaning, or (GUESS) begins with `error.`.
 */
export function isRefusal(error: unknown): error is ProblemError {
  const code = refusalCode(error);
  if (!(error instanceof ProblemError) || code === undefined) return false;
  return code.startsWith('error.') || !error.code.startsWith('box-office-');
}

/**
 * A write that failed without a "no" of S-360: its answer was lost, cut off or not to be read, or lost on us by a mistake of
 * ours, and nobody knows whether it had its effect. A call that S-360 had no room for surely had none.
 */
export const isUnclear = (error: unknown): boolean =>
  !(error instanceof ProblemError) || (unclearCodes.includes(error.code) && !isRefusal(error));

const unclearCodes: readonly string[] = ['box-office-timeout', 'box-office-down', 'box-office-refused'];

/** Ids and fields that a foreseen "no" is about; undefined where the error is none. GUESS: its text names them as the call did. */
export function namedByRefusal(error: unknown): ReadonlySet<string> | undefined {
  if (!isRefusal(error) || !(error.cause instanceof S360Refusal)) return undefined;
  const { detail } = error.cause;
  return new Set([...(detail.match(/[A-Za-z0-9]+/g) ?? []), ...(detail.match(/[0-9]+/g) ?? [])]);
}

/** True while S-360 is still working on a call. */
export const isInProgress = (result: WireObject): boolean => result.statusCode === 'in_progress';

/**
 * The problem that a result states; undefined when it states success.
 * @param outcomes what the institution's codes mean
 */
export function problemOfResult(
  result: WireObject,
  outcomes: Outcomes = attestedOutcomes,
): ProblemError | undefined {
  const statusCode = typeof result.statusCode === 'string' ? result.statusCode : '';
  if (statusCode === 'success') return undefined;
  const text = result.statusDetail ?? result.statusMessage;
  const cause = new S360Refusal(statusCode || 'no status', typeof text === 'string' ? text : '');
  const meaning = Object.hasOwn(outcomes, statusCode) ? outcomes[statusCode] : undefined;
  return new ProblemError(meaning ?? 'box-office-refused', {}, { cause, message: statusCode });
}

/** The problem of a SOAP fault: wrong credentials, a call that S-360 could not read, or its own crash. */
export function problemOfFault(fault: Fault): ProblemError {
  return new ProblemError('box-office-refused', {}, { cause: new S360Refusal(fault.code, fault.text) });
}

/** The problem of an HTTP status; 509 and 429 mean that the institution's calls are used up. */
export function problemOfStatus(status: number): ProblemError {
  const cause = new S360Refusal(`http ${status}`, '');
  if (isOverLimit(status)) return new ProblemError('box-office-busy', { retryAfterSeconds: 10 }, { cause });
  if (status === 503 || status === 502 || status === 504)
    return new ProblemError('box-office-down', {}, { cause });
  return new ProblemError('box-office-refused', {}, { cause });
}

export const isOverLimit = (status: number): boolean => status === 509 || status === 429;

/** The exchange itself failed: no connection, one that was cut off, a certificate. `cause` is what `fetch` said. */
export class ConnectionFailure extends Error {
  constructor(cause: unknown) {
    super('the connection to S-360 failed', { cause });
    this.name = 'ConnectionFailure';
  }
}

/** A bug: nothing that S-360 or the network can do makes these. */
const isOurs = (error: unknown): boolean => error instanceof TypeError || error instanceof ReferenceError;

/**
 * The problem behind what an exchange threw: S-360's or the network's trouble. An abort by the caller is passed on as it is, and
 * so is a mistake of ours: nobody must be told that the box office is down because of it.
 */
export function problemOfError(error: unknown, signal?: AbortSignal): unknown {
  if (error instanceof ProblemError || signal?.aborted) return error;
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new ProblemError('box-office-timeout', {}, { cause: error });
  }
  if (error instanceof ConnectionFailure)
    return new ProblemError('box-office-down', {}, { cause: error.cause });
  if (error instanceof ItemFailure) return error.cause;
  // What is left is an answer that could not be read.
  return isOurs(error) ? error : new ProblemError('box-office-refused', {}, { cause: error });
}

/** True if the request surely never reached S-360: the address or the connection was refused. */
export function neverArrived(error: unknown): boolean {
  const cause =
    error instanceof ProblemError && error.cause instanceof TypeError ? error.cause.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}

/** What went wrong underneath in a word, such as `CERT_HAS_EXPIRED`; never its text, which may quote an answer. */
export function causeOf(error: unknown): string | undefined {
  const cause = error instanceof ProblemError ? error.cause : error;
  if (!(cause instanceof Error)) return undefined;
  const inner = causeOf(cause.cause);
  return inner ?? ('code' in cause ? String(cause.code) : cause.name);
}

/** True if a read may be tried again at once: the trouble may be over, and S-360 did not ask us to slow down. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof ProblemError && (error.code === 'box-office-down' || error.code === 'box-office-timeout')
  );
}
