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
    const field = type.fields.find((candidate) => candidate.name === key);
    if (!field) throw new MalformedRequest(`${at}: unknown field`);
    // An empty list is what SOAP cannot say: no element.
    if (value === null || (field.list && Array.isArray(value) && value.length === 0)) continue;
    values[key] = field.list ? readList(field, value, at) : readValue(field, value, at);
  }
  return values;
}

function readList(field: Field, value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw new MalformedRequest(`${path}: must be an array`);
  return value.map((item, index) => readValue(field, item, `${path}[${index}]`));
}

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
  return readScalar(field.type, String(value), path);
}

function readMap(value: unknown, path: string): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MalformedRequest(`${path}: must be an object`);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, String(item)]));
}

/** The result as JSON text: ids are numbers (all are below 2^53), an unset field is null, a list is an array. */
export function writeJson(type: ComplexType, value: object): string {
  const values = value as Record<string, unknown>;
  let text = '{';
  for (const field of type.fields) {
    text += `${text.length > 1 ? ',' : ''}"${field.name}":${writeField(field, values[field.name])}`;
  }
  return `${text}}`;
}

function writeField(field: Field, value: unknown): string {
  if (!field.list) return writeOne(field, value);
  return `[${((value as unknown[] | undefined) ?? []).map((item) => writeOne(field, item)).join(',')}]`;
}

function writeOne(field: Field, value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (typeof field.type === 'string') return writeScalar(field.type, value);
  if (!field.type.isMap) return writeJson(field.type, value);
  const item = field.type.fields[0]?.type as ComplexType;
  const valueField = item.fields.find((candidate) => candidate.name === 'value') as Field;
  const entries = Object.entries(value).map(
    ([key, entry]) => `${JSON.stringify(key)}:${writeOne(valueField, entry)}`,
  );
  return `{${entries.join(',')}}`;
}

function writeScalar(kind: ScalarKind, value: unknown): string {
  switch (kind) {
    case 'long':
    case 'int':
    case 'boolean':
      return String(value);
    case 'dateTime':
      return `"${writeDateTime(value as string | number)}"`;
    default:
      return JSON.stringify(String(value));
  }
}
