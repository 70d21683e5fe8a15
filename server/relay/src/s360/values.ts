/**
 * S-360's values and ours: money, ids, instants, texts. Exact, or an error: a wrong price must not be a rounded one.
 */
import type { Id } from '@s360-widgets/contract';

/** S-360 sent a value that can't mean what it must: S-360's trouble, not a mistake of the relay. */
export class UnreadableValue extends RangeError {}

/** A 64-bit id as its decimal text. Throws on anything else. */
export function toId(value: unknown): Id {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && /^[0-9]{1,19}$/.test(text)) return text;
  throw new UnreadableValue(`not an id: ${JSON.stringify(value)}`);
}

/** An integer from the wire, where xs:int comes as a number and xs:long as text. */
function toInteger(value: string | number): number {
  const number = typeof value === 'string' && /^-?[0-9]+$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw new UnreadableValue(`not an integer: ${JSON.stringify(value)}`);
}

/**
 * Thousandths of the currency unit as minor units: 4000 is 400 cents with two digits, 4 with none.
 * Throws where the amount is finer than the currency's minor unit.
 */
export function toMinor(thousandths: string | number, digits: number): number {
  const amount = toInteger(thousandths);
  const step = 10 ** (3 - digits);
  if (amount % step !== 0) throw new UnreadableValue(`${amount} thousandths are no whole minor units`);
  return amount / step;
}

/** Minor units as thousandths of the currency unit, for a request. */
export function toThousandths(amountMinor: number, digits: number): number {
  return toInteger(amountMinor) * 10 ** (3 - digits);
}

/** An xs:dateTime or JSON instant, with any offset, as ISO 8601 in UTC without milliseconds. Throws on a bad one. */
export function toInstant(value: string): string {
  const at = new Date(value);
  if (!/[zZ]$|[+-][0-9]{2}:?[0-9]{2}$/.test(value) || Number.isNaN(at.getTime())) {
    throw new UnreadableValue(`not an instant with offset: ${JSON.stringify(value)}`);
  }
  return `${at.toISOString().slice(0, 19)}Z`;
}

/** S-360's ExternalName: a text in the languages that someone filled in. */
export interface ExternalName {
  readonly translations?: readonly { readonly locale?: string; readonly value?: string }[];
}

/**
 * The text in a language, else in the point of sale's main language, else in any, else empty.
 * Locales such as `en_US` count as `en`.
 */
export function textIn(name: ExternalName | undefined, language: string, mainLanguage: string): string {
  const texts = name?.translations ?? [];
  const find = (wanted: string) =>
    texts.find(({ locale, value }) => locale?.slice(0, 2).toLowerCase() === wanted && value)?.value;
  return (find(language) ?? find(mainLanguage) ?? texts.find(({ value }) => value)?.value ?? '').trim();
}

/** Where a place is; S-360 names the parts otherwise in each of its types. */
export interface PlaceAddress {
  readonly street?: string | undefined;
  readonly zipCode?: string | undefined;
  readonly town?: string | undefined;
}

/** On one line, without what S-360 does not say: `Theatre Square 1, 8001 Lumen`. */
export const addressOf = ({ street, zipCode, town }: PlaceAddress): string =>
  joined([street, joined([zipCode, town], ' ')], ', ');

const joined = (parts: readonly (string | undefined)[], by: string): string => parts.filter(Boolean).join(by);
