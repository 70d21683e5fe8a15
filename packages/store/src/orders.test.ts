import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { inMinutes, order, shopOf } from './store.fixture.js';

const stored = {
  orders: [
    { orderId: '1', token: 'a' },
    { orderId: '2', token: 'b' },
  ],
};

describe('the orders of this device', () => {
  it('opens each with its own secret, newest first', async () => {
    const { store, relay } = shopOf({
      stored,
      answers: {
        getOrder: async ({ token }) =>
          token === 'a'
            ? order({ orderId: '1', purchasedAt: inMinutes(-90) })
            : order({ orderId: '2', purchasedAt: inMinutes(-5) }),
      },
    });
    assert.equal(await store.dispatch('orders-load', {}), null);
    assert.deepEqual(
      store.state.orders.value?.map(({ orderId }) => orderId),
      ['2', '1'],
    );
    assert.deepEqual(
      relay.calls.map(({ options }) => options.token),
      ['a', 'b'],
    );
  });

  it('asks nobody when there are none', async () => {
    const { store, calls } = shopOf();
    await store.dispatch('orders-load', {});
    assert.deepEqual(store.state.orders, { status: 'ready', value: [] });
    assert.deepEqual(calls(), []);
  });

  it('leaves out one that the relay no longer opens', async () => {
    const { store } = shopOf({
      stored,
      answers: {
        getOrder: async ({ token }) => {
          if (token === 'a') throw new ProblemError('not-found');
          return order({ orderId: '2' });
        },
      },
    });
    assert.equal(await store.dispatch('orders-load', {}), null);
    assert.equal(store.state.orders.value?.length, 1);
  });

  it('says that one can not be read, beside those that can', async () => {
    const { store } = shopOf({
      stored,
      answers: {
        getOrder: async ({ token }) => {
          if (token === 'a') throw new ProblemError('box-office-refused');
          return order({ orderId: '2' });
        },
      },
    });
    assert.equal((await store.dispatch('orders-load', {}))?.code, 'box-office-refused');
    assert.equal(store.state.orders.status, 'failed');
    assert.deepEqual(
      store.state.orders.value?.map(({ orderId }) => orderId),
      ['2'],
    );
  });

  it('says what is wrong when none can be read, and keeps what was shown', async () => {
    const { store, relay } = shopOf({ stored, answers: { getOrder: order() } });
    await store.dispatch('orders-load', {});
    relay.answers = { getOrder: new ProblemError('box-office-down') };
    const problem = await store.dispatch('orders-load', {});
    assert.equal(problem?.code, 'box-office-down');
    assert.equal(store.state.orders.status, 'failed');
    assert.equal(store.state.orders.value?.length, 2);
  });
});

describe('the tickets of an order', () => {
  const pdf = new Blob(['%PDF'], { type: 'application/pdf' });

  it('are handed over as a file, all or one', async () => {
    const saved: Blob[] = [];
    const { store, relay } = shopOf({ stored, answers: { getTicketsPdf: pdf } });
    const save = (file: Blob) => void saved.push(file);
    await store.dispatch('tickets-download', { orderId: '2', save });
    await store.dispatch('tickets-download', { orderId: '2', ticketId: '7', save });
    assert.deepEqual(saved, [pdf, pdf]);
    assert.deepEqual(
      relay.calls.map(({ options }) => options),
      [
        { token: 'b', query: { lang: 'en' } },
        { token: 'b', query: { lang: 'en', ticketId: '7' } },
      ],
    );
  });

  it('are not there for an order of another device', async () => {
    const { store } = shopOf({ stored });
    const problem = await store.dispatch('tickets-download', { orderId: '9', save: () => assert.fail() });
    assert.equal(problem?.code, 'not-found');
  });
});
