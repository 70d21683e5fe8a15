import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Availability, Sale, SaleState } from '@s360-widgets/contract';
import type { ObjectState, SalePeriod } from './catalog.model.js';
import { toAvailability } from './catalog.mapping.js';
import { bestSale, deriveSale } from './catalog.sale-state.js';

const now = Date.parse('2026-12-01T12:00:00Z');
const opened = { startAt: '2026-09-01T08:00:00Z', endAt: '2026-12-05T18:00:00Z' };
const later = { startAt: '2026-12-02T08:00:00Z', endAt: '2026-12-05T18:00:00Z' };
const over = { startAt: '2026-09-01T08:00:00Z', endAt: '2026-12-01T11:59:59Z' };
const endsAt = '2026-12-05T19:00:00Z';

interface Case {
  name: string;
  state?: ObjectState;
  outerState?: ObjectState;
  salePeriods?: SalePeriod[];
  override?: SaleState;
  availability?: Availability;
  endsAt?: string | null;
  expected: Sale;
}

const sale = (
  saleState: SaleState,
  availability: Availability = 'none',
  onSaleAt: string | null = null,
): Sale => ({
  saleState,
  availability,
  onSaleAt,
});

const cases: Case[] = [
  {
    name: 'validated, opening known',
    state: 'VALIDATED',
    salePeriods: [later],
    expected: sale('soon', 'none', later.startAt),
  },
  { name: 'validated, opening not known', state: 'VALIDATED', expected: sale('soon') },
  {
    name: 'running before the first sales date',
    salePeriods: [later],
    expected: sale('soon', 'none', later.startAt),
  },
  {
    name: 'running within the sales dates, some left',
    salePeriods: [opened],
    expected: sale('on-sale', 'good'),
  },
  {
    name: 'running, few left',
    salePeriods: [opened],
    availability: 'limited',
    expected: sale('on-sale', 'limited'),
  },
  {
    name: 'running, nothing left',
    salePeriods: [opened],
    availability: 'none',
    expected: sale('unavailable'),
  },
  { name: 'running after the last sales date', salePeriods: [over], expected: sale('ended') },
  { name: 'between two periods', salePeriods: [over, later], expected: sale('soon', 'none', later.startAt) },
  { name: 'no periods, before the start', expected: sale('on-sale', 'good') },
  { name: 'no periods, at the start', endsAt: '2026-12-01T12:00:00Z', expected: sale('ended') },
  { name: 'no periods and no end', endsAt: null, expected: sale('on-sale', 'good') },
  {
    name: 'an open period ends with the performance',
    salePeriods: [{ startAt: null, endAt: null }],
    endsAt: '2026-11-01T19:00:00Z',
    expected: sale('ended'),
  },
  {
    name: 'a period that ends after the start (time flexibility)',
    salePeriods: [opened],
    endsAt: '2026-12-01T11:00:00Z',
    expected: sale('on-sale', 'good'),
  },
  { name: 'suspended', state: 'SUSPENDED', salePeriods: [opened], expected: sale('unavailable') },
  {
    name: 'running in a suspended product',
    outerState: 'SUSPENDED',
    salePeriods: [opened],
    expected: sale('unavailable'),
  },
  {
    name: 'suspended in a cancelled product',
    state: 'SUSPENDED',
    outerState: 'CANCELED',
    expected: sale('cancelled'),
  },
  { name: 'cancelled', state: 'CANCELED', salePeriods: [opened], expected: sale('cancelled') },
  { name: 'closed', state: 'CLOSED', expected: sale('ended') },
  {
    name: 'set by hand to sold out',
    override: 'sold-out',
    salePeriods: [opened],
    expected: sale('sold-out'),
  },
  {
    name: 'set by hand to box office, though nothing is left',
    override: 'box-office',
    availability: 'none',
    expected: sale('box-office'),
  },
  {
    name: 'set by hand to moved, though cancelled',
    override: 'moved',
    state: 'CANCELED',
    expected: sale('moved'),
  },
];

for (const {
  name,
  state = 'RUNNING',
  outerState = 'RUNNING',
  salePeriods = [],
  override = null,
  availability = 'good',
  expected,
  ...rest
} of cases) {
  test(name, () => {
    const selling = { state, salePeriods, override };
    const end = rest.endsAt === undefined ? endsAt : rest.endsAt;
    assert.deepEqual(deriveSale({ selling, outerState, endsAt: end, availability, now }), expected);
  });
}

test('limited is at or below the alert ratio of the capacity, none is nothing, unknown is good', () => {
  assert.equal(toAvailability(16, 100, 15), 'good');
  assert.equal(toAvailability(15, 100, 15), 'limited');
  assert.equal(toAvailability(1, 1000, 0), 'good');
  assert.equal(toAvailability(0, 100, 15), 'none');
  assert.equal(toAvailability(3, null, 15), 'good');
  assert.equal(toAvailability(undefined, 100, 15), 'good');
});

test('an event promises what its best performance does', () => {
  const soon = sale('soon', 'none', '2026-12-09T08:00:00Z');
  const sooner = sale('soon', 'none', '2026-12-02T08:00:00Z');
  assert.deepEqual(
    bestSale([sale('cancelled'), sale('on-sale', 'limited'), soon]),
    sale('on-sale', 'limited'),
  );
  assert.deepEqual(bestSale([sale('on-sale', 'limited'), sale('on-sale', 'good')]), sale('on-sale', 'good'));
  assert.deepEqual(bestSale([soon, sooner, sale('ended')]), sooner);
  assert.deepEqual(bestSale([sale('ended'), sale('cancelled')]), sale('cancelled'));
  assert.deepEqual(bestSale([]), sale('ended'));
});
