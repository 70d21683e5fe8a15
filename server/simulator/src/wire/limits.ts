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
 * What the limit of a method is counted for. As the documentation reads it is the method; GUESS: `thing`, what the call asks
 * about, so that two visitors can look at two performances (decision record 1).
 */
export const spacings = ['thing', 'method'] as const;
export type Spacing = (typeof spacings)[number];

/** Documented: the catalog once in ten minutes, availability at most once a minute. */
const METHOD_LIMITS: Record<string, MethodLimit> = {
  getCatalog: { windowMs: 10 * MINUTE, subject: (args) => [args.seasonCode, args.productCode] },
  getCatalogDetailed: {
    windowMs: 10 * MINUTE,
    subject: (args) => [args.seasonCode, args.productCode, args.scope],
  },
  getAvailableThemeAndLanguage: { windowMs: MINUTE, subject: (args) => args.passId },
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

export interface LimitSettings {
  /** Calls that the institution may make. Documented: 180. */
  callsPerMinute?: number;
  /** By default `thing`. */
  spacing?: Spacing;
}

/** On from the start. Calls are counted while off as well, so that switching on counts what went before. */
export function createLimits(
  clock: Clock,
  { callsPerMinute = CALLS_PER_MINUTE, spacing = 'thing' }: LimitSettings = {},
): Limits {
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
      if (isRefused) throw overLimit(`more than ${callsPerMinute} calls a minute`);
      calls.push(now);
    },
    countMethod(method, args) {
      const limit = METHOD_LIMITS[method];
      if (!limit) return;
      const key = spacing === 'method' ? method : subjectOf(method, limit, args);
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

const subjectOf = (method: string, { subject }: MethodLimit, args: Args): string =>
  `${method} ${JSON.stringify(subject(args) ?? null)}`;

function overLimit(message: string): HttpFailure {
  return new HttpFailure(BANDWIDTH_LIMIT_EXCEEDED, message);
}

function sorted(ids: unknown): unknown {
  return Array.isArray(ids) ? [...(ids as string[])].sort() : ids;
}
