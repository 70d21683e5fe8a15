/**
 * Reading an answer as tolerantly as its meaning allows: the smallest thing that can't be read is left out and told, and what
 * stands around it counts. Whether a number came as text, as a number or as 1650.0 says nothing about its meaning.
 */
import { id as contractId } from '@s360-widgets/contract';
import * as z from 'zod';
import { around } from './paths.js';
import { toInstant } from './values.js';

/** Something that could not be read, and was left out of what the relay goes on with. */
export interface Omission {
  /** In the ticketing field's word, such as `price`. */
  readonly what: string;
  /** The ids that S-360 gave it, to find it in the back office. */
  readonly ids: Readonly<Record<string, string>>;
  readonly reason: string;
}

export type Omit = (omission: Omission) => void;

/** For a caller that does not mind. */
export const omitSilently: Omit = () => undefined;

/** An id, whether the service calls it a long or an int. */
export const wireId = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim())
  .pipe(contractId);

const decimal = /^[+-]?\d+(\.\d+)?$/;

/** An int, long or decimal, from text or number, as a number; one beyond exact integers is not taken. */
export const wireNumber = z.union([z.number(), z.string()]).transform((value, context) => {
  const number = typeof value === 'string' && decimal.test(value.trim()) ? Number(value) : value;
  if (typeof number === 'number' && Math.abs(number) <= Number.MAX_SAFE_INTEGER) return number;
  context.addIssue({ code: 'custom', message: 'not a number' });
  return z.NEVER;
});

/** An instant with any offset, in UTC. */
export const wireInstant = z.string().transform((value, context) => {
  try {
    return toInstant(value.trim());
  } catch {
    context.addIssue({ code: 'custom', message: 'not an instant with offset' });
    return z.NEVER;
  }
});

/** Building blocks of a schema that tell what they leave out. */
export interface TolerantSchemas {
  /** The entries that can be read. A missing list is an empty one. */
  list<S extends z.ZodType>(entry: S, what: string): z.ZodType<z.output<S>[]>;
  /** As `list`, for what is found again by its position: undefined stands where an entry could not be read. */
  places<S extends z.ZodType>(entry: S, what: string): z.ZodType<(z.output<S> | undefined)[]>;
  /** A field that the thing around it can do without. */
  optional<S extends z.ZodType>(field: S, what: string): z.ZodType<z.output<S> | undefined>;
}

export function tolerantSchemas(omit: Omit): TolerantSchemas {
  const read = <S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> | undefined => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    omit({ what, ids: idsOf(value), reason: reasonOf(result.error) });
    return undefined;
  };
  const readAll = <S extends z.ZodType>(entry: S, value: unknown, what: string) => {
    if (value !== undefined && !Array.isArray(value)) omit({ what, ids: {}, reason: 'not a list' });
    return Array.isArray(value) ? value.map((one: unknown) => read(entry, one, what)) : [];
  };
  const anything = z.unknown().optional();
  return {
    places: (entry, what) =>
      around(
        anything.transform((value) => readAll(entry, value, what)),
        z.array(entry),
      ),
    list: (entry, what) =>
      around(
        anything.transform((value) => readAll(entry, value, what).filter((one) => one !== undefined)),
        z.array(entry),
      ),
    optional: (field, what) =>
      around(
        anything.transform((value) => (value === undefined ? undefined : read(field, value, what))),
        field,
      ),
  };
}

/** Paths and messages of what is wrong, without the values: some may be personal. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}

/** What S-360 calls a thing by. */
export function idsOf(value: unknown): Record<string, string> {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    fields.filter(([name]) => name === 'id' || name.endsWith('Id')).map(([name, id]) => [name, String(id)]),
  );
}
