import type { Cart } from '@s360-widgets/contract';
import type { Desk } from './seat-picker.desk.js';
import type { Hall } from './seat-picker.hall.js';

/**
 * What the cart has for a hall's performance, and how many seats that leaves.
 * @param maxSeats the page's own limit; 0 for none
 */
export function heldBy(
  cart: Cart | null | undefined,
  { seatMap, plan }: Hall,
  maxSeats: number,
): Pick<Desk, 'inCart' | 'tariffsInCart' | 'most'> {
  const isLive = cart?.state === 'open' || cart?.state === 'paying';
  const lines = isLive ? cart.lines.filter((line) => line.performanceId === seatMap.performanceId) : [];
  const tickets = lines.flatMap((line) => line.tickets);
  const seats = tickets.flatMap(({ seat }) => (seat ? plan.indexOfSeat(seat.seatId) : []));
  const allowed = seatMap.maxTickets - tickets.length;
  return {
    inCart: new Set(seats.filter((seat) => seat >= 0)),
    tariffsInCart: tickets.map(({ tariffId }) => tariffId),
    most: Math.max(0, maxSeats > 0 ? Math.min(maxSeats, allowed) : allowed),
  };
}
