import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cart as cartSchema, openedCart, type CartItem } from '@s360-widgets/contract';
import { noFee } from '../order/order.trial.js';
import { FakeOrders } from '../order/order.fake.js';
import type { FakeCall, WireObject } from '../s360/fake.js';
import { shop } from './carts.trial.js';

/** S-360's side of an order in which the first ticket is of a composed product, and all others are its parts. */
class ComposedOrder extends FakeOrders {
  constructor(readonly family: string) {
    super();
  }

  protected override async answer(call: FakeCall): Promise<WireObject> {
    const answer = await super.answer(call);
    if (call.name !== 'getOrderDetails') return answer;
    const details = answer.orderDetailsData as WireObject;
    const [whole, ...parts] = details.operationDatas as WireObject[];
    if (!whole) return answer;
    const { performanceId: _, performanceStart: __, ...composed } = whole;
    const operationDatas = [
      { ...composed, kind: this.family, product: 'Evening at the opera', itemId: '91' },
      ...parts.map((part) => {
        return { ...part, composedOperationId: whole.operationId, unitPrice: '0', totalAmount: '0' };
      }),
    ];
    return { orderDetailsData: { ...details, operationDatas } };
  }
}

/** A cart of one composed product with two parts, and how many calls it took. */
async function withComposed(family: string) {
  const orders = new ComposedOrder(family);
  const relay = await shop(undefined, noFee, { orders });
  const items: CartItem[] = [
    {
      ...{ kind: 'best-seats', performanceId: '7', seatCategoryId: '11' },
      tariffs: [{ tariffId: '31', quantity: 3 }],
    },
  ];
  const { token, cart } = openedCart.parse((await relay.post('/v1/carts', { items })).reply);
  const [whole, ...parts] = orders.movements.map(({ movementId }) => movementId);
  assert.ok(whole);
  const get = async () => cartSchema.parse((await relay.ask('GET', '/v1/cart?lang=en', { token })).reply);
  return { ...relay, token, cart, whole, parts, get };
}

for (const [what, family] of [
  ['season ticket', 'SEASONTICKET'],
  ['package', 'PACKAGE'],
] as const) {
  test(`a ${what} is one line with what belongs to it, and is counted once`, async () => {
    const { cart, whole, close } = await withComposed(family);
    await close();
    assert.equal(cart.ticketCount, 1);
    assert.deepEqual(
      cart.lines.map(({ title, tickets, included }) => [title, tickets.map(({ id }) => id), included.length]),
      [['Evening at the opera', [whole], 1]],
    );
  });

  test(`a part of a ${what} can be neither given back nor had at another tariff by itself`, async () => {
    const { ask, post, token, cart, parts, orders, get, close } = await withComposed(family);
    for (const id of parts) {
      assert.equal((await post('/v1/cart/removals', { ticketIds: [id] }, token)).status, 404);
      const path = `/v1/cart/tickets/${id}?lang=en`;
      assert.equal((await ask('PATCH', path, { body: { tariffId: '32' }, token })).status, 404);
    }
    const after = await get();
    await close();
    assert.equal(orders.count('abandonMovements'), 0);
    assert.deepEqual(after.lines, cart.lines);
  });

  test(`a ${what} keeps its tariff, since its parts would be given anew`, async () => {
    const { ask, token, whole, orders, cart, get, close } = await withComposed(family);
    const path = `/v1/cart/tickets/${whole}?lang=en`;
    const { status } = await ask('PATCH', path, { body: { tariffId: '32' }, token });
    const after = await get();
    await close();
    assert.equal(status, 404);
    assert.equal(orders.count('abandonMovements'), 0);
    assert.deepEqual(after.lines, cart.lines);
  });
}
