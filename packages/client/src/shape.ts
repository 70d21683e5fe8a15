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

/** Whether a reply has what its sample lists, each of the same kind. Cheap: it looks at no more. */
export function fits(value: unknown, sample: AnySample | undefined): boolean {
  if (sample === undefined) return true;
  if (typeof sample === 'function') return sample(value);
  if (typeof value !== typeof sample || value === null) return false;
  if (typeof sample !== 'object') return true;
  const members = value as Record<string, unknown>;
  if (Array.isArray(sample))
    return Array.isArray(value) && value.every((item) => fits(item, sample[0] as AnySample));
  return Object.entries(sample).every(([name, member]) => fits(members[name], member as AnySample));
}
