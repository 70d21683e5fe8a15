import type { AnyParts } from './request.js';

/** The path of an endpoint with its parameters filled in and the query that is given. */
export function pathOf(template: string, { params, query }: AnyParts): string {
  const path = template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const given = Object.entries(query ?? {}).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}
