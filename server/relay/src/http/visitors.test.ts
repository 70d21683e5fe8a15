import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { EndpointName } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { networkOf, Visitors, type Asked } from './visitors.js';

const reads: readonly EndpointName[] = ['getCart', 'listShipmentModes', 'getOrder', 'getTicketsPdf'];
const busy = { code: 'too-many-requests' };

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
    const visitors = new Visitors({ callsPerAddress: 90, callsPerCart: 40 });
    assert.equal(await served(1_000, () => visit(visitors, { endpoint })), 40);
  });
}

test('what is answered without a call counts for nothing, so a house behind one address can look on', async () => {
  const visitors = new Visitors({ callsPerAddress: 90, callsPerCart: 40 });
  assert.equal(await served(5_000, () => visit(visitors, {}, 0)), 5_000);
  assert.equal(await served(5_000, () => visit(visitors, { endpoint: 'getSeatStates' }, 0)), 5_000);
  assert.equal(
    await served(1_000, () => visit(visitors, { endpoint: 'listEvents', cartToken: undefined })),
    1_000,
  );
});

test('many carts of one address share what an address may cause; other addresses have theirs', async () => {
  const visitors = new Visitors({ callsPerAddress: 90, callsPerCart: 40 });
  const all = await served(1_000, (cart) => visit(visitors, { cartToken: String(cart) }));
  assert.equal(all, 90);
  assert.equal(await visit(visitors, { address: '203.0.113.8', cartToken: 'other' }), 1);
});

test('writes at once are refused before anything is done, and one that was let in is carried through', async () => {
  const visitors = new Visitors({ callsPerAddress: 90, callsPerCart: 10 });
  const write = { endpoint: 'changeTicket', isRead: false } as const;
  assert.equal(await served(100, () => visit(visitors, write, 4)), 10);
  await assert.rejects(visit(visitors, write), busy);
});

test('a write that makes no call gives back what was kept for it', async () => {
  const visitors = new Visitors({ callsPerAddress: 90, callsPerCart: 10 });
  for (let write = 0; write < 50; write++) await visit(visitors, { endpoint: 'addToCart', isRead: false }, 0);
});

test('who has paid is let through when the same address and cart have used up everything else', async () => {
  const visitors = new Visitors({ callsPerAddress: 20, callsPerCart: 10 });
  await served(100, () => visit(visitors, {}));
  await assert.rejects(visit(visitors, {}), busy);
  for (const endpoint of ['reportPayment', 'leavePayment', 'getPaymentOutcome'] as const) {
    assert.equal(await visit(visitors, { endpoint, isRead: false }, 3), 3);
  }
});

for (const step of [-600_000, 600_000]) {
  test(`a visitor who was refused may go on after a minute although the machine's date was set by ${step / 60_000} minutes`, async (t) => {
    const real = Date.now;
    let date = real();
    mock.timers.enable({ apis: ['setTimeout'] });
    t.after(() => {
      mock.timers.reset();
      Date.now = real;
    });
    Date.now = () => date;
    const visitors = new Visitors({ callsPerAddress: 90, callsPerCart: 1 });
    await visit(visitors, {});
    date += step / 2;
    await assert.rejects(
      visit(visitors, { endpoint: 'addToCart', isRead: false }).then(() => visit(visitors, {})),
      busy,
    );
    date += step / 2;
    mock.timers.tick(60_000);
    assert.equal(await visit(visitors, {}), 1);
  });
}

test('who looks at many seat maps can buy all the same', async () => {
  const visitors = new Visitors({ callsPerAddress: 20, callsPerCart: 10 });
  await served(100, () => visit(visitors, { endpoint: 'getSeatMap', cartToken: undefined }));
  assert.equal(await visit(visitors, { endpoint: 'addToCart', isRead: false }), 1);
});

test('nobody is told to wait for longer than the minute, even where the machine’s date was set back meanwhile', async (t) => {
  const real = Date.now;
  t.after(() => {
    Date.now = real;
  });
  const visitors = new Visitors({ callsPerAddress: 90, callsPerCart: 1 });
  await visit(visitors, {});
  Date.now = () => real() - 3_600_000;
  const refusal = await visit(visitors, {}).catch((error: unknown) => error);
  assert.ok(refusal instanceof ProblemError);
  assert.ok((refusal.details.retryAfterSeconds ?? 0) <= 60, `${refusal.details.retryAfterSeconds} s`);
});

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
