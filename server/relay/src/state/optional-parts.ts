import { setTimeout } from 'node:timers/promises';
import { ProblemError } from '@s360-widgets/contract/problem';

/** How long an answer waits for a part that it can do without. The part is read on, for whoever asks next. */
const patienceMs = 3_000;

export interface PartsLog {
  error(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** Reads the parts of one answer that it can do without, and remembers which of them failed or took too long. */
export class OptionalParts<Name extends string> {
  readonly #unread = new Set<Name>();

  constructor(readonly log: PartsLog) {}

  /** What is missing, in the order in which it failed. */
  get unread(): Name[] {
    return [...this.#unread];
  }

  /** The part, or `instead` where it can't be read in time. Never rejects. */
  async read<Value, Instead>(
    name: Name,
    reading: Promise<Value>,
    instead: Instead,
  ): Promise<Value | Instead> {
    const inTime = new AbortController();
    const late = setTimeout(patienceMs, undefined, { ref: false, signal: inTime.signal }).then(() => {
      throw new ProblemError('box-office-timeout');
    });
    try {
      return await Promise.race([reading, late]);
    } catch (error) {
      this.miss(name, error);
      return instead;
    } finally {
      inTime.abort();
      late.catch(() => undefined);
    }
  }

  /** Notes a part of which something is missing, as the log already says. */
  lack(name: Name): void {
    this.#unread.add(name);
  }

  /** Notes a part that failed for a reason of its own. */
  miss(name: Name, error: unknown): void {
    this.#unread.add(name);
    const facts = { part: name, err: error };
    if (error instanceof ProblemError) this.log.warn(facts, 'a part of an answer could not be read');
    else this.log.error(facts, 'a part of an answer could not be read');
  }
}
