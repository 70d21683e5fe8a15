import { setTimeout as delay } from 'node:timers/promises';
import { HttpFailure, InjectedFault, LostConnection } from '../wire/http-failure.js';

/**
 * What a call can be made to end in. A word that begins with `error.` is answered as statusCode; `timeout` never
 * answers; `reset` cuts the connection.
 */
export type FaultKind = 'http500' | 'http509' | 'fault' | 'timeout' | 'reset' | `error.${string}`;

export interface Fault {
  kind: FaultKind;
  times: number;
  /** Do the work first and lose the answer only, as a broken network does. */
  after: boolean;
}

/** A statusCode asked for by the control port, answered without running the service. */
export class InjectedOutcome extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'InjectedOutcome';
  }
}

/** Latency and faults of each method, and how often it was called. `*` stands for every method. */
export interface Faults {
  setLatency(method: string, ms: number): void;
  setFault(method: string, fault: Fault): void;
  /** Waits out the method's latency. */
  wait(method: string): Promise<void>;
  /** Throws the method's next fault, if one is due at this moment. */
  strike(method: string, moment: 'before' | 'after'): void;
  count(method: string): void;
  counts(): Record<string, number>;
  reset(): void;
}

export function createFaults(): Faults {
  const latencies = new Map<string, number>();
  const faults = new Map<string, Fault>();
  const calls = new Map<string, number>();

  return {
    setLatency: (method, ms) => void latencies.set(method, ms),
    setFault: (method, fault) => void faults.set(method, { ...fault }),
    async wait(method) {
      const ms = latencies.get(method) ?? latencies.get('*') ?? 0;
      if (ms > 0) await delay(ms, undefined, { ref: false });
    },
    strike(method, moment) {
      const fault = faults.get(method) ?? faults.get('*');
      if (!fault || fault.times <= 0 || fault.after !== (moment === 'after')) return;
      fault.times -= 1;
      throw errorOf(fault.kind);
    },
    count: (method) => void calls.set(method, (calls.get(method) ?? 0) + 1),
    counts: () => Object.fromEntries(calls),
    reset() {
      latencies.clear();
      faults.clear();
      calls.clear();
    },
  };
}

function errorOf(kind: FaultKind): Error {
  switch (kind) {
    case 'http500':
      return new HttpFailure(500, 'Internal Server Error');
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
