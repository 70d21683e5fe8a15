import { readFileSync } from 'node:fs';
import type * as z from 'zod';

/** A JSON file of the configuration that can't be used; the message says why, for an operator. */
export class JsonFileError extends Error {}

/**
 * A JSON file of the configuration, by its schema.
 * @param what it is a list of, for whoever reads the message
 * @throws JsonFileError that names every entry that is wrong, and what may stand there
 */
export function readJsonFile<S extends z.ZodType>(file: string, schema: S, what: string): z.output<S> {
  const parsed = schema.safeParse(contentOf(file));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(': '));
  throw new JsonFileError(`${file} is no list of ${what}: ${faults.join('; ')}`);
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error;
    throw new JsonFileError(`${file} ${isMissing ? "can't be read" : 'is no JSON'}`);
  }
}
