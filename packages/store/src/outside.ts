/** What the store needs of the world; passed in, so that tests own time, storage and the other tabs. */

export interface Clock {
  /** Milliseconds since the epoch, on the relay's clock as far as it is known. */
  now(): number;
  /** Sets this clock right by an instant that the relay has just told. */
  correct(instant: string): void;
  /** Calls back later, and looks at nothing that the callback returns; returns the way to cancel. */
  after(milliseconds: number, callback: () => unknown): () => void;
}

/** What this device keeps. Never rejects for the storage's own faults: what it can't keep lives as long as the page. */
export interface Storage {
  get<T>(key: string): Promise<T | undefined>;
  /**
   * Changes a value in one transaction, also against other tabs.
   * @param change may be run more than once, so must come to the same; undefined forgets the value
   */
  update<T>(key: string, change: (old: T | undefined) => T | undefined): Promise<void>;
  /** Calls back when what is kept outlives the page no longer, and when it does again. Without it, it always does. */
  watch?(listener: (isLasting: boolean) => void): void;
  /** Whether this device has certainly kept nothing yet; to ask opens nothing. Without it, there may be something. */
  isUnused?(): Promise<boolean>;
}

/** What is around the page: this device's storage, the other tabs, and the page before. */
export interface Device {
  readonly storage: Storage;
  readonly tabs: TabChannel;
  /** Of a cart that a link of the page before has carried here; taken where this device keeps none. */
  readonly carriedToken?: string | undefined;
}

/** The other tabs of the same site. A message does not come back to its sender. */
export interface TabChannel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}
