import { get, createStore as openDatabase, update, type UseStore } from 'idb-keyval';
import type { Clock, Storage } from './outside.js';

/** After which an operation counts as unanswered. */
const limitSeconds = 2;
/** Between two tries to get the storage back. */
const retrySeconds = 10;

interface Change {
  readonly key: string;
  readonly apply: (old: unknown) => unknown;
}

/**
 * IndexedDB of the host page's own origin, so that no third-party rule touches it, behind the one rule for storage that hangs, is
 * closed by the browser, throws, is full or is absent, at whatever operation: memory mirrors every read and write; what fails is
 * tried once more on a database opened anew; what still fails, or does not answer within 2 s, is answered from memory, as is all
 * that follows. Every 10 s the changes that are not stored yet are tried again, in their order; when all are, the storage is back.
 * @param database the name of one shop's own
 */
export const openStorage = (database: string, clock: Clock): Storage =>
  new SteadyStorage(() => openDatabase(database, 'shop'), clock);

class SteadyStorage implements Storage {
  readonly #mirror = new Map<string, unknown>();
  readonly #unsaved: Change[] = [];
  readonly #listeners = new Set<(isLasting: boolean) => void>();
  #database: UseStore | undefined;
  #isResting = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    readonly open: () => UseStore,
    readonly clock: Clock,
  ) {}

  get<T>(key: string): Promise<T | undefined> {
    return this.#inTurn(async () => {
      if (!this.#isResting)
        await this.#isDone(async (database) => this.#mirror.set(key, await get(key, database)));
      return this.#mirror.get(key) as T | undefined;
    });
  }

  update<T>(key: string, change: (old: T | undefined) => T | undefined): Promise<void> {
    return this.#inTurn(async () => {
      const unsaved: Change = { key, apply: (old) => change(old as T | undefined) };
      if (!this.#isResting && (await this.#isDone((database) => this.#save(unsaved, database)))) return;
      this.#mirror.set(key, unsaved.apply(this.#mirror.get(key)));
      this.#unsaved.push(unsaved);
    });
  }

  watch(listener: (isLasting: boolean) => void): void {
    this.#listeners.add(listener);
    if (this.#isResting) listener(false);
  }

  /** One after the other, so that what was written is what is read next. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #save({ key, apply }: Change, database: UseStore): Promise<void> {
    let saved: unknown;
    await update(
      key,
      (old) => {
        saved = apply(old);
        return saved;
      },
      database,
    );
    if (!this.#unsaved.some((later) => later.key === key && later.apply !== apply))
      this.#mirror.set(key, saved);
  }

  /** Whether the storage has done it. If not, memory answers from now on. */
  async #isDone(work: (database: UseStore) => Promise<unknown>): Promise<boolean> {
    let isLate = false;
    // What was given up must not be done later, over what has been written since.
    const inTime: UseStore = (mode, callback) => {
      this.#database ??= this.open();
      return this.#database(mode, (store) => {
        if (isLate) throw new Error('given up');
        return callback(store);
      });
    };
    const twice = async () => {
      try {
        await work(inTime);
      } catch {
        this.#database = undefined;
        await work(inTime);
      }
    };
    try {
      await this.#within(limitSeconds, twice());
      return true;
    } catch {
      isLate = true;
      this.#database = undefined;
      this.#rest();
      return false;
    }
  }

  #within<T>(seconds: number, work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = this.clock.after(seconds * 1000, () =>
        reject(new Error(`no answer within ${seconds} s`)),
      );
      void work.then(resolve, reject).finally(cancel);
    });
  }

  #rest(): void {
    this.clock.after(retrySeconds * 1000, () => this.#retry());
    if (this.#isResting) return;
    this.#isResting = true;
    this.#tell(false);
  }

  async #retry(): Promise<void> {
    do {
      const [change] = this.#unsaved;
      if (!(await this.#isDone((database) => (change ? this.#save(change, database) : get('', database)))))
        return;
      this.#unsaved.shift();
    } while (this.#unsaved.length);
    this.#isResting = false;
    this.#tell(true);
  }

  #tell(isLasting: boolean): void {
    for (const listener of this.#listeners) listener(isLasting);
  }
}
