import type { HallCode } from '../halls/plan.js';
import { type Text, text } from '../text.js';

/** What a work is; it decides the words about it, its poster, and its topic. */
export type Genre =
  | 'opera'
  | 'ballet'
  | 'concert'
  | 'theatre'
  | 'family'
  | 'pop'
  | 'show'
  | 'hockey'
  | 'football'
  | 'jazz'
  | 'comedy'
  | 'film'
  | 'exhibition';

/** How often and when it is played. */
export type Rhythm =
  | 'run'
  | 'short'
  | 'long'
  | 'single'
  | 'weekend'
  | 'match'
  | 'residency'
  | 'visit'
  | 'dayPass';

/** One line of the programme. */
export interface Work {
  /** Unique, at most eight characters. */
  code: string;
  title: Text;
  /** Composer, author, artist or organiser; empty where the title says it all. */
  by: string;
  hall: HallCode;
  genre: Genre;
  rhythm: Rhythm;
}

/** Titles as they stand in the programme: `en | fr | de | it`, or one title for all four. */
export function titles(line: string): Text {
  const [en = '', fr = en, de = en, it = en] = line.split('|').map((part) => part.trim());
  return text(en, fr, de, it);
}

/** Lines of one kind: `code; by; titles`. */
export function works(hall: HallCode, genre: Genre, rhythm: Rhythm, lines: readonly string[]): Work[] {
  return lines.map((line) => {
    const [code = '', by = '', title = ''] = line.split(';').map((part) => part.trim());
    return { code, by, title: titles(title), hall, genre, rhythm };
  });
}
