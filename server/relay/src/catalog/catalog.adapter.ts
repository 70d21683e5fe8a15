import type { Currency } from '@s360-widgets/contract';
import type { Logger } from '../http/index.js';
import { operations, type Omit, type RawProduct, type S360 } from '../s360/index.js';
import { createTurns } from '../state/index.js';
import {
  toEvent,
  toFrame,
  toLastSetupUpdate,
  type CatalogFrame,
  type FrameSeason,
} from './catalog.mapping.js';
import { toCatalog, type Catalog, type CatalogRecord } from './catalog.model.js';
import { CatalogOmissions } from './catalog.omissions.js';
import { toPointOfSale, type PointOfSale } from './point-of-sale.mapping.js';

export interface CatalogAdapterSettings {
  /** Where S-360 names a zone that is not known; null = none configured. */
  readonly timeZone?: string | null;
  /** What S-360 exports beside what is on sale; absent = nothing. */
  readonly scope?: string | undefined;
}

/** The operations of CatalogService that the relay needs. */
export class CatalogAdapter {
  constructor(
    readonly s360: S360,
    readonly log: Logger,
    readonly settings: CatalogAdapterSettings = {},
  ) {}

  async getPointOfSale(): Promise<PointOfSale> {
    const omit: Omit = (omission) =>
      this.log.warn({ ...omission }, 'point of sale not read as S-360 says it');
    const { timeZone = null } = this.settings;
    return toPointOfSale(await this.s360.call(operations.getPOSConfig, {}, { omit }), timeZone, omit);
  }

  /** When something in the setup last changed; undefined if S-360 does not say. */
  async getLastSetupUpdate(): Promise<string | undefined> {
    return toLastSetupUpdate(await this.s360.call(operations.getLastSetupUpdate, {}));
  }

  /**
   * Loads the whole catalog, product by product. What can't be understood is logged and left out, and nothing above it: a price
   * costs no performance, a performance no event. Takes up to minutes, in slices of a few milliseconds.
   */
  async loadCatalog(currency: Currency): Promise<Catalog> {
    const omissions = new CatalogOmissions(this.log);
    const { omit } = omissions;
    const products: { product: RawProduct; seasonIndex: number }[] = [];
    const take = (product: RawProduct, [seasonIndex = 0]: readonly number[]) => {
      omissions.ofProduct(product.id);
      products.push({ product, seasonIndex });
    };
    const { scope } = this.settings;
    const args = scope === undefined ? {} : { scope };
    const frame = toFrame(await this.s360.stream(operations.getCatalogDetailed, args, take, { omit }));
    omissions.ofFrame();
    const { venues } = frame;
    const events: CatalogRecord[] = [];
    const tariffs = new Map(frame.tariffs.map((tariff) => [tariff.id, tariff]));
    const shared = { tariffs, digits: currency.digits, venues, omit };
    const turn = createTurns();
    for (const { product, seasonIndex } of products) {
      omissions.whileMapping(product.id, () => {
        const season = frame.seasons[seasonIndex] ?? nameless;
        const { publicPriceLevelIds } = season;
        const value = toEvent(product, { ...shared, seasonId: season.named.id, publicPriceLevelIds });
        if (value) events.push({ kind: 'event', value });
        else omissions.ofFamily(product);
      });
      await turn();
    }
    const unsold = omissions.unsold().map((value): CatalogRecord => ({ kind: 'unsold', value }));
    return toCatalog(currency, [...frameRecords(frame), ...events, ...unsold]);
  }
}

/** Stands in for a season that could not be read: its products are sold all the same. */
const nameless: FrameSeason = { named: { id: '0', name: {} }, publicPriceLevelIds: new Set() };

function frameRecords({ seasons, topics, venues, tariffs }: CatalogFrame): CatalogRecord[] {
  return [
    ...seasons.flatMap((season): CatalogRecord[] =>
      season ? [{ kind: 'season', value: season.named }] : [],
    ),
    ...topics.map((value): CatalogRecord => ({ kind: 'topic', value })),
    ...[...venues.all()].map((value): CatalogRecord => ({ kind: 'venue', value })),
    ...tariffs.map((value): CatalogRecord => ({ kind: 'tariff', value })),
  ];
}
