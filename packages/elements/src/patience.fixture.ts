import { waitUntil as libraryWaitUntil } from '@open-wc/testing';

/** As the library's, with the patience that a busy machine needs: a wait that is over costs nothing. */
export const waitUntil = (predicate: () => unknown, message?: string): Promise<void> =>
  libraryWaitUntil(predicate, message, { timeout: 20_000 });
