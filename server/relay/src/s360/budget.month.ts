/** The calls of a month. GUESS: the vendor counts by the calendar's months, in UTC. */

/** The most that refreshes are kept apart: a shop goes on showing what is left. */
export const longestPaceMs = 3_600_000;
/** Refreshes are slowed down where less is left than this part of what a month of even days would have left. */
const leastLeft = 0.75;

export interface Month {
  /** Calls made since it began. */
  readonly used: number;
  /** 0 = as many as are needed. */
  readonly perMonth: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The day of an instant, `2026-12-05`; and its month, `2026-12`. */
export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);
export const monthOf = (now: number): string => dayOf(now).slice(0, 7);

/**
 * How far apart refreshes are kept, in milliseconds: what is left of the month's calls, evenly over what is left of the month; 0 while
 * there is enough of them. A month that is used up has them once an hour all the same.
 */
export function paceOf({ used, perMonth, now }: Month): number {
  if (perMonth === 0) return 0;
  const { beginsAt, endsAt } = boundsOf(now);
  const [left, leftMs] = [perMonth - used, endsAt - now];
  const evenlyLeft = (perMonth * leftMs) / (endsAt - beginsAt);
  if (left >= evenlyLeft * leastLeft) return 0;
  return left <= 0 ? longestPaceMs : Math.min(longestPaceMs, Math.ceil(leftMs / left));
}

function boundsOf(now: number): { beginsAt: number; endsAt: number } {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { beginsAt: Date.UTC(year, month), endsAt: Date.UTC(year, month + 1) };
}
