import type { Period } from '../texts/words.js';
import type { Work } from './work.js';

/** A local time (HH:MM) at which a hall plays on some weekdays (0 = Sunday). */
export interface Slot {
  weekdays: number[];
  time: string;
  period: Period;
}

/** How a work is spread over the season. */
export interface Pattern {
  /** Fewest and most performances. */
  count: [number, number];
  /** Days until it may be played again, at least and at most; 0 allows two on one day. */
  gap: [number, number];
  slots: Slot[];
}

const slot = (weekdays: number[], time: string, period: Period): Slot => ({ weekdays, time, period });

/** The opera house's stage. */
const house: Slot[] = [
  slot([0], '15:00', 'matinee'),
  slot([0], '18:30', 'evening'),
  slot([1, 2, 3, 4, 5], '19:30', 'evening'),
  slot([6], '15:00', 'matinee'),
  slot([6], '19:00', 'evening'),
];

/** The arena's shows, twice a day on weekends. */
const shows: Slot[] = [
  slot([0, 6], '14:00', 'familyMatinee'),
  slot([0, 6], '18:00', 'evening'),
  slot([4, 5], '19:30', 'evening'),
];

/** The club after its residents: two sets on Friday and Saturday. */
const cellar: Slot[] = [
  slot([0, 2, 3, 4], '20:30', 'evening'),
  slot([5, 6], '20:00', 'evening'),
  slot([5, 6], '22:30', 'late'),
];

/** Season-long guests of the club have a weekday of their own. */
const residentDays: Record<string, Slot> = {
  MONDAYS: slot([1], '20:00', 'evening'),
  BLUEHOUR: slot([4], '18:30', 'evening'),
  BRASS: slot([6], '23:55', 'late'),
  LATIN: slot([0], '19:00', 'evening'),
  SOLOPIAN: slot([2], '18:30', 'evening'),
  OPENMIC: slot([3], '18:30', 'evening'),
  IMPRO: slot([5], '18:00', 'evening'),
};

/** Morning and afternoon, on weekends and on the free Wednesday afternoon. */
const family: Slot[] = [slot([0, 6], '11:00', 'morning'), slot([3, 6], '14:30', 'familyMatinee')];

const concerts: Slot[] = [slot([3, 4, 5, 6], '20:00', 'evening')];

const hockey: Slot[] = [slot([2, 5], '19:45', 'match')];

const football: Slot[] = [slot([0], '16:15', 'match'), slot([6], '18:30', 'match')];

/** A match is a product of its own; only the play-offs are sold as one. */
function matchPattern(work: Work): Pattern {
  if (work.hall === 'STADIUM') return { count: [1, 1], gap: [7, 7], slots: football };
  const games = work.code === 'HOCKEYPO' ? 5 : 1;
  return { count: [games, games], gap: [2, 3], slots: hockey };
}

/** Club works have the cellar's hours, all others those of the house. */
function shortPattern({ hall }: Work): Pattern {
  if (hall === 'CLUB') return { count: [6, 9], gap: [1, 3], slots: cellar };
  return { count: [5, 8], gap: [1, 3], slots: house };
}

/** The pattern of a work; passes have none, they are visited and not played. */
export function patternOf(work: Work): Pattern {
  switch (work.rhythm) {
    case 'run':
      return { count: [11, 13], gap: [2, 4], slots: house };
    case 'short':
      return shortPattern(work);
    case 'weekend':
      if (work.hall === 'ARENA') return { count: [14, 18], gap: [0, 1], slots: shows };
      return { count: [12, 16], gap: [1, 5], slots: family };
    case 'match':
      return matchPattern(work);
    case 'residency':
      return {
        count: [40, 42],
        gap: [5, 6],
        slots: [residentDays[work.code] ?? slot([1], '20:00', 'evening')],
      };
    default: {
      const slots = work.hall === 'CLUB' ? cellar : concerts;
      return { count: [1, work.hall === 'STADIUM' ? 1 : 2], gap: [1, 1], slots };
    }
  }
}
