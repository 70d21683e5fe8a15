import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test, type TestContext } from 'node:test';
import { answerWith } from '../s360/fixtures.js';
import { CatalogAdapter } from './catalog.adapter.js';
import { toRecords, type CatalogEvent } from './catalog.model.js';

const say = () => undefined;
const log = { debug: say, info: say, warn: say, error: say };
const file = new URL('../../src/catalog/fixtures/getCatalogDetailed--season/response.json', import.meta.url);

interface SentPerformance {
  state?: string;
  location?: object;
  physicalConfigurationId?: number;
}

interface Sent {
  catalogData: {
    seasons: {
      topics?: unknown;
      products: { id: number; state?: string; event?: { performances: SentPerformance[] } }[];
    }[];
    physicalConfigurations: { id: number; siteCode?: string; spaceCode?: string }[];
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

/** Where the first performance of a season takes place, with a change. */
async function venueWith(
  t: TestContext,
  change: (performance: SentPerformance, sent: Sent['catalogData']) => void,
) {
  const records = await recordsOf(t, ({ catalogData }) => {
    for (const { products } of catalogData.seasons)
      for (const { event } of products) for (const one of event?.performances ?? []) change(one, catalogData);
  });
  const { performances } = records.find(({ kind }) => kind === 'event')?.value as CatalogEvent;
  const [performance] = performances;
  const venues = records.flatMap((record) => (record.kind === 'venue' ? record.value : []));
  const venue = venues.find(({ id }) => id === performance?.venueId);
  return { venue, capacity: performance?.capacity };
}

test('a performance takes place where its location says, in the hall of its codes', async (t) => {
  const { venue: guessed, capacity } = await venueWith(t, () => undefined);
  assert.ok(guessed);
  const inHall = await venueWith(t, (one, { physicalConfigurations: [hall] }) => {
    delete one.physicalConfigurationId;
    one.location = { siteCode: hall?.siteCode, spaceCode: hall?.spaceCode };
  });
  assert.deepEqual([inHall.venue, inHall.capacity], [guessed, capacity]);
  const ofSite = await venueWith(t, (one, { physicalConfigurations: [hall] }) => {
    delete one.physicalConfigurationId;
    one.location = { siteCode: hall?.siteCode };
  });
  assert.deepEqual(ofSite.venue, guessed, 'a site with one hall needs no space');
});

test('a place that is no hall of the catalog is a venue of its own, the same for all that take place there', async (t) => {
  const siteAddress = { firstAddressLine: 'Old Harbour 3', zipCode: '8005', locality: 'Lumen' };
  const name = { translations: [{ locale: 'en', value: 'The Quay' }] };
  const { venue, capacity } = await venueWith(t, (one) => {
    delete one.physicalConfigurationId;
    one.location = { siteCode: 'QUAY', siteExternalName: name, siteAddress };
  });
  assert.deepEqual(
    { ...venue, id: '' },
    { id: '', name: { en: 'The Quay' }, address: 'Old Harbour 3, 8005 Lumen', capacity: null },
  );
  assert.equal(capacity, null);
  const again = await venueWith(t, (one) => {
    delete one.physicalConfigurationId;
    one.location = { siteAddress, siteExternalName: name, siteCode: 'QUAY' };
  });
  assert.equal(again.venue?.id, venue?.id);
  const nowhere = await venueWith(t, (one) => {
    delete one.physicalConfigurationId;
    one.location = { siteAddress };
  });
  assert.equal(nowhere.venue, undefined);
});
