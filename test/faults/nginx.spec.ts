import { expect, test } from '@playwright/test';
import { startPostgresServer, type PostgresServer } from '@s360-widgets/relay/trial-postgres';
import { type Stack, startStack } from '../journeys/stack.js';
import { beginPayment, buyOut, findFreeSeats, payAt, reportPaid, visitorOf } from './visitor.js';

const query = { lang: 'en' };
const nginx = process.env.NGINX_PATH;
const drainSeconds = 5;

// Where there is no nginx, `npm test` says so.
if (nginx) {
  test.describe('three relays behind nginx', () => {
    let postgres: PostgresServer;
    let stack: Stack;

    test.beforeAll(async () => {
      postgres = await startPostgresServer();
      stack = await startStack({
        fleet: { count: 3, databaseUrl: await postgres.newUrl(), nginx },
        relay: { RELAY_DRAIN_SECONDS: String(drainSeconds) },
      });
    });

    test.afterAll(async () => {
      await stack.stop();
      await postgres.stop();
    });

    /** A cart with a seat of its own. */
    async function openCart() {
      const { free, itemOf } = await findFreeSeats(stack, 1);
      return visitorOf(stack).call('openCart', { query, body: { items: [itemOf(free[0] ?? 0)] } });
    }

    /** Fifty requests a second on connections that stay open, every fifth a POST, until it is over; gives what went wrong. */
    async function load(isOver: () => boolean): Promise<string[]> {
      const { token } = await openCart();
      const wrong: string[] = [];
      const asked: Promise<unknown>[] = [];
      const client = visitorOf(stack);
      for (let turn = 0; !isOver(); turn++) {
        const asking =
          turn % 5 === 0
            ? client.call('reportPayment', { token, query, body: { reported: 'failure' } })
            : client.call('listEvents', { query });
        asked.push(asking.catch((error: unknown) => wrong.push(String(error))));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await Promise.all(asked);
      return wrong;
    }

    /** How a relay ends, as who asks it directly sees it: when it says that it is not ready, and when nobody is there any more. */
    async function watchEnd(index: number): Promise<{ saidAt: number; goneAt: number }> {
      let saidAt = 0;
      for (;;) {
        const answer = await fetch(`${stack.relayAt(index)}/readyz`).catch(() => null);
        if (!answer && saidAt) return { saidAt, goneAt: performance.now() };
        if (answer?.status === 503 && !saidAt) saidAt = performance.now();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }

    test('one that is told to stop says so for five seconds first, and no visitor meets an error', async () => {
      let isOver = false;
      const loading = load(() => isOver);
      const ending = watchEnd(0);
      stack.signalRelay(0, 'SIGTERM');
      const { saidAt, goneAt } = await ending;
      isOver = true;
      expect(await loading).toEqual([]);
      expect(goneAt - saidAt).toBeGreaterThan(drainSeconds * 1_000 - 500);
      await stack.restartRelay(0);
    });

    test('all are restarted, one after the other, and no purchase fails', async () => {
      let isOver = false;
      const buying = async () => {
        let bought = 0;
        for (; !isOver; bought++) expect((await buyOut(stack, await openCart())).tickets).toHaveLength(1);
        return bought;
      };
      const purchases = Promise.all([buying(), buying()]);
      for (const index of [0, 1, 2]) await stack.restartRelay(index);
      isOver = true;
      for (const bought of await purchases) expect(bought).toBeGreaterThan(0);
    });

    test('one that is killed takes nothing along that was paid', async () => {
      const carts = [];
      for (let cart = 0; cart < 4; cart++) carts.push(await openCart());
      const paying = [];
      for (const opened of carts) paying.push({ opened, transaction: await beginPayment(stack, opened) });
      await Promise.all(paying.map(({ transaction }) => payAt(stack.simulator, transaction)));
      const reports = carts.map((opened) => reportPaid(stack, opened).catch(() => null));
      await stack.killRelay(1);
      await Promise.all(reports);
      for (const { token } of carts) {
        const order = () =>
          visitorOf(stack)
            .call('getOrder', { token, query })
            .catch(() => null);
        await expect.poll(async () => (await order())?.tickets.length, { timeout: 60_000 }).toBe(1);
      }
    });
  });
}
