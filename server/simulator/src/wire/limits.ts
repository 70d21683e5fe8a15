import type { Clock } from '../clock.js';
import { type CallTotals, createCallTally } from './call-tally.js';
import { HttpFailure } from './http-failure.js';

const MINUTE = 60_000;
/** The newer of the two documented numbers. */
const CALLS_PER_MINUTE = 180;

/** What S-360 does over the limit today; 429 is announced. */
const BANDWIDTH_LIMIT_EXCEEDED = 509;

type Args = Record<string, unknown>;

/** How often a method may be called, and what counts as the same call again. */
interface MethodLimit {
  windowMs: number;
  subject(args: Args): unknown;
}

/**
 * Documented: the catalog once in ten minutes, availability at most once a minute. GUESS: the availability limit is
 * counted for the thing asked for, so that two visitors can look at two performances (decision record 1).
 */
const METHOD_LIMITS: Record<string, MethodLimit> = {
  getCatalogDetailed: {
    windowMs: 10 * MINUTE,
    subject: (args) => [args.seasonCode, args.productCode, args.scope],
  },
  getEventAvailability: { windowMs: MINUTE, subject: (args) => sorted(args.performanceIds) },
  getPerformanceAvailability: { windowMs: MINUTE, subject: (args) => sorted(args.performanceIds) },
  getProductAvailability: { windowMs: MINUTE, subject: (args) => sorted(args.productIds) },
  getSeatsAvailability: { windowMs: MINUTE, subject: (args) => args.performanceId },
  getUpdatedAvailabilities: { windowMs: MINUTE, subject: () => 'all' },
};

export interface Limits {
  /** Counts a call against those that the institution may make in a minute. Throws a 509. */
  countCall(): void;
  /** Counts a call against its method's own limit. Throws a 509. */
  countMethod(method: string, args: Args): void;
  setOn(on: boolean): void;
  /** What was asked since the start or the last reset, whether the limits were on or off. */
  totals(): CallTotals;
  reset(): void;
}

/** On from the start. Calls are counted while off as well, so that switching on counts what went before. */
export function createLimits(clock: Clock, callsPerMinute = CALLS_PER_MINUTE): Limits {
  let on = true;
  let calls: number[] = [];
  const lastCalls = new Map<string, number>();
  const tally = createCallTally(callsPerMinute);

  return {
    countCall() {
      const now = clock.now();
      calls = calls.filter((at) => at > now - MINUTE);
      const isRefused = on && calls.length >= callsPerMinute;
      tally.add(now, calls.length + 1, isRefused);
      if (isRefused) {
        throw overLimit(`more than ${callsPerMinute} calls a minute`);
      }
      calls.push(now);
    },
    countMethod(method, args) {
      const limit = METHOD_LIMITS[method];
      if (!limit) return;
      const key = `${method} ${JSON.stringify(limit.subject(args) ?? null)}`;
      const last = lastCalls.get(key);
      if (on && last !== undefined && clock.now() - last < limit.windowMs) {
        throw overLimit(`${method}: called again within ${limit.windowMs / 1000} s`);
      }
      lastCalls.set(key, clock.now());
    },
    totals: () => tally.totals(),
    setOn(value) {
      on = value;
    },
    reset() {
      on = true;
      calls = [];
      lastCalls.clear();
      tally.reset();
    },
  };
}

function overLimit(message: string): HttpFailure {
  return new HttpFailure(BANDWIDTH_LIMIT_EXCEEDED, message);
}

function sorted(ids: unknown): unknown {
  return Array.isArray(ids) ? [...(ids as string[])].sort() : ids;
}
