import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { answerWith } from '../s360/fixtures.js';
import { CatalogAdapter } from './catalog.adapter.js';
import { toRecords, type CatalogEvent } from './catalog.model.js';

const say = () => undefined;
const log = { debug: say, info: say, warn: say, error: say };
const file = new URL('../../src/catalog/fixtures/getCatalogDetailed--season/response.json', import.meta.url);

interface Sent {
  catalogData: {
    seasons: {
      topics?: unknown;
      products: { id: number; state?: string; event?: { performances: { state?: string }[] } }[];
    }[];
  };
}

/** The records of a season that S-360 sends with a change. */
async function recordsOf(t: TestContext, change: (sent: Sent) => void) {
  const sent = JSON.parse(await readFile(file, 'utf8')) as Sent;
  change(sent);
  const { s360 } = await answerWith(t, 'rest', { status: 200, body: JSON.stringify(sent) });
  return [...toRecords(await new CatalogAdapter(s360, log).loadCatalog({ code: 'EUR', digits: 2 }))];
}

const kinds = (records: readonly { kind: string }[]) => records.map(({ kind }) => kind).sort();

test('a season without topics has all its events', async (t) => {
  const all = await recordsOf(t, () => undefined);
  const without = await recordsOf(t, ({ catalogData: { seasons } }) => {
    delete seasons[0]!.topics;
  });
  assert.deepEqual(
    kinds(without),
    kinds(all).filter((kind) => kind !== 'topic'),
  );
});

test('a product or a performance in a state of tomorrow is shown, and not sold', async (t) => {
  const all = await recordsOf(t, () => undefined);
  const odd = await recordsOf(t, ({ catalogData: { seasons } }) => {
    const [product] = seasons[0]!.products;
    product!.state = 'HALF_OPEN';
    product!.event!.performances[0]!.state = 'HALF_OPEN';
  });
  assert.deepEqual(kinds(odd), kinds(all));
  const event = odd.find(({ kind }) => kind === 'event')?.value as CatalogEvent;
  assert.deepEqual([event.state, event.performances.map(({ state }) => state)], ['SUSPENDED', ['SUSPENDED']]);
});

test('the log is told of a time zone that nobody knows, and which one stands in', async (t) => {
  const posConfig = new URL(
    '../../src/catalog/fixtures/getPOSConfig--unknown-time-zone/response.json',
    import.meta.url,
  );
  const { s360 } = await answerWith(t, 'rest', { status: 200, body: await readFile(posConfig, 'utf8') });
  const told: object[] = [];
  const adapter = new CatalogAdapter(s360, { ...log, warn: (facts: object) => void told.push(facts) });
  const { timeZone } = await adapter.getPointOfSale();
  const reasons = (told as { what: string; reason: string }[])
    .filter(({ what }) => what === 'time zone')
    .map(({ reason }) => reason);
  assert.equal(reasons.length, 1);
  assert.match(reasons[0] ?? '', new RegExp(`is not known, ${timeZone} stands in`));
});

test('S-360 is asked for the catalog in the scope that is configured', async (t) => {
  for (const [scope, asked] of [
    ['EXTENDED', { scope: 'EXTENDED' }],
    [undefined, {}],
  ] as const) {
    const sent: string[] = [];
    const answer = { status: 200, body: await readFile(file, 'utf8') };
    const { s360 } = await answerWith(t, 'rest', answer, sent);
    await new CatalogAdapter(s360, log, { scope }).loadCatalog({ code: 'EUR', digits: 2 });
    assert.deepEqual(JSON.parse(sent[0] ?? ''), asked);
  }
});
