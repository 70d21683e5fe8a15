import type { Calendar } from '../calendar.js';
import type { Period } from '../texts/words.js';

/** A date set by hand: days after the first Saturday of the season, and the local time. */
export interface FixedDate {
  day: number;
  time: string;
  period?: Period;
}

/** The same local time on several days. */
const evenings = (time: string, ...days: number[]): FixedDate[] => days.map((day) => ({ day, time }));

/** The dates of the works that the demonstration is built around; the other works find their own. */
export const fixedDates: Record<string, FixedDate[]> = {
  MAGFLUTE: [
    ...evenings('19:00', 0, 4, 6, 7, 14, 15, 28, 49),
    ...evenings('18:00', 1, 8, 29),
    { day: 14, time: '15:00', period: 'familyMatinee' },
    { day: 28, time: '15:00', period: 'familyMatinee' },
  ],
  MAHLER2: evenings('19:30', 5),
  FCLNORTE: [{ day: 8, time: '16:15', period: 'match' }],
  SWANLAKE: evenings('19:30', 12, 13, 16, 17, 18, 19, 21, 22),
  OKAFOR: evenings('21:00', 18),
  DONCARLO: evenings('18:00', 20),
  ICEGALA: [
    { day: 21, time: '14:00', period: 'familyMatinee' },
    { day: 22, time: '14:00', period: 'familyMatinee' },
    ...evenings('18:00', 21, 22, 23, 24),
  ],
  YOUNGCHO: evenings('20:00', 42),
  NORTHSEA: evenings('20:00', 48),
};

/** Works that also play tomorrow at a local time, whatever the date: a newcomer finds them on the demo's first screen. */
export const openings: Record<string, string> = { MAGFLUTE: '19:30' };

/** Works that begin about so many days from today, so that their case can be seen at once. */
export const startDays: Record<string, number> = {
  ORGAN: 6,
  COMEDY1: 12,
  TRUMPET: 17,
  VISIT: 30,
  DESERT: 34,
  GOSPEL: 40,
  VELVETH: 66,
};

/** Works that belong to a month (1–12), if it is still to come in the season. */
export const startMonths: Record<string, number> = {
  NUTCRACK: 12,
  HOCKEYPO: 3,
  BACHPASS: 4,
  OPENAIR1: 6,
  SUMMERFE: 7,
  OPENAIR2: 7,
};

/** The first Saturday that leaves three days to sell tickets: day 0 of the dates above. */
export function firstSaturday(calendar: Calendar): number {
  let day = 3;
  while (calendar.weekday(day) !== 6) day += 1;
  return day;
}

/** The next 31 December, which may be today. */
export function newYearsEve(calendar: Calendar): number {
  let day = 0;
  while (calendar.month(day) !== 12 || calendar.month(day + 1) !== 1) day += 1;
  return day;
}
