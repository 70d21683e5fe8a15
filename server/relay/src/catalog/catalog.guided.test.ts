import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tour } from '@s360-widgets/contract';
import { product, shown } from './catalog.trial.js';

const text = (en: string, fr: string) => ({
  translations: [
    { locale: 'en', value: en },
    { locale: 'fr', value: fr },
  ],
});
const timeslot = (timeslotId: number, day: string) => ({
  ...{ timeslotId, quota: 20 },
  ...{ start: `2026-12-${day}T10:00:00Z`, end: `2026-12-${day}T11:00:00Z` },
});
const guidedPass = (more: object) => [
  product(14, 'PASS', {
    pass: {
      items: [
        {
          itemId: 35,
          externalName: text('Guided visit', 'Visite guidée'),
          itemPrices: [{ amount: 18_000, audSubCatId: 21 }],
          timeslots: [timeslot(701, '04'), timeslot(702, '05'), timeslot(703, '06')],
        },
      ],
      ...more,
    },
  }),
];
const named = {
  visitLanguages: ['en'],
  visitThemes: [{ themeId: 31, externalName: text('Highlights', 'Chefs-d’œuvre') }],
};
const tours: Record<string, Tour[]> = {
  701: [{ languageCode: 'de', themeId: '32' }],
  702: [],
};
const stock = { toursOf: (timeslotId: string) => tours[timeslotId] };

test('the languages and themes of guided visits are named in the language of the answer', async (t) => {
  const { detail } = await shown(t, guidedPass({ guided: true, ...named }));
  assert.deepEqual(detail(14)?.guided, {
    languages: [{ id: 'en', name: 'anglais' }],
    themes: [{ id: '31', name: 'Chefs-d’œuvre' }],
  });
});

test('a time tells what can be had then, and is not sold where that is nothing', async (t) => {
  const { detail } = await shown(t, guidedPass({ guided: true, ...named }), { 35: 9 }, false, stock);
  const slots = detail(14)?.items[0]?.timeslots.map((slot) => [slot.id, slot.saleState, slot.tours]);
  assert.deepEqual(slots, [
    ['701', 'on-sale', tours['701']],
    ['702', 'unavailable', []],
    ['703', 'on-sale', undefined],
  ]);
});

test('what can be had and is not in the catalog is offered all the same', async (t) => {
  const { detail } = await shown(t, guidedPass({ guided: true, ...named }), {}, false, stock);
  assert.deepEqual(detail(14)?.guided, {
    languages: [
      { id: 'en', name: 'anglais' },
      { id: 'de', name: 'allemand' },
    ],
    themes: [
      { id: '31', name: 'Chefs-d’œuvre' },
      { id: '32', name: '32' },
    ],
  });
});

test('a pass without guides has nothing of the kind to choose', async (t) => {
  const { detail } = await shown(t, guidedPass({}));
  assert.equal(detail(14)?.guided, undefined);
});
