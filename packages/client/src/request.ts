import type { AnySample } from './shape.js';

/**
 * The headers by which who sends a request shows a key, and who has signed in a session as well.
 * @param path below the relay's address, without its query
 */
export type Sign = (method: string, path: string) => Promise<Record<string, string>>;

/** What a caller gives, of whatever endpoint. */
export interface AnyParts {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
  token?: string;
  key?: string;
  sign?: Sign;
  signal?: AbortSignal;
  /** In which all must be over. */
  timeoutSeconds: number;
}

/** A call, ready to be sent. */
export interface Prepared {
  /** Below the relay's address, with its query. */
  readonly path: string;
  readonly init: RequestInit;
  /** What the reply must have. */
  readonly sample: AnySample;
  /** Made for the asker, which takes its time. Otherwise it is at hand, and begins to come soon. */
  readonly isMade?: boolean;
  /** Reads a reply that is no JSON. */
  readonly read?: ((response: Response) => Promise<unknown>) | undefined;
}

/** No cookies, ever: third parties' are blocked, and the token says all. */
export const plainRequest: RequestInit = { credentials: 'omit', headers: { accept: 'application/json' } };
