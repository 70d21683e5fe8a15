import { type HastyTime, machineNow, machineWait, type Pace } from '../time/hasty-time.js';

/** How fast time may go. */
export interface Allowance {
  /** Seconds in one of the machine's. */
  readonly mostRate: number;
  /** How long a look may take by the world's time: far less than what anybody there waits for at all. */
  readonly lookMs: number;
}

export interface PacemakerSettings {
  readonly time: HastyTime;
  /** As long as nothing else is allowed. */
  readonly allowed: Allowance;
  /** Tells everybody, before it begins. */
  tell(pace: Pace): Promise<void>;
  /** Something that every relay does in a moment where the machine follows. Rejects where nothing can be said. */
  look(): Promise<unknown>;
}

/** So long before a pace begins it is told, by the machine: everybody has heard of it by then. */
const toldBeforeMs = 1_000;
const betweenLooksMs = 1_000;
/** A look that is not over by then, by the machine, met a blow. */
const mostLookMs = 10_000;
/** The slowest of so many looks counts: what else a machine does comes in bursts. */
const looksThatCount = 5;

/**
 * Lets the world's time go as fast as is allowed and the machine follows. A time that outruns its machine makes time-outs out of all that
 * is to be done: nothing could be bought in it any more.
 */
export class Pacemaker {
  #allowed: Allowance;
  #rate: number;
  /** How long the last looks took, by the machine. */
  #looks: number[] = [];
  #isOver = false;
  /** The one before is told to everybody before the next. */
  #told: Promise<void> = Promise.resolve();

  constructor(readonly settings: PacemakerSettings) {
    this.#allowed = settings.allowed;
    this.#rate = settings.allowed.mostRate;
  }

  /** Resolves when the world goes by it. */
  allow(allowed: Allowance): Promise<void> {
    this.#allowed = allowed;
    return this.#adjust();
  }

  /** Goes on until it is stopped. */
  async run(): Promise<void> {
    while (!this.#isOver) {
      await machineWait(betweenLooksMs);
      const tookMs = await this.#timeLook();
      if (tookMs === undefined) continue;
      this.#looks = [...this.#looks, tookMs].slice(-looksThatCount);
      await this.#adjust();
    }
  }

  stop(): void {
    this.#isOver = true;
  }

  async #timeLook(): Promise<number | undefined> {
    const began = machineNow();
    const isOver = this.settings.look().then(
      () => true,
      () => false,
    );
    const isTold = await Promise.race([isOver, machineWait(mostLookMs).then(() => false)]);
    return isTold ? machineNow() - began : undefined;
  }

  #adjust(): Promise<void> {
    this.#told = this.#told.then(() => this.#goBy(Math.min(this.#allowed.mostRate, this.#followed)));
    return this.#told;
  }

  /** The rate that the machine follows. */
  get #followed(): number {
    return Math.max(1, this.#allowed.lookMs / Math.max(1, ...this.#looks));
  }

  async #goBy(rate: number): Promise<void> {
    const { time, tell } = this.settings;
    const isNear = rate < this.#allowed.mostRate && Math.abs(rate / this.#rate - 1) < 0.25;
    if (rate === this.#rate || isNear || this.#isOver) return;
    this.#rate = rate;
    const beginsAt = machineNow() + toldBeforeMs;
    const pace = time.paceFrom(beginsAt, rate);
    time.keep(pace);
    await tell(pace);
    await machineWait(beginsAt - machineNow());
  }
}
