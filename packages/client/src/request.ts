import type { Endpoint } from '@s360-widgets/contract/endpoints.programme';
import type { AnySample } from './shape.js';

/** What a caller gives, of whatever endpoint. */
export interface AnyParts {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
  token?: string;
  signal?: AbortSignal;
}

/** A call, ready to be sent. */
export interface Prepared {
  readonly endpoint: Endpoint;
  readonly init: RequestInit;
  readonly sample: AnySample;
}

export const plainHeaders = { accept: 'application/json, application/pdf' };

/** No cookies, ever: third parties' are blocked, and the token says all. */
export const plainRequest: RequestInit = { method: 'GET', credentials: 'omit', headers: plainHeaders };
