import { get, createStore as openDatabase, update, type UseStore } from 'idb-keyval';

/** The key of a session: its private part can be used here, and read by nobody. */
export interface SessionKeys {
  get(): Promise<CryptoKeyPair | undefined>;
  /** @returns whether it outlives the page: some browsers store no such key */
  put(pair: CryptoKeyPair): Promise<boolean>;
  forget(): Promise<void>;
}

/**
 * In a database of its own, since a browser that refuses the key must not be taken for one that stores nothing.
 * @param shop the shop's own name; the relay's address will do
 */
export function browserKeys(shop: string): SessionKeys {
  const key = 'pair';
  let ofPage: CryptoKeyPair | undefined;
  let opened: UseStore | undefined;
  const database = () => (opened ??= openDatabase(`s360-key-${shop}`, 'key'));
  return {
    async get() {
      return ofPage ?? (await get<CryptoKeyPair>(key, database()).catch(() => undefined));
    },
    async put(pair) {
      ofPage = pair;
      try {
        await update(key, () => pair, database());
        ofPage = undefined;
        return true;
      } catch {
        return false;
      }
    },
    async forget() {
      ofPage = undefined;
      await update(key, () => undefined, database()).catch(() => undefined);
    },
  };
}
