/** The tickets of a paid order in the words of a language: the contract's tickets. */
import type { Ticket, TicketCode } from '@s360-widgets/contract';
import {
  admissionsOf,
  tariffNameOf,
  tourPart,
  wordsOf,
  type Admission,
  type NamedOrder,
  type OrderWords,
} from '../order/index.js';
import type { ProducedTicket } from './orders.mapping.js';

/** All that tickets of an order are shown with. */
export interface TicketContext {
  readonly catalog: OrderWords;
  readonly language: string;
  /** The code at the door; null where none is shown. Asked for valid tickets only. */
  codeOf(barcode: string): TicketCode | null;
}

/** By start and then by seat; last what has no time. S-360 joins tickets and orders by the movement. */
export function toTickets(
  order: NamedOrder,
  produced: readonly ProducedTicket[],
  context: TicketContext,
): Ticket[] {
  const byMovement = new Map(produced.map((ticket) => [ticket.movementId, ticket]));
  const tickets = admissionsOf(order).map((one) =>
    toTicket(order, one, byMovement.get(one.ticket.id), context),
  );
  return tickets.sort(byStartAndSeat);
}

function toTicket(
  { currency }: NamedOrder,
  { line, ticket, whole }: Admission,
  produced: ProducedTicket | undefined,
  { catalog, language, codeOf }: TicketContext,
): Ticket {
  const { hasSeatMap: _, ...words } = wordsOf(line, catalog, language);
  return {
    id: ticket.id,
    kind: line.kind,
    eventId: line.eventId,
    performanceId: line.performanceId,
    ...tourPart(line, catalog, language),
    ...words,
    seat: ticket.seat,
    tariffName: tariffNameOf(ticket, catalog, language),
    partOf: whole ? wordsOf(whole, catalog, language).title : null,
    price: { amountMinor: ticket.priceMinor, currency },
    state: produced?.state ?? 'pending',
    code: produced?.state === 'valid' && produced.barcode !== null ? codeOf(produced.barcode) : null,
  };
}

/** As people read a plan: area, block, row, seat, with numbers by their value. */
const compare = new Intl.Collator('en', { numeric: true }).compare;

function byStartAndSeat(one: Ticket, other: Ticket): number {
  const key = ({ startAt, title, seat }: Ticket) =>
    [
      startAt ? '0' : '1',
      startAt ?? '',
      title,
      seat?.area ?? '',
      seat?.block ?? '',
      seat?.row ?? '',
      seat?.number ?? '',
    ] as const;
  const theirs = key(other);
  return key(one).reduce((order, part, index) => order || compare(part, theirs[index] ?? ''), 0);
}
