import type { EventDetail, PackagePart, ProductKind } from '@s360-widgets/contract';
import { topics, venues } from './catalog.js';
import { beside, named, onSale, seatCategories, tariffs } from './event.js';

const part = (
  id: string,
  kind: ProductKind,
  title: string,
  name: string,
  startAt: string | null = null,
  more: Partial<PackagePart> = {},
): PackagePart => ({
  ...{ ...onSale, id, kind, eventId: `9${id}`, title, name, startAt, venueName: '' },
  ...more,
});

const gone = { saleState: 'unavailable', availability: 'none' } as const;

/** An evening of some, the introduction to it and a book. */
export const firstOpera: EventDetail = {
  ...named('ALACARTE'),
  ...beside,
  ...{ id: '112', code: 'FIRSTOP', kind: 'package', title: 'Opera for the first time' },
  ...{ topic: topics[0]!, venue: venues[0]!, tariffs: tariffs.slice(0, 2), included: [] },
  description: [
    {
      kind: 'paragraph',
      runs: [{ text: 'One of four evenings, the introduction before it, and the season book to take home.' }],
    },
  ],
  items: [
    {
      ...{ ...onSale, id: '98', name: 'Evening', prices: [], performanceCount: 0, timeslots: [] },
      seatCategories: [...seatCategories],
    },
  ],
  packageLines: [
    {
      ...{ quantity: 1, choiceCount: 1 },
      parts: [
        part('6001', 'event', 'La traviata', '', '2026-12-19T19:00:00+01:00'),
        part('6002', 'event', 'Carmen', '', '2027-01-30T19:00:00+01:00', gone),
        part('6003', 'event', 'Giselle', '', '2027-02-12T19:30:00+01:00'),
        part('6006', 'event', 'Tosca', '', '2027-05-22T19:00:00+02:00'),
      ],
    },
    { quantity: 1, choiceCount: 1, parts: [part('71', 'service', 'Introduction in the foyer', 'Chair')] },
    { quantity: 1, choiceCount: 1, parts: [part('72', 'goods', 'The season book', 'Book')] },
  ],
};

/** A day pass, an audio guide, and a bag of choice. */
export const museumDay: EventDetail = {
  ...firstOpera,
  ...{ id: '113', code: 'MUSEDAY', title: 'A day at the museum', firstAt: null, lastAt: null },
  ...{ priceFromMinor: 3900, priceToMinor: 3900, venue: null },
  description: [
    { kind: 'paragraph', runs: [{ text: 'All exhibitions, the audio guide, and one of our bags.' }] },
  ],
  items: [
    {
      ...{ ...onSale, id: '99', name: 'Day', performanceCount: 0, seatCategories: [], timeslots: [] },
      prices: [{ tariffId: tariffs[0]!.id, amountMinor: 3900 }],
    },
  ],
  packageLines: [
    { quantity: 1, choiceCount: 1, parts: [part('81', 'pass', 'Museum day pass', 'Day pass')] },
    { quantity: 1, choiceCount: 1, parts: [part('82', 'service', 'Audio guide', 'Device')] },
    {
      ...{ quantity: 1, choiceCount: 1 },
      parts: [
        part('83', 'goods', 'Lumen tote bag', 'Red velvet'),
        part('84', 'goods', 'Lumen tote bag', 'Night blue', null, gone),
        part('85', 'goods', 'Lumen tote bag', 'Raw linen'),
      ],
    },
  ],
};
