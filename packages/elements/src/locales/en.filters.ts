import type { ProductKind } from '@s360-widgets/contract';
import type { Wide } from './wide.js';
import { stale } from './en.stale.js';

/** What the event list says once its filters are used, or nothing is left to show. */
export const messages = {
  stale,
  close: 'Close',
  getTickets: 'Get tickets',
  chooseDate: 'Choose a date',
  /** Above what has no dates. */
  anyTime: 'At any time',
  calendar: {
    before: 'Month before',
    after: 'Month after',
    period: 'Period',
    spans: { month: 'Month', week: 'Week', agenda: 'Agenda' },
    week: { before: 'Week before', after: 'Week after', none: 'Nothing is on in this week.' },
    more: (n: number) => `${n} more`,
    none: 'Nothing is on in this month.',
  },
  clear: 'Clear filters',
  clearAll: 'Clear all filters',
  any: 'Any',
  today: 'Today',
  chooseDates: 'Choose dates',
  kind: 'Kind of ticket',
  kinds: {
    event: 'Performances',
    pass: 'Visits',
    'season-ticket': 'Season tickets',
    package: 'Packages',
    service: 'Services',
    goods: 'Goods',
    membership: 'Memberships',
  } satisfies Record<ProductKind, string>,
  fromDay: 'From',
  toDay: 'Until',
  upTo: (price: string) => `up to ${price}`,
  show: (n: number) => (n === 1 ? 'Show 1 event' : `Show ${n} events`),
  emptyTitle: 'Nothing matches these filters',
  emptyHint: (n: number, filter: string) =>
    n === 1 ? `There is 1 event if you drop ${filter}.` : `There are ${n} events if you drop ${filter}.`,
  emptyElse: 'Other words or another date may help.',
  drop: (filter: string) => `Drop ${filter}`,
  /** The filters, as the last word of the two above. */
  filter: {
    text: 'the search',
    when: 'the dates',
    topic: 'the topic',
    kind: 'the kind of ticket',
    venue: 'the venue',
    price: 'the price',
    available: '“available only”',
  },
  noneTitle: 'No events at the moment',
  noneText: 'New dates will be shown here.',
};

export type FilterMessages = Wide<typeof messages>;
