import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CartItem } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { cart, settled, shopOf, type Answers } from './store.fixture.js';

const best = (quantity: number): CartItem[] => [
  { kind: 'best-seats', performanceId: '12', seatCategoryId: '21', tariffs: [{ tariffId: '31', quantity }] },
];
const unreachable = new ProblemError('relay-unreachable');

/** A shop whose visitor has a cart. */
function shopWithCart(answers: Answers) {
  const shop = shopOf({ stored: { 'cart-token': 't1' }, answers: { getCart: cart(), ...answers } });
  const keys = () => shop.relay.calls.flatMap(({ options: { key } }) => key ?? []);
  const answer = (change: Answers) => Object.assign(shop.relay.answers, change);
  const add = async (quantity: number) => {
    const problem = await shop.store.dispatch('cart-add', { items: best(quantity) });
    await settled();
    return problem;
  };
  return { ...shop, keys, answer, add };
}

describe('the key of a click', () => {
  it('is a word that a relay takes, and another one for each click', async () => {
    const { add, keys, store } = shopWithCart({ addToCart: cart(), removeTickets: cart() });
    await add(2);
    await add(2);
    await store.dispatch('tickets-remove', { ticketIds: ['1'] });
    assert.equal(new Set(keys()).size, 3);
    for (const key of keys()) assert.match(key, /^[A-Za-z0-9_-]{8,128}$/);
  });

  for (const code of ['relay-unreachable', 'request-in-progress'] as const) {
    it(`is the same for the same click after ${code}, and another one after the answer`, async () => {
      const { add, answer, keys } = shopWithCart({ addToCart: new ProblemError(code) });
      assert.equal((await add(2))?.code, code);
      assert.equal((await add(2))?.code, code);
      answer({ addToCart: cart() });
      await add(2);
      await add(2);
      const [first, second, third, fourth] = keys();
      assert.deepEqual([second, third], [first, first]);
      assert.notEqual(fourth, first);
    });
  }

  it('is the same for a cart that nobody knows to be open', async () => {
    const { relay, store } = shopOf({ answers: { openCart: unreachable } });
    await store.dispatch('cart-add', { items: best(2) });
    relay.answers = { openCart: { token: 't1', cart: cart() } };
    await store.dispatch('cart-add', { items: best(2) });
    const [first, second] = relay.calls.map(({ options }) => options.key);
    assert.ok(first);
    assert.equal(second, first);
  });

  it('is another one for another click, and when a click comes back after others', async () => {
    const { add, answer, keys } = shopWithCart({ addToCart: unreachable });
    await add(2);
    answer({ addToCart: cart() });
    await add(1);
    await add(2);
    assert.equal(new Set(keys()).size, 3);
  });

  it('is another one once the relay has refused', async () => {
    const { add, keys } = shopWithCart({ addToCart: new ProblemError('not-enough-seats') });
    await add(2);
    await add(2);
    assert.equal(new Set(keys()).size, 2);
  });

  it('has the cart read again while the click is being dealt with', async () => {
    const { add, calls } = shopWithCart({ addToCart: new ProblemError('request-in-progress') });
    await add(2);
    assert.deepEqual(calls(), ['getCart', 'addToCart', 'getCart']);
  });
});
