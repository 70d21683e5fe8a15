import type { Lookup } from '../catalog/lookup.js';
import type { AdmittingOperation, Ticket } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import { Refusal, required } from '../refusal.js';
import { type Admission, admissionsIn, isGood, newestId } from './issued-tickets.js';

/** As documented: the codes narrow it, `paginationStart` is the `paginationEnd` of the page before. */
export interface ListArgs {
  listType?: string;
  ticketType?: string;
  seasonCode?: string;
  productCodes?: string[];
  performanceCodes?: string[];
  paginationStart?: string;
  nbMaxResults?: string;
}

/** What a list holds of an admission: the good ticket, the void ones, or both in the order in which they were given. */
const kept = new Map<string, (admission: Admission) => Ticket[]>([
  ['WHITE', (admission) => admission.tickets.filter((ticket) => isGood(admission, ticket))],
  ['BLACK', (admission) => admission.tickets.filter((ticket) => !isGood(admission, ticket))],
  ['GREY', (admission) => admission.tickets],
]);

/**
 * A page of tickets; a good one and those that it replaced count as one, so that a GREY page may be longer. GUESS: who comes back with the
 * end of the last page gets what was given since.
 */
export function accessList(args: ListArgs, { book, lookup }: { book: OrderBook; lookup: Lookup }): object {
  const listType = required(args.listType, 'listType');
  const ticketsIn = kept.get(listType);
  if (!ticketsIn) throw new Refusal('error.sim.invalidParameter', `listType ${listType} is unknown`);
  const limit = Number(required(args.nbMaxResults, 'nbMaxResults'));
  if (limit < 1) throw new Refusal('error.sim.invalidParameter', 'nbMaxResults is less than 1');
  const start = positionOf(args.paginationStart);
  const isWanted = wantedBy(args, lookup);
  const page = admissionsIn(book)
    .filter((admission) => newestId(admission) > start && isWanted(admission))
    .map((admission) => ({ admission, tickets: ticketsIn(admission) }))
    .filter(({ tickets }) => tickets.length > 0)
    .slice(0, limit);
  const last = page.at(-1)?.admission;
  return {
    accessControlListItems: page.flatMap(({ admission, tickets }) =>
      tickets.map((ticket) => listItem(admission, ticket, lookup)),
    ),
    paginationEnd: last ? markOf(newestId(last)) : args.paginationStart,
  };
}

/** THIRD_PARTY tickets are those that another system has made: none here. */
function wantedBy(args: ListArgs, lookup: Lookup): (admission: Admission) => boolean {
  const ticketType = required(args.ticketType, 'ticketType');
  if (ticketType !== 'ALL' && ticketType !== 'THIRD_PARTY')
    throw new Refusal('error.sim.invalidParameter', `ticketType ${ticketType} is unknown`);
  const products = new Set(seasonOf(args.seasonCode, lookup).products.map(({ id }) => id));
  return ({ operation }) =>
    ticketType === 'ALL' &&
    products.has(operation.sold.product.id) &&
    isNamed(operation.sold.product.code, args.productCodes) &&
    isNamed(
      operation.kind === 'SINGLE_ENTRY' ? operation.sold.performance.code : undefined,
      args.performanceCodes,
    );
}

/** Throws for a code that no season has. */
export function seasonOf(seasonCode: string | undefined, { season }: Lookup) {
  const code = required(seasonCode, 'seasonCode');
  const found = season.catalog.seasons.find((candidate) => candidate.code === code);
  if (!found) throw new Refusal('error.sim.invalidParameter', `season ${code} is unknown`);
  return found;
}

const isNamed = (code: string | undefined, codes: readonly string[] | undefined): boolean =>
  codes === undefined || (code !== undefined && codes.includes(code));

/** Opaque to callers. */
const markOf = (position: number): string => Buffer.from(String(position)).toString('base64url');

function positionOf(mark: string | undefined): number {
  const position = mark ? Number(Buffer.from(mark, 'base64url').toString()) : 0;
  if (!Number.isSafeInteger(position))
    throw new Refusal('error.sim.invalidParameter', 'paginationStart is of no page');
  return position;
}

/** In the words of the access webhook. */
function listItem({ order, operation, movement }: Admission, ticket: Ticket, { season }: Lookup): object {
  const { product } = operation.sold;
  const { start, end } = validityOf(operation);
  return {
    barcode: ticket.barcode,
    // GUESS: the one word that was seen; a void ticket has none of its own.
    cancellationCause: movement.ticket === ticket ? 'NOT_CANCELLED' : undefined,
    creationDate: ticket.issuedAt,
    groupSize: 1,
    holderInfo: {},
    orderId: order.id,
    price: operation.unitPrice,
    productCode: product.code,
    productId: product.id,
    salesChannelCodeMapping: season.posConfig.salesChannelCode,
    tariffCode: operation.tariff.code,
    ticketId: ticket.id,
    ticketState: movement.ticket === ticket ? ticket.state : 'INVALIDATED',
    validityEndTime: end,
    validityStartTime: start,
  };
}

/** The performance from start to end, or the visit's time; what is good on any day has none. */
function validityOf(operation: AdmittingOperation): { start?: string; end?: string | number } {
  if (operation.kind === 'SINGLE_ENTRY') {
    const { start, duration } = operation.sold.performance;
    return { start, end: Date.parse(start) + duration * 1000 };
  }
  return operation.sold.item.timeslots.find(({ timeslotId }) => timeslotId === operation.timeslotId) ?? {};
}
