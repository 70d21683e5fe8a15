/** What the store needs of the world; passed in, so that tests own time, storage and the other tabs. */

export interface Clock {
  /** Milliseconds since the epoch, on the relay's clock as far as it is known. */
  now(): number;
  /** Sets this clock right by an instant that the relay has just told. */
  correct(instant: string): void;
  /** Calls back later, and looks at nothing that the callback returns; returns the way to cancel. */
  after(milliseconds: number, callback: () => unknown): () => void;
}

export interface Storage {
  get<T>(key: string): Promise<T | undefined>;
  /** Changes a value in one transaction, also against other tabs. */
  update<T>(key: string, change: (old: T | undefined) => T): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The other tabs of the same site. A message does not come back to its sender. */
export interface TabChannel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}
