import type { UnsoldFamily } from '@s360-widgets/contract';
import type { Logger } from '../http/index.js';
import { reasonOf, type Omission, type Omit, type RawProduct } from '../s360/index.js';

/** Omissions of one product that are logged in full; a broken price grid has hundreds of the same kind. */
const shown = 5;

/** What of one answer could not be read: one line in the log for each product that lost something. */
export class CatalogOmissions {
  #pending: Omission[] = [];
  readonly #unsold = new Map<string, number>();

  constructor(readonly log: Logger) {}

  readonly omit: Omit = (omission) => {
    const { what, ids, reason } = omission;
    if (what === 'product') this.#lose(ids.id, reason);
    else this.#pending.push(omission);
  };

  /** What was left out of a product that was read. */
  ofProduct(productId: string): void {
    this.#tell({ productId });
  }

  /** Maps a product; what that throws costs the product. */
  whileMapping(productId: string, map: () => void): void {
    try {
      map();
    } catch (error) {
      this.#lose(productId, reasonOf(error));
    }
    this.#tell({ productId });
  }

  /** A product of a family that can't be sold here, or that has nothing to choose. */
  ofFamily({ productFamilyType: family = '' }: RawProduct): void {
    this.#unsold.set(family, (this.#unsold.get(family) ?? 0) + 1);
  }

  /** What was not taken up, in one line of the log. */
  unsold(): UnsoldFamily[] {
    const unsold = [...this.#unsold].map(([family, products]) => ({ family, products }));
    if (unsold.length > 0) this.log.warn({ unsold }, 'product families that are not sold here');
    return unsold;
  }

  #lose(productId: string | undefined, reason: string): void {
    this.log.warn({ productId, reason: short(reason) }, 'product left out of the catalog');
    this.#tell({ productId });
  }

  /** What was left out of seasons, tariffs, topics and venues. */
  ofFrame(): void {
    this.#tell({});
  }

  #tell(where: object): void {
    if (this.#pending.length === 0) return;
    const leftOut = this.#pending.slice(0, shown).map((one) => ({ ...one, reason: short(one.reason) }));
    this.log.warn({ ...where, count: this.#pending.length, leftOut }, 'parts left out of the catalog');
    this.#pending = [];
  }
}

const short = (reason: string): string => reason.slice(0, 300);
