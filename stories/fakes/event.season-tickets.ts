import type { EventDetail, IncludedPerformance } from '@s360-widgets/contract';
import { topics, venues } from './catalog.js';
import { beside, named, onSale, seatCategories, tariffs } from './event.js';

const included = (
  id: string,
  title: string,
  startAt: string,
  more: Partial<IncludedPerformance> = {},
): IncludedPerformance => ({
  ...{ ...onSale, id, eventId: `9${id}`, title, startAt, venueName: 'Opera House, Main Stage' },
  ...more,
});

const evenings = [
  included('6001', 'La traviata', '2026-12-19T19:00:00+01:00'),
  included('6002', 'Carmen', '2027-01-30T19:00:00+01:00'),
  included('6003', 'Giselle', '2027-02-12T19:30:00+01:00'),
  included('6004', 'Rusalka', '2027-03-06T18:00:00+01:00', { saleState: 'cancelled', availability: 'none' }),
  included('6005', 'Beethoven: Ninth Symphony', '2027-04-17T19:30:00+02:00'),
  included('6006', 'Tosca', '2027-05-22T19:00:00+02:00'),
];

const seasonPrices = (share: number) =>
  seatCategories.map((each) => ({
    ...each,
    prices: each.prices.slice(0, 3).map(({ tariffId, amountMinor }) => ({
      ...{ tariffId, amountMinor: Math.round(amountMinor * share) },
    })),
  }));

const subscription = {
  ...named('ALACARTE'),
  ...beside,
  topic: topics[8]!,
  venue: venues[0]!,
  tariffs: tariffs.slice(0, 3),
  included: evenings,
} as const;

/** Some of its evenings, at choice. */
export const choiceTicket: EventDetail = {
  ...subscription,
  description: [
    {
      kind: 'paragraph',
      runs: [{ text: 'Choose your own evenings. You sit in the same seat each time.' }],
    },
  ],
  items: [
    {
      ...{ ...onSale, id: '96', name: 'Three evenings', prices: [], timeslots: [] },
      ...{ performanceCount: 3, seatCategories: seasonPrices(2.7) },
    },
    {
      ...{ ...onSale, id: '97', name: 'Five evenings', prices: [], timeslots: [] },
      ...{ performanceCount: 5, seatCategories: seasonPrices(4) },
    },
  ],
};

/** All evenings, in the same seat. */
export const wholeTicket: EventDetail = {
  ...subscription,
  title: 'Grand subscription',
  description: [
    {
      kind: 'paragraph',
      runs: [{ text: 'Opera, ballet and concert across the season, always in the same seat.' }],
    },
  ],
  included: evenings.filter(({ saleState }) => saleState === 'on-sale'),
  items: [
    {
      ...{ ...onSale, id: '98', name: 'Five evenings', prices: [], timeslots: [] },
      ...{ performanceCount: 5, seatCategories: seasonPrices(3.8) },
    },
  ],
};
