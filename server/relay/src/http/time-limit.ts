import { contract, takesTimeLimit, type EndpointName } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { Request } from 'express';

const header = 'Request-Timeout';
const wellFormed = /^[1-9]\d{0,5}$/;
/** Nobody is believed to wait longer. */
const mostSeconds = 120;

/**
 * How many seconds the caller waits, as it says itself; undefined where it does not say, or the endpoint does not ask.
 * @throws ProblemError `request-invalid` for anything but whole seconds
 */
export function timeLimitOf(name: EndpointName, request: Request): number | undefined {
  const given = request.get(header);
  if (given === undefined || !takesTimeLimit(contract[name])) return undefined;
  if (wellFormed.test(given)) return Math.min(Number(given), mostSeconds);
  const field = { path: `header.${header}`, reason: 'whole seconds, from 1 to 999999' };
  throw new ProblemError('request-invalid', { fields: [field] });
}
