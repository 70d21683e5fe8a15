import type { Calendar } from '../calendar.js';
import { between, deriveSeed, mulberry32 } from '../random.js';
import type { Period } from '../texts/words.js';
import { firstSaturday, fixedDates, newYearsEve, openings, startDays, startMonths } from './demonstration.js';
import { patternOf } from './rhythms.js';
import type { Work } from './work.js';

/** First and last day on which anything is played; day 0 is today. */
export const firstDay = -14;
export const lastDay = 305;

/** A performance's place in the season: a day, a local time, and what to call it. */
export interface PlayDate {
  day: number;
  time: string;
  period: Period;
}

/** What is already taken, as hall/day/hour: one work at a time in a hall. */
type Taken = Set<string>;

/** Two starts in the same or in neighbouring hours of one hall exclude each other. */
function isFree(taken: Taken, hall: string, date: PlayDate): boolean {
  return hoursAround(date).every((hour) => !taken.has(`${hall}/${date.day}/${hour}`));
}

/** Keeps the hall for the date's hour and the next. */
function take(taken: Taken, hall: string, date: PlayDate): void {
  for (const hour of hoursAround(date)) taken.add(`${hall}/${date.day}/${hour}`);
}

function hoursAround({ time }: PlayDate): number[] {
  const hour = Number(time.slice(0, 2));
  return [hour, hour + 1];
}

/** The dates of the demonstration's works, set before all others. */
function fixed(work: Work, calendar: Calendar): PlayDate[] | undefined {
  if (work.code === 'NYGALA') return [{ day: newYearsEve(calendar), time: '19:00', period: 'evening' }];
  const dates = fixedDates[work.code];
  if (!dates) return undefined;
  const saturday = firstSaturday(calendar);
  const opening = openings[work.code];
  return [
    ...(opening ? [{ day: 1, time: opening, period: 'evening' as const }] : []),
    ...dates.map(({ day, time, period = 'evening' }) => ({ day: saturday + day, time, period })),
  ].sort((a, b) => a.day - b.day || a.time.localeCompare(b.time));
}

/**
 * Walks the days from `start` and takes the free slots of the work's pattern until it has enough. A work that begins
 * late in the season, or in a full hall, may get fewer.
 */
function find(work: Work, seed: number, start: number, taken: Taken, calendar: Calendar): PlayDate[] {
  const random = mulberry32(deriveSeed(seed, 'dates', work.code));
  const pattern = patternOf(work);
  const wanted = between(random, ...pattern.count);
  const dates: PlayDate[] = [];
  for (let day = start; day <= lastDay && dates.length < wanted; day += 1) {
    const weekday = calendar.weekday(day);
    for (const { weekdays, time, period } of pattern.slots) {
      const date = { day, time, period };
      if (!weekdays.includes(weekday) || dates.length >= wanted || !isFree(taken, work.hall, date)) continue;
      take(taken, work.hall, date);
      dates.push(date);
      // No gap: the next slot of the same day may follow.
      const gap = between(random, ...pattern.gap);
      if (gap > 0) {
        day += gap - 1;
        break;
      }
    }
  }
  return dates;
}

/** The day from which a work looks for its dates. */
function startOf(work: Work, siblings: readonly Work[], calendar: Calendar): number {
  if (isResident(work)) return firstDay;
  const given = startDays[work.code] ?? firstDayOfMonth(startMonths[work.code], calendar);
  return given ?? spreadStart(work, siblings);
}

/** The first day from today on that lies in the month, if there is one well before the season's end. */
function firstDayOfMonth(month: number | undefined, calendar: Calendar): number | undefined {
  if (month === undefined) return undefined;
  for (let day = 3; day < lastDay - 20; day += 1) if (calendar.month(day) === month) return day;
  return undefined;
}

/** Spread evenly over a hall's season, in an order that mixes the genres. */
function spreadStart(work: Work, siblings: readonly Work[]): number {
  const step = [17, 13, 11, 7].find((prime) => siblings.length % prime !== 0) ?? 1;
  const place = (siblings.indexOf(work) * step) % siblings.length;
  return firstDay + Math.floor((place / siblings.length) * (lastDay - roomOf(work) - firstDay));
}

/** Days that a work must have left before the season's end; matches are over when summer comes. */
function roomOf({ rhythm }: Work): number {
  if (rhythm === 'run') return 60;
  if (rhythm === 'weekend') return 70;
  return rhythm === 'match' ? 120 : 20;
}

/** Residents play all season long, on a weekday of their own. */
function isResident({ rhythm }: Work): boolean {
  return rhythm === 'residency';
}

/**
 * Dates of every played work, by its code, in the order of time; no two overlap in a hall. The demonstration's dates
 * come first, then the residents', then the others' by their start, so that early works are not pushed to the end.
 */
export function scheduleOf(
  works: readonly Work[],
  seed: number,
  calendar: Calendar,
): Map<string, PlayDate[]> {
  const taken: Taken = new Set();
  const schedule = new Map<string, PlayDate[]>();
  const played = works.filter(({ rhythm }) => rhythm !== 'visit' && rhythm !== 'dayPass');
  for (const work of played) {
    const dates = fixed(work, calendar);
    if (!dates) continue;
    for (const date of dates) take(taken, work.hall, date);
    schedule.set(work.code, dates);
  }
  const starting = (work: Work) => {
    const siblings = played.filter(({ hall }) => hall === work.hall);
    return { work, start: startOf(work, siblings, calendar) };
  };
  const rest = played
    .filter(({ code }) => !schedule.has(code))
    .map(starting)
    .sort((a, b) => Number(isResident(b.work)) - Number(isResident(a.work)) || a.start - b.start);
  for (const { work, start } of rest) {
    const dates = find(work, seed, start, taken, calendar);
    // A full hall has room earlier on.
    schedule.set(work.code, dates.length > 0 ? dates : find(work, seed, 1, taken, calendar));
  }
  return schedule;
}
