import { toInstant, type Draft, type FormerSnapshot, type Snapshot } from '../state/index.js';
import type { Doubt } from './catalog.guard.js';
import { toCatalog, toRecords, type Catalog, type CatalogRecord } from './catalog.model.js';

/**
 * The last good catalog, and the answer of S-360 that was kept aside. The names change with the types in catalog.model.ts, so that what
 * another version of the relay has written is not misread.
 */
export const catalogKinds = { good: 'catalog/7', aside: 'catalog-aside/7' } as const;

/** A catalog as it is kept for all relays. */
export interface KeptCatalog extends CatalogFacts {
  readonly catalog: Catalog;
}

/** What is known of a kept catalog without reading it. */
export interface CatalogFacts {
  readonly currency: Catalog['currency'];
  /** S-360's word for when its setup last changed, if it gave one. */
  readonly setupUpdate?: string | undefined;
  readonly loadedAt: string;
  /** Why it was kept aside; in a good one, why it had been before the operator accepted it. */
  readonly doubt?: Doubt | undefined;
}

/** The kind's name changes with the types, so what is read is of them. */
export const toFacts = ({ facts }: Pick<Snapshot['head'], 'facts'>): CatalogFacts => facts as CatalogFacts;

export function toKept({ head, records }: Snapshot): KeptCatalog {
  const facts = toFacts(head);
  return { ...facts, catalog: toCatalog(facts.currency, records as CatalogRecord[]) };
}

export function toDraft({ catalog, ...facts }: KeptCatalog): Omit<Draft, 'nextAt'> {
  return { facts, asOf: Date.parse(facts.loadedAt), records: () => toRecords(catalog) };
}

/** A catalog that was loaded now. */
export function loadedCatalog(
  catalog: Catalog,
  { setupUpdate, now, doubt }: { setupUpdate: string | undefined; now: number; doubt: Doubt | undefined },
): KeptCatalog {
  return { catalog, currency: catalog.currency, setupUpdate, loadedAt: toInstant(now), doubt };
}

/** The file of a relay before this one had the facts as its first record. */
export const formerCatalog: FormerSnapshot = {
  file: 'catalog.jsonl',
  kind: catalogKinds.good,
  split: ([facts, ...records]) => ({ facts, records }),
};
