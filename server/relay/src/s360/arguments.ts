import { isXmlText } from '@s360-widgets/contract';
import {
  fieldsIn,
  isMap,
  type LeafShape,
  type ObjectShape,
  type Shape,
  type Wire,
  type WireObject,
} from './shape.js';

/**
 * Arguments by the WSDL's names, in the order that its sequence wants, undefined ones left out.
 * An argument that the operation does not know is a mistake of the caller and throws a TypeError; so does a text that XML
 * can't carry, since S-360 hands out as XML what it was given as JSON.
 */
export function orderArguments(args: WireObject, shape: Shape, path = 'arguments'): WireObject {
  if (shape.kind !== 'object') throw new TypeError(`${path} takes no fields`);
  const known = new Set(fieldsIn(shape).map(({ name }) => name));
  for (const name of Object.keys(args)) {
    if (!known.has(name)) throw new TypeError(`${path}: S-360 knows no ${name}`);
  }
  return orderFields(args, shape, path);
}

function orderFields(args: WireObject, shape: ObjectShape, path: string): WireObject {
  const ordered: WireObject = {};
  for (const [wireName, field] of shape.fields) {
    if (field.isFolded && field.shape.kind === 'object') {
      const inside = orderFields(args, field.shape, path);
      if (Object.keys(inside).length > 0) ordered[wireName] = inside;
      continue;
    }
    const value = field.name === undefined ? undefined : args[field.name];
    if (value !== undefined) ordered[wireName] = orderValue(value, field.shape, `${path}.${field.name}`);
  }
  return ordered;
}

function orderValue(value: Wire, shape: Shape, path: string): Wire {
  if (Array.isArray(value)) return value.map((item) => orderValue(item, shape, path));
  if (typeof value === 'object') return orderArguments(value, shape, path);
  if (typeof value !== 'string') return value;
  if (!isXmlText(value)) throw new TypeError(`${path} is no text that XML carries`);
  return shape.kind === 'object' ? value : wordFor(value, shape);
}

/** The institution's word for one of the relay's. */
const wordFor = (word: string, { words }: LeafShape): string =>
  [...(words ?? [])].find(([, own]) => own === word)?.[0] ?? word;

/** Arguments as the JSON form wants them: a map's entries as an object, whatever its keys are. */
export function toJsonForm(value: Wire, shape: Shape): Wire {
  if (Array.isArray(value)) return value.map((item) => toJsonForm(item, shape));
  if (typeof value !== 'object' || shape.kind !== 'object') return value;
  if (isMap(shape)) {
    const entries = value.entry as WireObject[];
    return Object.fromEntries(entries.map(({ key, value: item }) => [key as string, item]));
  }
  const form: WireObject = {};
  for (const [name, item] of Object.entries(value)) {
    const field = shape.fields.get(name);
    form[name] = field && item !== undefined ? toJsonForm(item, field.shape) : item;
  }
  return form;
}
