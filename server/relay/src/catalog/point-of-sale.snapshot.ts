import { ProblemError } from '@s360-widgets/contract/problem';
import type { Logger } from '../http/index.js';
import { Refresher, toInstant, type Clock, type SnapshotFile } from '../state/index.js';
import type { PointOfSale } from './point-of-sale.mapping.js';

export interface PointOfSaleOptions {
  readonly load: () => Promise<PointOfSale>;
  readonly file: SnapshotFile;
  readonly clock: Clock;
  readonly log: Logger;
}

const everyMs = 6 * 3_600_000;
const retryMs = 5_000;

/** The point of sale's configuration: read a few times a day, and from disk when S-360 can't be reached at the start. */
export class PointOfSaleSnapshot {
  #value: PointOfSale | undefined;
  readonly #refresher: Refresher;

  constructor(readonly options: PointOfSaleOptions) {
    const { clock, log } = options;
    this.#refresher = new Refresher({
      refresh: () => this.#refresh(),
      everyMs,
      retryMs,
      clock,
      onFailure: (error, failures) => log.warn({ problem: nameOf(error), failures }, 'no point of sale'),
    });
  }

  /** What is known now. @throws ProblemError `box-office-down` before anything is */
  get(): PointOfSale {
    if (!this.#value)
      throw new ProblemError('box-office-down', {}, { message: 'the point of sale is not known yet' });
    return this.#value;
  }

  get isKnown(): boolean {
    return this.#value !== undefined;
  }

  /** Takes what is on disk, if anything: until S-360 answers, that is what is known. */
  async restore(): Promise<void> {
    // The file's format name changes with the type, so what is read is of it.
    this.#value = (await this.options.file.read())?.records[0] as PointOfSale | undefined;
  }

  /** Resolves after the first try, well or not. */
  start(): Promise<void> {
    return this.#refresher.start();
  }

  stop(): void {
    this.#refresher.stop();
  }

  async #refresh(): Promise<void> {
    const value = await this.options.load();
    this.#value = value;
    await this.options.file.write(toInstant(this.options.clock.now()), [value]);
  }
}

/** An error as a log may show it: the code of a problem, else the kind of error. */
export function nameOf(error: unknown): string {
  if (error instanceof ProblemError) return error.code;
  return error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'unknown';
}
