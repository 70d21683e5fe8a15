import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startPostgresServer, type PostgresServer } from '@s360-widgets/relay/trial-postgres';
import { freePorts } from '../journeys/ports.js';
import { type Stack, startStack } from '../journeys/stack.js';
import { beginPayment, buyOut, fillIn, findFreeSeats, payAt, reportPaid, visitorOf } from './visitor.js';

const query = { lang: 'en' };

/** What a fleet shares its state in. */
const databases = [
  { name: 'a PostgreSQL', count: 3, isServer: true },
  { name: 'the embedded database of one folder', count: 2, isServer: false },
];

for (const { name, count, isServer } of databases) {
  test.describe(`${count} relays on ${name}`, () => {
    let postgres: PostgresServer | undefined;
    let databaseUrl: string;
    let stack: Stack;

    test.beforeAll(async () => {
      postgres = isServer ? await startPostgresServer() : undefined;
      databaseUrl = (await postgres?.newUrl()) ?? '';
      stack = await startStack({ fleet: { count, databaseUrl } });
    });

    test.afterAll(async () => {
      await stack.stop();
      await postgres?.stop();
    });

    /** A cart with a seat of its own. */
    async function openCart() {
      const { free, itemOf } = await findFreeSeats(stack, 1);
      return visitorOf(stack).call('openCart', { query, body: { items: [itemOf(free[0] ?? 0)] } });
    }

    test('relays that start together ask S-360 for one catalog, and one that comes later for none', async () => {
      const loads = async () => (await stack.control<Record<string, number>>('calls')).getCatalogDetailed;
      expect(await loads()).toBe(1);
      const [port = 0] = await freePorts(1);
      const folder = await mkdtemp(join(tmpdir(), 's360-relay-'));
      await stack.startRelay({
        RELAY_PORT: String(port),
        ...(postgres ? { RELAY_DATABASE_URL: databaseUrl, RELAY_STATE_DIR: folder } : {}),
      });
      const list = await fetch(`http://localhost:${port}/v1/events?lang=en`);
      expect(((await list.json()) as { events: object[] }).events.length).toBeGreaterThan(100);
      expect(await loads()).toBe(1);
      await stack.stopRelay();
      await rm(folder, { recursive: true, force: true });
    });

    test('what one relay hears of the seats is shown by all, and S-360 is asked once for it', async () => {
      const { performanceId } = await findFreeSeats(stack, 1);
      const asked = async () => (await stack.control<Record<string, number>>('calls')).getSeatsAvailability;
      const before = await asked();
      const looks = await Promise.all(
        Array.from({ length: 12 }, () =>
          visitorOf(stack).call('getSeatStates', { params: { performanceId }, query: {} }),
        ),
      );
      expect(new Set(looks.map(({ asOf }) => asOf)).size).toBe(1);
      expect(await asked()).toBe(before);
    });

    test('a purchase whose every request meets another relay comes to its ticket', async () => {
      const opened = await openCart();
      const order = await buyOut(stack, opened);
      expect(order.tickets).toHaveLength(1);
      expect(order.email).toBe('elena@example.org');
    });

    test('relays that are asked to begin a payment at once begin one', async () => {
      const opened = await openCart();
      const { total } = await fillIn(stack, opened);
      const body = {
        totalMinor: total.amountMinor,
        termsAccepted: true as const,
        returnUrl: `${stack.site}/checkout.html`,
      };
      const begin = () => visitorOf(stack).call('startPayment', { token: opened.token, query, body });
      const begun = await Promise.all([begin(), begin(), begin()]);
      const transactions = begun.map(
        ({ handOver }) => handOver.kind === 'widget' && handOver.settings.transactionId,
      );
      expect(new Set(transactions).size).toBe(1);
      await payAt(stack.simulator, String(transactions[0]));
      expect((await reportPaid(stack, opened)).status).toBe('paid');
    });

    test('a payer who never comes back is served by the relays that are left when one was killed', async () => {
      const opened = await openCart();
      const transaction = await beginPayment(stack, opened);
      await stack.killRelay(0);
      await payAt(stack.simulator, transaction);
      const order = () =>
        visitorOf(stack)
          .call('getOrder', { token: opened.token, query })
          .catch(() => null);
      await expect.poll(async () => (await order())?.tickets.length, { timeout: 60_000 }).toBe(1);
    });

    if (!isServer) return;

    test('a restart of the database in the middle of a purchase loses nothing of it', async () => {
      const opened = await openCart();
      const transaction = await beginPayment(stack, opened);
      await postgres?.restart();
      await payAt(stack.simulator, transaction);
      await expect
        .poll(async () => (await reportPaid(stack, opened).catch(() => null))?.status, { timeout: 60_000 })
        .toBe('paid');
      const ready = await fetch(`${stack.relay}/readyz`);
      expect(ready.status).toBe(200);
    });
  });
}
