import type { ChosenShipment } from '@s360-widgets/contract';
import type { Clock, Database } from '../state/index.js';
import type { Order } from './order.model.js';

type Shipment = NonNullable<Order['shipment']>;

/**
 * What visitors chose as shipment, for a service that does not say it: GUESS, `shipments` of OrderDetailsData is not attested. As
 * soon as S-360 has told one shipment of any order, its word alone counts.
 */
export class RememberedShipments {
  #isTold = false;

  constructor(readonly parts: { readonly database: Database; readonly clock: Pick<Clock, 'now'> }) {}

  /** S-360 took the choice. */
  async remember(orderId: string, { shipmentModeId, contactAddressId }: Shipment): Promise<void> {
    const chosen = {
      shipment_mode_id: shipmentModeId,
      contact_address_id: contactAddressId,
      saved_at: this.parts.clock.now(),
    };
    await this.parts.database.query
      .insertInto('shipment')
      .values({ order_id: orderId, ...chosen })
      .onConflict((conflict) => conflict.column('order_id').doUpdateSet(chosen))
      .execute();
  }

  /** The order with its shipment, as S-360 says it or, where S-360 never does, as it was chosen here. */
  async complete<T extends Pick<Order, 'orderId' | 'lines' | 'shipment'>>(order: T): Promise<T> {
    if (order.shipment) this.#isTold = true;
    if (this.#isTold || order.lines.length === 0) return order;
    return { ...order, shipment: await this.#chosen(order.orderId) };
  }

  /** Drops choices made before this instant. */
  async forgetBefore(instant: number): Promise<void> {
    await this.parts.database.query.deleteFrom('shipment').where('saved_at', '<', instant).execute();
  }

  async #chosen(orderId: string): Promise<Shipment | null> {
    const shipments = this.parts.database.query.selectFrom('shipment').selectAll();
    const row = await shipments.where('order_id', '=', orderId).executeTakeFirst();
    return row ? { shipmentModeId: row.shipment_mode_id, contactAddressId: row.contact_address_id } : null;
  }
}

/** A chosen mode of which no more than the id is known. */
export const namelessShipment = (shipmentModeId: string): ChosenShipment => ({
  shipmentModeId,
  kind: 'other',
  name: '',
});
