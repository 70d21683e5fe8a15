/** What a schema is about, as paths such as `payments.amount`: to hold it against a WSDL. Lists are passed through. */
import * as z from 'zod';

/** All fields of a schema, at any depth. */
export function fieldsOf(schema: z.core.$ZodType): string[] {
  const inner = insideOf(schema);
  if (inner) return fieldsOf(inner);
  if (!(schema instanceof z.ZodObject)) return [];
  const fields = Object.entries<z.core.$ZodType>(schema.shape);
  return fields.flatMap(([name, field]) => [name, ...fieldsOf(field).map((path) => `${name}.${path}`)]);
}

/** The schema of a list's entries, or of a value that may be absent. */
function insideOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element;
  return schema instanceof z.ZodOptional ? schema.unwrap() : undefined;
}
