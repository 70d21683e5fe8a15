/** A time that goes on evenly, only faster than the machine's: the same in every process that is told the same. */
import type { Alarm, Time } from './time.js';

/** How time goes from an instant of the machine's on. */
export interface Pace {
  /** Since 1970, by the machine. */
  readonly machineMs: number;
  /** What time it is then. */
  readonly timeMs: number;
  /** How many seconds a second of the machine's is. */
  readonly rate: number;
}

// As they are before a process gets another time.
const { setTimeout, clearTimeout } = globalThis;
const sinceStart = performance.now.bind(performance);
/** Goes on evenly, whatever is done to the machine's date. */
export const machineNow = (): number => performance.timeOrigin + sinceStart();

export const machineWait = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms));

/** A machine's timer can't be set for longer. */
const longestMs = 2 ** 30;

export class HastyTime implements Time {
  readonly #paces: Pace[] = [];
  readonly #pending = new Set<Pending>();

  /** @param paces at least the one that it goes by at this moment */
  constructor(...paces: readonly Pace[]) {
    for (const pace of paces) this.keep(pace);
  }

  /** All that this time has gone by, and will: whoever starts now goes by the same. */
  get paces(): readonly Pace[] {
    return this.#paces;
  }

  now(): number {
    return this.#at(machineNow());
  }

  /** Of the machine's, from the beginning to now. */
  get meanRate(): number {
    const [first] = this.#paces as [Pace];
    return (this.now() - first.timeMs) / (machineNow() - first.machineMs);
  }

  after(ms: number, call: () => void): Alarm {
    const pending = new Pending(this.now() + ms, (alarm) => {
      this.#pending.delete(alarm);
      call();
    });
    this.#pending.add(pending);
    this.#set(pending);
    return {
      cancel: () => {
        this.#pending.delete(pending);
        pending.clear();
      },
      keepProcess: (isKept) => pending.keepProcess(isKept),
    };
  }

  /** The pace from an instant of the machine's on, for whoever keeps this time. */
  paceFrom(machineMs: number, rate: number): Pace {
    return { machineMs, timeMs: this.#at(machineMs), rate };
  }

  /** Goes by another pace as soon as that begins. */
  keep(pace: Pace): void {
    this.#paces.push(pace);
    this.#begin(pace);
  }

  #begin(pace: Pace): void {
    const comesInMs = pace.machineMs - machineNow();
    if (comesInMs > 0) setTimeout(() => this.#begin(pace), comesInMs).unref();
    else for (const pending of this.#pending) this.#set(pending);
  }

  #at(machineMs: number): number {
    const pace = this.#paceAt(machineMs);
    return pace.timeMs + (machineMs - pace.machineMs) * pace.rate;
  }

  #paceAt(machineMs: number): Pace {
    return this.#paces.findLast((pace) => pace.machineMs <= machineMs) ?? (this.#paces[0] as Pace);
  }

  #set(pending: Pending): void {
    const leftMs = pending.at - this.now();
    pending.set(Math.min(longestMs, leftMs / this.#paceAt(machineNow()).rate), () =>
      // A timer of the machine's may come a little early.
      this.now() >= pending.at ? pending.come() : this.#set(pending),
    );
  }
}

/** A call that is still to come, and the machine's timer for it. */
class Pending {
  #timer: NodeJS.Timeout | undefined;
  #isKept = true;

  constructor(
    readonly at: number,
    readonly call: (pending: Pending) => void,
  ) {}

  set(ms: number, then: () => void): void {
    this.clear();
    this.#timer = setTimeout(then, Math.max(0, ms));
    if (!this.#isKept) this.#timer.unref();
  }

  come(): void {
    this.call(this);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }

  keepProcess(isKept: boolean): void {
    this.#isKept = isKept;
    if (isKept) this.#timer?.ref();
    else this.#timer?.unref();
  }
}
