import { createClient } from '@s360-widgets/client';
import { checkedFetch } from '@s360-widgets/contract';
import { expect, test } from '@playwright/test';
import { startPostgresServer, type PostgresServer } from '@s360-widgets/relay/trial-postgres';
import { type Stack, startStack } from '../journeys/stack.js';
import { beginPayment, findFreeSeats, payAt, visitorOf } from './visitor.js';

const query = { lang: 'en' };
const leaseSeconds = 3;

test.describe('two relays, of which one stands still', () => {
  let postgres: PostgresServer;
  let databaseUrl: string;
  let stack: Stack;

  test.beforeAll(async () => {
    postgres = await startPostgresServer();
    databaseUrl = await postgres.newUrl();
    const relay = { RELAY_LEASE_SECONDS: String(leaseSeconds) };
    stack = await startStack({ fleet: { count: 2, databaseUrl }, relay });
  });

  test.afterAll(async () => {
    for (const index of [0, 1]) stack.signalRelay(index, 'SIGCONT');
    await stack.stop();
    await postgres.stop();
  });

  const reportAt = (index: number, token: string) =>
    createClient({ relay: stack.relayAt(index), fetch: checkedFetch(fetch) }).call('reportPayment', {
      ...{ token, query },
      body: { reported: 'success' },
    });

  const calls = () => stack.control<Record<string, number>>('calls');

  /** How the order's payment is written down. */
  async function rowOf(orderId: string): Promise<unknown> {
    const [, schema] = /search_path=(\w+)/.exec(decodeURIComponent(databaseUrl)) ?? [];
    const [row] = await postgres.run(
      `select state, version from ${schema}.attempt where order_id = '${orderId}'`,
    );
    return row;
  }

  test('in the middle of ending a purchase: the other one ends it, and the first does nothing more about it', async () => {
    const { free, itemOf } = await findFreeSeats(stack, 1);
    const body = { items: [itemOf(free[0] ?? 0)] };
    const opened = await visitorOf(stack).call('openCart', { query, body });
    const transaction = await beginPayment(stack, opened);
    await stack.control('latency', { method: 'checkPayment', ms: 12_000 });
    stack.signalRelay(1, 'SIGSTOP');
    await payAt(stack.simulator, transaction);
    const before = (await calls()).checkPayment ?? 0;
    const cutOff = reportAt(0, opened.token).catch((error: unknown) => error);
    await expect.poll(async () => (await calls()).checkPayment ?? 0).toBeGreaterThan(before);
    stack.signalRelay(0, 'SIGSTOP');
    await stack.control('latency', { method: 'checkPayment', ms: 0 });
    stack.signalRelay(1, 'SIGCONT');
    await expect
      .poll(async () => (await reportAt(1, opened.token).catch(() => null))?.status, { timeout: 90_000 })
      .toBe('paid');
    const [row, told] = [await rowOf(opened.cart.orderId), await calls()];
    expect(row).toMatchObject({ state: 'paid' });
    stack.signalRelay(0, 'SIGCONT');
    await cutOff;
    expect(await rowOf(opened.cart.orderId)).toEqual(row);
    const { notifyOrder, reopenOrder, cancelPayment } = await calls();
    expect(notifyOrder).toBe(1);
    expect([reopenOrder, cancelPayment]).toEqual([told.reopenOrder, told.cancelPayment]);
  });
});
