import type { ChosenShipment } from '@s360-widgets/contract';
import { LRUCache } from 'lru-cache';
import type { Order } from './order.model.js';

type Shipment = NonNullable<Order['shipment']>;

const mostOrders = 5_000;

/**
 * What visitors chose as shipment, for a service that does not say it: GUESS, `shipments` of OrderDetailsData is not attested. As
 * soon as S-360 has told one shipment of any order, its word alone counts. After a restart a visitor chooses again.
 */
export class RememberedShipments {
  readonly #chosen = new LRUCache<string, Shipment>({ max: mostOrders });
  #isTold = false;

  /** S-360 took the choice. */
  async remember(orderId: string, shipment: Shipment): Promise<void> {
    this.#chosen.set(orderId, shipment);
  }

  /** The order with its shipment, as S-360 says it or, where S-360 never does, as it was chosen here. */
  async complete<T extends Pick<Order, 'orderId' | 'lines' | 'shipment'>>(order: T): Promise<T> {
    if (order.shipment) this.#isTold = true;
    if (this.#isTold || order.lines.length === 0) return order;
    return { ...order, shipment: this.#chosen.get(order.orderId) ?? null };
  }
}

/** A chosen mode of which no more than the id is known. */
export const namelessShipment = (shipmentModeId: string): ChosenShipment => ({
  shipmentModeId,
  kind: 'other',
  name: '',
});
