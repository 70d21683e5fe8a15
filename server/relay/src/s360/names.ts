/** What an institution's WSDLs call otherwise than the relay does: its operations, their fields, and words that stand in them. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { readJsonFile } from './json-file.js';
import { readsOf, type Operation } from './operation.js';
import { allOperations } from './operations.js';
import { fieldsOf } from './paths.js';
import { serviceNames, type ServiceName } from './services.js';
import { objectOf, type Field, type ObjectShape, type Shape, type StatedOperation } from './shape.js';

/** A path of the relay's names, or its end: `timeslots.start` is the start of timeslots wherever they are. */
const path = z.string().regex(/^\w+(\.\w+)*$/, 'no path such as timeslots.start');
const serviceNamesOf = z.strictObject({
  /** The institution's name of an operation, by the relay's. */
  operations: z.record(z.string(), z.string()).default({}),
  /**
   * Where the institution has a field, by the relay's path: from the object that the field stands in, so that `period.from` is the field
   * `from` of an object `period` that the relay does not have.
   */
  fields: z.record(path, path).default({}),
  /** The institution's words by the relay's, by the path of the field that they stand in. */
  words: z.record(path, z.record(z.string(), z.string())).default({}),
});
type ServiceNames = z.infer<typeof serviceNamesOf>;

const names = z.partialRecord(z.enum(serviceNames), serviceNamesOf);
export type Names = Readonly<z.infer<typeof names>>;

/**
 * The names of a JSON file such as
 * `{ "CatalogService": { "operations": {}, "fields": { "topics.id": "topicId" }, "words": {} } }`.
 * @throws JsonFileError that names every entry that is wrong
 */
export const readNames = (file: string): Names => readJsonFile(file, names, 'names');

/** The names of S360_NAMES_FILE, for a command; as in the relay's configuration, a relative path is meant from the relay's own folder. */
export function namesGiven(): Names {
  const file = process.env.S360_NAMES_FILE;
  return file ? readNames(resolve(fileURLToPath(new URL('../../', import.meta.url)), file)) : {};
}

/**
 * A service's operations as the relay calls them. Of two entries the one with the longer path counts.
 * @throws TypeError that names every entry that fits nowhere: what it is about is not in the WSDL, or nothing the relay relies on
 */
export function withNames(
  service: ServiceName,
  stated: ReadonlyMap<string, StatedOperation>,
  own: ServiceNames = { operations: {}, fields: {}, words: {} },
): ReadonlyMap<string, StatedOperation> {
  const operations = new Map(stated);
  const entries = new Entries(own);
  for (const relied of allOperations) {
    if (relied.service !== service) continue;
    const operation = entries.found(relied.name, stated);
    if (operation) operations.set(relied.name, entries.appliedTo(operation, relied));
  }
  const unfit = entries.unfit();
  if (unfit.length > 0) throw new TypeError(`these of its names fit nothing: ${unfit.join(', ')}`);
  return operations;
}

/** A file's entries for one service, which remember whether they were of use. */
class Entries {
  readonly #names: ServiceNames;
  readonly #unused: Set<string>;

  constructor(names: ServiceNames) {
    this.#names = names;
    this.#unused = new Set([
      ...Object.keys(names.operations).map((key) => `operations.${key}`),
      ...Object.keys(names.fields).map((key) => `fields.${key}`),
      ...Object.keys(names.words).map((key) => `words.${key}`),
    ]);
  }

  unfit(): string[] {
    return [...this.#unused];
  }

  /** An operation that the relay calls so, by the name that the WSDL has for it. */
  found(name: string, stated: ReadonlyMap<string, StatedOperation>): StatedOperation | undefined {
    const theirs = this.#names.operations[name];
    if (theirs === undefined) return stated.get(name);
    const operation = stated.get(theirs);
    if (operation) this.#unused.delete(`operations.${name}`);
    return operation;
  }

  appliedTo(operation: StatedOperation, relied: Operation): StatedOperation {
    const sent = fieldsOf(relied.args).map((field) => field.path);
    const read = readsOf(relied).map((field) => field.path);
    return {
      ...operation,
      input: this.#appliedTo(operation.input, sent),
      result: this.#appliedTo(operation.result, read),
    };
  }

  /** What is around a field comes before it, so that a path is found by the names that the file gives it. */
  #appliedTo(stated: ObjectShape, paths: readonly string[]): ObjectShape {
    const { fields, words } = this.#names;
    let shape = stated;
    for (const path of new Set(paths)) {
      shape = this.#applied(shape, path, { part: 'fields', entries: fields, change: called });
      shape = this.#applied(shape, path, { part: 'words', entries: words, change: worded });
    }
    return shape;
  }

  #applied<Value>(shape: ObjectShape, path: string, { part, entries, change }: Part<Value>): ObjectShape {
    const entry = entryFor(path, entries);
    if (!entry) return shape;
    const around = path.split('.');
    const name = around.pop() ?? '';
    const next = changed(shape, around, (inner) => change(inner, name, entry.value));
    if (next) this.#unused.delete(`${part}.${entry.key}`);
    return next ?? shape;
  }
}

/** One part of a file, and what an entry of it does to the field of that name in an object; undefined where there is none. */
interface Part<Value> {
  readonly part: keyof ServiceNames;
  readonly entries: Readonly<Record<string, Value>>;
  change(around: ObjectShape, name: string, value: Value): ObjectShape | undefined;
}

/** The entry whose key is the path or the longest end of it. */
function entryFor<Value>(path: string, entries: Readonly<Record<string, Value>>) {
  const steps = path.split('.');
  for (let start = 0; start < steps.length; start++) {
    const key = steps.slice(start).join('.');
    const value = entries[key];
    if (value !== undefined) return { key, value };
  }
  return undefined;
}

/** The shape with what is at the path changed; undefined where nothing is there, or it can't be changed. */
function changed(
  shape: Shape,
  [name, ...rest]: readonly string[],
  change: (inner: ObjectShape) => ObjectShape | undefined,
): ObjectShape | undefined {
  if (shape.kind !== 'object') return undefined;
  if (name === undefined) return change(shape);
  for (const [wireName, field] of shape.fields) {
    const below = field.isFolded ? [name, ...rest] : field.name === name ? rest : undefined;
    const inner = below && changed(field.shape, below, change);
    if (inner) return withField(shape, wireName, { ...field, shape: inner });
  }
  return undefined;
}

/** The WSDL's field at the end of the place gets the relay's name; objects on the way to it are folded. */
function called(shape: ObjectShape, name: string, place: string): ObjectShape | undefined {
  const [wireName = '', ...deeper] = place.split('.');
  const field = shape.fields.get(wireName);
  if (!field) return undefined;
  if (deeper.length === 0) return withField(withoutName(shape, name), wireName, { ...field, name });
  if (field.shape.kind !== 'object' || field.isList) return undefined;
  const inner = called(field.isFolded ? field.shape : unnamed(field.shape), name, deeper.join('.'));
  return inner && withField(shape, wireName, { ...field, isFolded: true, shape: inner });
}

/** @param words the institution's, by the relay's */
function worded(
  shape: ObjectShape,
  name: string,
  words: Readonly<Record<string, string>>,
): ObjectShape | undefined {
  for (const [wireName, field] of shape.fields) {
    if (field.isFolded && field.shape.kind === 'object') {
      const inner = worded(field.shape, name, words);
      if (inner) return withField(shape, wireName, { ...field, shape: inner });
    } else if (field.name === name && field.shape.kind !== 'object') {
      const own = new Map(Object.entries(words).map(([word, theirs]) => [theirs, word]));
      return withField(shape, wireName, { ...field, shape: { ...field.shape, words: own } });
    }
  }
  return undefined;
}

const withField = (shape: ObjectShape, wireName: string, field: Field): ObjectShape =>
  objectOf(new Map(shape.fields).set(wireName, field));

/** Something else of the WSDL that happens to be called so is nothing that the relay knows. */
const withoutName = (shape: ObjectShape, name: string): ObjectShape =>
  renamed(shape, (field) => (field.name === name ? hidden(field) : field));

/** Of what is folded only those fields are known that are named. */
const unnamed = (shape: ObjectShape): ObjectShape => renamed(shape, hidden);

const hidden = (field: Field): Field => ({ ...field, name: undefined });

const renamed = ({ fields }: ObjectShape, rename: (field: Field) => Field): ObjectShape =>
  objectOf(new Map([...fields].map(([wireName, field]) => [wireName, rename(field)])));
