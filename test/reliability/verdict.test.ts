import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Account, Told } from './account.js';
import { type BookedOrder, type Evidence, type Fault, judge } from './verdict.js';

const at = Date.parse('2026-12-01T20:00:00Z');
const begun: Told = { kind: 'begun', orderId: '1', transaction: '7', amountMinor: 5_000 };
const outcome = (status: 'paid' | 'refused'): Told => ({ kind: 'outcome', status, tickets: 1 });

const paid = { paymentId: '9', amount: 50_000, paymentStatus: 'PAID', isCharged: true };
const order: BookedOrder = {
  orderId: '1',
  orderState: 'CLOSED',
  closedAt: new Date(at).toISOString(),
  heldTooLongSeconds: 0,
  saleAmount: 50_000,
  tickets: [{ performanceId: '5', place: 12 }],
  payments: [paid],
};

function accountOf(...told: Told[]): Account {
  const payment = { card: 'paid', pausesSeconds: 0, then: 'report', turnsAfterSeconds: null } as const;
  const nothing = { added: 0, priceChanges: false, doubleClickAt: null, tabCloses: null };
  return {
    token: 'token',
    plan: { tickets: 1, ...nothing, payments: [payment] },
    heard: told.map((heard) => ({ at: at + 60_000, step: 'look', told: heard })),
    ending: 'paid',
  };
}

const sound: Evidence = {
  books: { orders: [order], calls: { mostInAMinute: 100, limit: 180 } },
  attempts: [{ orderId: '1', state: 'paid', reason: null }],
  accounts: [accountOf(begun, outcome('paid'))],
  toldAtLast: new Map([['1', 'paid']]),
  chargedLate: new Set(),
  writes: [],
};

const booked = (...orders: Partial<BookedOrder>[]): Evidence => ({
  ...sound,
  books: { ...sound.books, orders: orders.map((change) => ({ ...order, ...change })) },
});
/** The names of what is found. */
const found = (evidence: Evidence): string[] =>
  [...judge(evidence)].flatMap(([name, purchases]) => (purchases.length > 0 ? name : []));

test('a purchase of which all three say the same is found in order', () => {
  assert.deepEqual(found(sound), []);
});

test('a "no" to a payment says nothing of the one that was begun after it', () => {
  const refused = { ...accountOf(begun, outcome('refused'), begun), ending: 'gave-up' } as const;
  const heard = refused.heard.map((one) => ({ ...one, at: at - 1_000 }));
  assert.deepEqual(found({ ...sound, accounts: [{ ...refused, heard }] }), []);
  const toldAgain = [...heard, { at: at - 1_000, step: 'look', told: outcome('refused') } as const];
  assert.deepEqual(found({ ...sound, accounts: [{ ...refused, heard: toldAgain }] }), [
    'told failed though paid',
  ]);
});

const written = { orderId: '1', operation: 'notifyOrder', repeats: undefined } as const;

const wrongs: readonly (readonly [Fault, string, Evidence])[] = [
  [
    'charged twice and not raised',
    'two payments of one order',
    booked({ payments: [paid, { ...paid, paymentId: '10' }] }),
  ],
  [
    'paid without ticket and not raised',
    'an order that was charged and ended',
    booked({ orderState: 'ABANDONNED' }),
  ],
  ['seat sold twice', 'one place in two orders', booked({}, { orderId: '2', payments: [] })],
  ['hold leaked past its expiry', 'seats that are kept for nobody', booked({ heldTooLongSeconds: 61 })],
  [
    'told failed though paid',
    'a "no" after the order was complete',
    { ...sound, accounts: [accountOf(begun, outcome('refused'), outcome('paid'))] },
  ],
  [
    'told failed though paid',
    'a "no" to who comes back',
    { ...sound, toldAtLast: new Map([['1', 'refused']]) },
  ],
  [
    'budget exceeded',
    'a call too many',
    { ...sound, books: { ...sound.books, calls: { mostInAMinute: 181, limit: 180 } } },
  ],
  [
    'told paid though not sold',
    'a "yes" of an order that is open',
    booked({ orderState: 'RUNNING', payments: [] }),
  ],
  ['sold other than agreed', 'another amount', booked({ payments: [{ ...paid, amount: 60_000 }] })],
  [
    'raised though in order',
    'a charge that nobody need look at',
    { ...sound, attempts: [{ orderId: '1', state: 'raised', reason: 'not-completed' }] },
  ],
  ['begun and not written down', 'a payment that no attempt stands for', { ...sound, attempts: [] }],
  [
    'write repeated blindly',
    'a write that was sent again, and nobody has looked',
    {
      ...sound,
      writes: [{ ...written, relay: 'a', repeats: { relay: 'b', beganAt: 4 }, beganAt: 10, endedAt: 20 }],
    },
  ],
  [
    'two relays writing to one order at once',
    'writes that overlap',
    {
      ...sound,
      writes: [
        { ...written, relay: 'a', beganAt: 10, endedAt: 20 },
        { ...written, relay: 'b', beganAt: 19, endedAt: 30 },
      ],
    },
  ],
];

for (const [name, what, evidence] of wrongs) {
  test(`${what} is found: ${name}`, () => {
    assert.ok(found(evidence).includes(name));
  });
}

test('what was raised to people is neither a charge too many nor a ticket too few', () => {
  const raised = [
    { orderId: '1', state: 'paid', reason: null },
    { orderId: '1', state: 'raised', reason: 'paid-twice' },
  ];
  const twice = booked({ payments: [paid, { ...paid, paymentId: '10' }] });
  assert.deepEqual(found({ ...twice, attempts: raised }), []);
});

test('a "no" that was true when it was told is none of ours, where who comes back hears better', () => {
  const turned = { ...sound, accounts: [accountOf(begun, outcome('refused'))], chargedLate: new Set(['1']) };
  const late = { ...order, closedAt: new Date(at + 3_600_000).toISOString() };
  assert.deepEqual(found({ ...turned, books: { ...sound.books, orders: [late] } }), []);
});
