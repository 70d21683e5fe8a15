import { createStore as openDatabase, del, get, update } from 'idb-keyval';
import type { Storage } from './outside.js';

/**
 * IndexedDB of the host page's own origin, so that no third-party rule touches it; memory where the browser refuses it,
 * as in some private windows: the cart then lives as long as the page.
 * @param name one shop's own; the relay's address will do
 */
export function openStorage(name: string): Storage {
  const memory = new Map<string, unknown>();
  const database = attempt(() => openDatabase(`s360-${name}`, 'shop'));
  const persisted = async <T>(
    work: (from: NonNullable<typeof database>) => Promise<T>,
    fallback: () => T,
  ): Promise<T> => {
    try {
      return database ? await work(database) : fallback();
    } catch {
      return fallback();
    }
  };
  return {
    get: <T>(key: string) =>
      persisted(
        (from) => get<T>(key, from),
        () => memory.get(key) as T | undefined,
      ),
    update: <T>(key: string, change: (old: T | undefined) => T) =>
      persisted(
        (from) => update<T>(key, change, from),
        () => void memory.set(key, change(memory.get(key) as T | undefined)),
      ),
    remove: (key) =>
      persisted(
        (from) => del(key, from),
        () => void memory.delete(key),
      ),
  };
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
