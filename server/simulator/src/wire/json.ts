import { heard, speaking, valueIn } from './dialect.js';
import { MalformedRequest, readScalar, writeDateTime } from './scalars.js';
import type { ComplexType, Field, ScalarKind } from './wsdl.js';

/** REST-RPC: the body's keys are the method's parameters. Numbers are accepted as numbers or as strings. */
export function readJson(type: ComplexType, body: unknown, path = type.name): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new MalformedRequest(`${path}: must be an object`);
  }
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(body)) {
    const at = `${path}.${key}`;
    const field = type.fields.find((candidate) => candidate.wireName === key);
    if (!field) throw new MalformedRequest(`${at}: unknown field`);
    // An empty list is what SOAP cannot say: no element.
    if (value === null || (field.list && Array.isArray(value) && value.length === 0)) continue;
    if (field.isFolded) Object.assign(values, readValue(field, value, at));
    else values[field.name] = field.list ? readList(field, value, at) : readValue(field, value, at);
  }
  return values;
}

/** A single value does not pass for a list of one. */
function readList(field: Field, value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw new MalformedRequest(`${path}: must be an array`);
  return value.map((item, index) => readValue(field, item, `${path}[${index}]`));
}

/** Long, int and dateTime may come as text; a boolean may not. Numbers must be whole and exact. */
function readValue(field: Field, value: unknown, path: string): unknown {
  if (typeof field.type !== 'string') {
    return field.type.isMap ? readMap(value, path) : readJson(field.type, value, path);
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new MalformedRequest(`${path}: ${value} is no whole number below 2^53`);
  }
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw new MalformedRequest(`${path}: must be a plain value`);
  if (field.type === 'boolean' && typeof value !== 'boolean')
    throw new MalformedRequest(`${path}: must be a boolean`);
  return heard(field, readScalar(field.type, String(value), path));
}

/** A Map of String, String. */
function readMap(value: unknown, path: string): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MalformedRequest(`${path}: must be an object`);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, String(item)]));
}

/** Turns one value, neither null nor undefined, into JSON text. */
type Writer = (value: unknown) => string;

const writers = new WeakMap<ComplexType, Writer>();

/** The result as JSON text: ids are numbers (all are below 2^53), an unset field is null, a list is an array. */
export function writeJson(type: ComplexType, value: object): string {
  return writerOf(type)(value);
}

function writerOf(type: ComplexType): Writer {
  const known = writers.get(type);
  if (known) return known;
  // A type may hold itself, and is then asked for before it is made.
  let writer: Writer = () => '';
  writers.set(type, (value) => writer(value));
  writer = type.isMap ? mapWriter(type) : objectWriter(type);
  writers.set(type, writer);
  return writer;
}

/** Fields in schema order, every one of them. */
function objectWriter(type: ComplexType): Writer {
  const fields = type.fields.map((field, index) => ({
    key: `${index > 0 ? ',' : ''}"${field.wireName}":`,
    valueIn: valueIn(field),
    write: fieldWriter(field),
  }));
  return (value) => {
    const values = value as Record<string, unknown>;
    let text = '{';
    for (const field of fields) text += field.key + field.write(field.valueIn(values));
    return `${text}}`;
  };
}

/** Unset is null, an unset list is empty. */
function fieldWriter(field: Field): Writer {
  const { type, list } = field;
  const one = typeof type === 'string' ? speaking(field, scalarWriter(type)) : writerOf(type);
  if (list) return (value) => `[${((value ?? []) as unknown[]).map(one).join(',')}]`;
  return (value) => (value === undefined || value === null ? 'null' : one(value));
}

/** A Map is an object in JSON, and entries with key and value in XML only. */
function mapWriter(type: ComplexType): Writer {
  const entry = type.fields[0]?.type as ComplexType;
  const write = fieldWriter(entry.fields.find((field) => field.name === 'value') as Field);
  return (value) => {
    const entries = Object.entries(value as object) as [string, unknown][];
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${write(item)}`).join(',')}}`;
  };
}

function scalarWriter(kind: ScalarKind): Writer {
  if (kind === 'long' || kind === 'int' || kind === 'boolean') return String;
  if (kind === 'dateTime') return (value) => `"${writeDateTime(value as string | number)}"`;
  return (value) => JSON.stringify(String(value));
}
