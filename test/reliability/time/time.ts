/** A time in place of the machine's, for the whole of a process: nothing in relay or simulator knows of it. */
import { createRequire, syncBuiltinESMExports } from 'node:module';

/** Where a process takes its time from. */
export interface Time {
  /** Milliseconds since 1970. Goes on, and is never set. */
  now(): number;
  /** Calls back once, so much later by this time. */
  after(ms: number, call: () => void): Alarm;
}

export interface Alarm {
  cancel(): void;
  /** Whether the process waits for it; as with timers, it does unless told otherwise. */
  keepProcess(isKept: boolean): void;
}

/** Moves the process's date as an operator or a time server does: what only goes on goes on. */
export interface MachineDate {
  step(ms: number): void;
}

/** What `setTimeout` gives, as far as programs and libraries use it. */
class Timer {
  #alarm: Alarm | undefined;
  #isKept = true;

  constructor(
    readonly time: Time,
    readonly ms: number,
    readonly isRepeated: boolean,
    readonly call: () => void,
  ) {
    this.refresh();
  }

  refresh(): this {
    this.close();
    this.#alarm = this.time.after(this.ms, () => {
      if (this.isRepeated) this.refresh();
      this.call();
    });
    this.#alarm.keepProcess(this.#isKept);
    return this;
  }

  close(): void {
    this.#alarm?.cancel();
  }

  ref(): this {
    return this.#keep(true);
  }

  unref(): this {
    return this.#keep(false);
  }

  hasRef(): boolean {
    return this.#isKept;
  }

  #keep(isKept: boolean): this {
    this.#isKept = isKept;
    this.#alarm?.keepProcess(isKept);
    return this;
  }
}

type Callback = (...values: unknown[]) => void;

/** Date, `performance.now`, `process.hrtime.bigint`, timers and deadlines of this process follow `time` from now on. To be called before anything else is loaded. */
export function installTime(time: Time): MachineDate {
  const beganAt = time.now();
  let stepMs = 0;
  const date = () => Math.floor(time.now() + stepMs);
  const machineDate = Date;
  globalThis.Date = new Proxy(machineDate, {
    construct: (target, values: [string]) => (values.length > 0 ? new target(...values) : new target(date())),
    get: (target, name) => (name === 'now' ? date : (Reflect.get(target, name) as unknown)),
  });
  performance.now = () => time.now() - beganAt;
  process.hrtime.bigint = () => BigInt(Math.floor(time.now() * 1_000)) * 1_000n;
  installTimers(time);
  return {
    step(ms) {
      stepMs += ms;
    },
  };
}

function installTimers(time: Time): void {
  const start =
    (isRepeated: boolean) =>
    (call: Callback, ms = 0, ...values: unknown[]) =>
      new Timer(time, Math.max(1, Number(ms) || 0), isRepeated, () => call(...values));
  const clear = (timer: unknown) => {
    if (timer instanceof Timer) timer.close();
  };
  Object.assign(globalThis, {
    setTimeout: start(false),
    setInterval: start(true),
    clearTimeout: clear,
    clearInterval: clear,
  });
  AbortSignal.timeout = (ms) => {
    const deadline = new AbortController();
    const reason = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    time.after(ms, () => deadline.abort(reason())).keepProcess(false);
    return deadline.signal;
  };
  const promises = createRequire(import.meta.url)('node:timers/promises') as { setTimeout: unknown };
  promises.setTimeout = waitOf(time);
  syncBuiltinESMExports();
}

interface WaitOptions {
  readonly signal?: AbortSignal;
  readonly ref?: boolean;
}

/** `setTimeout` of `node:timers/promises`. */
const waitOf =
  (time: Time) =>
  <T>(ms = 0, value?: T, { signal, ref = true }: WaitOptions = {}): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      const aborted = () => new DOMException('The operation was aborted', 'AbortError');
      if (signal?.aborted) return reject(aborted());
      const stop = () => {
        alarm.cancel();
        reject(aborted());
      };
      const alarm = time.after(ms, () => {
        signal?.removeEventListener('abort', stop);
        resolve(value);
      });
      alarm.keepProcess(ref);
      signal?.addEventListener('abort', stop, { once: true });
    });
