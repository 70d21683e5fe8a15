import { ProblemError } from '@s360-widgets/contract/problem';
import * as z from 'zod';
import type { Answer } from './answer.js';
import type { Items } from './items.js';
import type { Source, WireField } from './paths.js';
import { omitSilently, reasonOf, type Omit as OmitPart } from './reading.js';
import type { ServiceName } from './services.js';
import type { WireObject } from './shape.js';

/**
 * Which part of the institution's call budget a call draws on. Who has paid comes first, then who buys, the lists, a first look at seats,
 * and last the seats that are known and get older.
 */
export type Share = 'payment' | 'checkout' | 'availability' | 'catalog' | 'seats' | 'seats-again';

/** Documented least time between two calls of an operation. */
export interface Spacing {
  readonly everyMs: number;
  /** The argument with the ids of what is asked about: each id counts for itself. Absent = all calls count as one. */
  readonly each?: string;
}

/** The schema of an operation's arguments: all that the relay ever sends, in S-360's words. */
export type Arguments = z.ZodType<WireObject>;

/** One operation of S-360, as the table of operations tells it. */
export interface Operation<Args extends Arguments = Arguments, Out = unknown> {
  readonly service: ServiceName;
  readonly name: string;
  /** Where its name was seen. */
  readonly source: Source;
  /** A read changes nothing, so that a lost answer may be asked for again. A write is sent once. */
  readonly kind: 'read' | 'write';
  /** What pays for a call, unless the caller says otherwise. */
  readonly share: Share;
  readonly spacing?: Spacing;
  /** For one exchange, not for the whole of a polled call. */
  readonly deadlineMs: number;
  /** Holds seats or asks for money: not called while anything of the table is missing, since the rest of a sale needs all of it. */
  readonly isCommitment?: true;
  /** Neither takes nor gives anything about a person: only then are S-360's words of refusal logged, else its code alone. */
  readonly isImpersonal?: true;
  readonly args: Args;
  readonly answer: Answer<Out>;
  /** A list of the answer that is handed on entry by entry. */
  readonly items?: Items;
}

/** An operation with an answer too big to keep. */
export type StreamedOperation<Args extends Arguments, Out, Item> = Operation<Args, Out> & {
  readonly items: Items<Item>;
};

/** An operation without what can be told from its place in the table. */
type Row = Omit<Operation, 'name' | 'deadlineMs'> & { readonly deadlineMs?: number };
type OutputOf<Read> = Read extends Answer<infer Out> ? Out : never;
type Named<Rows extends Record<string, Row>> = {
  readonly [Name in keyof Rows]: Operation<Rows[Name]['args'], OutputOf<Rows[Name]['answer']>> &
    (Rows[Name] extends { items: infer Items } ? { readonly items: Items } : object);
};

/** S-360 answers `in_progress` after 30 s. */
const usualDeadlineMs = 35_000;

/** Rows with their names, each typed by its own arguments and answer. */
export function named<const Rows extends Record<string, Row>>(rows: Rows): Named<Rows> {
  const entries = Object.entries(rows).map(([name, row]) => [
    name,
    { deadlineMs: usualDeadlineMs, ...row, name },
  ]);
  // Each entry has its own row's schemas; TypeScript can't follow that by name.
  return Object.fromEntries(entries) as Named<Rows>;
}

/** The arguments as they are sent. Throws a TypeError where they are not those of the table: a mistake of the caller. */
export function toArguments({ service, name, args }: Operation, given: unknown): WireObject {
  const checked = args.safeParse(given);
  if (checked.success) return checked.data;
  throw new TypeError(`${service}.${name} does not take this: ${reasonOf(checked.error)}`);
}

/** All that is read of an operation's answer where it is there, its items too. */
export const readsOf = ({ answer, items }: Operation): WireField[] => [
  { path: 'statusCode', kind: 'text', isList: false, source: 'reference' },
  ...answer.reads,
  ...(items?.reads ?? []),
];

/** What a call asks about, as far as its operation is spaced by it; empty = one for all. */
export function thingsOf({ spacing }: Operation, args: WireObject): string[] {
  const ids = spacing?.each === undefined ? [] : [args[spacing.each]].flat();
  return ids.filter((id) => typeof id === 'string');
}

/**
 * What the relay reads of a result.
 * @throws ProblemError `box-office-refused` where it is no such answer; its message says where, without values
 */
export function readAnswer<Out>(
  { service, name, answer }: Operation<Arguments, Out>,
  result: WireObject,
  omit: OmitPart = omitSilently,
): Out {
  try {
    return answer.read(result, omit);
  } catch (cause) {
    if (!(cause instanceof z.ZodError)) throw cause;
    const message = `the answer of ${service}.${name} can't be read: ${reasonOf(cause)}`;
    throw new ProblemError('box-office-refused', {}, { cause, message });
  }
}
