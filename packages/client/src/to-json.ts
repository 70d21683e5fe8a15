/**
 * JSON of plain data, as the language means it: a `toJSON` that a script of the page has put on the built-in prototypes, as
 * Prototype.js does, is not asked, and what is enumerable on them is not written.
 */
export const toJson = (data: unknown): string => JSON.stringify(withoutPrototype(data));

function withoutPrototype(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Object.assign(value.map(withoutPrototype), { toJSON: undefined });
  const members = Object.entries(value).map(([name, member]) => [name, withoutPrototype(member)] as const);
  return Object.assign(Object.create(null) as object, Object.fromEntries(members));
}
