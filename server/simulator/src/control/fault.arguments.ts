import { BadControl, type Body, boolean, number, optional, text } from './control.arguments.js';
import type { Fault, FaultKind } from './faults.js';

const KINDS = [
  'http429',
  'http500',
  'http503',
  'http509',
  'fault',
  'timeout',
  'reset',
  'duplicate',
  'in_progress',
  'forgotten',
];

/** A fault of a body, which strikes without end when it has a probability and no `times`. Throws BadControl. */
export function faultOf(body: Body): Fault {
  const probability = optional(body, 'probability', probabilityOf);
  const after = optional(body, 'after', boolean) ?? false;
  const kind = kindOf(body);
  const isEndless = probability !== undefined && body.times === undefined;
  return {
    ...{ method: text(body, 'method'), kind, after },
    times: isEndless ? Number.POSITIVE_INFINITY : number(body, 'times', 1),
    probability: probability ?? 1,
    polls: optional(body, 'polls', (fault, name) => number(fault, name, 0)) ?? 0,
    seconds: optional(body, 'seconds', (fault, name) => number(fault, name, 0)) ?? 0,
  };
}

/** All faults of a script, in its order. Throws BadControl. */
export function faultsOf({ faults }: Body): Fault[] {
  if (!Array.isArray(faults)) throw new BadControl('faults must be a list');
  return faults.map((fault: unknown) => faultOf(Object(fault) as Body));
}

/** The kinds of a fault, or any statusCode of an error. */
function kindOf(body: Body): FaultKind {
  const kind = text(body, 'kind');
  if (!KINDS.includes(kind) && !kind.startsWith('error.')) {
    throw new BadControl(`kind must be one of ${KINDS.join(', ')}, or a statusCode that begins with error.`);
  }
  return kind as FaultKind;
}

function probabilityOf(body: Body, name: string): number {
  const probability = number(body, name, 0);
  if (probability > 1) throw new BadControl(`${name} must be at most 1`);
  return probability;
}
