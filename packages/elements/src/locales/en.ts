import type { SaleState } from '@s360-widgets/contract';
import type { Wide } from './wide.js';

/** What every page needs: sale states, the event list, the common buttons. */
export const messages = {
  common: {
    tryAgain: 'Try again',
    from: (price: string) => `from ${price}`,
    free: 'Free',
  },
  sale: {
    'on-sale': 'On sale',
    limited: 'Last tickets',
    soon: 'On sale soon',
    soonAt: (when: string) => `On sale ${when}`,
    unavailable: 'Sold out for now',
    'sold-out': 'Sold out',
    ended: 'Sale closed',
    cancelled: 'Cancelled',
    moved: 'Moved',
    'box-office': 'At the box office',
  } satisfies Record<SaleState | 'limited', string> & { soonAt: unknown },
  list: {
    search: 'Search by title or venue',
    events: (n: number) => (n === 1 ? '1 event' : `${n} events`),
    dates: (n: number) => (n === 1 ? '1 date' : `${n} dates`),
    daily: (until: string) => `Daily until ${until}`,
    availableOnly: 'Available only',
    layout: 'Layout',
    cards: 'Cards',
    list: 'List',
    calendar: 'Calendar',
    filters: 'Filters',
    when: 'Dates',
    topic: 'Topic',
    venue: 'Venue',
    price: 'Price',
    weekend: 'This weekend',
    week: 'Next 7 days',
    more: (n: number) => `Show ${n} more`,
    shown: (n: number, all: number) => `${n} of ${all} events`,
    details: 'See details',
  },
  relay: {
    downTitle: 'We can’t reach the box office',
    downText: 'Your connection or our service is down.',
  },
};

/** The shape that every language gives. */
export type BaseMessages = Wide<typeof messages>;
