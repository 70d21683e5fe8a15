/** Who buys and how the tickets travel, as other services tell it: a cart is shown without what can't be read of it. */
import type { Address, CartPart, ChosenShipment, Contact } from '@s360-widgets/contract';
import { namelessShipment, type BuyerViews, type Order, type ShipmentViews } from '../order/index.js';
import { OptionalParts, type PartsLog } from '../state/index.js';

export interface CartExtras {
  readonly contact: Contact | null;
  readonly address: Address | null;
  readonly shipment: ChosenShipment | null;
  /** Which of them could not be read. */
  readonly unread: CartPart[];
}

export interface ExtrasSources {
  readonly contacts: BuyerViews;
  readonly shipments: ShipmentViews;
  readonly log: PartsLog;
}

const nobody = { contact: null, address: null };

/** For the holder of the order's token only. Never rejects. */
export async function extrasOf(
  order: Order,
  language: string,
  { contacts, shipments, log }: ExtrasSources,
): Promise<CartExtras> {
  const parts = new OptionalParts<CartPart>(log);
  const mode = order.shipment && namelessShipment(order.shipment.shipmentModeId);
  const [buyer, shipment] = await Promise.all([
    parts.read('contact', contacts.of(order), nobody),
    parts.read('shipment', shipments.chosen(order, language), mode),
  ]);
  return { ...buyer, shipment, unread: parts.unread };
}
