import { ProblemError } from '@s360-widgets/contract/problem';
import type { Clock, Storage, TabChannel } from './outside.js';

/** The browser's clock, set right by what the relay tells. */
export function browserClock(): Clock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    correct(instant) {
      const told = Date.parse(instant);
      if (Number.isFinite(told)) offset = told - Date.now();
    },
    after(milliseconds, callback) {
      const timer = setTimeout(() => void callback(), milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/**
 * What this device keeps for a shop; its code comes with the first use, which a page of events never makes.
 * @param name one shop's own; the relay's address will do
 */
export function browserStorage(name: string, clock: Clock): Storage {
  let opened: Promise<Storage> | undefined;
  const storage = () => {
    opened ??= import('./browser-storage.js').then(
      ({ openStorage }) => openStorage(name, clock),
      (cause: unknown) => {
        opened = undefined;
        throw new ProblemError('relay-unreachable', {}, { cause });
      },
    );
    return opened;
  };
  return {
    get: async (key) => (await storage()).get(key),
    update: async (key, change) => (await storage()).update(key, change),
    watch: (listener) =>
      void storage().then(
        (opened) => opened.watch?.(listener),
        () => {},
      ),
  };
}

/** A BroadcastChannel; silence where there is none. */
export function browserTabs(name: string): TabChannel {
  const channel = attempt(() => new BroadcastChannel(`s360-${name}`));
  return {
    post: (message) => attempt(() => channel?.postMessage(message)),
    listen: (listener) => channel?.addEventListener('message', (event) => listener(event.data)),
  };
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
