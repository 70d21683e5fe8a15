import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EndpointName } from '@s360-widgets/contract';
import { emptyDatabase, onBothDatabases } from '../state/database.trial.js';
import { createManualClock, type Database } from '../state/index.js';
import { networkOf, Visitors, type Asked } from './visitors.js';

const reads: readonly EndpointName[] = ['getCart', 'listShipmentModes', 'getOrder', 'getTicketsPdf'];
const busy = { code: 'too-many-requests' };

const clock = createManualClock('2026-12-01T20:00:00Z');

/** Those of a relay of its own. */
const visitorsOf = async (callsPerAddress: number, callsPerCart: number) =>
  new Visitors({ database: await emptyDatabase(clock), clock }, { callsPerAddress, callsPerCart });

/** A request that makes so many calls to S-360. */
function visit(visitors: Visitors, asked: Partial<Asked>, calls = 1): Promise<number> {
  const given = {
    endpoint: 'getCart',
    isRead: true,
    address: '203.0.113.7',
    cartToken: 'a',
    ...asked,
  } as const;
  return visitors.serve(given, async () => {
    for (let call = 0; call < calls; call++) await visitors.charge();
    return calls;
  });
}

/** How many of so many at once are served. */
async function served(count: number, one: (index: number) => Promise<unknown>): Promise<number> {
  const answers = await Promise.allSettled(Array.from({ length: count }, (_, index) => one(index)));
  return answers.filter(({ status }) => status === 'fulfilled').length;
}

for (const endpoint of reads) {
  test(`one cart costs S-360 no more than its share of a minute by ${endpoint}, however many ask at once`, async () => {
    const visitors = await visitorsOf(90, 40);
    assert.equal(await served(1_000, () => visit(visitors, { endpoint })), 40);
  });
}

test('what is answered without a call counts for nothing, so a house behind one address can look on', async () => {
  const visitors = await visitorsOf(90, 40);
  assert.equal(await served(5_000, () => visit(visitors, {}, 0)), 5_000);
  assert.equal(await served(5_000, () => visit(visitors, { endpoint: 'getSeatStates' }, 0)), 5_000);
  assert.equal(
    await served(1_000, () => visit(visitors, { endpoint: 'listEvents', cartToken: undefined })),
    1_000,
  );
});

test('many carts of one address share what an address may cause; other addresses have theirs', async () => {
  const visitors = await visitorsOf(90, 40);
  const all = await served(1_000, (cart) => visit(visitors, { cartToken: String(cart) }));
  assert.equal(all, 90);
  assert.equal(await visit(visitors, { address: '203.0.113.8', cartToken: 'other' }), 1);
});

test('writes at once are refused before anything is done, and one that was let in is carried through', async () => {
  const visitors = await visitorsOf(90, 10);
  const write = { endpoint: 'changeTicket', isRead: false } as const;
  assert.equal(await served(100, () => visit(visitors, write, 4)), 10);
  await assert.rejects(visit(visitors, write), busy);
});

test('a write that makes no call gives back what was kept for it', async () => {
  const visitors = await visitorsOf(90, 10);
  for (let write = 0; write < 50; write++) await visit(visitors, { endpoint: 'addToCart', isRead: false }, 0);
});

test('who has paid is let through when the same address and cart have used up everything else', async () => {
  const visitors = await visitorsOf(20, 10);
  await served(100, () => visit(visitors, {}));
  await assert.rejects(visit(visitors, {}), busy);
  for (const endpoint of ['reportPayment', 'leavePayment', 'getPaymentOutcome'] as const) {
    assert.equal(await visit(visitors, { endpoint, isRead: false }, 3), 3);
  }
});

for (const step of [-600_000, 600_000]) {
  test(`a visitor who was refused may go on after a minute although the machine's date was set by ${step / 60_000} minutes`, async () => {
    const visitors = await visitorsOf(90, 1);
    await visit(visitors, {});
    clock.setDateBy(step);
    await assert.rejects(visit(visitors, {}), { details: { retryAfterSeconds: 60 } });
    clock.setDateBy(step);
    clock.advance(60_000);
    assert.equal(await visit(visitors, {}), 1);
  });
}

test('who looks at many seat maps can buy all the same', async () => {
  const visitors = await visitorsOf(20, 10);
  await served(100, () => visit(visitors, { endpoint: 'getSeatMap', cartToken: undefined }));
  assert.equal(await visit(visitors, { endpoint: 'addToCart', isRead: false }), 1);
});

onBothDatabases('a visitor who goes from relay to relay has one share of the minute', async (trial) => {
  const settings = { callsPerAddress: 90, callsPerCart: 10 };
  const relay = (database: Database) => new Visitors({ database, clock: trial.clock }, settings);
  const relays = [relay(trial.database), relay(await trial.openAgain()), relay(await trial.openAgain())];
  const reads = await served(60, (turn) => visit(relays[turn % 3] as Visitors, {}));
  assert.equal(reads, 10);
  for (const visitors of relays) await assert.rejects(visit(visitors, {}), busy);
  const other = { address: '203.0.113.8', cartToken: 'b' };
  assert.equal(await visit(relays[0] as Visitors, other), 1);
  trial.clock.advance(60_000);
  assert.equal(await visit(relays[1] as Visitors, {}), 1);
});

onBothDatabases('a relay that starts knows what the one before it has counted', async (trial) => {
  const settings = { callsPerAddress: 90, callsPerCart: 10 };
  const before = new Visitors({ ...trial }, settings);
  for (let call = 0; call < 9; call++) await visit(before, {});
  trial.clock.advance(15_000);
  const after = new Visitors({ ...trial, database: await trial.openAgain() }, settings);
  assert.equal(await visit(after, {}), 1);
  await assert.rejects(visit(after, {}), { details: { retryAfterSeconds: 45 } });
});

onBothDatabases(
  'what costs no call, and who has used up the minute, is known without the database',
  async (trial) => {
    const database = await trial.openAgain();
    const visitors = new Visitors({ ...trial, database }, { callsPerAddress: 20, callsPerCart: 2 });
    for (let call = 0; call < 2; call++) await visit(visitors, {});
    await database.close();
    await assert.rejects(visit(visitors, {}), busy);
    assert.equal(await served(100, () => visit(visitors, { cartToken: 'b' }, 0)), 100);
    const sender = { address: '203.0.113.9', cartToken: undefined };
    for (let request = 0; request < 20; request++) visitors.countMalformed(sender);
    assert.throws(() => visitors.admit(sender, 'openCart'), busy);
  },
);

for (const [one, other, isSame] of [
  ['2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::ffff:203.0.113.7', '203.0.113.7', true],
  ['203.0.113.7', '203.0.113.8', false],
  ['fe80::1%eth0', 'fe80::2', true],
] as const) {
  test(`${one} and ${other} are ${isSame ? 'one visitor' : 'two visitors'}`, () => {
    assert.equal(networkOf(one) === networkOf(other), isSame);
  });
}
