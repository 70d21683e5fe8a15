/**
 * The shape of an answer, as its WSDL states it. Both transports are read by the same shape, so that a mapping
 * sees the same data from SOAP and from JSON: what is a list is always an array, an id is always a string.
 */
export type Shape = LeafShape | ObjectShape;

/**
 * `text` is a string and may be empty. `exact` keeps the characters of everything else that a JavaScript number could not hold
 * or that is no number: ids, decimals, instants, words of an enumeration, bytes. An empty element of it has no value.
 */
export interface LeafShape {
  readonly kind: 'text' | 'exact' | 'number' | 'boolean';
  /** The relay's words by the institution's, for those that differ (names.ts). */
  readonly words?: ReadonlyMap<string, string>;
}

export interface ObjectShape {
  readonly kind: 'object';
  /** By the WSDL's names, in its order. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Names of the lists, as the relay has them; those of folded fields too. */
  readonly lists: readonly string[];
}

export interface Field {
  /** What the relay calls it: the same as the WSDL, but where a file of names says otherwise (names.ts). Undefined: nothing that it knows. */
  readonly name: string | undefined;
  readonly shape: Shape;
  readonly isList: boolean;
  /** An object of the WSDL that the relay does not have: its fields stand for the relay in what is around it. */
  readonly isFolded: boolean;
}

/** An operation as its WSDL states it. */
export interface StatedOperation {
  /** As the WSDL calls it. */
  readonly name: string;
  /** Shape of the arguments, in the order that the schema wants. */
  readonly input: ObjectShape;
  /** Shape of the result, the one child of the response wrapper. */
  readonly result: ObjectShape;
}

/** The field at a path of the relay's names, through lists; undefined where there is none. */
export function fieldAt(shape: Shape, [name, ...rest]: readonly string[]): Field | undefined {
  const field = shape.kind === 'object' ? fieldsIn(shape).find((one) => one.name === name) : undefined;
  return field && rest.length > 0 ? fieldAt(field.shape, rest) : field;
}

/** A field that the relay has a name for. */
type NamedField = Field & { readonly name: string };

/** The fields of an object as the relay has them, without the folded ones around them. */
export const fieldsIn = (shape: ObjectShape): NamedField[] =>
  [...shape.fields.values()].flatMap((field) => {
    if (field.isFolded) return field.shape.kind === 'object' ? fieldsIn(field.shape) : [];
    return field.name === undefined ? [] : { ...field, name: field.name };
  });

/** An object of these fields. */
export const objectOf = (fields: ReadonlyMap<string, Field>): ObjectShape => {
  const shape = { kind: 'object', fields, lists: [] } as const;
  return { ...shape, lists: fieldsIn(shape).flatMap(({ name, isList }) => (isList ? name : [])) };
};

/** Plain data of an answer. A field without a value is absent, never null. */
export type Wire = string | number | boolean | WireObject | Wire[];
export interface WireObject {
  [name: string]: Wire | undefined;
}

/** What node-soap's `describe()` gives for a type: names with `[]` for lists, primitive types as text; may be cyclic. */
export type Description = string | { [name: string]: Description };

const notFields = new Set(['targetNSAlias', 'targetNamespace']);
const numbers = new Set(['int', 'short', 'byte', 'double', 'float']);
const texts = new Set(['string', 'normalizedString', 'token', 'anyURI', 'anyType', 'anySimpleType']);

/** Turns a description into a shape; a type that contains itself gives a shape that contains itself. */
export function toShape(description: Description, known = new Map<Description, ObjectShape>()): Shape {
  if (typeof description === 'string') return leaf(description);
  const seen = known.get(description);
  if (seen) return seen;
  const fields = new Map<string, Field>();
  const lists: string[] = [];
  const shape: ObjectShape = { kind: 'object', fields, lists };
  known.set(description, shape);
  for (const [name, type] of Object.entries(description)) {
    if (notFields.has(name)) continue;
    const isList = name.endsWith('[]');
    const field = isList ? name.slice(0, -2) : name;
    fields.set(field, { name: field, isList, shape: toShape(type, known), isFolded: false });
    if (isList) lists.push(field);
  }
  return shape;
}

/** A leaf's description is `xs:long`, or for an enumeration `Name|xs:string|A,B`. */
function leaf(description: string): LeafShape {
  const type = description.split('|').find((part) => part.includes(':')) ?? 'xs:string';
  const local = type.slice(type.indexOf(':') + 1);
  if (local === 'boolean') return { kind: 'boolean' };
  if (numbers.has(local)) return { kind: 'number' };
  const isEnumeration = description.includes('|');
  return { kind: texts.has(local) && !isEnumeration ? 'text' : 'exact' };
}

const booleans = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** The value of a leaf from its text; undefined where the text is empty or no such value: a string alone may be empty. */
export function leafValue(shape: LeafShape, text: string): string | number | boolean | undefined {
  const word = shape.words?.get(text.trim());
  if (word !== undefined) return word;
  if (shape.kind === 'text') return text;
  const trimmed = text.trim();
  if (shape.kind === 'exact') return trimmed === '' ? undefined : trimmed;
  if (shape.kind === 'boolean') return booleans.get(trimmed.toLowerCase());
  const value = Number(trimmed);
  return trimmed === '' || Number.isNaN(value) ? undefined : value;
}

/** True for a map, which the WSDL states as `entry` elements of `key` and `value`. */
export function isMap(shape: Shape): boolean {
  if (shape.kind !== 'object' || shape.fields.size !== 1) return false;
  const entry = shape.fields.get('entry');
  return entry?.isList === true && entry.shape.kind === 'object' && entry.shape.fields.has('key');
}
