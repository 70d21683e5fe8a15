/** What a schema is about, as paths such as `payments.amount`: to hold it against a WSDL. Lists are passed through. */
import * as z from 'zod';

type Schema = z.core.$ZodType;

/** Fields of a schema, at any depth; of one that is not wanted nothing inside either. */
export function fieldsOf(schema: Schema, isWanted: (field: z.ZodType) => boolean = () => true): string[] {
  const inside = insideOf(schema);
  if (inside) return fieldsOf(inside, isWanted);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries<z.ZodType>(schema.shape).flatMap(([name, field]) =>
    isWanted(field) ? [name, ...fieldsOf(field, isWanted).map((path) => `${name}.${path}`)] : [],
  );
}

/** A field that an answer may lack but its WSDL must have: without it the relay could not tell what it must know. */
export const stated = <S extends z.ZodType>(field: S): S => field.meta({ isStated: true });

/** Whether a WSDL must have the field: an answer without it is of no use, or it is marked by `stated`. */
export const isStated = (field: z.ZodType): boolean => field.meta()?.isStated === true || !field.isOptional();

/** Tells what a schema reads inside a value that zod itself does not look into. */
export const around = <S extends z.ZodType>(schema: S, inside: z.ZodType): S => schema.meta({ inside });

/** The schema of a list's entries, or of a value that may be absent or is changed when it was read. */
function insideOf(schema: Schema): Schema | undefined {
  const told = schema instanceof z.ZodType ? schema.meta()?.inside : undefined;
  if (told instanceof z.ZodType) return told;
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodPipe) return schema.in;
  const mayLack =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodCatch;
  return mayLack ? schema.unwrap() : undefined;
}
