/** Why S-360 did not add what was asked, in the contract's words and with the facts that help the visitor. */
import { ProblemError, type CartItem, type SignIn } from '@s360-widgets/contract';
import { namedByRefusal } from '../s360/index.js';
import {
  tariffsWithoutCompanion,
  ticketsOf,
  type CompanionsOf,
  type Order,
  type OrderLine,
} from '../order/index.js';
import { countOf, seatIdsOf } from './carts.request.js';

export interface TakenSeats {
  readonly performanceId: string;
  readonly seatIds: readonly string[];
}

export interface RefusalFacts {
  readonly maxTickets: number;
  readonly companionsOf: CompanionsOf;
}

/** All seats that the items name. */
const wantedSeats = (items: readonly CartItem[]): string[] => items.flatMap(seatIdsOf);

/**
 * The problem to answer, and the seats that are surely taken.
 * Anything but a refusal of these items is passed through as it is.
 */
export function toRefusal(
  error: unknown,
  items: readonly CartItem[],
  facts: RefusalFacts,
): { problem: unknown; taken: TakenSeats[] } {
  if (!(error instanceof ProblemError)) return { problem: error, taken: [] };
  const retold = (details: ProblemError['details'], code = error.code) =>
    new ProblemError(code, details, { cause: error.cause, message: error.message });
  const isAboutSeats = error.code === 'seats-taken' || isChosenOnly(error, items);
  if (isAboutSeats) {
    const named = namedSeats(error, items);
    const seatIds = named.length > 0 ? named : wantedSeats(items);
    const taken = seatIds.length === 1 ? seatIds : named;
    return { problem: retold({ seatIds }, 'seats-taken'), taken: byPerformance(items, taken) };
  }
  if (error.code === 'too-many-tickets') return { problem: retold({ limit: facts.maxTickets }), taken: [] };
  if (error.code === 'tariff-needs-companion') {
    const tickets = items.flatMap(tariffsOf);
    return {
      problem: retold({ tariffIds: tariffsWithoutCompanion(tickets, facts.companionsOf) }),
      taken: [],
    };
  }
  return { problem: error, taken: [] };
}

/** S-360's one attested code for "not available" counts as taken seats where nothing but chosen seats was asked for. */
const isChosenOnly = (error: ProblemError, items: readonly CartItem[]): boolean =>
  error.code === 'not-enough-seats' && items.every(({ kind }) => kind === 'seats');

/** Ids that were not asked for are no seats. */
function namedSeats(error: ProblemError, items: readonly CartItem[]): string[] {
  const named = namedByRefusal(error);
  return wantedSeats(items).filter((seatId) => named?.has(seatId));
}

function byPerformance(items: readonly CartItem[], seatIds: readonly string[]): TakenSeats[] {
  return items.flatMap((item) => {
    const own = seatIdsOf(item).filter((seatId) => seatIds.includes(seatId));
    return item.kind === 'seats' && own.length > 0
      ? [{ performanceId: item.performanceId, seatIds: own }]
      : [];
  });
}

const tariffsOf = (item: CartItem): { place: string; tariffId: string }[] => {
  const tariffs = item.kind === 'seats' ? item.seats : item.tariffs;
  return tariffs.map(({ tariffId }) => ({ place: placeOf(item), tariffId }));
};

/** What a limit and companions are counted by. */
const placeOf = (item: CartItem): string => ('itemId' in item ? item.itemId : item.performanceId);

/**
 * The limit of one cart, before S-360 is asked.
 * @throws ProblemError `too-many-tickets` with the limit if a performance (or item) would get more than that
 */
export function refuseTooMany(items: readonly CartItem[], lines: readonly OrderLine[], limit: number): void {
  const counts = new Map<string, number>();
  const count = (place: string, tickets: number) => counts.set(place, (counts.get(place) ?? 0) + tickets);
  for (const line of lines) count(line.performanceId ?? line.itemId ?? '', line.tickets.length);
  for (const item of items) {
    const place = placeOf(item);
    count(place, countOf(item));
    if ((counts.get(place) ?? 0) > limit) throw new ProblemError('too-many-tickets', { limit });
  }
}

/**
 * What is sold to accounts alone is not sold to who has not signed in. What is in a cart by then may still be bought.
 * @throws ProblemError `sign-in-needed`
 */
export function refuseGuests(signIn: SignIn): void {
  if (signIn !== 'optional') throw new ProblemError('sign-in-needed');
}

/** Whether the order holds what was asked: all named seats, and as many new tickets as there were asked for without one. */
export function hasEffect(before: Order, after: Order, items: readonly CartItem[]): boolean {
  const seats = new Set(ticketsOf(after).map(({ ticket }) => ticket.seat?.seatId));
  if (!wantedSeats(items).every((seatId) => seats.has(seatId))) return false;
  const known = new Set(ticketsOf(before).map(({ ticket }) => ticket.id));
  const named = new Set(wantedSeats(items));
  const added = ticketsOf(after).filter(
    ({ ticket }) => !known.has(ticket.id) && !(ticket.seat && named.has(ticket.seat.seatId)),
  );
  const asked = items.filter(({ kind }) => kind !== 'seats').reduce((sum, item) => sum + countOf(item), 0);
  return added.length >= asked;
}
