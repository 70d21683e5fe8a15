import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { order, outcome, paying, settled, shopOf, stored } from './store.fixture.js';

const unread = order({ firstName: '', email: '', unread: ['contact'] });

/** A visitor who sees the confirmation of an order of which a part can't be read. */
async function confirmed() {
  const shop = shopOf({
    stored,
    answers: { getCart: paying(), getPaymentOutcome: outcome({ status: 'paid', order: unread }) },
  });
  await shop.store.dispatch('checkout-open', { returned: false });
  assert.equal(shop.store.state.checkout.step, 'confirmation');
  assert.deepEqual(shop.store.state.checkout.order?.unread, ['contact']);
  return shop;
}

describe('a confirmed order that is read again', () => {
  it('has what was missing, with the secret of the cart that it was', async () => {
    const { store, relay, calls } = await confirmed();
    let token: unknown;
    relay.answers = {
      ...relay.answers,
      getOrder: async (given) => {
        token = (given as { token?: string }).token;
        return order();
      },
    };
    assert.equal(await store.dispatch('order-reload', {}), null);
    assert.equal(calls().at(-1), 'getOrder');
    assert.equal(token, 't1');
    assert.deepEqual(store.state.checkout.order?.unread, []);
    assert.equal(store.state.checkout.order?.firstName, 'Elena');
    assert.equal(store.state.checkout.step, 'confirmation');
  });

  for (const code of ['relay-unreachable', 'box-office-busy', 'internal'] as const) {
    it(`stays as it was when that fails: ${code}`, async () => {
      const { store, relay } = await confirmed();
      relay.answers = { ...relay.answers, getOrder: new ProblemError(code) };
      assert.equal((await store.dispatch('order-reload', {}))?.code, code);
      assert.equal(store.state.checkout.order?.orderId, '4711');
      assert.deepEqual(store.state.checkout.order?.unread, ['contact']);
      assert.equal(store.state.checkout.step, 'confirmation');
    });
  }

  it('is told once of its completion, however often it is read', async () => {
    const { store, relay, facts } = await confirmed();
    relay.answers = { ...relay.answers, getOrder: order() };
    await store.dispatch('order-reload', {});
    await store.dispatch('order-reload', {});
    await settled();
    assert.equal(facts.filter(({ name }) => name === 'order-completed').length, 1);
  });

  it('asks nothing where no order is shown', async () => {
    const { store, calls } = shopOf({ answers: {} });
    await store.dispatch('order-reload', {});
    assert.deepEqual(calls(), []);
  });

  it('never takes the place of what is shown since', async () => {
    const { store, relay } = await confirmed();
    let answer = (_: ReturnType<typeof order>): void => undefined;
    relay.answers = {
      ...relay.answers,
      getOrder: () => new Promise((resolve) => (answer = resolve)),
    };
    const late = store.dispatch('order-reload', {});
    await settled();
    const first = answer;
    relay.answers = { ...relay.answers, getOrder: order({ firstName: 'Elena the newer' }) };
    await store.dispatch('order-reload', {});
    first(order({ firstName: 'Elena the older' }));
    await late;
    assert.equal(store.state.checkout.order?.firstName, 'Elena the newer');
  });
});
