import { createClient } from '@s360-widgets/client';
import { checkedFetch } from '@s360-widgets/contract';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreeSeats } from '../faults/visitor.js';
import { expect, test } from '../journeys/journey.js';
import type { Stack } from '../journeys/stack.js';
import { type Account, lastOutcome, ordersOf } from './account.js';
import { chanceOf } from './chance.js';
import { type Shop, visit } from './visit.js';
import { drawPlan, type PaymentPlan, type VisitorPlan } from './visitor.plan.js';

const payment: PaymentPlan = { card: 'paid', pausesSeconds: 0, then: 'report', turnsAfterSeconds: null };
const straight: VisitorPlan = {
  tickets: 1,
  added: 0,
  priceChanges: false,
  doubleClickAt: null,
  tabCloses: null,
  payments: [payment],
};
const lifetimes = { holdSeconds: 900, orderSeconds: 3_600 };
/** A visitor of a plan as drawn, in as much time as it takes: nobody pauses over the card until the hold is over. */
const inTime = (plan: VisitorPlan): VisitorPlan => ({
  ...plan,
  payments: plan.payments.map((drawn) => ({ ...drawn, pausesSeconds: 0, turnsAfterSeconds: null })),
});

interface BookedOrder {
  orderId: string;
  orderState: string;
  payments: { isCharged: boolean }[];
}

const shopOf = (stack: Stack): Shop => ({
  client: createClient({ relay: stack.relay, fetch: checkedFetch(fetch) }),
  returnUrl: `${stack.site}/checkout.html`,
  wait: (ms) => delay(ms),
  now: () => Date.now(),
  changePrice: () => Promise.resolve(),
  chargeLater: () => undefined,
  async payByCard(transaction, number) {
    const card = { number, expiry: '12/30', cvc: '123', name: 'Elena Marchetti' };
    const body = JSON.stringify({ transaction, ...card });
    const answer = await fetch(`${stack.simulator}/epc/pay`, { method: 'POST', body });
    return ((await answer.json()) as { step: string }).step;
  },
});

async function visitWith(stack: Stack, plan: VisitorPlan): Promise<Account> {
  const { free, itemOf } = await findFreeSeats(stack, plan.tickets);
  return visit(plan, [itemOf(...free.slice(0, plan.tickets))], shopOf(stack));
}

/** The orders of an account, as the box office has them. */
async function booksOf(stack: Stack, account: Account): Promise<BookedOrder[]> {
  const { orders } = await stack.control<{ orders: BookedOrder[] }>('books');
  return orders.filter(({ orderId }) => ordersOf(account).includes(orderId));
}

test('a visitor who pays is told so at each step, and the books agree', async ({ stack }) => {
  const account = await visitWith(stack, straight);
  expect(account.ending).toBe('paid');
  expect(account.heard.map(({ step, told }) => `${step}: ${told.kind}`)).toEqual([
    'open: cart',
    'contact: cart',
    'shipment: cart',
    'review: cart',
    'begin: begun',
    'card: card',
    'report: outcome',
    'look: outcome',
  ]);
  const [order] = await booksOf(stack, account);
  expect(order?.orderState).toBe('CLOSED');
  expect(order?.payments.map(({ isCharged }) => isCharged)).toEqual([true]);
});

test('a visitor whose card is refused pays with the next one', async ({ stack }) => {
  const payments = [{ ...payment, card: 'refused' } as const, payment];
  const account = await visitWith(stack, { ...straight, payments });
  expect(account.ending).toBe('paid');
  const [order] = await booksOf(stack, account);
  expect(order?.payments.map(({ isCharged }) => isCharged)).toEqual([false, true]);
});

test('a visitor who closes the tab over the payment has heard nothing of it', async ({ stack }) => {
  const account = await visitWith(stack, { ...straight, tabCloses: { step: 'begin', moment: 'during' } });
  expect(account.ending).toBe('tab-closed');
  expect(account.heard.at(-1)).toMatchObject({ step: 'begin', told: { kind: 'nothing' } });
});

test('a visitor whose price changes after the review is told so, and pays what is due then', async ({
  stack,
}) => {
  const { free, itemOf, performanceId, seatMap } = await findFreeSeats(stack, 1);
  const tariff = seatMap.tariffs.find(({ kind }) => kind === 'full');
  const price = { performanceId, audienceSubCategoryId: tariff?.id, amount: 77_000, openOrders: true };
  const changePrice = () => stack.control<void>('price', price);
  const shop = { ...shopOf(stack), changePrice };
  const account = await visit({ ...straight, priceChanges: true }, [itemOf(free[0] ?? 0)], shop);
  const told = account.heard.map(({ told }) => (told.kind === 'problem' ? told.code : told.kind));
  expect(told.slice(3, 7)).toEqual(['cart', 'total-changed', 'cart', 'begun']);
  const [before, after] = account.heard.flatMap(({ step, told }) =>
    step === 'review' && told.kind === 'cart' ? told.totalMinor : [],
  );
  expect(after).not.toBe(before);
  expect(account.ending).toBe('paid');
});

test('a visitor who clicks twice hears two answers', async ({ stack }) => {
  const account = await visitWith(stack, { ...straight, doubleClickAt: 'begin' });
  expect(account.heard.filter(({ step }) => step === 'begin')).toHaveLength(2);
  expect(account.ending).toBe('paid');
});

test('twelve visitors of one seed are told nothing that the books deny', async ({ stack }) => {
  for (let number = 0; number < 12; number += 1) {
    const account = await visitWith(stack, inTime(drawPlan(chanceOf(7, 'visitor', number), lifetimes)));
    const charged = (await booksOf(stack, account)).flatMap(({ orderState, payments }) =>
      payments.filter(({ isCharged }) => isCharged).map(() => orderState),
    );
    const saying = JSON.stringify(account);
    expect(charged.length, saying).toBeLessThanOrEqual(1);
    if (lastOutcome(account) === 'paid') expect(charged, saying).toEqual(['CLOSED']);
    if (['refused', 'cancelled', 'expired'].includes(account.ending)) expect(charged, saying).toEqual([]);
  }
});

test('the same seed draws the same visitors', () => {
  const draw = (seed: number) =>
    Array.from({ length: 20 }, (_, visitor) => drawPlan(chanceOf(seed, visitor), lifetimes));
  expect(draw(1)).toEqual(draw(1));
  expect(draw(2)).not.toEqual(draw(1));
});
