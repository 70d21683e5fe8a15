import type { Outside } from '@s360-widgets/elements';
import type { Clock, Storage, TabChannel } from '@s360-widgets/store';
import { type Answers, fakeClient } from './client.js';

/** The moment at which all stories play: a Friday morning. */
export const storyNow = '2026-11-27T10:00:00+01:00';

/** A clock that stands still, so that a story looks the same each time. */
export const stillClock = (at: string = storyNow): Clock => ({
  now: () => Date.parse(at),
  correct() {},
  after: () => () => {},
});

/** Time stands still, but what is due in more than a minute, such as the end of a hold, is due at once. */
export const hastyClock = (): Clock => ({
  ...stillClock(),
  after(milliseconds, callback) {
    if (milliseconds > 60_000) setTimeout(() => void callback());
    return () => {};
  },
});

/** Storage in memory, as if this had been kept from an earlier visit. */
export function memoryStorage(kept: Record<string, unknown> = {}): Storage {
  const values = new Map(Object.entries(kept));
  return {
    get: async <T>(key: string) => values.get(key) as T | undefined,
    update: async <T>(key: string, change: (old: T | undefined) => T | undefined) => {
      const value = change(values.get(key) as T | undefined);
      if (value === undefined) values.delete(key);
      else values.set(key, value);
    },
  };
}

/** One tab alone. */
export const noTabs: TabChannel = { post() {}, listen() {} };

/**
 * All that a shop needs from outside, for `<s360-shop .outside=${outside({ … })}>`.
 * @param kept what the storage holds, such as `{ 'cart-token': 'token' }` for a visitor with a cart
 */
export const outside = (
  answers: Answers,
  kept: Record<string, unknown> = {},
  clock = stillClock(),
): Outside => ({
  client: fakeClient(answers),
  clock,
  device: async () => ({ storage: memoryStorage(kept), tabs: noTabs }),
});
