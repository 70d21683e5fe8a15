import type { Clock } from './outside.js';

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
