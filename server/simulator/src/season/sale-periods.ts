import type { Calendar } from './calendar.js';
import { deriveSeed } from './random.js';
import type { Standing } from './programme/standing.js';
import type { SalePeriod } from './season.types.js';
import { tariffIds } from './tariffs.js';

/** Sales of the season opened two months ago. */
const openedDay = -60;

const hourMs = 3_600_000;

/** The n-th Monday after today, n from 1. */
function monday(calendar: Calendar, n: number): number {
  let day = 1;
  while (calendar.weekday(day) !== 1) day += 1;
  return day + 7 * (n - 1);
}

/**
 * Sales to everybody, from the opening until an hour before the start unless the standing says otherwise. `day` counts
 * from today, `start` is the performance's; what is not on sale yet opens on a Monday at ten, and never after the start.
 */
export function salePeriodOf(
  code: string,
  standing: Standing,
  day: number,
  start: string,
  calendar: Calendar,
): SalePeriod {
  const last = new Date(Date.parse(start) - hourMs).toISOString();
  const audienceSubCatIds = [...tariffIds];
  // What is still far away opens in some of the coming weeks; what is near, in the next one.
  const weeks = day > 60 ? 2 + (deriveSeed('opening', code) % 5) : 1;
  if (standing === 'soonOnSale' || standing === 'announced') {
    return {
      audienceSubCatIds,
      start: calendar.at(Math.min(monday(calendar, weeks), day - 1), '10:00'),
      end: last,
    };
  }
  const opened = calendar.at(openedDay, '10:00');
  return {
    audienceSubCatIds,
    start: opened,
    end: standing === 'saleEnded' ? calendar.at(Math.min(day, -1), '18:00') : last,
  };
}

/** The period that holds all the given ones; they must not be none. */
export function wholePeriod(periods: readonly SalePeriod[]): SalePeriod {
  const starts = periods.map(({ start }) => start).sort();
  const ends = periods.map(({ end }) => end).sort();
  return { audienceSubCatIds: [...tariffIds], start: starts[0] ?? '', end: ends.at(-1) ?? '' };
}
