import type { ProblemError } from '@s360-widgets/contract/problem';

/** Anything that comes from the relay. While it loads again, or failed to, the last good value stays beside the status. */
export type Remote<T> =
  | { readonly status: 'idle'; readonly value?: undefined }
  | { readonly status: 'loading'; readonly value?: T }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly value?: T; readonly problem: ProblemError };

export const idle: Remote<never> = Object.freeze({ status: 'idle' });

export const loading = <T>(previous?: Remote<T>): Remote<T> => ({
  status: 'loading',
  value: previous?.value,
});

export const ready = <T>(value: T): Remote<T> => ({ status: 'ready', value });

export const failed = <T>(problem: ProblemError, previous?: Remote<T>): Remote<T> => ({
  status: 'failed',
  problem,
  value: previous?.value,
});
