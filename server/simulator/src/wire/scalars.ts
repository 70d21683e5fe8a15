import type { ScalarKind } from './wsdl.js';

/** A request that the wire cannot read: bad XML, a wrong type, an unknown field. Not an answer with a statusCode. */
export class MalformedRequest extends Error {
  override name = 'MalformedRequest';
}

/** xs:long and xs:int end there. */
const MAX_LONG = 2n ** 63n - 1n;
const MAX_INT = 2 ** 31 - 1;

/**
 * The value of a scalar's text: a long stays a decimal string (ids are never numbers in here), an int is a number, a
 * dateTime an ISO 8601 string in UTC.
 */
export function readScalar(kind: ScalarKind, text: string, path: string): string | number | boolean {
  const value = kind === 'string' ? text : text.trim();
  switch (kind) {
    case 'long':
      return readLong(value, path);
    case 'int':
      return readInt(value, path);
    case 'boolean':
      return readBoolean(value, path);
    case 'dateTime':
      return readDateTime(value, path);
    default:
      return value;
  }
}

function readLong(text: string, path: string): string {
  if (!/^[+-]?\d{1,19}$/.test(text)) throw new MalformedRequest(`${path}: "${text}" is not a long`);
  const value = BigInt(text.replace('+', ''));
  if (value > MAX_LONG || value < -MAX_LONG - 1n)
    throw new MalformedRequest(`${path}: "${text}" is out of range`);
  return value.toString();
}

function readInt(text: string, path: string): number {
  const value = Number(text);
  if (!/^[+-]?\d{1,10}$/.test(text) || Math.abs(value) > MAX_INT) {
    throw new MalformedRequest(`${path}: "${text}" is not an int`);
  }
  return value;
}

function readBoolean(text: string, path: string): boolean {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw new MalformedRequest(`${path}: "${text}" is not a boolean`);
}

function readDateTime(text: string, path: string): string {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new MalformedRequest(`${path}: "${text}" is not a dateTime`);
  return new Date(time).toISOString();
}

/** Dates leave as the vendor writes them: milliseconds and a numeric offset. */
export function writeDateTime(value: string | number): string {
  return new Date(value).toISOString().replace('Z', '+00:00');
}
