import { type Faults, InjectedOutcome } from '../control/faults.js';
import { Refusal } from '../refusal.js';
import { HttpFailure } from './http-failure.js';
import type { Jobs } from './jobs.js';
import type { Limits } from './limits.js';
import type { Operation, ServiceDescription } from './wsdl.js';

/**
 * The methods of one service by name. The wire reads the arguments by the WSDL, so a handler may rely on names and
 * types (an id is a decimal string, a dateTime an ISO string, a map an object), not on anything being there.
 */
export type Handlers = Record<string, (args: never) => object | Promise<object>>;

/** Service name to its methods. */
export type Services = Record<string, Handlers>;

/** A call whose arguments were read. */
export interface Call {
  service: ServiceDescription;
  operation: Operation;
  args: Record<string, unknown>;
}

export interface Dispatcher {
  /** What precedes reading the body: counts, faults and the institution's limit. Throws what ends the call. */
  admit(method: string): void;
  /** The result object, statusCode included. Throws only what is not an answer of the service. */
  dispatch(call: Call): Promise<object>;
  /** How long a call may take before it is answered with `in_progress`. */
  setWait(ms: number): void;
}

/** What a call passes through. */
export interface DispatchParts {
  services: Services;
  faults: Faults;
  limits: Limits;
  jobs: Jobs;
  waitMs: number;
}

/** Refusals become results in a 200; only failures of HTTP are thrown. */
export function createDispatcher(parts: DispatchParts): Dispatcher {
  const { faults, limits } = parts;
  let wait = parts.waitMs;

  return {
    admit(method) {
      faults.count(method);
      limits.countCall();
    },
    async dispatch(call) {
      const method = call.operation.name;
      try {
        faults.strike(method, 'before');
        const answer = await answered(parts, call, patience(call.args, wait));
        faults.strike(method, 'after');
        return answer;
      } catch (error) {
        if (error instanceof Refusal) return refused(call.args, error.code, error.detail);
        if (error instanceof InjectedOutcome)
          return refused(call.args, error.code, 'asked for by the control port');
        throw error;
      }
    },
    setWait(ms) {
      wait = ms;
    },
  };
}

/**
 * The answer to a call, or to a poll for it, which is not counted by the method's limit. GUESS: with a requestId that is
 * not known any more the call is carried out anew, a write as well.
 */
async function answered(parts: DispatchParts, call: Call, waitMs: number): Promise<object> {
  const { faults, jobs, limits } = parts;
  const method = call.operation.name;
  const requestId = call.args.requestId as number | undefined;
  if (jobs.has(method, requestId) && faults.isStruck(method, 'forgotten')) jobs.forget(method, requestId);
  if (jobs.has(method, requestId)) return jobs.run(method, requestId, waitMs, () => perform(parts, call));
  limits.countMethod(method, call.args);
  const start = faults.isStruck(method, 'duplicate') ? performTwice : perform;
  return jobs.run(method, requestId, waitMs, () => start(parts, call), faults.keepBack(method));
}

/** Waits out the latency, then lets the service do the work. */
async function perform(
  { services, faults }: DispatchParts,
  { service, operation, args }: Call,
): Promise<object> {
  const handler = services[service.name]?.[operation.name];
  if (!handler) throw new HttpFailure(501, `${service.name}.${operation.name} is not simulated`);
  await faults.wait(operation.name);
  const result = await handler(args as never);
  return { ...success(args), ...result };
}

/** The second time meets what the first one did. GUESS: the caller gets the second answer. */
async function performTwice(parts: DispatchParts, call: Call): Promise<object> {
  await perform(parts, call).catch(() => undefined);
  return perform(parts, call);
}

/** `maxWaitingTime` of the closing calls shortens the wait. GUESS: in seconds, and 0 for the usual wait. */
function patience({ maxWaitingTime }: Record<string, unknown>, waitMs: number): number {
  const asked = typeof maxWaitingTime === 'number' && maxWaitingTime > 0 ? maxWaitingTime * 1000 : waitMs;
  return Math.min(asked, waitMs);
}

/** Fields that the result's type does not have (only order results have the last two) are not written. */
function success(args: Record<string, unknown>): object {
  const requestId = args.requestId ?? null;
  return {
    requestId,
    statusCode: 'success',
    statusDetail: null,
    expectedException: false,
    statusMessage: null,
  };
}

function refused(args: Record<string, unknown>, code: string, detail: string): object {
  const requestId = args.requestId ?? null;
  return {
    requestId,
    statusCode: code,
    statusDetail: detail,
    expectedException: true,
    statusMessage: detail,
  };
}
