import {
  type Address,
  type ChosenShipment,
  type Currency,
  ProblemError,
  type ShipmentModeList,
} from '@s360-widgets/contract';
import type { S360 } from '../s360/index.js';
import type { Clock } from '../state/index.js';
import { toOfferedModes, type OfferedMode } from './checkout.mapping.js';

/** An order as shipments see it. */
export interface ShippedOrder {
  readonly orderId: string;
  readonly currency: Currency;
  readonly shipment: { readonly shipmentModeId: string } | null;
}

export interface ShipmentsParts {
  readonly s360: S360;
  readonly clock: Clock;
  pointOfSalesId(): Promise<string>;
}

/** Names and kinds of modes hardly ever change; whether a mode is allowed is S-360's to say each time. */
const rememberMs = 3_600_000;

/** The ways to get the tickets of an order. */
export class Shipments {
  readonly #known = new Map<string, { mode: OfferedMode; at: number }>();

  constructor(readonly parts: ShipmentsParts) {}

  /** The modes that S-360 offers for the order's content and the country. */
  async list(order: ShippedOrder, countryCode: string, language: string): Promise<ShipmentModeList> {
    const offered = await this.#ask(order, language, countryCode);
    const shipmentModes = offered.map(({ feeMinor, ...mode }) => ({
      ...mode,
      fee: { amountMinor: feeMinor, currency: order.currency },
    }));
    return { shipmentModes };
  }

  /** The mode chosen for an order, in words; null when none is. */
  async chosen(order: ShippedOrder, language: string): Promise<ChosenShipment | null> {
    if (!order.shipment) return null;
    const { shipmentModeId } = order.shipment;
    const mode = await this.mode(order, shipmentModeId, language).catch(() => undefined);
    return { shipmentModeId, kind: mode?.kind ?? 'other', name: mode?.name ?? '' };
  }

  /** A mode by its id; undefined if S-360 does not offer it for the order. */
  async mode(
    order: ShippedOrder,
    shipmentModeId: string,
    language: string,
  ): Promise<OfferedMode | undefined> {
    const known = this.#known.get(`${language} ${shipmentModeId}`);
    if (known && this.parts.clock.elapsed() - known.at < rememberMs) return known.mode;
    return (await this.#ask(order, language)).find(({ id }) => id === shipmentModeId);
  }

  /**
   * Chooses a mode; its fee is in the order from then on.
   * @param addressId saves the address if it is given, and gives the id of the one to send to; null when there is none
   */
  async choose(
    order: ShippedOrder,
    choice: { shipmentModeId: string; address?: Address },
    addressId: () => Promise<string | null>,
    language: string,
  ): Promise<void> {
    const mode = await this.mode(order, choice.shipmentModeId, language);
    if (!mode) throw new ProblemError('shipment-mode-refused');
    const contactAddressId = await addressId();
    if (mode.addressNeeded && !contactAddressId) throw new ProblemError('address-missing');
    await this.parts.s360.call('ShipmentPublicService', 'setShipmentMode', {
      orderId: order.orderId,
      shipmentModeId: mode.id,
      ...(contactAddressId ? { contactAddressId } : {}),
    });
  }

  /** With a country only the modes that reach it, without one all that suit the order's content. */
  async #ask(order: ShippedOrder, language: string, countryCode?: string): Promise<OfferedMode[]> {
    const answer = await this.parts.s360.call(
      'ShipmentPublicService',
      'getAvailableShipmentModes',
      {
        pointOfSalesId: await this.parts.pointOfSalesId(),
        shipmentContents: 'TICKETS',
        ...(countryCode ? { destinationCountryCode: countryCode } : {}),
        orderId: order.orderId,
      },
      { language },
    );
    const offered = toOfferedModes(answer, language, order.currency.digits);
    const at = this.parts.clock.elapsed();
    for (const mode of offered) this.#known.set(`${language} ${mode.id}`, { mode, at });
    return offered;
  }
}
