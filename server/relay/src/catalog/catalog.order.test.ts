import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventSummary, SaleState } from '@s360-widgets/contract';
import { inProgrammeOrder } from './catalog.order.js';

const now = Date.parse('2026-12-01T12:00:00Z');
const day = (n: number) => new Date(now + n * 86_400_000).toISOString();

/** An event, or a pass where no performance is given, as far as the order of a programme looks at it. */
function event(id: string, ...performances: [inDays: number, saleState: SaleState][]): EventSummary {
  const dates = performances.map(([inDays]) => day(inDays));
  const sale = { availability: 'good', onSaleAt: null, priceFromMinor: 5_000 } as const;
  return {
    ...{ id, code: id, title: id, pictureUrl: null, seasonId: '1', topicId: null, venueId: null },
    ...{ kind: 'event', saleState: 'on-sale', priceToMinor: 5_000, ...sale },
    firstAt: dates[0] ?? null,
    lastAt: dates.at(-1) ?? null,
    performances: performances.map(([inDays, saleState]) => ({
      id: `${id}-${inDays}`,
      startAt: day(inDays),
      saleState,
      ...sale,
    })),
  };
}

const pass = (id: string, firstInDays: number): EventSummary => ({
  ...event(id),
  kind: 'pass',
  firstAt: day(firstInDays),
  lastAt: day(300),
});

const idsOf = (events: EventSummary[]) => inProgrammeOrder(events, now).map(({ id }) => id);

test('what is on next comes first', () => {
  assert.deepEqual(idsOf([event('2', [9, 'on-sale']), event('1', [2, 'on-sale'], [40, 'on-sale'])]), [
    '1',
    '2',
  ]);
});

test('a performance that can be bought counts before one that is only earlier', () => {
  const later = event('1', [1, 'sold-out'], [20, 'on-sale']);
  assert.deepEqual(idsOf([later, event('2', [10, 'on-sale'])]), ['2', '1']);
});

test('where none can be bought, the next that is not over counts', () => {
  const run = event('1', [-3, 'ended'], [1, 'sold-out'], [30, 'sold-out']);
  assert.deepEqual(idsOf([event('2', [2, 'on-sale']), run]), ['1', '2']);
});

test('passes come after the coming seven days, those that open later at their first day', () => {
  const events = [
    pass('5', 60),
    pass('1', -90),
    event('4', [8, 'on-sale']),
    event('6', [61, 'on-sale']),
    event('3', [6, 'on-sale']),
    pass('2', 3),
  ];
  assert.deepEqual(idsOf(events), ['3', '1', '2', '4', '5', '6']);
});

test('what is at the same moment keeps one order', () => {
  const events = [event('3', [4, 'on-sale']), event('1', [4, 'on-sale']), event('2', [4, 'on-sale'])];
  assert.deepEqual(idsOf(events), ['1', '2', '3']);
  assert.deepEqual(idsOf(events.reverse()), ['1', '2', '3']);
});
