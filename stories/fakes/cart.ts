import type { Cart, CartLine, CartTicket, OpenedCart } from '@s360-widgets/contract';
import { posters } from './posters.js';

const euros = (amountMinor: number) => ({ amountMinor, currency: { code: 'EUR', digits: 2 } });

const seat = (id: string, number: string, tariffName: string, amountMinor: number): CartTicket => ({
  id,
  tariffId: tariffName === 'Full price' ? '1' : '2',
  tariffName,
  seatCategoryId: '33',
  price: euros(amountMinor),
  seat: { seatId: `9${id}`, area: 'Stalls right', block: '', row: 'H', number },
});

/** Three seats side by side. */
export const fluteLine: CartLine = {
  id: 'line-1',
  kind: 'event',
  eventId: '101',
  performanceId: '5006',
  itemId: null,
  timeslotId: null,
  title: 'The Magic Flute',
  name: 'Evening',
  startAt: '2026-12-12T19:00:00+01:00',
  endAt: null,
  venueName: 'Opera House, Main Stage',
  pictureUrl: posters.flute,
  hasSeatMap: true,
  tickets: [
    seat('71', '18', 'Full price', 8400),
    seat('72', '19', 'Full price', 8400),
    seat('73', '20', 'Under 26', 4200),
  ],
  included: [],
};

/** An open cart, held for another eleven and a half minutes. */
export const cart: Cart = {
  orderId: '4711',
  state: 'open',
  timeZone: 'Europe/Zurich',
  lines: [fluteLine],
  fees: [{ kind: 'booking', name: 'Booking fee', amount: euros(360), isIncluded: true }],
  ticketCount: 3,
  ticketsTotal: euros(21000),
  total: euros(21000),
  includedTax: euros(541),
  expiresAt: '2026-11-27T10:11:32+01:00',
  holdSeconds: 900,
  maxTickets: 10,
  answeredAt: '2026-11-27T10:00:00+01:00',
  contact: null,
  address: null,
  shipment: null,
  unread: [],
};

/** A code for two of the three seats. */
export const promoCart: Cart = {
  ...cart,
  lines: [
    {
      ...fluteLine,
      tickets: fluteLine.tickets.map((ticket, n) =>
        n < 2 ? { ...ticket, price: euros(4260), fullPrice: euros(8400) } : ticket,
      ),
    },
  ],
  promoCode: { code: 'DUO50', name: 'Duo offer' },
  ...{ ticketsTotal: euros(12720), total: euros(12720), includedTax: euros(328) },
};

export const openedCart: OpenedCart = { token: 'story', cart };
