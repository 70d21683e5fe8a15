import { AsyncLocalStorage } from 'node:async_hooks';
import type { Alarm, Time } from '../time/time.js';

const lives = new AsyncLocalStorage<Life>();

/** What is to befall a relay at a moment. */
export interface Doom {
  /** Undefined: the next one, whichever that is. */
  readonly moment: string | undefined;
  /** Stands still for so long; 0: dies. */
  readonly standsMs: number;
  /** Hears that it has happened, and at which moment. */
  struck(moment: string): void;
}

const never = new Promise<never>(() => undefined);

/** One relay's process, as far as others see one: it may be ended at any await, or stand still, and knows of neither. */
export class Life {
  isDead = false;
  doom: Doom | undefined;
  #standsUntil = 0;
  readonly #ends = new Set<() => void>();

  constructor(
    readonly name: string,
    readonly time: Time,
  ) {}

  /** The relay that the code which is running belongs to; undefined for visitors and S-360. */
  static get current(): Life | undefined {
    return lives.getStore();
  }

  /** Runs what is nobody's, such as what S-360 does about a relay's call. */
  static outside<T>(work: () => T): T {
    return lives.exit(work);
  }

  /** Runs what is this relay's. */
  run<T>(work: () => T): T {
    return lives.run(this, work);
  }

  /** Calls, unless the relay is dead, and as soon as it stands still no longer. */
  enter(call: () => void): void {
    if (this.isDead) return;
    const waitMs = this.#standsUntil - this.time.now();
    if (waitMs > 0) this.time.after(waitMs, () => this.enter(call));
    else this.run(call);
  }

  /** Ends it as SIGKILL does: not a line of it runs any more. */
  kill(): void {
    this.isDead = true;
    for (const end of this.#ends) end();
    this.#ends.clear();
  }

  /** What the system does when the process is gone, such as closing its connections. Gives back how to call that off. */
  onEnd(end: () => void): () => void {
    this.#ends.add(end);
    return () => this.#ends.delete(end);
  }

  standStill(ms: number): void {
    this.#standsUntil = this.time.now() + ms;
  }

  /** What the relay's code asks at each await of the checkout. */
  atMoment(moment: string): true | Promise<true> {
    const { doom } = this;
    if (this.isDead) return never;
    if (!doom || (doom.moment ?? moment) !== moment) return true;
    this.doom = undefined;
    doom.struck(moment);
    if (doom.standsMs === 0) {
      this.kill();
      return never;
    }
    this.standStill(doom.standsMs);
    return new Promise((resolve) => void this.time.after(doom.standsMs, () => resolve(true)));
  }
}

/** The time that all go by; what is a relay's comes to it only while that lives. */
export const timeOfLives = (time: Time): Time => ({
  now: () => time.now(),
  after(ms: number, call: () => void): Alarm {
    const life = Life.current;
    return time.after(ms, life ? () => life.enter(call) : call);
  },
});
