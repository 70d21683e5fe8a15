/** Text in attributes, as people paste it and content systems write it. */
import { dayOf } from './days.js';

/** Null or undefined where there is none. */
export type Attribute = string | null | undefined;

const invisible = /[\u00ad\u200b-\u200f\u2060]/g;
const quotes = `"'“”„‟‘’‚«»‹›′″`;
const around = new RegExp(`^[\\s${quotes}]+|[\\s${quotes}]+$`, 'g');

/**
 * With plain and single spaces, and without the quotes that an editor has made curly, so that they count as text.
 */
const plain = (text: Attribute): string =>
  (text ?? '').replace(invisible, '').replace(around, '').replace(/\s+/g, ' ');

/** As names are compared: without accents and capitals. */
export const foldName = (text: string): string =>
  plain(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The names or ids of an attribute that takes several. */
export const namesIn = (text: Attribute): string[] => plain(text).split(',').map(plain).filter(Boolean);

const date = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\d\d:?\d\d.*)?$/;
const offset = /(?:Z|[+-]\d\d(?::?\d\d)?)$/;

/**
 * The day that is meant, as `2026-12-01`: a date, or a date with a time, which is in the zone of the house unless it says another one.
 * Empty for nothing, null for what is no date of ISO 8601.
 */
export function dayIn(text: Attribute, zone: string): string | null {
  const given = plain(text);
  const [, year, month, day] = date.exec(given) ?? [];
  if (!year) return given === '' ? '' : null;
  const written = `${year}-${month}-${day}`;
  if (Number.isNaN(Date.parse(written))) return null;
  const instant = given.length > written.length && offset.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(instant) ? written : dayOf(instant, zone);
}
