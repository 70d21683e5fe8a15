/** A time of nobody's: it stands still while anything is done, and goes on to whatever is due next. */
import { AsyncResource } from 'node:async_hooks';
import type { Alarm, Time } from './time.js';

interface Due {
  readonly at: number;
  /** Of two that are due at once the one that was asked for first comes first. */
  readonly no: number;
  call: (() => void) | undefined;
}

const { setImmediate } = globalThis;

export class VirtualTime implements Time {
  #queue = new Queue();
  #count = 0;
  #unseen = 0;
  #steps = 0;
  #trail = 0;

  constructor(private at: number) {}

  now(): number {
    return this.at;
  }

  after(ms: number, call: () => void): Alarm {
    const due: Due = { at: this.at + Math.max(0, ms), no: this.#count++, call: AsyncResource.bind(call) };
    this.#queue.add(due);
    return {
      cancel() {
        due.call = undefined;
      },
      keepProcess: () => undefined,
    };
  }

  /** From an instant, with nothing due. */
  beginAnew(at: number): void {
    this.at = at;
    this.#queue = new Queue();
    this.#count = 0;
    this.#steps = 0;
    this.#trail = 0;
  }

  /** What has happened since it began anew: how many steps there were, and a word that is the same where they were the same ones. */
  get trail(): string {
    return `${this.#steps} steps, ${(this.#trail >>> 0).toString(16).padStart(8, '0')}`;
  }

  /** Goes on until the work is done. @throws where nothing more is due, and it is not */
  async runUntil<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    work.then(done, done);
    while (true) {
      await this.#stillness();
      if (isDone) return work;
      const due = this.#queue.take();
      if (!due) throw new Error('nothing is due any more, and the work is not done');
      this.at = Math.max(this.at, due.at);
      this.#steps++;
      this.#trail = Math.imul(this.#trail ^ due.no ^ Math.floor(this.at * 1_000), 0x01000193);
      due.call?.();
    }
  }

  /** Counts what is put off to the next turn of the event loop, so that `runUntil` waits for it. To be called once. */
  countImmediates(): void {
    globalThis.setImmediate = ((call: (...values: unknown[]) => void, ...values: unknown[]) => {
      this.#unseen++;
      return setImmediate(() => {
        this.#unseen--;
        call(...values);
      });
    }) as typeof globalThis.setImmediate;
  }

  /** Counts something that nobody could see to go on, so that `runUntil` waits for it. */
  counted<T>(work: Promise<T>): Promise<T> {
    this.#unseen++;
    return work.finally(() => this.#unseen--);
  }

  /** Resolves when nothing goes on but what waits for time: no callback, no file being read or written. */
  async #stillness(): Promise<void> {
    for (let calm = 0; calm < 2; ) {
      await new Promise<void>((resolve) => void setImmediate(resolve));
      calm = this.#unseen > 0 || process.getActiveResourcesInfo().some(isWork) ? 0 : calm + 1;
    }
  }
}

/** What the threads of Node and of the system are at. */
const isWork = (resource: string): boolean => /req|zlib|job/i.test(resource);

/** A binary heap. */
class Queue {
  readonly #heap: Due[] = [];

  add(due: Due): void {
    const heap = this.#heap;
    let at = heap.push(due) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(due, heap[parent])) break;
      heap[at] = heap[parent] as Due;
      at = parent;
    }
    heap[at] = due;
  }

  /** The next one that was not called off. */
  take(): Due | undefined {
    let due = this.#pop();
    while (due && !due.call) due = this.#pop();
    return due;
  }

  #pop(): Due | undefined {
    const heap = this.#heap;
    const [first, last] = [heap[0], heap.pop()];
    if (!first || !last || heap.length === 0) return first;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (isBefore(heap[child + 1], heap[child])) child++;
      if (!isBefore(heap[child], last)) break;
      heap[at] = heap[child] as Due;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

const isBefore = (one: Due | undefined, other: Due | undefined): boolean =>
  one !== undefined &&
  (other === undefined || one.at < other.at || (one.at === other.at && one.no < other.no));
