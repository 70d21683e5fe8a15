/** What a schema is about, field by field, with paths such as `payments.amount`: to hold it against a WSDL. Lists are passed through. */
import * as z from 'zod';

type Schema = z.core.$ZodType;

/** What a value must be on the wire for a schema to take it; `scalar` is a text or a number. */
export type Kind = 'object' | 'text' | 'number' | 'scalar' | 'boolean';

/**
 * Where a name was seen, and so how far it can be trusted: in the reference that the vendor generates of its services, on the vendor's pages
 * for integrators, in clients that work against S-360, only so far that where it stands is deduced, or nowhere.
 */
export type Source = 'reference' | 'pages' | 'clients' | 'deduced' | 'guess';

/** A field that a schema is about. */
export interface WireField {
  readonly path: string;
  /** Undefined: whatever comes. */
  readonly kind: Kind | undefined;
  /** Undefined: nobody says. */
  readonly isList: boolean | undefined;
  /** Undefined: nobody says. */
  readonly source: Source | undefined;
  /** The path of what it stands in for where that is not there: another name that S-360 has for it somewhere. */
  readonly standsFor?: string;
}

/** Fields of a schema, at any depth; of one that is not wanted nothing inside either. */
export function fieldsOf(schema: Schema, isWanted: (field: z.ZodType) => boolean = () => true): WireField[] {
  const inside = insideOf(schema);
  const fields = inside ? fieldsOf(inside, isWanted) : fieldsInside(schema, isWanted);
  const { source } = metaOf(schema);
  return source ? fields.map((field) => ({ ...field, source: field.source ?? source })) : fields;
}

function fieldsInside(schema: Schema, isWanted: (field: z.ZodType) => boolean): WireField[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries<z.ZodType>(schema.shape).flatMap(([path, field]) => {
    if (!isWanted(field)) return [];
    const { source, standsFor } = metaOf(field);
    const own = { path, ...formOf(field), source, ...(standsFor !== undefined && { standsFor }) };
    return [own, ...below(path, fieldsOf(field, isWanted))];
  });
}

/** Fields of what stands at a path. */
export const below = (path: string, fields: readonly WireField[]): WireField[] =>
  fields.map((field) => ({
    ...{ ...field, path: `${path}.${field.path}` },
    ...(field.standsFor !== undefined && { standsFor: `${path}.${field.standsFor}` }),
  }));

/** What is said of a schema beside what it takes. */
interface Meta {
  readonly isStated?: true;
  readonly source?: Source;
  readonly standsFor?: string;
  readonly inside?: z.ZodType;
}

const metaOf = (schema: Schema): Meta => (schema instanceof z.ZodType ? (schema.meta() ?? {}) : {}) as Meta;
const mark = <S extends z.ZodType>(schema: S, meta: Meta): S => schema.meta({ ...meta });

/** A field that an answer may lack but its WSDL must have: without it the relay could not tell what it must know. */
export const stated = <S extends z.ZodType>(field: S): S => mark(field, { isStated: true });

/** What was seen there, with all inside it that is not marked otherwise. */
export const seenIn = <S extends z.ZodType>(source: Source, schema: S): S => mark(schema, { source });

/** What was seen nowhere, with all inside it: the names are ours until a WSDL says so too. */
export const guessed = <S extends z.ZodType>(schema: S): S => seenIn('guess', schema);

/** Another name of a field, which is read where the field itself is not there. */
export const alsoCalled = <S extends z.ZodType>(name: string, field: S): S =>
  mark(field, { standsFor: name });

/** Whether a WSDL must have the field: an answer without it is of no use, or it is marked by `stated`. */
export const isStated = (field: z.ZodType): boolean => metaOf(field).isStated === true || !field.isOptional();

/** Tells what a schema reads inside a value that zod itself does not look into. */
export const around = <S extends z.ZodType>(schema: S, inside: z.ZodType): S => mark(schema, { inside });

/** The schema of a list's entries, or of a value that may be absent or is changed when it was read. */
function insideOf(schema: Schema): Schema | undefined {
  const { inside } = metaOf(schema);
  if (inside) return inside;
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodPipe) return schema.in;
  const mayLack =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodCatch;
  return mayLack ? schema.unwrap() : undefined;
}

function formOf(schema: Schema): Pick<WireField, 'kind' | 'isList'> {
  if (schema instanceof z.ZodArray) return { kind: formOf(schema.element).kind, isList: true };
  const inside = insideOf(schema);
  return inside ? formOf(inside) : { kind: kindOf(schema), isList: false };
}

function kindOf(schema: Schema): Kind | undefined {
  if (schema instanceof z.ZodObject) return 'object';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  if (schema instanceof z.ZodUnion) return 'scalar';
  const isText = [z.ZodString, z.ZodEnum, z.ZodLiteral].some((type) => schema instanceof type);
  return isText ? 'text' : undefined;
}
