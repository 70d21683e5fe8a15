import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AvailabilityAdapter } from './availability/availability.adapter.js';
import { AvailabilitySnapshot } from './availability/availability.snapshot.js';
import { toCatalog } from './catalog/catalog.model.js';
import { CatalogSnapshot } from './catalog/catalog.snapshot.js';
import { fakeS360 } from './s360/fake.js';
import { createTimedClock } from './state/clock.trial.js';
import { atRest, emptyDatabase } from './state/database.trial.js';
import { Schedule, type Clock } from './state/index.js';

const [minute, day] = [60_000, 24 * 3_600_000];
const say = () => undefined;
const log = { debug: say, info: say, warn: say, error: say };

/** Looks at the database, every second or two, cost no call: here they come more rarely, so that a day passes sooner. */
function createIdleClock(lookMs: number) {
  const timed = createTimedClock('2026-12-01T00:00:00Z');
  const clock: Clock = { ...timed, wait: (ms, signal) => timed.wait(Math.max(ms, lookMs), signal) };
  return { clock, pass: timed.pass };
}

/** A house with 1,500 performances and a pass, all of which something is sold of every hour, and a setup that changes as often. */
function busyHouse(clock: Clock) {
  const calls = { count: 0 };
  const watched = Array.from({ length: 150 }, (_, event) => ({
    productId: `${event}`,
    performanceIds: Array.from({ length: 10 }, (_, date) => `${event}${date}`),
  }));
  const products = [...watched, { productId: '900', performanceIds: [] }];
  const hourly = () => new Date(Math.floor(clock.now() / 3_600_000) * 3_600_000).toISOString();
  const s360 = fakeS360(async ({ name }) => {
    calls.count++;
    const changed = products.map(({ productId }) => ({ productId, lastUpdate: hourly() }));
    if (name === 'getUpdatedAvailabilities') return { availabilityUpdateData: changed };
    if (name === 'getProductAvailability') return { productAvailabilityData: { productAvailabilities: [] } };
    return { performanceAvailabilityData: { performanceAvailabilities: [] } };
  });
  const counted = async <T>(value: T): Promise<T> => {
    calls.count++;
    return value;
  };
  return { calls, s360, products, counted, hourly };
}

/** The snapshots of a relay over such a house. */
async function idleRelay(lookMs: number) {
  const { clock, pass } = createIdleClock(lookMs);
  const house = busyHouse(clock);
  const database = await emptyDatabase(clock);
  const schedule = new Schedule({ clock, database, quietHours: undefined, timeZone: () => undefined });
  const currency = { code: 'EUR', digits: 2 };
  const catalog = new CatalogSnapshot({
    ...{ clock, database, log, schedule, maxLostPercent: 100, onChange: say, onFreshness: say },
    getLastSetupUpdate: () => house.counted(house.hourly()),
    loadCatalog: () => house.counted(toCatalog(currency, [])),
    currency: () => currency,
  });
  const availability = new AvailabilitySnapshot({
    ...{ clock, database, log, schedule, onRefresh: say },
    source: new AvailabilityAdapter(house.s360, () => '1'),
    watched: () => house.products,
  });
  const parts = [catalog, availability];
  for (const part of parts) await part.start();
  return {
    calls: house.calls,
    schedule,
    pass: (ms: number) => pass(ms, () => atRest(database)),
    stop: () => Promise.all(parts.map((part) => part.stop())),
  };
}

test('a relay that nobody looks at costs less in a month than the 10,000 calls of the standard contract', async () => {
  const { calls, pass, stop } = await idleRelay(10 * minute);
  await pass(day);
  await stop();
  assert.ok(calls.count * 31 < 10_000, `${calls.count} calls a day`);
  assert.ok(calls.count > 24 * 2, `it asks, once an hour: ${calls.count} calls`);
});

test('with the first look what is left is asked for, and once a minute from then on', async () => {
  const { calls, schedule, pass, stop } = await idleRelay(minute);
  await pass(30 * minute);
  const before = calls.count;
  schedule.look();
  await pass(1_000);
  const woken = calls.count;
  await pass(10 * 62_000);
  await stop();
  assert.ok(woken > before, 'at once');
  assert.ok(calls.count - woken >= 5, `${calls.count - woken} calls in ten minutes`);
});
