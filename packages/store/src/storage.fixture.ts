/** A browser's IndexedDB that a test can break at each of its operations, and mend again. */
import { IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb';

export interface Fault {
  readonly title: string;
  /** Breaks it. */
  readonly start: (browser: FakeBrowser) => void;
  /** A database opened anew does without being given up. */
  readonly isMendedAtOnce?: true;
}

export interface FakeBrowser {
  /** Closes what is open, as a browser does in the background; `onclose` is not fired, as on iOS. */
  closeAll(): void;
  /** Puts back all that was broken. */
  mend(): void;
}

const open = Reflect.get<IDBFactory, 'open'>(IDBFactory.prototype, 'open');
const transaction = Reflect.get<IDBDatabase, 'transaction'>(IDBDatabase.prototype, 'transaction');
const get = Reflect.get<IDBObjectStore, 'get'>(IDBObjectStore.prototype, 'get');
const put = Reflect.get<IDBObjectStore, 'put'>(IDBObjectStore.prototype, 'put');

/** A browser with an empty database. */
export function fakeBrowser(): FakeBrowser {
  const factory = new IDBFactory();
  const opened = new Set<IDBDatabase>();
  const openAndNote: IDBFactory['open'] = function (this: IDBFactory, ...given) {
    const request = open.apply(this, given);
    request.addEventListener('success', () => opened.add(request.result));
    return request;
  };
  const mend = () => {
    globalThis.indexedDB = factory;
    IDBFactory.prototype.open = openAndNote;
    IDBDatabase.prototype.transaction = transaction;
    IDBObjectStore.prototype.get = get;
    IDBObjectStore.prototype.put = put;
  };
  mend();
  return {
    mend,
    closeAll() {
      for (const database of opened) database.close();
      opened.clear();
    },
  };
}

/** A request that is never answered. */
const silent = <T extends IDBRequest>() => new EventTarget() as T;

function refusing(name: string): () => never {
  return () => {
    throw new DOMException('refused', name);
  };
}

function failing(name: string): () => IDBOpenDBRequest {
  return () => {
    const request: IDBOpenDBRequest = silent();
    Object.defineProperty(request, 'error', { value: new DOMException('failed', name) });
    queueMicrotask(() => void request.onerror?.(new Event('error')));
    return request;
  };
}

/** Only the one in which a database is made goes well. */
function closed(this: IDBDatabase, ...given: Parameters<IDBDatabase['transaction']>) {
  if ((given[1] as string) !== 'versionchange') throw new DOMException('refused', 'InvalidStateError');
  return transaction.apply(this, given);
}

/** The transaction is aborted for lack of room after the write seemed to go well. */
function overQuota(this: IDBObjectStore, ...given: Parameters<IDBObjectStore['put']>) {
  const request = put.apply(this, given);
  this.transaction.abort();
  return request;
}

/** The write seems to go well, and its transaction never ends. */
function neverDone(this: IDBObjectStore) {
  Object.defineProperty(this, 'transaction', { value: {} });
  return silent<IDBRequest<IDBValidKey>>();
}

export const faults: readonly Fault[] = [
  { title: 'there is none', start: reopened(() => Reflect.deleteProperty(globalThis, 'indexedDB')) },
  { title: 'open hangs', start: reopened(() => (IDBFactory.prototype.open = () => silent())) },
  { title: 'open throws', start: reopened(() => (IDBFactory.prototype.open = refusing('SecurityError'))) },
  { title: 'open fails', start: reopened(() => (IDBFactory.prototype.open = failing('InvalidStateError'))) },
  { title: 'the browser has closed it', start: (browser) => browser.closeAll(), isMendedAtOnce: true },
  {
    title: 'every transaction throws',
    start: () => (IDBDatabase.prototype.transaction = closed),
  },
  { title: 'reading hangs', start: () => (IDBObjectStore.prototype.get = () => silent()) },
  { title: 'reading throws', start: () => (IDBObjectStore.prototype.get = refusing('UnknownError')) },
];

/** Faults that only a write meets. */
export const writeFaults: readonly Fault[] = [
  { title: 'writing hangs', start: () => (IDBObjectStore.prototype.put = neverDone) },
  { title: 'writing throws', start: () => (IDBObjectStore.prototype.put = refusing('UnknownError')) },
  {
    title: 'writing is over quota',
    start: () => (IDBObjectStore.prototype.put = refusing('QuotaExceededError')),
  },
  { title: 'the quota is found out at the end', start: () => (IDBObjectStore.prototype.put = overQuota) },
];

/** What is met when a database is opened is met by one that is open once the browser has closed it. */
function reopened(start: () => void): Fault['start'] {
  return (browser) => {
    start();
    browser.closeAll();
  };
}
