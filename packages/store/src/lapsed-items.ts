import type { CartItem, CartLine } from '@s360-widgets/contract';

/** What to ask for to get the same places again: the same seats, and as many of each tariff where there are none. */
export function itemsOf(lines: readonly CartLine[]): CartItem[] {
  return lines.flatMap((line) => (line.kind === 'event' ? performanceItems(line) : simpleItems(line)));
}

function simpleItems({ eventId, itemId, timeslotId, tickets }: CartLine): CartItem[] {
  if (!itemId) return [];
  return [
    { kind: 'item', eventId, itemId, ...(timeslotId ? { timeslotId } : {}), tariffs: quantities(tickets) },
  ];
}

function performanceItems({ performanceId, tickets }: CartLine): CartItem[] {
  if (!performanceId) return [];
  const seats = tickets.flatMap(({ seat, seatCategoryId, tariffId }) =>
    seat && seatCategoryId ? [{ seatId: seat.seatId, seatCategoryId, tariffId }] : [],
  );
  const categories = new Set(tickets.flatMap((ticket) => (ticket.seat ? [] : (ticket.seatCategoryId ?? []))));
  return [
    ...(seats.length ? [{ kind: 'seats' as const, performanceId, seats }] : []),
    ...[...categories].map((seatCategoryId) => ({
      kind: 'best-seats' as const,
      performanceId,
      seatCategoryId,
      tariffs: quantities(
        tickets.filter((ticket) => !ticket.seat && ticket.seatCategoryId === seatCategoryId),
      ),
    })),
  ];
}

function quantities(tickets: CartLine['tickets']): { tariffId: string; quantity: number }[] {
  const counts = new Map<string, number>();
  for (const { tariffId } of tickets) counts.set(tariffId, (counts.get(tariffId) ?? 0) + 1);
  return [...counts].map(([tariffId, quantity]) => ({ tariffId, quantity }));
}
