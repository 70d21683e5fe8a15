/** Local dates and times of the organisation, as instants. Days are counted from the season's first day. */

export const timeZone = 'Europe/Zurich';

const dayMs = 86_400_000;

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What a wall clock in the zone shows at an instant, as if it were UTC. */
function wallClock(instantMs: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(instantMs)) part[type] = Number(value);
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
}

export interface Calendar {
  /** The instant at which the local clocks show `time` (HH:MM) `day` days after today; day 0 is today. */
  at(day: number, time: string): string;
  /** 0 = Sunday … 6 = Saturday. */
  weekday(day: number): number;
  /** Local calendar month, 1–12. */
  month(day: number): number;
  /** Local calendar year. */
  year(day: number): number;
}

/** A calendar whose day 0 is the local day of `now`; the time of day does not matter. */
export function createCalendar(now: Date): Calendar {
  const today = Math.floor(wallClock(now.getTime()) / dayMs) * dayMs;
  const date = (day: number) => new Date(today + day * dayMs);
  return {
    at(day, time) {
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      const wall = today + day * dayMs + (hours * 60 + minutes) * 60_000;
      // The offset before a guess may differ from the one after it only on the night of a clock change.
      const guess = wall - (wallClock(wall) - wall);
      return new Date(wall - (wallClock(guess) - guess)).toISOString();
    },
    weekday: (day) => date(day).getUTCDay(),
    month: (day) => date(day).getUTCMonth() + 1,
    year: (day) => date(day).getUTCFullYear(),
  };
}
