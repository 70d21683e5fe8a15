import { ProblemError } from '@s360-widgets/contract/problem';
import type * as z from 'zod';
import { Deadline, type Clock } from '../state/index.js';
import type { ItemHandlers } from './answer-builder.js';
import type { CallBudget } from './budget.js';
import type { Taken } from './budget.rows.js';
import { isSpaced } from './budget.rules.js';
import type { CallOptions, Exchange, S360 } from './calls.js';
import { GuardedS360 } from './guarded.js';
import { handlersOf, type TakeItem } from './items.js';
import { missingFrom } from './missing.js';
import type { Names } from './names.js';
import {
  readAnswer,
  thingsOf,
  toArguments,
  type Arguments,
  type Operation,
  type StreamedOperation,
} from './operation.js';
import {
  causeOf,
  isInProgress,
  isPassing,
  neverArrived,
  problemOfResult,
  refusalCode,
  S360Refusal,
} from './outcome.js';
import { attestedOutcomes, type Outcomes } from './outcomes.js';
import { RecordedS360, type WriteLog } from './recorded.js';
import { RestTransport } from './rest.js';
import type { Versions } from './services.js';
import type { WireObject } from './shape.js';
import { SoapTransport } from './soap.js';
import type { Request, Transport } from './transport.js';
import { WireHttp } from './wire-http.js';
import { readServices } from './wsdl.js';

export interface S360Settings {
  /** `https://demo.ws.secutix.com`, without a slash at the end. */
  readonly baseUrl: string;
  readonly transport: 'soap' | 'rest';
  readonly institution: string;
  readonly operator: string;
  readonly partner: string;
  readonly secret: string;
  readonly timeUnit: 'seconds' | 'milliseconds';
  readonly versions: Versions;
  /** Holds the WSDLs of the services. */
  readonly wsdlFolder: string;
  /** What the institution's WSDLs call otherwise than the relay does. */
  readonly names: Names;
  /** What the institution's codes of refusal mean. */
  readonly outcomes: Outcomes;
}

export interface S360Context {
  readonly clock: Clock;
  readonly budget: CallBudget;
  /** One line for each exchange: no arguments, no answers. */
  readonly log: { debug(facts: object, message: string): void; warn(facts: object, message: string): void };
  /** Hears of each exchange before it is made; what it throws is thrown instead. */
  readonly beforeCall?: () => Promise<void>;
  /** Hears of each exchange when it is over. */
  readonly onExchange?: (exchange: Exchange) => void;
  /** Where writes are written down; by default nowhere. */
  readonly writes?: WriteLog;
}

/** Reads the WSDLs and gives the client. A WSDL that is bad or missing is told by `missing`, and does not throw. */
export async function createS360(settings: S360Settings, context: S360Context): Promise<GuardedS360> {
  const { operator, secret: password, wsdlFolder: folder, names } = settings;
  const { models, unreadable } = await readServices({ folder, operator, password, names });
  const http = new WireHttp(context.clock);
  const Wire = settings.transport === 'soap' ? SoapTransport : RestTransport;
  const wire = new Wire(settings, models, http);
  const caller = new Caller(wire, context, settings.outcomes);
  const s360 = context.writes ? new RecordedS360(caller, context.writes) : caller;
  return new GuardedS360(s360, [...unreadable, ...missingFrom(models)]);
}

interface Call extends Required<Pick<CallOptions, 'share' | 'patienceMs'>> {
  readonly operation: Operation;
  readonly args: WireObject;
  readonly language: string | undefined;
  readonly signal: AbortSignal | undefined;
  readonly items: ItemHandlers | undefined;
  readonly onPoll: CallOptions['onPoll'];
}

const attempts = 3;
const pollEveryMs = 5_000;
/** Longest that a call is polled: a big catalog may take minutes. */
const pollForMs = 300_000;
/** A call that has less than this is not begun: it would hardly be answered in time. */
const leastMs = 1_000;

/** What both transports share: budget, retries, polls, outcome. Exported for tests, which pass their own transport. */
export class Caller implements S360 {
  constructor(
    readonly transport: Transport,
    readonly context: S360Context,
    readonly outcomes: Outcomes = attestedOutcomes,
  ) {}

  async call<Args extends Arguments, Out>(
    operation: Operation<Args, Out>,
    args: z.input<Args>,
    options: CallOptions = {},
  ): Promise<Out> {
    const result = await this.#run(toCall(operation, toArguments(operation, args), undefined, options));
    return readAnswer(operation, result, options.omit);
  }

  async stream<Args extends Arguments, Out, Item>(
    operation: StreamedOperation<Args, Out, Item>,
    args: z.input<Args>,
    take: TakeItem<Item>,
    options: CallOptions = {},
  ): Promise<Out> {
    const items = handlersOf(operation.items, take, options.omit);
    const result = await this.#run(toCall(operation, toArguments(operation, args), items, options));
    return readAnswer(operation, result, options.omit);
  }

  async #run(call: Call): Promise<WireObject> {
    const startedAt = this.context.clock.elapsed();
    let result = await this.#try(call);
    while (isInProgress(result)) {
      const isTooLong = this.context.clock.elapsed() - startedAt > pollForMs;
      if (isTooLong || leftMs() < pollEveryMs + leastMs) throw new ProblemError('box-office-timeout');
      const { requestId } = result;
      await call.onPoll?.(idOf(requestId));
      await this.context.clock.wait(pollEveryMs, call.signal);
      result = await this.#try({ ...call, args: { ...call.args, requestId } }, true);
      if (call.operation.kind === 'write') refuseAnother(requestId, result);
    }
    const problem = problemOfResult(result, this.outcomes);
    if (!problem) return result;
    if (problem.code === 'box-office-refused') this.#warnOfRefusal(call, problem);
    throw problem;
  }

  /** A refusal that the table of codes does not know, with S-360's words where they can't be about a person. */
  #warnOfRefusal({ operation }: Call, { cause }: ProblemError): void {
    if (!(cause instanceof S360Refusal)) return;
    const detail = operation.isImpersonal ? cause.detail.slice(0, 200) : 'not shown';
    this.context.log.warn({ ...factsOf(operation), statusCode: cause.statusCode, detail }, 's360 refused');
  }

  /** Reads are repeated with back-off; a write may have had its effect although the answer was lost. */
  async #try(call: Call, isPoll = false): Promise<WireObject> {
    let hasItems = false;
    const items = call.items && watched(call.items, () => (hasItems = true));
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#exchange({ ...call, items }, isPoll);
      } catch (error) {
        const mayRepeat =
          call.operation.kind === 'read' && !hasItems && isPassing(error) && !call.signal?.aborted;
        const hasRoom = !isSpaced(call.operation) || isPoll || neverArrived(error);
        const backOffMs = 300 * 2 ** attempt * (0.5 + Math.random());
        const hasTime = leftMs() >= backOffMs + leastMs;
        if (attempt === attempts || !mayRepeat || !hasRoom || !hasTime) throw error;
        await this.context.clock.wait(backOffMs, call.signal);
      }
    }
  }

  async #exchange(call: Call, isPoll: boolean): Promise<WireObject> {
    const { clock, log, budget } = this.context;
    const taken = await this.#take(call, isPoll);
    const startedAt = clock.elapsed();
    const facts = () => ({
      ...factsOf(call.operation),
      ms: clock.elapsed() - startedAt,
    });
    try {
      const result = await this.transport.send(toRequest(call));
      await budget.succeed(taken, clock.elapsed() - startedAt);
      if (!isInProgress(result) && problemOfResult(result)) await budget.fail(taken);
      log.debug({ ...facts(), statusCode: result.statusCode }, 's360 answered');
      this.context.onExchange?.({ ...facts(), outcome: 'answered' });
      return result;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      await this.#noteFailure(taken, error);
      const { code: problem } = error;
      log.warn({ ...facts(), problem, statusCode: refusalCode(error), cause: causeOf(error) }, 's360 failed');
      this.context.onExchange?.({ ...facts(), outcome: problem });
      throw error;
    } finally {
      await budget.end(taken);
    }
  }

  /** Returns as soon as there is room, and nobody has a reason why the call should not be made. */
  async #take(call: Call, isPoll: boolean): Promise<Taken> {
    const { operation, share } = call;
    const { budget, beforeCall } = this.context;
    const things = thingsOf(operation, call.args);
    refuseTooLate();
    const patienceMs = Math.min(call.patienceMs, leftMs() - leastMs);
    const taken = await budget.take({ operation, share, things, isPoll }, { ...call, patienceMs });
    try {
      await beforeCall?.();
      // What belongs to a write that is sent must be carried through.
      if (operation.kind === 'write') Deadline.current?.commit();
      return taken;
    } catch (error) {
      await budget.giveBack(taken);
      throw error;
    }
  }

  async #noteFailure(taken: Taken, error: ProblemError): Promise<void> {
    const { budget } = this.context;
    if (neverArrived(error)) await budget.giveBack(taken);
    else if (error.code === 'box-office-busy') await budget.pause(taken);
    else await budget.fail(taken, error.code === 'box-office-timeout');
  }
}

/** Of whoever waits for the call. */
const leftMs = (): number => Deadline.current?.leftMs ?? Number.POSITIVE_INFINITY;

/** @throws ProblemError `box-office-busy`, nothing was sent */
function refuseTooLate(): void {
  if (leftMs() < leastMs)
    throw new ProblemError('box-office-busy', {}, { message: 'too little time is left' });
}

/**
 * A poll is the whole call once more, with the request's id: where S-360 does not know that id any more, it carries the call out
 * again. The answer then tells of another request, and what both have done must be looked at.
 * @throws ProblemError `box-office-timeout`: nobody knows what came of the write
 */
function refuseAnother(requestId: unknown, result: WireObject): void {
  const [asked, answered] = [requestId, result.requestId].map(idOf);
  if (answered === '' || answered === asked) return;
  const message = `S-360 has forgotten request ${asked} and answers for ${answered}`;
  throw new ProblemError('box-office-timeout', {}, { message });
}

const idOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';

/** An operation in a log line. */
const factsOf = ({ service, name }: Operation) => ({ service, operation: name });

function toCall(
  operation: Operation,
  args: WireObject,
  items: ItemHandlers | undefined,
  { share = operation.share, language, patienceMs, signal, onPoll }: CallOptions,
): Call {
  const patience = patienceMs ?? (share === 'checkout' || share === 'payment' ? 5_000 : 0);
  return { operation, args, items, share, language, patienceMs: patience, signal, onPoll };
}

function toRequest({ operation, args, language, signal, items }: Call): Request {
  const { service, name, deadlineMs } = operation;
  const timeoutMs = Math.min(deadlineMs, leftMs());
  return { service, operation: name, args, language, timeoutMs, signal, items };
}

function watched(items: ItemHandlers, onItem: () => void): ItemHandlers {
  const entries = Object.entries(items).map(([path, handler]) => {
    const handle: typeof handler = (item, at) => {
      onItem();
      handler(item, at);
    };
    return [path, handle] as const;
  });
  return Object.fromEntries(entries);
}
