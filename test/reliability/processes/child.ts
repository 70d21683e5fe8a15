import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Pace } from '../time/hasty-time.js';
import { type Doom, type Order, struckOn } from './orders.js';

const inside = fileURLToPath(new URL('./inside.js', import.meta.url));

/** However this process ends, none of them outlives it. */
const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** A question that is not answered by then, by the machine, is asked again. */
const mostAnswerMs = 10_000;

export interface ChildSettings {
  /** A compiled program. */
  readonly main: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly paces: readonly Pace[];
  /** Answers with status 200 when it is ready. */
  readonly readyUrl: string;
  /** Hears that it has ended, though it was ready and nobody ended it, with its last words. */
  onCrash(words: string): void;
}

/** A process of the run: see `inside.ts`. */
export class Child {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #words: string[] = [];
  #isReady = false;
  #isKilled = false;
  #isStopped = false;
  /** Where a relay stands, as long as it does. */
  #struckAt: string | undefined;
  #onStruck: (() => void) | undefined;

  constructor(readonly settings: ChildSettings) {
    const { main, environment, paces, onCrash } = settings;
    this.#process = spawn(process.execPath, ['--import', inside, main], {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        FAULTS_PACES: JSON.stringify(paces),
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'ipc'],
    });
    this.#ended = once(this.#process, 'close').then(() => {
      living.delete(this.#process);
      if (this.#isReady && !this.#isKilled) onCrash(this.#lastWords);
    });
    living.add(this.#process);
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on('data', (words) => void this.#words.push(String(words)));
    createInterface(this.#line).on('line', (moment) => {
      this.#struckAt = moment;
      this.#onStruck?.();
    });
  }

  get #line(): Duplex {
    return this.#process.stdio[struckOn] as Duplex;
  }

  get #lastWords(): string {
    return this.#words.join('').slice(-3_000);
  }

  get isAlive(): boolean {
    return this.#isReady && !this.#isKilled && !this.#hasEnded;
  }

  get isStarting(): boolean {
    return !this.#isReady && !this.#isKilled && !this.#hasEnded;
  }

  get #hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** Alive, but it does nothing. */
  get isStandingStill(): boolean {
    return this.#isStopped || this.#struckAt !== undefined;
  }

  /** Resolves as soon as it answers. @throws where it has ended */
  async ready(wait: (ms: number) => Promise<void>): Promise<void> {
    while (!this.#isReady) {
      if (this.#hasEnded) throw new Error(`${this.settings.main} has ended: ${this.#lastWords}`);
      const signal = AbortSignal.timeout(mostAnswerMs);
      const answer = await fetch(this.settings.readyUrl, { signal }).catch(() => undefined);
      this.#isReady = answer?.ok ?? false;
      if (!this.#isReady) await wait(1_000);
    }
  }

  tell(order: Order): void {
    if (this.#process.connected) this.#process.send(order, () => undefined);
  }

  /** Resolves when the doom has struck it. */
  isStruck(doom: Doom): Promise<void> {
    return new Promise((resolve) => {
      this.#onStruck = resolve;
      this.tell({ doom });
    });
  }

  /** The doom is called off; the moment at which it has struck all the same, if it has. */
  async isSpared(): Promise<string | undefined> {
    if (this.#struckAt !== undefined) return this.#struckAt;
    const struck = new Promise<void>((resolve) => {
      this.#onStruck = resolve;
    });
    const heard = once(this.#process, 'message');
    this.tell({ doom: null });
    await Promise.race([heard, struck, this.#ended]);
    return this.#struckAt;
  }

  /** Whatever it is at. */
  standStill(): void {
    this.#process.kill('SIGSTOP');
    this.#isStopped = true;
  }

  goOn(): void {
    this.#process.kill('SIGCONT');
    this.#isStopped = false;
    if (this.#struckAt !== undefined) this.#line.write('\n');
    this.#struckAt = undefined;
  }

  /** As a crash does. */
  async kill(): Promise<void> {
    this.#isKilled = true;
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}
