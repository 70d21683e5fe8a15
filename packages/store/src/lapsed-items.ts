import type { CartItem, CartLine } from '@s360-widgets/contract';

/**
 * What to ask for to get the same places again: the same seats, and as many of each tariff where there are none. Season tickets are added by
 * themselves, so that each is a request of its own.
 */
export function batchesOf(lines: readonly CartLine[]): CartItem[][] {
  const together = lines.flatMap((line) => {
    if (line.kind === 'season-ticket') return [];
    return line.kind === 'event' ? performanceItems(line) : simpleItems(line);
  });
  const alone = lines.flatMap((line) => (line.kind === 'season-ticket' ? seasonTicketItems(line) : []));
  return [...(together.length ? [together] : []), ...alone.map((item) => [item])];
}

function simpleItems({ eventId, itemId, timeslotId, tickets }: CartLine): CartItem[] {
  if (!itemId) return [];
  return [
    { kind: 'item', eventId, itemId, ...(timeslotId ? { timeslotId } : {}), tariffs: quantities(tickets) },
  ];
}

/** The same performances; its seats are given anew. */
function seasonTicketItems({ eventId, itemId, tickets, included }: CartLine): CartItem[] {
  const categories = new Set(tickets.flatMap(({ seatCategoryId }) => seatCategoryId ?? []));
  const performanceIds = included.map(({ performanceId }) => performanceId);
  if (!itemId || !performanceIds.length) return [];
  return [...categories].map((seatCategoryId) => ({
    ...{ kind: 'season-ticket' as const, eventId, itemId, seatCategoryId, performanceIds },
    tariffs: quantities(tickets.filter((ticket) => ticket.seatCategoryId === seatCategoryId)),
  }));
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
