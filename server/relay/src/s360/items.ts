import type * as z from 'zod';
import type { ItemHandlers } from './answer-builder.js';
import { below, fieldsOf, type WireField } from './paths.js';
import {
  idsOf,
  omitSilently,
  reasonOf,
  tolerantSchemas,
  type Omit,
  type TolerantSchemas,
} from './reading.js';
import type { WireObject } from './shape.js';

/** A list of an answer that is too long to be kept: its entries are handed on one by one. */
export interface Items<Item = unknown> {
  /** Where the list stands in the answer. */
  readonly path: string;
  /** All that is read of an entry where it is there, with paths from the answer's top. */
  readonly reads: readonly WireField[];
  /** An entry as it is read; undefined for one that can't be, which `omit` is told. */
  read(raw: WireObject, omit: Omit): Item | undefined;
}

/**
 * Takes an item as soon as it is complete. `at` holds the position in each list on the way to it: for
 * `catalogData.seasons.products`, `[2, 5]` is the sixth product of the third season. The fields of the things around it may still be
 * to come, since S-360 promises no order; look them up by position when the answer is whole.
 */
export type TakeItem<Item> = (item: Item, at: readonly number[]) => void;

/**
 * Items that are read by a schema.
 * @param what one of them, in the ticketing field's word
 * @param schemaWith makes the schema, as that of an answer
 */
export function itemsOf<S extends z.ZodType>(
  path: string,
  what: string,
  schemaWith: (parts: TolerantSchemas) => S,
): Items<z.output<S>> {
  /** A schema is made once for each answer, not for each of its items. */
  const schemas = new WeakMap<Omit, S>();
  const schemaFor = (omit: Omit): S => {
    const schema = schemas.get(omit) ?? schemaWith(tolerantSchemas(omit));
    schemas.set(omit, schema);
    return schema;
  };
  return {
    path,
    reads: below(path, fieldsOf(schemaWith(tolerantSchemas(omitSilently)))),
    read(raw, omit) {
      const result = schemaFor(omit).safeParse(raw);
      if (result.success) return result.data;
      omit({ what, ids: idsOf(raw), reason: reasonOf(result.error) });
      return undefined;
    },
  };
}

/** What the readers of an answer hand its items to. */
export function handlersOf<Item>(
  { path, read }: Items<Item>,
  take: TakeItem<Item>,
  omit: Omit = omitSilently,
): ItemHandlers {
  return {
    [path](raw, at) {
      const item = read(raw, omit);
      if (item !== undefined) take(item, at);
    },
  };
}
