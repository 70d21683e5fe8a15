import { join } from 'node:path';
import { snapshotFile, type SnapshotFile } from '../state/index.js';
import type { Doubt } from './catalog.guard.js';
import { toCatalog, toRecords, type Catalog, type CatalogRecord } from './catalog.model.js';

/** Changed with the types in catalog.model.ts, so that old files are not misread. */
const format = 'catalog/3';

/**
 * The catalogs on disk: the last good one, the answer that was kept aside, and one that the operator accepted and the relay has yet
 * to take.
 */
export interface CatalogFiles {
  readonly good: SnapshotFile;
  readonly aside: SnapshotFile;
  readonly accepted: SnapshotFile;
  /** Makes what is aside accepted; false where nothing is. A running relay takes it within seconds, another at its start. */
  accept(): Promise<boolean>;
}

export function catalogFiles(stateFolder: string): CatalogFiles {
  const path = (name: string) => join(stateFolder, `${name}.jsonl`);
  const file = (name: string) => snapshotFile(path(name), format);
  const aside = file('catalog-aside');
  return {
    good: file('catalog'),
    aside,
    accepted: file('catalog-accepted'),
    accept: () => aside.moveTo(path('catalog-accepted')),
  };
}

/** A catalog as it lies on disk. */
export interface KeptCatalog {
  readonly catalog: Catalog;
  /** When S-360 was last asked with success. */
  readonly asOf: string;
  /** S-360's word for when its setup last changed, if it gave one. */
  readonly setupUpdate: string | undefined;
  readonly loadedAt: string;
  /** Why it was kept aside; absent in a good one. */
  readonly doubt: Doubt | undefined;
}

type Head = Pick<KeptCatalog, 'setupUpdate' | 'loadedAt' | 'doubt'> & Pick<Catalog, 'currency'>;

export async function readCatalog(file: SnapshotFile): Promise<KeptCatalog | undefined> {
  const saved = await file.read();
  const [head, ...records] = saved?.records ?? [];
  if (!saved || !isHead(head)) return undefined;
  const { currency, setupUpdate, loadedAt, doubt } = head;
  // The file's format name changes with the model, so what is read is of it.
  return {
    catalog: toCatalog(currency, records as CatalogRecord[]),
    asOf: saved.savedAt,
    setupUpdate,
    loadedAt,
    doubt,
  };
}

export function writeCatalog(file: SnapshotFile, { catalog, asOf, ...rest }: KeptCatalog): Promise<void> {
  const { setupUpdate, loadedAt, doubt } = rest;
  return file.write(asOf, [
    { currency: catalog.currency, setupUpdate, loadedAt, doubt },
    ...toRecords(catalog),
  ]);
}

function isHead(head: unknown): head is Head {
  return typeof head === 'object' && head !== null && 'loadedAt' in head && typeof head.loadedAt === 'string';
}
