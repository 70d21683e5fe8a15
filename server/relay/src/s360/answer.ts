import type * as z from 'zod';
import { fieldsOf, isStated, type Source, type WireField } from './paths.js';
import { omitSilently, tolerantSchemas, type Omit, type TolerantSchemas } from './reading.js';
import type { WireObject } from './shape.js';

/** What the relay reads of an operation's answer. */
export interface Answer<Out> {
  /** Paths of the fields without which the answer is of no use, as in `data.orders.id`: the WSDL must have them. */
  readonly gives: readonly string[];
  /** All that is read of it where it is there. */
  readonly reads: readonly WireField[];
  /**
   * @param omit hears of what could not be read and was left out
   * @throws ZodError where what can't be left out can't be read
   */
  read(result: WireObject, omit: Omit): Out;
}

/** An answer of which only success counts. */
export const success: Answer<undefined> = { gives: [], reads: [], read: () => undefined };

/**
 * An answer that is read by a schema. The WSDL must have what the schema requires, and what it marks as `stated`.
 * @param schemaWith makes the schema; what is built of the tolerant parts costs itself alone where it can't be read
 */
export function reading<S extends z.ZodType>(schemaWith: (parts: TolerantSchemas) => S): Answer<z.output<S>> {
  const schema = schemaWith(tolerantSchemas(omitSilently));
  return {
    gives: fieldsOf(schema, isStated).map(({ path }) => path),
    reads: fieldsOf(schema),
    read: (result, omit) => schemaWith(tolerantSchemas(omit)).parse(result),
  };
}

/** An answer that is read by a schema which says less of the WSDL than must be there. @param selection as GraphQL writes it */
export const readingOf = <S extends z.ZodType>(
  selection: string,
  schemaWith: (parts: TolerantSchemas) => S,
): Answer<z.output<S>> => ({ ...reading(schemaWith), gives: pathsOf(selection) });

/** An answer that its reader takes as it came. @param selection what it can't do without, as GraphQL writes it, and where that was seen */
export const asItCame = (selection = '', source?: Source): Answer<WireObject> => ({
  gives: pathsOf(selection),
  reads: pathsOf(selection).map((path) => ({ path, kind: undefined, isList: undefined, source })),
  read: (result) => result,
});

/** `a { b c }` as the paths `a`, `a.b`, `a.c`. */
function pathsOf(selection: string): string[] {
  const paths: string[] = [];
  const around: string[] = [];
  for (const token of selection.match(/[{}]|[^\s{}]+/g) ?? []) {
    if (token === '{') around.push(paths.at(-1) ?? '');
    else if (token === '}') around.pop();
    else paths.push([...around.slice(-1), token].join('.'));
  }
  return paths;
}
