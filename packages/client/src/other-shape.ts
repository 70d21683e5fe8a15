import { ProblemError } from '@s360-widgets/contract/problem';
import { type AnySample, fits } from './shape.js';

/** A relay's answer that lacks what this kit reads of it; the message says where. */
export const otherShape = (name: string, reply: unknown, sample: AnySample) =>
  new ProblemError(
    'relay-unreachable',
    { failure: 'other-shape' },
    { message: `${name} answered another shape: ${misfit(reply, sample)}` },
  );

/** Where a reply first differs from its sample, such as `events.0.title`; `the reply` when it is no object at all. */
function misfit(value: unknown, sample: AnySample | undefined, path = ''): string {
  if (typeof value !== 'object' || value === null || typeof sample !== 'object') return path || 'the reply';
  const members = Object.entries(Array.isArray(sample) ? value : sample) as [string, unknown][];
  for (const [name] of members) {
    const of = (sample as Record<string, AnySample>)[Array.isArray(sample) ? 0 : name];
    const member = (value as Record<string, unknown>)[name];
    if (!fits(member, of)) return misfit(member, of, path ? `${path}.${name}` : name);
  }
  return path || 'the reply';
}
