import type { Genre } from '../programme/work.js';

/** When in the day a performance is; it names the performance where nothing better does. */
export type Period = 'morning' | 'matinee' | 'familyMatinee' | 'evening' | 'late' | 'match';

/** Everything that descriptions and performances say in one language. */
export interface Words {
  /** One sentence or two on a work of the genre; works of a genre take turns. */
  leads: Record<Genre, readonly string[]>;
  /** Own words for the works of the demonstration, by product code. */
  ownLeads: Record<string, string>;
  periods: Record<Period, string>;
  /** With its colon: "Duration:", before "2 h 50". */
  duration: string;
  interval: string;
  noInterval: string;
  /** Who may come; `{age}` is replaced. */
  age: string;
  surtitles: string;
  doors: string;
  cloakroom: string;
  wheelchair: string;
  planVisit: string;
  timedEntry: string;
  guidedEntry: string;
  dayEntry: string;
}
