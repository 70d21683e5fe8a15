const dayMs = 86_400_000;

/** The day some days later or, below zero, earlier. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay();

/** An instant within a day, to format the day by itself in the zone `UTC`. */
export const noonOf = (day: string): string => `${day}T12:00:00Z`;
