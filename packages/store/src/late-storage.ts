import { ProblemError } from '@s360-widgets/contract/problem';
import type { Clock, Storage } from './outside.js';

/** After which the browser counts as not knowing. */
const limitSeconds = 2;

/** The name of a shop's database. */
export const databaseOf = (shop: string): string => `s360-${shop}`;

/** The browser's storage, whose code comes with its first use. @throws ProblemError where that can't be had; the next use tries again */
export class LateStorage implements Storage {
  #coming: Promise<Storage> | undefined;

  constructor(
    readonly shop: string,
    readonly clock: Clock,
  ) {}

  async get<T>(key: string): Promise<T | undefined> {
    return (await this.#open()).get(key);
  }

  async update<T>(key: string, change: (old: T | undefined) => T | undefined): Promise<void> {
    await (await this.#open()).update(key, change);
  }

  watch(listener: (isLasting: boolean) => void): void {
    this.#open().then(
      (storage) => storage.watch?.(listener),
      () => {},
    );
  }

  /** The browser knows its databases by name. One that does not say so in time, or at all, may have this shop's. */
  isUnused(): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = this.clock.after(limitSeconds * 1000, () => resolve(false));
      const answer = (isUnused: boolean) => {
        cancel();
        resolve(isUnused);
      };
      databaseNames().then(
        (names) => answer(!names.includes(databaseOf(this.shop))),
        () => answer(false),
      );
    });
  }

  #open(): Promise<Storage> {
    this.#coming ??= import('./browser-storage.js').then(
      ({ openStorage }) => openStorage(databaseOf(this.shop), this.clock),
      (cause: unknown) => {
        this.#coming = undefined;
        throw new ProblemError('relay-unreachable', {}, { cause });
      },
    );
    return this.#coming;
  }
}

async function databaseNames(): Promise<(string | undefined)[]> {
  return (await indexedDB.databases()).map(({ name }) => name);
}
