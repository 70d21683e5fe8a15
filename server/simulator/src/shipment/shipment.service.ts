import { flatName } from '../catalog/lookup.js';
import type { Clock } from '../clock.js';
import type { ContactBook } from '../contacts/contact-book.js';
import type { Ids } from '../ids.js';
import { setCharge } from '../orders/fees.js';
import { type AdmittingOperation, admittingOperations, type Order } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import { Refusal, required } from '../refusal.js';
import type { Season, ShipmentMode } from '../season/season.types.js';
import type { Handlers } from '../wire/dispatch.js';
import { shipmentData } from './shipment.view.js';

/** What the service works with. */
export interface ShipmentParts {
  season: Season;
  book: OrderBook;
  contacts: ContactBook;
  ids: Ids;
  clock: Clock;
}

/** productFamilyIds is accepted and changes nothing. */
interface ModesArgs {
  pointOfSalesId?: string;
  shipmentContents?: string;
  destinationCountryCode?: string;
  contactAddressId?: string;
  orderId?: string;
}

/** GUESS as a whole. */
interface ChoiceArgs {
  orderId?: string;
  shipmentModeId?: string;
  contactAddressId?: string;
}

/** The documented words; every mode carries all three here. */
const CONTENTS = ['TICKETS', 'DOCUMENTS', 'TICKETS_AND_DOCUMENTS'];
const DAY = 86_400_000;

/** ShipmentPublicService v1_17. */
export function shipmentService(parts: ShipmentParts): Handlers {
  const { season, book, contacts, ids, clock } = parts;
  return {
    /** Documented parameters. Without a country, modes that mail are listed too: the country is asked later. */
    getAvailableShipmentModes(args: ModesArgs) {
      if (required(args.pointOfSalesId, 'pointOfSalesId') !== String(season.posConfig.posId)) {
        throw new Refusal('error.sim.invalidParameter', `pointOfSalesId ${args.pointOfSalesId} is unknown`);
      }
      if (!CONTENTS.includes(required(args.shipmentContents, 'shipmentContents'))) {
        throw new Refusal(
          'error.sim.invalidParameter',
          `shipmentContents ${args.shipmentContents} is unknown`,
        );
      }
      const order = args.orderId === undefined ? undefined : book.get(args.orderId);
      const country = countryOf(contacts, args.contactAddressId) ?? args.destinationCountryCode;
      const modes = season.shipmentModes.filter((mode) => isAllowed(mode, country, order, clock.now()));
      return { shipmentModes: modes.map(modeData) };
    },
    /** Without shipmentModeId the order is left without shipment and delivery fee. */
    setShipmentMode({ orderId, shipmentModeId, contactAddressId }: ChoiceArgs) {
      const order = book.getRunning(required(orderId, 'orderId'));
      const mode = season.shipmentModes.find((candidate) => candidate.shipmentModeId === shipmentModeId);
      if (shipmentModeId !== undefined && !mode) {
        throw new Refusal('error.sim.shipmentModeNotAllowed', `mode ${shipmentModeId} is unknown`);
      }
      if (mode) choose(parts, order, mode, contactAddressId);
      else order.shipment = undefined;
      const label = mode ? flatName(mode.externalName) : '';
      const unitPrice = mode?.amount ?? 0;
      setCharge(
        order,
        { chargeType: 'DELIVERY_FEE', label, unitPrice, quantity: mode ? 1 : 0 },
        ids,
        clock.now(),
      );
      return { shipments: order.shipment ? [shipmentData(order, order.shipment)] : [] };
    },
  };
}

/** Throws shipmentModeNotAllowed for a mode that getAvailableShipmentModes would not list for this order and address. */
function choose(
  { contacts, ids, clock }: ShipmentParts,
  order: Order,
  mode: ShipmentMode,
  contactAddressId?: string,
) {
  if (mode.contactAddressRequired && contactAddressId === undefined) {
    throw new Refusal('error.sim.shipmentModeNotAllowed', `mode ${mode.code} needs an address`);
  }
  if (!isAllowed(mode, countryOf(contacts, contactAddressId), order, clock.now())) {
    throw new Refusal('error.sim.shipmentModeNotAllowed', `mode ${mode.code} is not allowed for this order`);
  }
  order.shipment = {
    id: order.shipment?.id ?? ids.next(),
    shipmentModeId: mode.shipmentModeId,
    contactAddressId,
  };
}

/** An address that is given beats the country asked for. */
function countryOf(contacts: ContactBook, contactAddressId: string | undefined): string | undefined {
  if (contactAddressId === undefined) return undefined;
  const address = contacts.address(contactAddressId);
  if (!address) throw new Refusal('error.sim.contactNotFound', `address ${contactAddressId} is unknown`);
  return address.countryCode;
}

/**
 * Documented: a mode that mails must mail to the country and arrive in time for the order's first date. A mode that is
 * not tied to a country goes everywhere.
 */
function isAllowed(
  mode: ShipmentMode,
  country: string | undefined,
  order: Order | undefined,
  now: number,
): boolean {
  const isReachable =
    mode.countryCodes.length === 0 || country === undefined || mode.countryCodes.includes(country);
  const days = mode.deliveryTimeInDays * DAY;
  const isInTime =
    !order || admittingOperations(order).every((operation) => now + days <= startOf(operation));
  return isReachable && isInTime;
}

/** Milliseconds since 1970; a visit at any time has no first date. */
function startOf(operation: AdmittingOperation): number {
  if (operation.kind === 'SINGLE_ENTRY') return Date.parse(operation.sold.performance.start);
  const slot = operation.sold.item.timeslots.find(
    (candidate) => candidate.timeslotId === operation.timeslotId,
  );
  return slot ? Date.parse(slot.start) : Number.POSITIVE_INFINITY;
}

/** `description` is flat text in the institution's favourite language, `externalName` is translated. */
function modeData(mode: ShipmentMode): object {
  return {
    amount: mode.amount,
    catalogTypes: ['TICKETING'],
    code: mode.code,
    contactAddressRequired: mode.contactAddressRequired,
    deliveryTimeInDays: mode.deliveryTimeInDays,
    description: flatName(mode.description),
    externalName: mode.externalName,
    shipmentModeId: mode.shipmentModeId,
    type: mode.type,
  };
}
