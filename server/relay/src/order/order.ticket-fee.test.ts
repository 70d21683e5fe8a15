import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Order, OrderLine } from './order.model.js';
import { TicketFee, type NamedOrder } from './order.ticket-fee.js';
import { lineWith, orderWith, ticketWith } from './order.trial.js';

const euros = { code: 'EUR', digits: 2 };

function feeOf(isIncluded: boolean, amountMinor: number | null = 120) {
  const warned: object[] = [];
  const log = { error: () => undefined, warn: (facts: object) => void warned.push(facts) };
  return { fee: new TicketFee({ amountMinor, isIncluded }, log), warned };
}

/** Seats at prices, and whatever else is said. */
function order(prices: number[], taken: number, more: OrderLine[] = []): Order {
  const seats = lineWith(prices.map((priceMinor, index) => ticketWith({ id: `10${index}`, priceMinor })));
  const lines = [seats, ...more];
  const ticketsTotalMinor = lines
    .flatMap(({ tickets }) => tickets)
    .reduce((sum, one) => sum + one.priceMinor, 0);
  return orderWith({
    ...{ lines, currency: euros, ticketsTotalMinor, totalMinor: ticketsTotalMinor + taken },
    fees: taken > 0 ? [{ kind: 'booking', name: 'Booking fee', amountMinor: taken }] : [],
  });
}

const pricesOf = ({ lines }: NamedOrder) =>
  lines.flatMap(({ tickets }) => tickets.map((one) => one.priceMinor));
const bag: OrderLine = {
  ...lineWith([ticketWith({ id: '201', priceMinor: 2_400 })]),
  id: 'i81',
  kind: 'goods',
};

test('what was named first is what the order says, and the fee in it is told', () => {
  const { fee, warned } = feeOf(true);
  assert.equal(fee.named(8_400, 'event'), 8_520);
  const named = fee.namedOrder(order([8_400, 4_200, 0], 240));
  assert.deepEqual(pricesOf(named), [8_520, 4_320, 0]);
  assert.deepEqual([named.ticketsTotalMinor, named.totalMinor], [12_840, 12_840]);
  assert.deepEqual(named.fees, [
    { kind: 'booking', name: 'Booking fee', amountMinor: 240, isIncluded: true },
  ]);
  assert.deepEqual(warned, []);
});

test('what costs nothing, and what is no ticket, has no fee', () => {
  const { fee } = feeOf(true);
  assert.deepEqual(
    [fee.named(0, 'event'), fee.named(2_400, 'goods'), fee.of('membership')],
    [0, 2_400, null],
  );
  assert.deepEqual(pricesOf(fee.namedOrder(order([8_400], 120, [bag]))), [8_520, 2_400]);
});

test('what a promo code took off is told of the price as it was named: both have the fee in them, and what became free has none', () => {
  const { fee } = feeOf(true);
  const reduced = { fullPriceMinor: 8_400, offerName: 'Half price' };
  const tickets = [
    ticketWith({ id: '101', priceMinor: 4_200, reduced }),
    ticketWith({ id: '102', priceMinor: 0, reduced }),
  ];
  const ticketsTotalMinor = 4_200;
  const named = fee.namedOrder(
    orderWith({
      ...{ lines: [lineWith(tickets)], currency: euros, ticketsTotalMinor, totalMinor: 4_320 },
      fees: [{ kind: 'booking', name: 'Booking fee', amountMinor: 120 }],
    }),
  );
  assert.deepEqual(
    named.lines[0]?.tickets.map(({ priceMinor, reduced: was }) => [priceMinor, was?.fullPriceMinor]),
    [
      [4_320, 8_520],
      [0, 8_520],
    ],
  );
});

test('other fees are added, as ever', () => {
  const { fee } = feeOf(true);
  const posted = order([8_400], 120);
  const delivery = { kind: 'delivery', name: 'By post', amountMinor: 750 } as const;
  const named = fee.namedOrder({ ...posted, fees: [...posted.fees, delivery], totalMinor: 9_270 });
  assert.deepEqual(
    named.fees.map(({ kind, isIncluded }) => [kind, isIncluded]),
    [
      ['booking', true],
      ['delivery', false],
    ],
  );
  assert.equal(named.ticketsTotalMinor + 750, named.totalMinor);
});

for (const [what, taken] of [
  ['another fee', 250],
  ['no fee', 0],
  ['a fee that does not part', 241],
] as const)
  test(`where S-360 takes ${what} than was announced, all is shown as it says, and the log says so once`, () => {
    const { fee, warned } = feeOf(true);
    const odd = order([8_400, 4_200], taken);
    const named = fee.namedOrder(odd);
    assert.deepEqual(pricesOf(named), [8_400, 4_200]);
    assert.equal(named.ticketsTotalMinor, odd.ticketsTotalMinor);
    assert.ok(named.fees.every(({ isIncluded }) => !isIncluded));
    fee.namedOrder(odd);
    assert.deepEqual(warned, [{ orderId: odd.orderId, announced: 240, taken }]);
  });

for (const [what, isIncluded, amountMinor] of [
  ['prices are to be without fees', false, 120],
  ['no fee is known', true, null],
] as const)
  test(`prices are S-360's own where ${what}`, () => {
    const { fee } = feeOf(isIncluded, amountMinor);
    assert.equal(fee.named(8_400, 'event'), 8_400);
    const named = fee.namedOrder(order([8_400, 4_200], 240));
    assert.deepEqual(pricesOf(named), [8_400, 4_200]);
    assert.deepEqual(
      named.fees.map((one) => one.isIncluded),
      [false],
    );
  });

test('tickets and what is added are the total, to the last unit, in any order', () => {
  let seed = 7;
  const next = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  for (let round = 0; round < 10_000; round++) {
    const prices = Array.from({ length: 1 + next(8) }, () => (next(5) === 0 ? 0 : next(30_000)));
    const { fee } = feeOf(next(2) === 0, next(3) === 0 ? null : next(400));
    const taken =
      next(2) === 0 ? next(3_000) : prices.filter(Boolean).length * (fee.settings.amountMinor ?? 0);
    const named = fee.namedOrder(order(prices, taken, next(3) === 0 ? [bag] : []));
    const added = named.fees.filter((one) => !one.isIncluded).reduce((sum, one) => sum + one.amountMinor, 0);
    assert.equal(pricesOf(named).reduce((sum, price) => sum + price, 0) + added, named.totalMinor);
    assert.equal(named.ticketsTotalMinor + added, named.totalMinor);
  }
});
