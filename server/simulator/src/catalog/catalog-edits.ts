import type { Clock } from '../clock.js';
import type { Ids } from '../ids.js';
import type { CatalogSeason, ExternalName, Performance, Product, Season } from '../season/season.types.js';
import type { Setup } from './catalog.service.js';
import type { Lookup, SoldPerformance } from './lookup.js';

/** A cell of a price grid; without a category all cells of the tariff. The amount is in thousandths. */
export interface PriceEdit {
  audienceSubCategoryId: string;
  seatCategoryId?: string | undefined;
  amount: number;
}

/** What an editor changes of a product or performance; what is undefined stays. */
export type ProductEdit = Partial<
  Pick<Product, 'code' | 'externalName' | 'description' | 'salePeriods' | 'state' | 'vatCodeId'>
>;
export type PerformanceEdit = Partial<
  Pick<Performance, 'code' | 'duration' | 'externalName' | 'prices' | 'start' | 'state'>
>;

/**
 * An editor at work in the back office: after each edit getLastSetupUpdate moves on. Orders keep what they have taken, at
 * the price that they took it for.
 */
export class CatalogEdits {
  #undos: (() => void)[] = [];

  /** The lookup must be of a season that is `editable`. */
  constructor(
    private readonly lookup: Lookup,
    private readonly setup: Setup,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Whether there was such a cell. */
  setPrice({ performance }: SoldPerformance, edit: PriceEdit): boolean {
    const isMeant = ({ audSubCatId, seatCatId }: Performance['prices'][number]) =>
      audSubCatId === edit.audienceSubCategoryId &&
      (edit.seatCategoryId === undefined || seatCatId === edit.seatCategoryId);
    if (!performance.prices.some(isMeant)) return false;
    const prices = performance.prices.map((cell) =>
      isMeant(cell) ? { ...cell, amount: edit.amount } : cell,
    );
    this.#change(performance, { prices });
    return true;
  }

  editPerformance({ performance }: SoldPerformance, edit: PerformanceEdit): void {
    this.#change(performance, edit);
  }

  editProduct(product: Product, edit: ProductEdit): void {
    this.#change(product, edit);
  }

  /** Another product, in no state to be sold; `code` is unique in its season. */
  addProduct(season: CatalogSeason, product: Product): void {
    this.#change(season, { products: [...season.products, product] });
    this.lookup.products.set(product.id, product);
    this.#undos.push(() => this.lookup.products.delete(product.id));
  }

  /** With its performances. What was sold of it stays sold. */
  removeProduct(season: CatalogSeason, product: Product): void {
    this.#change(season, { products: season.products.filter(({ id }) => id !== product.id) });
    for (const { id } of product.event?.performances ?? []) this.#forget(this.lookup.performances, id);
    this.#forget(this.lookup.products, product.id);
  }

  /** Another performance of the same product or of another, as the model but for the edit and its seats, which are all free. */
  addPerformance(model: SoldPerformance, edit: PerformanceEdit, product = model.product): Performance {
    const id = this.ids.next();
    const performance = { ...model.performance, code: `P${id}`, ...defined(edit), id };
    const { event } = product;
    if (event) {
      this.#change(product, {
        event: { ...event, performances: [...event.performances, performance] },
      });
    }
    this.lookup.performances.set(id, { ...model, product, performance });
    this.#undos.push(() => this.lookup.performances.delete(id));
    return performance;
  }

  /** The catalog as it was at the start, which is an edit too if there was any. */
  reset(): void {
    if (this.#undos.length > 0) this.setup.changedAt = this.clock.now();
    for (const undo of this.#undos.reverse()) undo();
    this.#undos = [];
  }

  #forget<T>(entries: Map<string, T>, id: string): void {
    const entry = entries.get(id);
    if (entry === undefined) return;
    entries.delete(id);
    this.#undos.push(() => entries.set(id, entry));
  }

  #change<T extends object>(subject: T, edit: Partial<T>): void {
    const before = { ...subject };
    this.#undos.push(() => void Object.assign(subject, before));
    Object.assign(subject, defined(edit));
    this.setup.changedAt = this.clock.now();
  }
}

/** The season with products and performances of its own, so that edits do not reach the one that it was made from. */
export function editable(season: Season): Season {
  const seasons = season.catalog.seasons.map((part) => ({
    ...part,
    products: part.products.map(({ event, ...product }) => ({
      ...product,
      ...(event && {
        event: { ...event, performances: event.performances.map((performance) => ({ ...performance })) },
      }),
    })),
  }));
  return { ...season, catalog: { ...season.catalog, seasons } };
}

/** The same text in every language that the name has. */
export function inEveryLanguage({ translations }: ExternalName, value: string): ExternalName {
  return { translations: translations.map(({ locale }) => ({ locale, value })) };
}

/** The fields that are to change. */
function defined<T extends object>(edit: T): Partial<T> {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as Partial<T>;
}
