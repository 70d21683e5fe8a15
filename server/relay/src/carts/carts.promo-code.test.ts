import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cart as cartSchema } from '@s360-widgets/contract';
import { noFee } from '../order/order.trial.js';
import { best, codeOf, seats, shop, withCart } from './carts.trial.js';

/** A cart with the seats 1 and 2, and what may be done about its promo code. */
async function withSeats() {
  const { ask, token, ...relay } = await withCart();
  const path = '/v1/cart/promo-code?lang=en';
  const redeem = (code: unknown) => ask('PUT', path, { body: { code }, token });
  const remove = () => ask('DELETE', path, { token });
  return { ...relay, ask, token, redeem, remove };
}

/** What each ticket costs, and what it would cost without the code. */
const pricesOf = (reply: unknown) =>
  cartSchema
    .parse(reply)
    .lines.flatMap(({ tickets }) =>
      tickets.map(({ price, fullPrice }) => [price.amountMinor, fullPrice?.amountMinor]),
    );

test('a promo code is told with the cart, and which tickets are cheaper by it: S-360 says which, and the total', async () => {
  const { redeem, close } = await withSeats();
  const { status, reply } = await redeem(' half ');
  await close();
  assert.equal(status, 200);
  assert.deepEqual(cartSchema.parse(reply).promoCode, { code: 'HALF', name: 'Half price' });
  assert.deepEqual(pricesOf(reply), [
    [1_250, 2_500],
    [2_500, undefined],
  ]);
  assert.equal(cartSchema.parse(reply).total.amountMinor, 3_250);
});

test('it stays while tickets come and go, and the cart says anew who is reduced', async () => {
  const { redeem, post, token, orders, close } = await withSeats();
  await redeem('HALF');
  const added = await post('/v1/cart/items', { items: [best(1)] }, token);
  assert.deepEqual(pricesOf(added.reply), [
    [1_250, 2_500],
    [2_500, undefined],
    [2_500, undefined],
  ]);
  const ticketIds = orders.movements.slice(0, 1).map(({ movementId }) => movementId);
  const removed = await post('/v1/cart/removals', { ticketIds }, token);
  await close();
  assert.deepEqual(pricesOf(removed.reply), [
    [1_250, 2_500],
    [2_500, undefined],
  ]);
});

test('one that S-360 refuses says why, and the cart is as it was, an earlier code with it', async () => {
  const { redeem, orders, get, close } = await withSeats();
  await redeem('HALF');
  orders.refused.add('AUTUMN');
  const { status, reply } = await redeem('AUTUMN');
  const after = await get();
  await close();
  assert.equal(status, 409);
  assert.equal(codeOf(reply), 'promo-code-ended');
  assert.equal(after.promoCode?.code, 'HALF');
});

test('it is taken away, and S-360 is asked for nothing where there is none', async () => {
  const { redeem, remove, orders, close } = await withSeats();
  const before = orders.count('createOrUpdateOrder');
  assert.equal((await remove()).status, 200);
  assert.equal(orders.count('createOrUpdateOrder'), before);
  await redeem('HALF');
  const { reply } = await remove();
  await close();
  assert.equal(cartSchema.parse(reply).promoCode, undefined);
  assert.deepEqual(pricesOf(reply), [
    [2_500, undefined],
    [2_500, undefined],
  ]);
});

for (const [loss, status] of [
  ['after', 200],
  ['before', 504],
] as const) {
  test(`where the answer is lost ${loss} its effect the order is read, and nothing is sent twice`, async () => {
    const { redeem, orders, close } = await withSeats();
    const before = orders.count('createOrUpdateOrder');
    orders.loss = (operation) => (operation === 'createOrUpdateOrder' ? loss : undefined);
    const answer = await redeem('HALF');
    await close();
    assert.equal(answer.status, status);
    assert.equal(orders.count('createOrUpdateOrder'), before + 1);
  });
}

test('what is no code is refused at the door, and so is any where none are taken', async () => {
  const { redeem, orders, close } = await withSeats();
  const before = orders.count('createOrUpdateOrder');
  for (const code of ['', '   ', 'x'.repeat(41), 'A\u0000B', '\ud800', 7, null]) {
    assert.equal((await redeem(code)).status, 400, JSON.stringify(code));
  }
  await close();
  assert.equal(orders.count('createOrUpdateOrder'), before);
  const plain = await shop(undefined, noFee, { promoCodes: false });
  const opened = await plain.post('/v1/carts', { items: [seats('1')] });
  const { token } = opened.reply as { token: string };
  const { status, reply } = await plain.ask('PUT', '/v1/cart/promo-code?lang=en', {
    ...{ body: { code: 'HALF' }, token },
  });
  await plain.close();
  assert.equal(status, 422);
  assert.equal(codeOf(reply), 'promo-code-unknown');
  assert.equal(plain.orders.count('createOrUpdateOrder'), 1);
});
