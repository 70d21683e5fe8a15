import type { EventDetail, Tour } from '@s360-widgets/contract';
import { topics, venues } from './catalog.js';
import { beside, named, onSale, tariffs } from './event.js';

const tour = (languageCode: string, themeId: string): Tour => ({ languageCode, themeId });

/** What is given at the times of a day; the days take turns. */
const rota = [
  { 11: [tour('en', '1'), tour('fr', '1'), tour('de', '1')], 15: [tour('fr', '2')] },
  { 11: [tour('en', '1'), tour('en', '2'), tour('de', '2')], 15: [tour('it', '3'), tour('fr', '3')] },
];

const slot = (day: string, hour: string, tours: Tour[]) => ({
  ...{ ...onSale, id: `${day.replaceAll('-', '')}${hour}`, tours },
  ...{ startAt: `${day}T${hour}:00:00+01:00`, endAt: `${day}T${hour}:59:00+01:00` },
});

/** Guided visits of a museum, by language and theme. */
export const guidedVisits: EventDetail = {
  ...named('PAPERCITIES'),
  ...beside,
  title: 'Guided tour of the collection',
  topic: topics[4]!,
  venue: venues[3]!,
  tariffs: tariffs.slice(0, 3),
  description: [
    { kind: 'paragraph', runs: [{ text: 'The collection with somebody who knows it, in small groups.' }] },
  ],
  guided: {
    languages: [
      { id: 'en', name: 'English' },
      { id: 'fr', name: 'French' },
      { id: 'de', name: 'German' },
      { id: 'it', name: 'Italian' },
    ],
    themes: [
      { id: '1', name: 'Highlights' },
      { id: '2', name: 'The building and its garden' },
      { id: '3', name: 'Made by hand' },
    ],
  },
  items: [
    {
      ...{ ...onSale, id: '61', name: 'Guided visit', seatCategories: [], performanceCount: 0 },
      prices: [
        { tariffId: '1', amountMinor: 1800 },
        { tariffId: '2', amountMinor: 900 },
        { tariffId: '3', amountMinor: 0 },
      ],
      timeslots: ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05'].flatMap((day, n) =>
        Object.entries(rota[n % rota.length] ?? {}).map(([hour, tours]) => slot(day, hour, tours)),
      ),
    },
  ],
};
