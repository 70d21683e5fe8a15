import { expect, test } from '@playwright/test';
import { startPostgresServer, type PostgresServer } from '@s360-widgets/relay/trial-postgres';
import { type Stack, startStack } from '../journeys/stack.js';

test.describe('ten relays that start at once on a database with nothing in it', () => {
  let postgres: PostgresServer;
  let databaseUrl: string;
  let stack: Stack;

  test.beforeAll(async () => {
    postgres = await startPostgresServer();
    databaseUrl = await postgres.newUrl();
    // Ten times the usual ten would be all that the server has, and leave none to look at what they wrote.
    stack = await startStack({ fleet: { count: 10, databaseUrl, mostConnections: 5 } });
  });

  test.afterAll(async () => {
    await stack.stop();
    await postgres.stop();
  });

  test('are all ready, make each migration once, and ask S-360 for one catalog', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => fetch(`${stack.relayAt(index)}/v1/events?lang=en`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    const lists = (await Promise.all(answers.map((answer) => answer.json()))) as { events: object[] }[];
    expect(new Set(lists.map(({ events }) => events.length)).size).toBe(1);
    const [, schema] = /search_path=(\w+)/.exec(decodeURIComponent(databaseUrl)) ?? [];
    const made = await postgres.run(`select name from ${schema}.migration`);
    expect(made.length).toBeGreaterThan(3);
    expect(new Set(made.map((row) => (row as { name: string }).name)).size).toBe(made.length);
    expect((await stack.control<Record<string, number>>('calls')).getCatalogDetailed).toBe(1);
  });
});
