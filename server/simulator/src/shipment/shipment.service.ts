import { flatName } from '../catalog/lookup.js';
import type { Clock } from '../clock.js';
import type { ContactBook } from '../contacts/contact-book.js';
import type { Ids } from '../ids.js';
import { setCharge } from '../orders/fees.js';
import { type AdmittingOperation, admittingOperations, type Order, type Shipment } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import { Refusal, required } from '../refusal.js';
import type { Season, ShipmentMode } from '../season/season.types.js';
import type { Handlers } from '../wire/dispatch.js';
import { isSent, partedByPrint, shipmentData } from './shipment.view.js';

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

interface ChangeArgs {
  shipmentIds?: string[];
  shipmentModeId?: string;
}

/** The documented words; every mode carries all three here. */
const CONTENTS = ['TICKETS', 'DOCUMENTS', 'TICKETS_AND_DOCUMENTS'];
const DAY = 86_400_000;

/** ShipmentPublicService v1_17, and what v1_18 has more. */
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
      const mode = shipmentModeId === undefined ? undefined : modeOf(season, shipmentModeId);
      if (mode) checkMode(parts, order, mode, contactAddressId);
      const id = order.shipments[0]?.id ?? ids.next();
      order.shipments = mode ? [{ id, shipmentModeId: mode.shipmentModeId, contactAddressId }] : [];
      charge(parts, order, mode);
      return { shipments: order.shipments.map((shipment) => shipmentData(order, shipment)) };
    },
    changeShipmentMode: (args: ChangeArgs) => changeMode(parts, args),
  };
}

/**
 * Documented, of v1_18: one that is SENT refuses them all; of one that is printed in part, a new shipment takes the rest. GUESS: the fee
 * follows while the order is open, and stays as it was paid from then on.
 */
function changeMode(parts: ShipmentParts, { shipmentIds, shipmentModeId }: ChangeArgs): object {
  const { season, book, ids } = parts;
  const found = [...new Set(required(shipmentIds, 'shipmentIds'))].map((id) => shipmentOf(book, id));
  const mode = modeOf(season, required(shipmentModeId, 'shipmentModeId'));
  for (const { order, shipment } of found) {
    if (order.state !== 'CLOSED') book.getRunning(order.id);
    if (isSent(order, shipment)) throw new Refusal('error.shipmentSent', `shipment ${shipment.id} is sent`);
    checkMode(parts, order, mode, shipment.contactAddressId);
  }
  const changed = found.flatMap(({ order, shipment }) => {
    const { printed, unprinted } = partedByPrint(order, shipment);
    if (order.state !== 'CLOSED') charge(parts, order, mode);
    if (printed.length === 0) {
      shipment.shipmentModeId = mode.shipmentModeId;
      return [{ order, shipment }];
    }
    const movementIds = unprinted.map(({ id }) => id);
    const rest = { ...shipment, id: ids.next(), shipmentModeId: mode.shipmentModeId, movementIds };
    shipment.movementIds = printed.map(({ id }) => id);
    order.shipments.push(rest);
    return [{ order, shipment: rest }];
  });
  return { shipments: changed.map(({ order, shipment }) => shipmentData(order, shipment)) };
}

function shipmentOf(book: OrderBook, shipmentId: string): { order: Order; shipment: Shipment } {
  for (const { id: orderId, shipments } of book.all()) {
    const shipment = shipments.find(({ id }) => id === shipmentId);
    if (shipment) return { order: book.get(orderId), shipment };
  }
  throw new Refusal('error.sim.invalidParameter', `shipment ${shipmentId} is unknown`);
}

function modeOf(season: Season, shipmentModeId: string): ShipmentMode {
  const mode = season.shipmentModes.find((candidate) => candidate.shipmentModeId === shipmentModeId);
  if (!mode) throw new Refusal('error.sim.shipmentModeNotAllowed', `mode ${shipmentModeId} is unknown`);
  return mode;
}

/** The delivery fee of a mode, or none. */
function charge({ ids, clock }: ShipmentParts, order: Order, mode: ShipmentMode | undefined): void {
  const label = mode ? flatName(mode.externalName) : '';
  const fee = { label, unitPrice: mode?.amount ?? 0, quantity: mode ? 1 : 0 };
  setCharge(order, { chargeType: 'DELIVERY_FEE', ...fee }, ids, clock.now());
}

/** Throws shipmentModeNotAllowed for a mode that getAvailableShipmentModes would not list for this order and address. */
function checkMode(
  { contacts, clock }: ShipmentParts,
  order: Order,
  mode: ShipmentMode,
  contactAddressId?: string,
): void {
  if (mode.contactAddressRequired && contactAddressId === undefined) {
    throw new Refusal('error.sim.shipmentModeNotAllowed', `mode ${mode.code} needs an address`);
  }
  if (!isAllowed(mode, countryOf(contacts, contactAddressId), order, clock.now())) {
    throw new Refusal('error.sim.shipmentModeNotAllowed', `mode ${mode.code} is not allowed for this order`);
  }
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
