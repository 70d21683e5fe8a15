import type { Currency } from '@s360-widgets/contract';
import type { Logger } from '../http/index.js';
import type { S360, WireObject } from '../s360/index.js';
import { createTurns } from '../state/index.js';
import {
  type CatalogFrame,
  type ParsedProduct,
  parseProduct,
  toEvent,
  toFrame,
  toLastSetupUpdate,
} from './catalog.mapping.js';
import { toCatalog, type Catalog, type CatalogRecord } from './catalog.model.js';
import { toPointOfSale, type PointOfSale } from './point-of-sale.mapping.js';

/** The operations of CatalogService that the relay needs. */
export class CatalogAdapter {
  constructor(
    readonly s360: S360,
    readonly log: Logger,
  ) {}

  async getPointOfSale(): Promise<PointOfSale> {
    return toPointOfSale(await this.s360.call('CatalogService', 'getPOSConfig', {}));
  }

  /** When something in the setup last changed; undefined if S-360 does not say. */
  async getLastSetupUpdate(): Promise<string | undefined> {
    return toLastSetupUpdate(await this.s360.call('CatalogService', 'getLastSetupUpdate', {}));
  }

  /**
   * Loads the whole catalog, product by product. A product that can't be understood is logged and left out; the rest goes
   * on sale. Takes up to minutes, in slices of a few milliseconds.
   */
  async loadCatalog(currency: Currency): Promise<Catalog> {
    const products: { parsed: ParsedProduct; seasonIndex: number }[] = [];
    const onProduct = (raw: WireObject, [seasonIndex = 0]: readonly number[]) => {
      this.#orSkip(raw, () => products.push({ parsed: parseProduct(raw), seasonIndex }));
    };
    const items = { 'catalogData.seasons.products': onProduct };
    const raw = await this.s360.stream('CatalogService', 'getCatalogDetailed', {}, items, {
      timeoutMs: 180_000,
    });
    const frame = toFrame(raw);
    const records = frameRecords(frame);
    const tariffIds = new Set(frame.tariffs.map(({ id }) => id));
    const capacities = new Map(frame.venues.map(({ id, capacity }) => [id, capacity]));
    const turn = createTurns();
    for (const { parsed, seasonIndex } of products) {
      const season = frame.seasons[seasonIndex];
      this.#orSkip(parsed, () => {
        const context = { seasonId: season?.named.id ?? '0', tariffIds, digits: currency.digits, capacities };
        const value = toEvent(parsed, {
          ...context,
          publicPriceLevelIds: season?.publicPriceLevelIds ?? new Set(),
        });
        if (value) records.push({ kind: 'event', value });
      });
      await turn();
    }
    return toCatalog(records);
  }

  #orSkip(product: { id?: unknown }, use: () => void): void {
    try {
      use();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.warn(
        { productId: product.id, reason: reason.slice(0, 500) },
        'product left out of the catalog',
      );
    }
  }
}

function frameRecords({ seasons, topics, venues, tariffs }: CatalogFrame): CatalogRecord[] {
  return [
    ...seasons.map(({ named }): CatalogRecord => ({ kind: 'season', value: named })),
    ...topics.map((value): CatalogRecord => ({ kind: 'topic', value })),
    ...venues.map((value): CatalogRecord => ({ kind: 'venue', value })),
    ...tariffs.map((value): CatalogRecord => ({ kind: 'tariff', value })),
  ];
}
