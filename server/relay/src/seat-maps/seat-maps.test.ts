import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLOSED, FREE, HELD, TAKEN, unpackStates } from '@s360-widgets/seat-codec';
import { ProblemError, seatStates, type Problem, type SeatMap } from '@s360-widgets/contract';
import { tryEndpoints } from '../http/trial.js';
import type { Order } from '../order/index.js';
import { lineWith, orderWith, pointOfSale, ticketWith } from '../order/order.trial.js';
import { fakeS360 } from '../s360/fake.js';
import { createTimedClock } from '../state/clock.trial.js';
import { atRest, emptyDatabase } from '../state/database.trial.js';
import type { Database } from '../state/index.js';
import { SeatMaps } from './seat-maps.adapter.js';
import { seatMapRoutes } from './seat-maps.routes.js';
import { hallFolder, hallPlans, hash, plan } from './seat-maps.trial.js';

const performanceId = '7';

async function hall() {
  const folder = await hallFolder();
  return { folder, ...(await relay(folder)) };
}

async function relay(folder: string, shared?: Database, startsAt = '2026-12-01T20:00:00Z') {
  const clock = createTimedClock(startsAt);
  const database = shared ?? (await emptyDatabase(clock));
  const office = { free: ['101', '102', '103'], calls: 0, isDown: false, isFull: false };
  const s360 = fakeS360(async ({ items }) => {
    if (office.isFull) throw new ProblemError('box-office-busy', { retryAfterSeconds: 30 });
    office.calls++;
    const listed = [...office.free];
    await new Promise(setImmediate);
    if (office.isDown) throw new ProblemError('box-office-down');
    const take = items['seatsAvailabilityData.seatAvailabilities'];
    for (const [at, seatId] of listed.entries()) take?.({ seatId, availability: true }, [at]);
    return {};
  });
  const words = { performanceId, title: 'Gala' } as unknown as Omit<SeatMap, 'planHash' | 'states'>;
  const seatMaps = new SeatMaps({
    s360,
    database,
    clock,
    plans: await hallPlans(folder),
    catalog: {
      hallOf: (id) =>
        ['7', '9'].includes(id) ? { logicalConfigurationId: '90', seatCategoryIds: ['11'] } : undefined,
      seatMapOf: (id) => (id === performanceId ? words : undefined),
    },
    pointOfSale,
    log: { warn: () => undefined },
  });
  const all = async () => [...unpackStates((await seatMaps.states(performanceId)).all ?? '', 6)];
  const settled = () => atRest(database);
  const pass = (ms: number) => clock.pass(ms, settled);
  return { seatMaps, clock, database, office, all, settled, pass };
}

const order = (seatIds: string[], change: Partial<Order> = {}): Order => {
  const seat = { area: 'Stalls', block: '', row: 'A', number: '1' };
  const tickets = seatIds.map((seatId) => ticketWith({ id: seatId, seat: { ...seat, seatId } }));
  return orderWith({ lines: [lineWith(tickets)], ...change });
};

test('seats that S-360 lists are free, the others taken, those of other categories not for sale', async () => {
  const { all } = await hall();
  assert.deepEqual(await all(), [FREE, FREE, FREE, TAKEN, TAKEN, CLOSED]);
});

test('however many look, S-360 is asked once a minute, and only while somebody looks', async () => {
  const { seatMaps, office, clock } = await hall();
  await Promise.all(Array.from({ length: 100 }, () => seatMaps.states(performanceId)));
  assert.equal(office.calls, 1);
  clock.advance(59_000);
  await seatMaps.states(performanceId);
  assert.equal(office.calls, 1);
  clock.advance(600_000);
  assert.equal(office.calls, 1);
  await seatMaps.states(performanceId);
  assert.equal(office.calls, 2);
});

test('a version that was given out gets what changed since, any other gets all', async () => {
  const { seatMaps, office, clock } = await hall();
  const { version } = await seatMaps.states(performanceId);
  office.free = ['102', '104'];
  clock.advance(200_000);
  const news = await seatMaps.states(performanceId, version);
  assert.equal(news.all, null);
  assert.deepEqual(news.changes, [1, TAKEN, 2, TAKEN, 1, FREE]);
  for (const strange of [0, version - 2, news.version + 1, 999_999_999_999_999]) {
    assert.ok((await seatMaps.states(performanceId, strange)).all);
  }
});

test('seats in a basket show at once, come back when it ends, and are gone when it is paid', async () => {
  const { seatMaps, all, clock } = await hall();
  await all();
  await seatMaps.follow(order(['101', '102']));
  assert.deepEqual((await all()).slice(0, 3), [HELD, HELD, FREE]);
  await seatMaps.follow(order(['102']));
  assert.deepEqual((await all()).slice(0, 3), [FREE, HELD, FREE]);
  await seatMaps.follow(order(['102'], { state: 'completed' }));
  assert.deepEqual((await all()).slice(0, 3), [FREE, TAKEN, FREE]);
  await seatMaps.follow(order(['103'], { orderId: '322', expiresAt: '2026-12-01T20:00:30Z' }));
  clock.advance(30_000);
  assert.deepEqual((await all()).slice(0, 3), [FREE, TAKEN, FREE]);
});

test('an order that ended or was emptied holds nothing, also if it is listed without its seats', async () => {
  const { seatMaps, all } = await hall();
  await all();
  await seatMaps.follow(order(['101']));
  await seatMaps.follow(order([], { lines: [] }));
  assert.equal((await all())[0], FREE);
  await seatMaps.follow(order(['101']));
  await seatMaps.follow(order(['101'], { state: 'ended' }));
  assert.equal((await all())[0], FREE);
});

test('a basket stays while it is being paid, however long that takes', async () => {
  const { seatMaps, all, clock } = await hall();
  await all();
  await seatMaps.follow(order(['101'], { state: 'paying' }));
  clock.advance(3_600_000);
  assert.equal((await all())[0], HELD);
});

test('a seat that S-360 refused to one visitor is taken for the others at once', async () => {
  const { seatMaps, all } = await hall();
  await all();
  await seatMaps.markTaken(performanceId, ['103', 'no seat']);
  assert.deepEqual((await all()).slice(0, 3), [FREE, FREE, TAKEN]);
});

test('when S-360 is down the last seats are shown, marked as stale', async () => {
  const { seatMaps, office, clock } = await hall();
  await seatMaps.states(performanceId);
  office.isDown = true;
  clock.advance(300_000);
  const { stale, asOf, all } = await seatMaps.states(performanceId);
  assert.deepEqual([stale, asOf], [true, '2026-12-01T20:00:00.000Z']);
  assert.deepEqual([...unpackStates(all ?? '', 6)].slice(0, 4), [FREE, FREE, FREE, TAKEN]);
});

test('when S-360 never answered, its trouble is told, and the next visitor tries again', async () => {
  const { seatMaps, office } = await hall();
  office.isDown = true;
  await assert.rejects(seatMaps.states(performanceId), { code: 'box-office-down' });
  office.isDown = false;
  assert.equal((await seatMaps.states(performanceId)).stale, false);
});

test('a relay that starts again, or beside another, shows the seats of before, without asking within the minute', async () => {
  const { folder, all, database } = await hall();
  await all();
  const restarted = await relay(folder, database, '2026-12-01T20:00:20Z');
  assert.deepEqual(await restarted.all(), [FREE, FREE, FREE, TAKEN, TAKEN, CLOSED]);
  const { asOf, stale } = await restarted.seatMaps.states(performanceId);
  assert.deepEqual([asOf, stale, restarted.office.calls], ['2026-12-01T20:00:00.000Z', false, 0]);
});

test('what one relay hears is shown by the others within seconds, and S-360 is asked once a minute by all of them', async () => {
  const here = await hall();
  const there = await relay(here.folder, here.database);
  await here.all();
  await there.all();
  const [{ version: mine }, { version: other }] = [
    await here.seatMaps.states(performanceId),
    await there.seatMaps.states(performanceId),
  ];
  here.office.free = ['105'];
  for (const { clock } of [here, there]) clock.advance(62_000);
  await here.all();
  await here.settled();
  for (const { clock } of [here, there]) clock.advance(1_500);
  const news = await there.seatMaps.states(performanceId, other);
  assert.deepEqual(news.changes, [1, TAKEN, 1, TAKEN, 1, TAKEN, 2, FREE]);
  assert.equal(there.office.calls, 0);
  assert.ok((await there.seatMaps.states(performanceId, mine)).all, 'a version of another relay gets all');
});

test('where S-360 has no call left, a first look is answered that nothing is known yet, and the next one with the seats', async () => {
  const { seatMaps, office, pass } = await hall();
  office.isFull = true;
  const looking = seatMaps.states(performanceId);
  await pass(5_000);
  const { asOf, stale, all } = await looking;
  assert.deepEqual([asOf, stale], [null, true]);
  assert.equal([...unpackStates(all ?? '', 6)].includes(FREE), false, 'no seat is said to be free');
  office.isFull = false;
  await pass(6_000);
  const later = await seatMaps.states(performanceId);
  assert.deepEqual([later.asOf, later.stale, office.calls], ['2026-12-01T20:00:10.000Z', false, 1]);
});

test('where S-360 has no call left, seats that are known get older', async () => {
  const { seatMaps, office, clock, pass } = await hall();
  await seatMaps.states(performanceId);
  office.isFull = true;
  for (let minute = 1; minute <= 3; minute++) {
    clock.advance(61_000);
    const looking = seatMaps.states(performanceId);
    await pass(5_000);
    const { asOf, stale } = await looking;
    assert.deepEqual([asOf, stale], ['2026-12-01T20:00:00.000Z', minute > 1]);
  }
});

test('a second performance opens beside the first, and seats are known by its plan', async () => {
  const { seatMaps } = await hall();
  await seatMaps.states(performanceId);
  assert.equal((await seatMaps.states('9')).performanceId, '9');
  assert.equal(await seatMaps.hasSeats(performanceId, ['101', '201']), true);
  assert.equal(await seatMaps.hasSeats(performanceId, ['999']), false);
  assert.equal(await seatMaps.hasSeats('8', ['101']), undefined);
});

test('a plan is for ever, and a browser that has it is told so', async () => {
  const { seatMaps } = await hall();
  const { ask, close } = await tryEndpoints(seatMapRoutes(seatMaps));
  const { headers, reply } = await ask('GET', `/v1/seat-plans/${hash}`);
  const states = await ask('GET', `/v1/performances/${performanceId}/seat-states`);
  await close();
  assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.deepEqual(reply, plan);
  assert.equal(seatStates.parse(states.reply).planHash, hash);
});

const bad: [string, number][] = [
  ['/v1/seat-plans/..%2findex', 400],
  ['/v1/seat-plans/0123', 400],
  ['/v1/seat-plans/fedcba9876543210', 404],
  ['/v1/performances/8/seat-map?lang=en', 404],
  ['/v1/performances/8/seat-states', 404],
  ['/v1/performances/seven/seat-states', 400],
  [`/v1/performances/${'7'.repeat(500)}/seat-states`, 400],
  ['/v1/performances/7/seat-map', 400],
  ['/v1/performances/7/seat-states?since=yesterday', 400],
  ['/v1/performances/7/seat-states?since=1234567890123456', 400],
  ['/v1/performances/7/seat-states?until=1', 400],
];
for (const [path, status] of bad) {
  test(`${path.slice(0, 60)} is answered ${status}, and S-360 is not asked`, async () => {
    const { seatMaps, office } = await hall();
    const { ask, close } = await tryEndpoints(seatMapRoutes(seatMaps));
    const answer = await ask('GET', path);
    await close();
    assert.equal(answer.status, status);
    assert.equal((answer.reply as Problem).status, status);
    assert.equal(office.calls, 0);
  });
}
