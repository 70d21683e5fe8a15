/** A request body of the control port that is not what it should be. */
export class BadControl extends Error {
  override name = 'BadControl';
}

export type Body = Record<string, unknown>;

/** An empty body is an empty object. Throws BadControl. */
export function readBody(text: unknown): Body {
  try {
    const body: unknown = JSON.parse(typeof text === 'string' && text !== '' ? text : '{}');
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Body;
  } catch {
    // Falls through to the same answer: it is not a JSON object.
  }
  throw new BadControl('the body must be a JSON object');
}

/** The named field, which must be a text that is not empty. Like those below it throws BadControl. */
export function text(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new BadControl(`${name} must be a text`);
  return value;
}

/** A number of the body, `least` or more. Throws BadControl, which names the field. */
export function number(body: Body, name: string, least: number): number {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < least) {
    throw new BadControl(`${name} must be a number, at least ${least}`);
  }
  return value;
}

/** True or false, not a word for it. Throws BadControl, which names the field. */
export function boolean(body: Body, name: string): boolean {
  const value = body[name];
  if (typeof value !== 'boolean') throw new BadControl(`${name} must be true or false`);
  return value;
}

/** What `read` makes of the named field, or undefined when it is not there. */
export function optional<T>(body: Body, name: string, read: (body: Body, name: string) => T): T | undefined {
  return body[name] === undefined ? undefined : read(body, name);
}

/** Ids as texts or numbers; at least one. */
export function ids(body: Body, name: string): string[] {
  const value = body[name];
  const isId = (item: unknown) => typeof item === 'string' || Number.isSafeInteger(item);
  if (!Array.isArray(value) || value.length === 0 || !value.every(isId)) {
    throw new BadControl(`${name} must be a list of ids`);
  }
  return value.map(String);
}
