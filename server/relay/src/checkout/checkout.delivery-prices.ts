import { contentOf, withVersion, type Foresight, type Order } from '../order/index.js';
import { Kept, type Clock } from '../state/index.js';

/** All that a choice of shipment may change of what an order costs. */
type Price = Pick<Order, 'fees' | 'totalMinor' | 'includedTaxMinor'>;

/** How long what S-360 made of one order counts for others of the same content, as the modes that it offers do. */
export const likeMs = 300_000;
const mostPrices = 2_000;

/**
 * What S-360 was seen to ask for orders of a content once a mode of shipment was chosen: it says so in no answer but the order itself. While
 * many buy alike, the price of the next ones is not asked for until their payment begins, which reads it in any case.
 */
export class DeliveryPrices {
  #seen: Kept<Price>;

  constructor(readonly clock: Clock) {
    this.#seen = this.#nothing();
  }

  /** An order with the shipment that S-360 took for it. What goes to an address is priced by it, so that it is read each time. */
  async foresee(
    before: Order,
    shipment: NonNullable<Order['shipment']>,
    language: string,
  ): Promise<Foresight | undefined> {
    if (shipment.contactAddressId !== null) return undefined;
    const key = keyOf(before, shipment.shipmentModeId, language);
    const price = await this.#seen.get(key);
    const { version: _, ...known } = before;
    return {
      order: price && withVersion({ ...known, ...price, shipment }),
      learn: ({ fees, totalMinor, includedTaxMinor }) =>
        this.#seen.put(key, { fees, totalMinor, includedTaxMinor }),
    };
  }

  /** A price was not what S-360 asked for: all are read again. */
  distrust(): void {
    this.#seen = this.#nothing();
  }

  #nothing(): Kept<Price> {
    return new Kept({ clock: this.clock, most: mostPrices, freshMs: likeMs, retryMs: likeMs });
  }
}

/** Two orders with the same key cost the same once the mode is chosen, in the words of the language. */
function keyOf(order: Order, shipmentModeId: string, language: string): string {
  const fees = order.fees.filter(({ kind }) => kind !== 'delivery');
  return JSON.stringify([contentOf(order), fees, shipmentModeId, language]);
}
