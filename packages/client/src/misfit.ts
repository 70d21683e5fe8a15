import { type AnySample, fits } from './shape.js';

/** Where a reply that does not fit first differs from its sample, such as `events.0.title`; `the reply` when it is no object at all. */
export function misfit(value: unknown, sample: AnySample | undefined, path = ''): string {
  if (typeof value !== 'object' || value === null || typeof sample !== 'object') return path || 'the reply';
  const members = Object.entries(Array.isArray(sample) ? value : sample) as [string, unknown][];
  for (const [name] of members) {
    const of = (sample as Record<string, AnySample>)[Array.isArray(sample) ? 0 : name];
    const member = (value as Record<string, unknown>)[name];
    if (!fits(member, of)) return misfit(member, of, path ? `${path}.${name}` : name);
  }
  return path || 'the reply';
}
