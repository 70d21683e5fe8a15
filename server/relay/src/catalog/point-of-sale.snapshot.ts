import { ProblemError } from '@s360-widgets/contract/problem';
import type { Logger } from '../http/index.js';
import {
  SharedSnapshot,
  type Answer,
  type Clock,
  type Database,
  type FormerSnapshot,
} from '../state/index.js';
import type { PointOfSale } from './point-of-sale.mapping.js';

export interface PointOfSaleOptions {
  readonly load: () => Promise<PointOfSale>;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called whenever it is another one. */
  readonly onChange?: () => void;
}

/** The name changes with the type, so that what another version of the relay has written is not misread. */
const kind = 'point-of-sale/3';
export const formerPointOfSale: FormerSnapshot = { file: 'pointOfSale.jsonl', kind };

const everyMs = 6 * 3_600_000;
const retryMs = 5_000;

/** The point of sale's configuration, the same at all relays: asked for a few times a day, and kept for when S-360 can't be reached. */
export class PointOfSaleSnapshot {
  #value: PointOfSale | undefined;
  readonly #shared: SharedSnapshot;

  constructor(readonly options: PointOfSaleOptions) {
    const { log } = options;
    this.#shared = new SharedSnapshot(options, {
      ...{ kind, retryMs, everyMs: () => everyMs, isAskedAtStart: true },
      ask: () => this.#ask(),
      // What is read is of the type that the kind's name stands for.
      take: ({ records }) => this.#show(records[0] as PointOfSale),
      onFreshness: () => undefined,
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

  /** Takes what was known before, if anything: until S-360 answers, that is what is known. */
  restore(): Promise<void> {
    return this.#shared.follow();
  }

  /** Resolves after the first try, well or not. */
  async start(): Promise<void> {
    await this.#shared.start();
  }

  stop(): Promise<void> {
    return this.#shared.stop();
  }

  async #ask(): Promise<Answer> {
    const asOf = this.options.clock.now();
    const value = await this.options.load();
    this.#show(value);
    return { facts: {}, asOf, records: () => [value] };
  }

  #show(value: PointOfSale): void {
    if (value.signIn !== (this.#value?.signIn ?? 'optional')) this.#saySignIn(value);
    this.#value = value;
    this.options.onChange?.();
  }

  #saySignIn({ signIn }: PointOfSale): void {
    const { log } = this.options;
    if (signIn === 'optional') log.info({ signIn }, 'guests may buy: tickets are sold here');
    else log.warn({ signIn }, 'the point of sale sells to accounts only: guests can buy nothing here');
  }
}

/** An error as a log may show it: the code of a problem, else the kind of error. */
export function nameOf(error: unknown): string {
  if (error instanceof ProblemError) return error.code;
  return error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'unknown';
}
