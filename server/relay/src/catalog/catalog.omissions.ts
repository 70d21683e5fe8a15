import type { Logger } from '../http/index.js';
import { reasonOf, type Omission, type Omit } from '../s360/index.js';

/** Omissions of one product that are logged in full; a broken price grid has hundreds of the same kind. */
const shown = 5;

/** What of one answer could not be read: one line in the log for each product that lost something. */
export class CatalogOmissions {
  #pending: Omission[] = [];

  constructor(readonly log: Logger) {}

  readonly omit: Omit = (omission) => void this.#pending.push(omission);

  /** Reads a product, or a part of it; what it throws costs the product. */
  ofProduct(productId: unknown, read: () => void): void {
    try {
      read();
    } catch (error) {
      this.log.warn({ productId, reason: short(reasonOf(error)) }, 'product left out of the catalog');
    }
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
