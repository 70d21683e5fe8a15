import { readsOf, type Operation } from './operation.js';
import { allOperations } from './operations.js';
import { fieldsOf, type Kind, type Source, type WireField } from './paths.js';
import type { ServiceName } from './services.js';
import { fieldAt, type Field, type ObjectShape, type Shape, type StatedOperation } from './shape.js';
import type { ServiceModels } from './wsdl.js';

/** How WSDLs compare with what the relay relies on. */
export interface Comparison {
  /** For people, by service: what a WSDL lacks, names otherwise or types otherwise. */
  readonly differences: ReadonlyMap<ServiceName, readonly string[]>;
  /** For people: what was a GUESS, and stands in the WSDL as it was guessed. */
  readonly settled: readonly string[];
}

/** Compares all that the relay ever sends and reads with WSDLs, not only what it can't do without; a service that was not read is passed over. */
export function compare(models: ServiceModels): Comparison {
  const differences = new Map<ServiceName, string[]>();
  const settled: string[] = [];
  for (const operation of allOperations) {
    const known = models.get(operation.service)?.operations;
    if (!known) continue;
    const stated = known.get(operation.name);
    const found = stated ? sides(operation, stated) : [lacking(operation, known)];
    settled.push(...found.flatMap((side) => ('settled' in side ? side.settled : [])));
    const words = found.flatMap(({ differences: some }) => some);
    if (words.length > 0)
      differences.set(operation.service, [...(differences.get(operation.service) ?? []), ...words]);
  }
  return { differences, settled };
}

function lacking({ service, name }: Operation, known: ReadonlyMap<string, unknown>) {
  const others = new Set(
    allOperations.flatMap((operation) => (operation.service === service ? operation.name : [])),
  );
  return { differences: [`has no operation ${name}${likeIn(name, known.keys(), others)}`] };
}

/** What is sent, and what is read. */
function sides(operation: Operation, { input, result }: StatedOperation) {
  const { name, args } = operation;
  return [
    new Side(fieldsOf(args), input, { name, verb: 'takes', lack: 'takes no argument', accepted: sent }),
    new Side(readsOf(operation), result, { name, verb: 'gives', lack: 'gives no', accepted: read }),
  ];
}

/** What is said of a name that no source, or none in this place, stands for. */
const doubts: Partial<Record<Source, string>> = { guess: ' (a GUESS of ours)', deduced: ' (deduced by us)' };

/** The kinds of a WSDL's leaves that a value of ours may be sent as. */
const sent: Readonly<Record<Kind, readonly Shape['kind'][]>> = {
  object: ['object'],
  text: ['text', 'exact', 'number'],
  number: ['number', 'exact'],
  scalar: ['text', 'exact', 'number'],
  boolean: ['boolean'],
};

/** The kinds of a WSDL's leaves that are read as what we want. */
const read: Readonly<Record<Kind, readonly Shape['kind'][]>> = {
  object: ['object'],
  text: ['text', 'exact'],
  number: ['number'],
  scalar: ['text', 'exact', 'number'],
  boolean: ['boolean'],
};

interface SideWords {
  readonly name: string;
  readonly verb: string;
  readonly lack: string;
  readonly accepted: typeof sent;
}

/** What one operation takes, or what it gives. */
class Side {
  readonly differences: string[] = [];
  readonly settled: string[] = [];

  constructor(
    readonly wanted: readonly WireField[],
    readonly shape: ObjectShape,
    readonly words: SideWords,
  ) {
    /** Nothing inside these is looked at any more. */
    const over: string[] = [];
    for (const field of unique(wanted)) {
      if (field.standsFor || over.some((path) => field.path.startsWith(`${path}.`))) continue;
      if (!this.#compare(field)) over.push(field.path);
    }
  }

  /** @returns whether what is inside it can be compared too */
  #compare(field: WireField): boolean {
    const { name, verb, accepted } = this.words;
    const doubt = doubts[field.source ?? 'reference'] ?? '';
    const found = this.#find(field);
    if (!found) {
      this.differences.push(`${this.#lackOf(field.path)}${doubt}`);
      return false;
    }
    if (!isTakenFor(field, found, accepted)) {
      const [is, should] = [formOf(found.shape.kind, found.isList), formOf(field.kind, field.isList)];
      this.differences.push(`${name} ${verb} ${field.path} as ${is}, not as ${should}${doubt}`);
      return false;
    }
    if (field.source === 'guess') this.settled.push(`${name} ${verb} ${field.path}`);
    return true;
  }

  /** By its name, else by another that is read in its place. */
  #find({ path }: WireField): Field | undefined {
    const others = this.wanted.filter(({ standsFor }) => standsFor === path);
    return [path, ...others.map((other) => other.path)]
      .map((one) => fieldAt(this.shape, one.split('.')))
      .find(Boolean);
  }

  #lackOf(path: string): string {
    const { name, lack } = this.words;
    const [around, own] = split(path);
    const parent = around.length > 0 ? fieldAt(this.shape, around)?.shape : this.shape;
    const beside = parent?.kind === 'object' ? [...parent.fields.keys()] : [];
    const wanted = new Set(this.wanted.map((field) => field.path));
    const taken = new Set(beside.filter((one) => wanted.has([...around, one].join('.'))));
    return `${name} ${lack} ${path}${likeIn(own, beside, taken)}`;
  }
}

/** Where a schema and a list that is handed on both tell of a field, the schema that says more counts. */
function unique(fields: readonly WireField[]): WireField[] {
  const byPath = new Map<string, WireField>();
  for (const field of fields) {
    const before = byPath.get(field.path);
    if (!before || before.kind === undefined) byPath.set(field.path, field);
  }
  return [...byPath.values()];
}

function split(path: string): [around: string[], name: string] {
  const around = path.split('.');
  return [around, around.pop() ?? ''];
}

function isTakenFor({ kind, isList }: WireField, found: Field, accepted: typeof sent): boolean {
  const isKind = kind === undefined || accepted[kind].includes(found.shape.kind);
  return isKind && (isList === undefined || isList === found.isList);
}

const kindWords: Readonly<Record<Kind | Shape['kind'], string>> = {
  object: 'object',
  text: 'text',
  number: 'number',
  scalar: 'text or number',
  boolean: 'boolean',
  exact: 'exact value',
};

const formOf = (kind: Kind | Shape['kind'] | undefined, isList: boolean | undefined): string =>
  `${kind ? kindWords[kind] : 'anything'}${isList ? '[]' : ''}`;

/** Among names that nobody relies on, the one that is most like it, if it is like it at all. */
function likeIn(name: string, names: Iterable<string>, taken: ReadonlySet<string>): string {
  const free = [...names].filter((other) => !taken.has(other));
  const [best] = free
    .map((other) => ({ other, likeness: likenessOf(name, other) }))
    .sort((one, two) => two.likeness - one.likeness);
  return best && best.likeness >= leastLikeness ? `, but ${best.other}` : '';
}

const leastLikeness = 0.5;

/** From 0 to 1: whether one holds the other, else what both begin and end with. Capitals count as small letters. */
function likenessOf(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  const shorter = Math.min(a.length, b.length);
  if (a.includes(b) || b.includes(a)) return (1 + shorter / Math.max(a.length, b.length)) / 2;
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return (head + tail) / Math.max(a.length, b.length);
}
