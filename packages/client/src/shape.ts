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
  if (sample === undefined) return null;
  if (typeof sample === 'function') return sample(value) ? null : path;
  if (typeof sample !== 'object') return typeof value === typeof sample ? null : path;
  if (Array.isArray(sample)) return misfitOfList(value, sample as readonly AnySample[], path);
  if (typeof value !== 'object' || value === null) return path || 'the reply';
  for (const [name, member] of Object.entries(sample)) {
    const fault = misfit((value as Record<string, unknown>)[name], member, path ? `${path}.${name}` : name);
    if (fault) return fault;
  }
  return null;
}

function misfitOfList(value: unknown, [of]: readonly AnySample[], path: string): string | null {
  if (!Array.isArray(value)) return path;
  if (of === undefined) return null;
  for (let index = 0; index < value.length; index++) {
    const fault = misfit(value[index], of, `${path}.${index}`);
    if (fault) return fault;
  }
  return null;
}
