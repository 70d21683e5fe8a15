import {
  ProblemError,
  type Address,
  type ChosenShipment,
  type ShipmentModeList,
} from '@s360-widgets/contract';
import {
  contentOf,
  namelessShipment,
  type Foresight,
  type Order,
  type RememberedShipments,
  type ShipmentViews,
} from '../order/index.js';
import { operations, type ArgumentsOf, type Omit, type S360 } from '../s360/index.js';
import { Kept, type Clock, type PartsLog } from '../state/index.js';
import { DeliveryPrices, likeMs } from './checkout.delivery-prices.js';
import { toOfferedModes, type OfferedMode } from './checkout.mapping.js';

export interface ShipmentsParts {
  readonly s360: S360;
  readonly clock: Clock;
  readonly log: Pick<PartsLog, 'warn'>;
  readonly pointOfSale: { get(): { readonly posId: string } };
  /** Where each choice that S-360 took is kept. */
  readonly remembered: RememberedShipments;
}

/** Names and kinds of modes hardly ever change; whether one is allowed is S-360's to say for each content of an order. */
const rememberMs = 3_600_000;
const retryMs = 3_000;

/** The ways to get the tickets of an order. */
export class Shipments implements ShipmentViews {
  readonly #known: Kept<OfferedMode>;
  readonly #offered: Kept<OfferedMode[]>;
  readonly #prices: DeliveryPrices;

  constructor(readonly parts: ShipmentsParts) {
    const { clock } = parts;
    this.#known = new Kept({ clock, most: 1_000, freshMs: rememberMs, retryMs });
    this.#offered = new Kept({ clock, most: 5_000, freshMs: likeMs, retryMs });
    this.#prices = new DeliveryPrices(clock);
  }

  /** The modes that S-360 offers for the order's content and the country. */
  async list(order: Order, countryCode: string, language: string): Promise<ShipmentModeList> {
    const offered = await this.#ask(order, language, countryCode);
    const shipmentModes = offered.map(({ feeMinor, ...mode }) => ({
      ...mode,
      fee: { amountMinor: feeMinor, currency: order.currency },
    }));
    return { shipmentModes };
  }

  /** The mode chosen for an order, in words; null when none is. Rejects where S-360 can't be asked for the words. */
  async chosen(order: Order, language: string): Promise<ChosenShipment | null> {
    if (!order.shipment) return null;
    const { shipmentModeId } = order.shipment;
    const mode = await this.mode(order, shipmentModeId, language);
    return { ...namelessShipment(shipmentModeId), ...(mode ? { kind: mode.kind, name: mode.name } : {}) };
  }

  /** A mode by its id; undefined if S-360 does not offer it for the order. */
  mode(order: Order, shipmentModeId: string, language: string): Promise<OfferedMode | undefined> {
    const ask = async () => (await this.#ask(order, language)).find(({ id }) => id === shipmentModeId);
    return this.#known.get(modeKey(language, shipmentModeId)) ?? ask();
  }

  /**
   * Chooses a mode; its fee is in the order from then on. Gives what is known of what that makes of the order.
   * @param addressId saves the address if it is given, and gives the id of the one to send to; null when there is none
   */
  async choose(
    order: Order,
    choice: { shipmentModeId: string; address?: Address },
    addressId: () => Promise<string | null>,
    language: string,
  ): Promise<Foresight | undefined> {
    const mode = await this.mode(order, choice.shipmentModeId, language);
    if (!mode) throw new ProblemError('shipment-mode-refused');
    const contactAddressId = await addressId();
    if (mode.addressNeeded && !contactAddressId) throw new ProblemError('address-missing');
    await this.parts.s360.call(operations.setShipmentMode, {
      orderId: order.orderId,
      shipmentModeId: mode.id,
      ...(contactAddressId ? { contactAddressId } : {}),
    });
    const shipment = { shipmentModeId: mode.id, contactAddressId };
    await this.parts.remembered.remember(order.orderId, shipment);
    return this.#prices.foresee(order, shipment, language);
  }

  /** An order was not worth what it was said to be: what orders cost with their shipment is read again. */
  distrustPrices(): void {
    this.#prices.distrust();
  }

  /** With a country only the modes that reach it, without one all that suit the order's content. Once for all orders of that content. */
  #ask(order: Order, language: string, countryCode = ''): Promise<OfferedMode[]> {
    const { orderId, currency } = order;
    return this.#offered.read([contentOf(order), language, countryCode].join(' '), async () => {
      const args: ArgumentsOf<'getAvailableShipmentModes'> = {
        pointOfSalesId: this.parts.pointOfSale.get().posId,
        shipmentContents: 'TICKETS',
        ...(countryCode ? { destinationCountryCode: countryCode } : {}),
        orderId,
      };
      const { s360, log } = this.parts;
      const omit: Omit = (omission) => log.warn({ ...omission, orderId }, 'shipment mode not offered');
      const options = { language, omit };
      const answer = await s360.call(operations.getAvailableShipmentModes, args, options);
      const offered = toOfferedModes(answer, language, currency.digits, omit);
      for (const mode of offered) this.#known.put(modeKey(language, mode.id), mode);
      return offered;
    });
  }
}

const modeKey = (language: string, shipmentModeId: string): string => `${language} ${shipmentModeId}`;
