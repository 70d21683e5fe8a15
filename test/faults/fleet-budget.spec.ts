import { expect, test } from '@playwright/test';
import type { OpenedCart } from '@s360-widgets/contract';
import { startPostgresServer, type PostgresServer } from '@s360-widgets/relay/trial-postgres';
import { type Stack, startStack } from '../journeys/stack.js';
import { findFreeSeats, visitorOf } from './visitor.js';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Every country that two letters can spell: for each S-360 is asked how tickets travel there. */
const countries = letters.flatMap((first) => letters.map((second) => first + second));
const cartCount = 9;

test.describe('three relays on one database', () => {
  let postgres: PostgresServer;
  let stack: Stack;
  let carts: OpenedCart[];

  test.beforeAll(async () => {
    postgres = await startPostgresServer();
    stack = await startStack({
      fleet: { count: 3, databaseUrl: await postgres.newUrl() },
      isCounting: true,
      relay: { RELAY_CALLS_PER_ADDRESS: '100000' },
    });
    const { free, itemOf } = await findFreeSeats(stack, cartCount);
    const open = (seat: number) =>
      visitorOf(stack).call('openCart', { query: { lang: 'en' }, body: { items: [itemOf(seat)] } });
    carts = await Promise.all(free.slice(0, cartCount).map(open));
  });

  test.afterAll(async () => {
    await stack.stop();
    await postgres.stop();
  });

  /** The status of a question that costs S-360 a call, asked of the relay whose turn it is. */
  async function ask({ token }: OpenedCart, turn: number): Promise<number> {
    const country = countries[turn % countries.length] ?? '';
    const path = `cart/shipment-modes?lang=en&countryCode=${country}`;
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${stack.relay}/v1/${path}`, { headers });
    await answer.arrayBuffer();
    return answer.status;
  }

  /** Calls that S-360 has been asked for since its start. */
  async function callCount(): Promise<number> {
    const calls = await stack.control<Record<string, number>>('calls');
    return Object.values(calls).reduce((sum, count) => sum + count, 0);
  }

  test('a visitor who goes from one to the next has one share of the minute', async () => {
    const [cart] = carts;
    if (!cart) throw new Error('no cart');
    const statuses = await Promise.all(Array.from({ length: 120 }, (_, turn) => ask(cart, turn)));
    const served = statuses.filter((status) => status === 200).length;
    expect(served).toBeGreaterThan(20);
    expect(served).toBeLessThanOrEqual(40);
    expect(statuses).toContain(429);
  });

  test('S-360 is never asked more than 180 times a minute, and never has to refuse a call', async () => {
    let isOver = false;
    const readers = carts.map(async (cart) => {
      for (let turn = 200; !isOver; turn++) await ask(cart, turn);
    });
    // More than one minute has room for.
    await expect.poll(callCount, { timeout: 200_000 }).toBeGreaterThan(260);
    isOver = true;
    await Promise.all(readers);
    const { calls } = await stack.control<{ calls: { mostInAMinute: number; refused: number } }>('books');
    expect(calls.refused).toBe(0);
    expect(calls.mostInAMinute).toBeLessThanOrEqual(180);
    expect(calls.mostInAMinute, 'what the checkout may use of a minute').toBeGreaterThan(120);
  });
});
