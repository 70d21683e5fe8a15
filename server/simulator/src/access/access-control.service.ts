import type { Lookup } from '../catalog/lookup.js';
import type { Clock } from '../clock.js';
import type { ControlOperationType, Order, Ticket } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import { Refusal, required } from '../refusal.js';
import type { Product, Season } from '../season/season.types.js';
import type { Handlers } from '../wire/dispatch.js';
import { accessList, type ListArgs, seasonOf } from './access-list.js';
import { type Admission, isGood, ticketBy } from './issued-tickets.js';

/** What the service works with. */
export interface AccessParts {
  readonly book: OrderBook;
  readonly lookup: Lookup;
  readonly clock: Clock;
}

interface TicketArgs {
  barCodeOrTaxNumber?: string;
}

/** A control that a gate has made by itself. GUESS: any result but OK is a refusal. */
interface ImportedTicket {
  barcode?: string;
  controlDate?: string;
  controlResult?: string;
}

/** ExternalAccessControlService v1_6: the tickets of closed orders, as the entrances see them. */
export function accessControlService(parts: AccessParts): Handlers {
  const { book, lookup, clock } = parts;
  const find = ({ barCodeOrTaxNumber }: TicketArgs) =>
    found(required(barCodeOrTaxNumber, 'barCodeOrTaxNumber'), book);
  return {
    exportList: (args: ListArgs) => ({ accessControlListData: accessList(args, parts) }),
    getControlledTicket: (args: TicketArgs) => ({ controlledTicketData: ticketData(find(args), lookup) }),
    /** Marks the ticket as used. GUESS: each call is a control, and what it came to is the last one that is told. */
    burnTicket(args: TicketArgs) {
      const { admission, ticket } = find(args);
      ticket.controls.push({ type: resultOf(admission, ticket), at: clock.now() });
      return { controlledTicketData: ticketData({ admission, ticket }, lookup) };
    },
    /** All are known, or none is kept; the same control again changes nothing. */
    importControlledTicket({ controlledTickets }: { controlledTickets?: ImportedTicket[] }) {
      const controls = required(controlledTickets, 'controlledTickets').map((given) => ({
        ticket: found(required(given.barcode, 'barcode'), book).ticket,
        at: Date.parse(required(given.controlDate, 'controlDate')),
        type: offlineResult(given),
      }));
      for (const { ticket, at, type } of controls)
        if (!ticket.controls.some((control) => control.at === at && control.type === type))
          ticket.controls.push({ type, at });
      return {};
    },
    getTimeZone: () => ({ timeZone: lookup.season.posConfig.organizationTimeZone }),
    /** GUESS: what a gate needs to name what is let in. */
    getAccessControlCatalog({ seasonCode }: { seasonCode?: string }) {
      const { code, products } = seasonOf(seasonCode, lookup);
      return {
        accessControlCatalogData: { seasonCode: code, products: products.filter(isEntry).map(productData) },
      };
    },
  };
}

function found(barcode: string, book: OrderBook): { admission: Admission; ticket: Ticket } {
  const ticket = ticketBy(barcode, book);
  if (!ticket) throw new Refusal('error.sim.invalidParameter', `ticket ${barcode} is unknown`);
  return ticket;
}

/** A good ticket lets in once. */
function resultOf(admission: Admission, ticket: Ticket): ControlOperationType {
  if (!isGood(admission, ticket)) return 'INVALIDATED_TICKET';
  const isUsed = ticket.controls.some(({ type }) => type === 'OK' || type === 'OFFLINE_OK');
  return isUsed ? 'FAIL' : 'OK';
}

const offlineResult = ({ controlResult }: ImportedTicket): ControlOperationType =>
  required(controlResult, 'controlResult') === 'OK' ? 'OFFLINE_OK' : 'OFFLINE_FAIL';

/** The state has two words only: one that is void counts as CANCELLED. GUESS: ticketKind. */
function ticketData(
  { admission, ticket }: { admission: Admission; ticket: Ticket },
  { season }: Lookup,
): object {
  return {
    barcode: ticket.barcode,
    containerTicket: false,
    controlOperations: ticket.controls.map(({ type, at }) => ({
      controlOperationType: type,
      operationDateTime: at,
    })),
    duplicate: false,
    printingDateTime: ticket.printedAt,
    state: isGood(admission, ticket) ? 'VALID' : 'CANCELLED',
    ticketKind: admission.operation.sold.product.productFamilyType,
    ticketMedium: mediumOf(admission.order, season),
  };
}

/** GUESS: by the way on which the tickets go. */
function mediumOf({ shipments }: Order, { shipmentModes }: Season): string {
  const type = shipmentModes.find(
    ({ shipmentModeId }) => shipmentModeId === shipments[0]?.shipmentModeId,
  )?.type;
  if (type === 'MOBILE') return 'MOBILE';
  return type === undefined || type === 'PRINT_AT_HOME' ? 'E_TICKET' : 'THERMAL';
}

const isEntry = ({ productFamilyType }: Product): boolean =>
  ['SINGLE_ENTRY', 'PASS'].includes(productFamilyType);

const productData = ({ id, code, externalName, event }: Product): object => ({
  externalName,
  performances: event?.performances.map((performance) => ({
    end: Date.parse(performance.start) + performance.duration * 1000,
    externalName: performance.externalName,
    performanceCode: performance.code,
    performanceId: performance.id,
    start: performance.start,
  })),
  productCode: code,
  productId: id,
});
