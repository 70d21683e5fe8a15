import type { CartItem, CartLine, IncludedPart, PackageChoice } from '@s360-widgets/contract';

/**
 * What to ask for to get the same places again: the same seats, and as many of each tariff where there are none. Season tickets and packages are added
 * by themselves, so that each is a request of its own.
 */
export function batchesOf(lines: readonly CartLine[]): CartItem[][] {
  const together = lines.flatMap((line) => {
    if (isComposed(line)) return [];
    return line.kind === 'event' ? performanceItems(line) : simpleItems(line);
  });
  const alone = lines.flatMap((line) => (isComposed(line) ? composedItems(line) : []));
  return [...(together.length ? [together] : []), ...alone.map((item) => [item])];
}

function simpleItems({ eventId, itemId, timeslotId, tickets }: CartLine): CartItem[] {
  if (!itemId) return [];
  return [
    { kind: 'item', eventId, itemId, ...(timeslotId ? { timeslotId } : {}), tariffs: quantities(tickets) },
  ];
}

const isComposed = ({ kind }: CartLine): boolean => kind === 'season-ticket' || kind === 'package';

/** The same parts; their seats are given anew. */
function composedItems({ kind, eventId, itemId, tickets, included }: CartLine): CartItem[] {
  if (!itemId || !included.length) return [];
  return [...new Set(tickets.map(({ seatCategoryId }) => seatCategoryId))].flatMap(
    (seatCategoryId): CartItem[] => {
      const tariffs = quantities(tickets.filter((ticket) => ticket.seatCategoryId === seatCategoryId));
      if (kind === 'package') {
        const parts = included.flatMap((part) => partOf(part, tickets.length));
        return [{ kind, eventId, itemId, ...(seatCategoryId ? { seatCategoryId } : {}), parts, tariffs }];
      }
      const performanceIds = included.flatMap(({ performanceId }) => performanceId ?? []);
      return seatCategoryId
        ? [{ kind: 'season-ticket', eventId, itemId, seatCategoryId, performanceIds, tariffs }]
        : [];
    },
  );
}

/** What each of so many packages has of it. */
function partOf({ performanceId, itemId, quantity }: IncludedPart, packages: number): PackageChoice[] {
  const each = quantity / packages;
  if (performanceId) return [{ performanceId, quantity: each }];
  return itemId ? [{ itemId, quantity: each }] : [];
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
