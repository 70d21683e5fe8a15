import type { Client } from '@s360-widgets/client';
import type { Language } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { Clock, Device } from './outside.js';
import type { Fact, FactName, RequestName, ShopState, StoreFacts, StoreRequests } from './state.js';

/** A handler of one request. It puts what it learns into the state; a ProblemError that it throws becomes the dispatch's answer. */
export type Handler<Name extends RequestName> = (request: StoreRequests[Name], tools: Tools) => Promise<void>;

/** A part of the store's knowledge. Elements bring the slices that they need, so that a page loads no more. */
export interface Slice {
  readonly name: string;
  /** Its part of the state, before anything is known. */
  readonly initial: Partial<ShopState>;
  /** Its part is told in the visitor's language, and is dropped when that changes. */
  readonly isSpoken?: boolean;
  readonly handlers: { readonly [Name in RequestName]?: Handler<Name> };
  /** Once, when the slice is first used. */
  readonly start?: (tools: Tools) => void;
}

/** What handlers work with. */
export interface Tools {
  /** Who has signed in has another one, which shows so. */
  client: Client;
  readonly clock: Clock;
  device: Store['device'];
  readonly state: ShopState;
  set(change: Partial<ShopState>): void;
  fact<Name extends FactName>(name: Name, detail: StoreFacts[Name]): void;
  subscribe: Store['subscribe'];
  use: Store['use'];
  dispatch: Store['dispatch'];
}

export interface Store {
  readonly state: ShopState;
  readonly clock: Clock;
  /** Opens the storage and the way to the other tabs, once. @throws ProblemError when that can't be had; the next call tries again */
  device(): Promise<Device>;
  /** Calls back after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Calls back for each fact; returns the way to stop. */
  onFact(listener: (fact: Fact) => void): () => void;
  /** Adds a slice, and with it a part of the state; the second time it does nothing. */
  use(slice: Slice): void;
  /** Never rejects: null when it went well, else what stood in the way, which listeners hear of as `problem-raised`. */
  dispatch<Name extends RequestName>(name: Name, request: StoreRequests[Name]): Promise<ProblemError | null>;
  /** Drops what was said in the old language; elements ask again. */
  setLanguage(lang: Language): void;
}

export interface StoreSettings {
  client: Client;
  clock: Clock;
  /** Asked for when it is first needed, which a page of events never does. May reject, and is then asked again. */
  device: () => Promise<Device>;
  lang: Language;
}

export const createStore = (settings: StoreSettings): Store => new ShopStore(settings);

/** One object with two faces: `Store` for elements and pages, `Tools` for handlers. */
class ShopStore implements Store, Tools {
  client: Client;
  readonly clock: Clock;
  readonly #openDevice: () => Promise<Device>;
  #device: Promise<Device> | undefined;
  #state: ShopState;
  readonly #listeners = new Set<() => void>();
  readonly #factListeners = new Set<(fact: Fact) => void>();
  readonly #slices = new Map<string, Slice>();

  constructor({ client, clock, device, lang }: StoreSettings) {
    this.client = client;
    this.clock = clock;
    this.#openDevice = device;
    // The rest comes with the slices.
    this.#state = Object.freeze({ lang } as ShopState);
  }

  get state(): ShopState {
    return this.#state;
  }

  device(): Promise<Device> {
    this.#device ??= this.#openDevice().catch((cause: unknown) => {
      this.#device = undefined;
      throw cause instanceof ProblemError ? cause : new ProblemError('relay-unreachable', {}, { cause });
    });
    return this.#device;
  }

  set(change: Partial<ShopState>): void {
    this.#state = Object.freeze({ ...this.#state, ...change });
    for (const listener of [...this.#listeners]) listener();
  }

  fact<Name extends FactName>(name: Name, detail: StoreFacts[Name]): void {
    for (const listener of [...this.#factListeners]) listener({ name, detail: Object.freeze(detail) });
  }

  subscribe(listener: () => void): () => void {
    return added(this.#listeners, listener);
  }

  onFact(listener: (fact: Fact) => void): () => void {
    return added(this.#factListeners, listener);
  }

  use(slice: Slice): void {
    if (this.#slices.has(slice.name)) return;
    this.#slices.set(slice.name, slice);
    this.#state = Object.freeze({ ...slice.initial, ...this.#state });
    slice.start?.(this);
  }

  async dispatch<Name extends RequestName>(
    name: Name,
    request: StoreRequests[Name],
  ): Promise<ProblemError | null> {
    try {
      await this.#handler(name)(request, this);
      return null;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.fact('problem-raised', { code: error.code, request: name, requestId: error.requestId ?? null });
      return error;
    }
  }

  setLanguage(lang: Language): void {
    if (lang === this.#state.lang) return;
    let anew: Partial<ShopState> = { lang };
    for (const { isSpoken, initial } of this.#slices.values()) if (isSpoken) anew = { ...anew, ...initial };
    this.set(anew);
  }

  #handler<Name extends RequestName>(name: Name): Handler<Name> {
    for (const { handlers } of this.#slices.values()) if (handlers[name]) return handlers[name];
    throw new Error(`No slice of this store handles "${name}"`);
  }
}

function added<T>(set: Set<T>, item: T): () => void {
  set.add(item);
  return () => set.delete(item);
}
