import { isXmlText } from '@s360-widgets/contract';
import { isMap, type Shape, type Wire, type WireObject } from './shape.js';

/**
 * Arguments in the order that the WSDL's sequence wants, undefined ones left out.
 * An argument that the operation does not know is a mistake of the caller and throws a TypeError; so does a text that XML
 * can't carry, since S-360 hands out as XML what it was given as JSON.
 */
export function orderArguments(args: WireObject, shape: Shape, path = 'arguments'): WireObject {
  if (shape.kind !== 'object') throw new TypeError(`${path} takes no fields`);
  for (const name of Object.keys(args)) {
    if (!shape.fields.has(name)) throw new TypeError(`${path}: S-360 knows no ${name}`);
  }
  const ordered: WireObject = {};
  for (const [name, field] of shape.fields) {
    const value = args[name];
    if (value !== undefined) ordered[name] = orderValue(value, field.shape, `${path}.${name}`);
  }
  return ordered;
}

function orderValue(value: Wire, shape: Shape, path: string): Wire {
  if (Array.isArray(value)) return value.map((item) => orderValue(item, shape, path));
  if (typeof value === 'object') return orderArguments(value, shape, path);
  if (typeof value === 'string' && !isXmlText(value))
    throw new TypeError(`${path} is no text that XML carries`);
  return value;
}

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
