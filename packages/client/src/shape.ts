/**
 * What an endpoint's reply must have, as a sample of it: `''` stands for any text, `0` for any number, `false` for a yes or no,
 * `[of]` for a list whose items fit `of`, `[]` for any list, a function for what it says yes to. What a sample leaves out may
 * be anything.
 */
export type Sample<T> = T extends string
  ? ''
  : T extends number
    ? 0
    : T extends boolean
      ? false
      : T extends readonly (infer Item)[]
        ? readonly [] | readonly [Sample<Item>]
        : { readonly [Key in keyof T]?: null extends T[Key] ? Test : Sample<T[Key]> };

export type Test = (value: unknown) => boolean;
export type AnySample =
  | string
  | number
  | boolean
  | Test
  | readonly AnySample[]
  | { readonly [key: string]: AnySample | undefined };

/**
 * Where a reply first differs from its sample, such as `events.0.title`; `the reply` when it is no object at all; null when it
 * fits. Cheap: it looks at the names and kinds of what the sample lists, and at no more.
 */
export function misfit(value: unknown, sample: AnySample | undefined, path = ''): string | null {
  if (sample === undefined || (typeof sample === 'function' && sample(value))) return null;
  const isList = Array.isArray(sample);
  const isAlike = typeof value === typeof sample && value !== null && (!isList || Array.isArray(value));
  if (!isAlike) return path || 'the reply';
  if (typeof sample !== 'object') return null;
  const members = value as Record<string, unknown>;
  const samples = sample as Record<string, AnySample>;
  for (const name of Object.keys(isList ? members : samples)) {
    const fault = misfit(members[name], samples[isList ? 0 : name], path ? `${path}.${name}` : name);
    if (fault) return fault;
  }
  return null;
}
