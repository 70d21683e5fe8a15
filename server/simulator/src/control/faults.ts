import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../clock.js';
import { deriveSeed, mulberry32, type Random } from '../season/random.js';
import { HttpFailure, InjectedFault, LostConnection } from '../wire/http-failure.js';

/**
 * What a call can be made to end in. A word that begins with `error.` is answered as statusCode; `timeout` never
 * answers; `reset` cuts the connection; `duplicate` does the work twice, as behind a gateway that repeats a request;
 * `in_progress` keeps the answer back; `forgotten` makes a poll meet a server that does not know its requestId.
 */
export type FaultKind =
  | 'http429'
  | 'http500'
  | 'http503'
  | 'http509'
  | 'fault'
  | 'timeout'
  | 'reset'
  | 'duplicate'
  | 'in_progress'
  | 'forgotten'
  | `error.${string}`;

export interface Fault {
  /** `*` for every method. */
  method: string;
  kind: FaultKind;
  /** How often it strikes; Infinity for without end. */
  times: number;
  /** Do the work first and lose the answer only, as a broken network does. */
  after: boolean;
  /** Of each call that it could strike: above 0, 1 for all of them. */
  probability: number;
  /** `in_progress`: how many polls are answered so as well. */
  polls: number;
  /** `in_progress`: and how long, by the simulator's clock. */
  seconds: number;
}

/** A fault with how often it has struck; `times` is what is left. */
export type CountedFault = Fault & { struck: number };

/** A statusCode asked for by the control port, answered without running the service. */
export class InjectedOutcome extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'InjectedOutcome';
  }
}

/** Kinds that change how a call is carried out, and do not end it by themselves. */
const CARRIED_OUT = new Set<FaultKind>(['duplicate', 'in_progress', 'forgotten']);

interface Armed extends CountedFault {
  random: Random;
}

/** Latency and faults of each method, and how often it was called. */
export class Faults {
  readonly #latencies = new Map<string, number>();
  readonly #calls = new Map<string, number>();
  #armed: Armed[] = [];

  constructor(private readonly clock: Clock) {}

  setLatency(method: string, ms: number): void {
    this.#latencies.set(method, ms);
  }

  /** In place of all faults of its method. */
  setFault(fault: Fault): void {
    this.#armed = [...this.#armed.filter(({ method }) => method !== fault.method), arm(fault, 0)];
  }

  /** In place of all faults. With the same seed and the same calls of each method the same ones are struck. */
  script(faults: Fault[], seed: number): void {
    this.#armed = faults.map((fault, index) => arm(fault, deriveSeed(seed, index)));
  }

  list(): CountedFault[] {
    return this.#armed.map(({ random: _random, ...fault }) => fault);
  }

  /** Waits out the method's latency. */
  async wait(method: string): Promise<void> {
    const ms = this.#latencies.get(method) ?? this.#latencies.get('*') ?? 0;
    if (ms > 0) await delay(ms, undefined, { ref: false });
  }

  /** Throws the method's next fault that ends a call, if one is due at this moment. */
  strike(method: string, moment: 'before' | 'after'): void {
    const isAfter = moment === 'after';
    const fault = this.#next(method, ({ kind, after }) => !CARRIED_OUT.has(kind) && after === isAfter);
    if (fault) throw errorOf(fault.kind);
  }

  /** Whether such a fault is due; it counts as struck. */
  isStruck(method: string, wanted: 'duplicate' | 'forgotten'): boolean {
    return this.#next(method, ({ kind }) => kind === wanted) !== undefined;
  }

  /** Whether a call's answer is still kept back, to be asked at each try; undefined when no `in_progress` is due. */
  keepBack(method: string): (() => boolean) | undefined {
    const fault = this.#next(method, ({ kind }) => kind === 'in_progress');
    return fault && keptBack(fault, this.clock);
  }

  count(method: string): void {
    this.#calls.set(method, (this.#calls.get(method) ?? 0) + 1);
  }

  counts(): Record<string, number> {
    return Object.fromEntries(this.#calls);
  }

  reset(): void {
    this.#latencies.clear();
    this.#calls.clear();
    this.#armed = [];
  }

  /** The first fault that is due, those of the method itself before those of all. Each candidate draws its own lot. */
  #next(method: string, isMeant: (fault: Fault) => boolean): Fault | undefined {
    const candidates = [method, '*'].flatMap((name) => this.#armed.filter((fault) => fault.method === name));
    const due = candidates.find(
      (fault) => fault.times > 0 && isMeant(fault) && fault.random() < fault.probability,
    );
    if (!due) return undefined;
    due.times -= 1;
    due.struck += 1;
    return due;
  }
}

/** Each fault draws from a stream of its own, so that one method's calls do not move another's lots. */
function arm(fault: Fault, seed: number): Armed {
  return { ...fault, struck: 0, random: mulberry32(seed) };
}

/** True for the call itself and its polls, and as long as the seconds last. */
function keptBack({ polls, seconds }: Fault, clock: Clock): () => boolean {
  let answersLeft = polls + 1;
  const until = clock.now() + seconds * 1000;
  return () => {
    answersLeft -= 1;
    return answersLeft >= 0 || clock.now() < until;
  };
}

function errorOf(kind: FaultKind): Error {
  switch (kind) {
    case 'http429':
      return new HttpFailure(429, 'Too Many Requests');
    case 'http500':
      return new HttpFailure(500, 'Internal Server Error');
    case 'http503':
      return new HttpFailure(503, 'Service Unavailable');
    case 'http509':
      return new HttpFailure(509, 'Bandwidth Limit Exceeded');
    case 'fault':
      return new InjectedFault('a fault asked for by the control port');
    case 'timeout':
    case 'reset':
      return new LostConnection(kind);
    default:
      return new InjectedOutcome(kind);
  }
}
