import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { OpenedCart, Problem } from '@s360-widgets/contract';
import type { Request } from 'express';
import { ProblemError } from '@s360-widgets/contract/problem';
import { onBothDatabases, onDatabase, trialLog } from '../state/database.trial.js';
import type { Database } from '../state/index.js';
import { endpoint } from './endpoint.js';
import { IdempotencyKey } from './idempotency.key.js';
import { Idempotency } from './idempotency.js';
import { tryEndpoints } from './trial.js';
import { someCart } from './trial.replies.js';
import { Visitors } from './visitors.js';

const holder = 'the-token-of-a-cart-that-is-open';
const items = [
  {
    kind: 'seats',
    performanceId: '1',
    seats: [{ seatId: '2', seatCategoryId: '3', tariffId: '4' }],
  },
];
const sameItems = [
  {
    seats: [{ tariffId: '4', seatId: '2', seatCategoryId: '3' }],
    performanceId: '1',
    kind: 'seats',
  },
];
const contact = {
  email: 'ada@example.org',
  firstName: 'Ada',
  lastName: 'Lovelace',
  countryCode: 'CH',
};

/** A relay that counts what it does. */
async function relay(database: Database, visitors?: Visitors) {
  const done = { opened: 0, added: 0 };
  /** Runs in the middle of the work. */
  const during = { work: async (): Promise<void> => undefined };
  const cart = () => someCart({ ticketCount: done.opened + done.added, contact });
  const work = async (count: keyof typeof done) => {
    await during.work();
    done[count]++;
  };
  const endpoints = [
    endpoint(
      'openCart',
      async () => {
        await work('opened');
        return { token: `the-token-of-cart-number-${done.opened}`, cart: cart() };
      },
      { keep: ({ token }) => token, answer: (_input, _context, token) => ({ token, cart: cart() }) },
    ),
    endpoint(
      'addToCart',
      async () => {
        await work('added');
        return cart();
      },
      { answer: cart },
    ),
    endpoint('removeTickets', cart, { answer: cart }),
    endpoint('getCart', cart),
  ];
  const trial = await tryEndpoints(endpoints, visitors, undefined, database);
  return {
    ...{ done, during, close: trial.close, origin: trial.origin },
    open: (key?: string, sent: unknown = items) =>
      trial.ask('POST', '/v1/carts?lang=en', { body: { items: sent }, ...(key ? { key } : {}) }),
    add: (key?: string, sent: unknown = items, token = holder) =>
      trial.ask('POST', '/v1/cart/items?lang=en', { body: { items: sent }, token, ...(key ? { key } : {}) }),
    remove: (key: string) =>
      trial.ask('POST', '/v1/cart/removals?lang=en', { body: { ticketIds: ['7'] }, token: holder, key }),
  };
}

type Relay = Awaited<ReturnType<typeof relay>>;

const isReplay = ({ headers }: { headers: Headers }) => headers.get('idempotency-replayed') === 'true';
const codeOf = ({ reply }: { reply: unknown }) => (reply as Problem).code;
const tokenOf = ({ reply }: { reply: unknown }) => (reply as OpenedCart).token;

/** A test of one relay on a database, which is closed whatever comes of it. */
const withRelay = (
  title: string,
  run: (shop: Relay, clock: { advance(ms: number): void }) => Promise<void>,
) =>
  onBothDatabases(title, async ({ database, clock }) => {
    const shop = await relay(database);
    try {
      await run(shop, clock);
    } finally {
      await shop.close();
    }
  });

withRelay('a request sent again with its key is answered as before, and done once', async (shop) => {
  const first = await shop.open('a-click-0001');
  const again = await shop.open('a-click-0001', sameItems);
  assert.deepEqual([first.status, again.status], [200, 200]);
  assert.deepEqual([isReplay(first), isReplay(again)], [false, true]);
  assert.equal(tokenOf(again), tokenOf(first));
  assert.equal(shop.done.opened, 1);
});

withRelay('requests without a key, or with another one, are each done', async (shop) => {
  await shop.add();
  await shop.add();
  await shop.add(randomUUID());
  await shop.add(randomUUID());
  assert.equal(shop.done.added, 4);
});

withRelay('a replay shows the cart as it is now', async (shop) => {
  await shop.add('a-click-0001');
  await shop.add('a-click-0002');
  const { reply } = await shop.add('a-click-0001');
  assert.equal((reply as { ticketCount: number }).ticketCount, 2);
});

withRelay('a key of another request is refused', async (shop) => {
  await shop.add('a-click-0001');
  const other = [{ ...items[0], performanceId: '9' }];
  assert.equal(codeOf(await shop.add('a-click-0001', other)), 'idempotency-key-reused');
  const elsewhere = await shop.remove('a-click-0001');
  assert.deepEqual([elsewhere.status, codeOf(elsewhere)], [422, 'idempotency-key-reused']);
  assert.equal(shop.done.added, 1);
});

withRelay('what others hold under the same key is their own', async (shop) => {
  await shop.add('a-click-0001');
  const other = await shop.add('a-click-0001', items, 'the-token-of-the-cart-of-another');
  assert.equal(isReplay(other), false);
  assert.equal(shop.done.added, 2);
});

withRelay('while a request is under way, the same one is told to come again in a second', async (shop) => {
  let goOn = (): void => undefined;
  const begun = new Promise<void>((tell) => {
    shop.during.work = () => {
      tell();
      return new Promise<void>((resolve) => (goOn = resolve));
    };
  });
  const first = shop.add('a-click-0001');
  await begun;
  const second = await shop.add('a-click-0001');
  assert.deepEqual([second.status, codeOf(second)], [409, 'request-in-progress']);
  assert.equal(second.headers.get('retry-after'), '1');
  goOn();
  assert.equal((await first).status, 200);
  assert.equal(isReplay(await shop.add('a-click-0001')), true);
  assert.equal(shop.done.added, 1);
});

withRelay('a refusal is given again without asking again', async (shop) => {
  shop.during.work = () => Promise.reject(new ProblemError('seats-taken', { seatIds: ['2'] }));
  await shop.add('a-click-0001');
  shop.during.work = async () => undefined;
  const again = await shop.add('a-click-0001');
  assert.deepEqual([again.status, codeOf(again)], [409, 'seats-taken']);
  assert.deepEqual((again.reply as Problem).seatIds, ['2']);
  assert.equal(isReplay(again), true);
  assert.equal(shop.done.added, 0);
});

for (const [what, error] of [
  ['a mistake', new Error('a mistake')],
  ['a box office that is down', new ProblemError('box-office-down')],
  ['a limit', new ProblemError('too-many-requests', { retryAfterSeconds: 3 })],
  ['a token that opens nothing', new ProblemError('cart-token-invalid')],
] as const) {
  withRelay(`after ${what} the same key is done anew`, async (shop) => {
    shop.during.work = () => Promise.reject(error);
    assert.notEqual((await shop.add('a-click-0001')).status, 200);
    shop.during.work = async () => undefined;
    const again = await shop.add('a-click-0001');
    assert.deepEqual([again.status, isReplay(again)], [200, false]);
    assert.equal(shop.done.added, 1);
  });
}

withRelay('a key is forgotten after a day', async (shop, clock) => {
  await shop.add('a-click-0001');
  clock.advance(24 * 3_600_000 - 1);
  assert.equal(isReplay(await shop.add('a-click-0001')), true);
  clock.advance(1);
  assert.equal(isReplay(await shop.add('a-click-0001')), false);
  assert.equal(shop.done.added, 2);
});

onBothDatabases('what is over is dropped', async ({ database, clock }) => {
  const former = await relay(database);
  await former.add('a-click-0001');
  await former.close();
  clock.advance(24 * 3_600_000);
  const shop = await relay(database);
  await shop.add('a-click-0002');
  const count = async () => (await database.query.selectFrom('idempotency').select('route').execute()).length;
  while ((await count()) > 1) await new Promise(setImmediate);
  assert.equal(isReplay(await shop.add('a-click-0002')), true);
  await shop.close();
});

withRelay('a request that a relay died over is taken up again after half a minute', async (shop, clock) => {
  let begun = (): void => undefined;
  const isBegun = new Promise<void>((resolve) => (begun = resolve));
  shop.during.work = () => {
    begun();
    return new Promise(() => undefined);
  };
  shop.add('a-click-0001').catch(() => undefined);
  await isBegun;
  shop.during.work = async () => undefined;
  clock.advance(29_999);
  assert.equal(codeOf(await shop.add('a-click-0001')), 'request-in-progress');
  clock.advance(1);
  assert.equal((await shop.add('a-click-0001')).status, 200);
  assert.equal(isReplay(await shop.add('a-click-0001')), true);
});

onBothDatabases(
  'a request stays with the relay that is at it, however long that takes',
  async ({ database, clock }) => {
    const idempotency = new Idempotency({ database, clock, log: trialLog, claimMs: 300 });
    let end = (): void => undefined;
    const request = {
      get: (name: string) => (name === 'Idempotency-Key' ? 'a-click-0001' : undefined),
      ip: '::1',
    };
    const key = IdempotencyKey.of(request as unknown as Request) as IdempotencyKey;
    const keyed = {
      ...{ key, route: 'openCart', sent: {} },
      ...{ keep: () => '', again: () => 'again', onReplay: () => undefined },
      work: () => new Promise<string>((resolve) => (end = () => resolve('done'))),
    };
    const first = idempotency.once(keyed);
    const keptUntil = async () => {
      const rows = database.query.selectFrom('idempotency').select('expires_at');
      return (await rows.executeTakeFirst())?.expires_at ?? 0;
    };
    for (let time = 0; time < 5; time++) {
      clock.advance(200);
      while ((await keptUntil()) < clock.now() + 300) await pause(20);
      await assert.rejects(idempotency.once(keyed), { code: 'request-in-progress' });
    }
    end();
    assert.deepEqual([await first, await idempotency.once(keyed)], ['done', 'again']);
  },
);

onBothDatabases(
  'of forty at once at two relays one does the work, and none meets a mistake',
  async ({ database, openAgain }) => {
    const relays = [await relay(database), await relay(await openAgain())] as const;
    const asked = Array.from({ length: 40 }, (_, turn) => relays[turn % 2 ? 1 : 0].open('a-click-0001'));
    const answers = await Promise.all(asked);
    assert.equal(relays[0].done.opened + relays[1].done.opened, 1);
    for (const answer of answers) {
      if (answer.status !== 200) assert.equal(codeOf(answer), 'request-in-progress');
      else assert.equal(tokenOf(answer), 'the-token-of-cart-number-1');
    }
    const later = await relays[1].open('a-click-0001');
    assert.equal(isReplay(later), true);
    await Promise.all(relays.map(({ close }) => close()));
  },
);

onBothDatabases('nothing is kept that names a person, opens a cart or is the key', async ({ database }) => {
  const shop = await relay(database);
  const { reply } = await shop.open('a-click-0001');
  await shop.add('a-click-0002');
  await shop.close();
  const kept = JSON.stringify(await database.query.selectFrom('idempotency').selectAll().execute());
  assert.match(kept, /openCart.*addToCart|addToCart.*openCart/);
  assert.equal((reply as OpenedCart).cart.contact?.email, contact.email);
  for (const secret of ['Ada', 'Lovelace', 'example.org', 'the-token', 'a-click', '127.0.0.1'])
    assert.equal(kept.includes(secret), false, secret);
});

test('a malformed key is refused by the name of its header, and done by nobody', () =>
  onDatabase('SQLite', async ({ database }) => {
    const shop = await relay(database);
    for (const key of ['short', 'x'.repeat(129), 'with a space in it', '"8e03978e-40d5"', 'né-à-Genève']) {
      const { status, reply } = await shop.add(key);
      assert.equal(status, 400, key);
      assert.deepEqual(
        (reply as Problem).fields?.map(({ path }) => path),
        ['header.Idempotency-Key'],
      );
    }
    assert.equal(shop.done.added, 0);
    await shop.close();
  }));

test('a page may send the key, and read whether the answer is a replay', () =>
  onDatabase('SQLite', async ({ database }) => {
    const shop = await relay(database);
    const origin = 'https://www.example.org';
    const asked = await fetch(`${shop.origin}/v1/carts`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    const answered = await fetch(`${shop.origin}/v1/cart?lang=en`, { headers: { origin } });
    await shop.close();
    assert.match(asked.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/);
    assert.match(answered.headers.get('access-control-expose-headers') ?? '', /Idempotency-Replayed/);
  }));

test('whoever fills the table with refusals has used up the minute soon', () =>
  onDatabase('SQLite', async ({ database, clock }) => {
    const visitors = new Visitors({ database, clock }, { callsPerAddress: 5, callsPerCart: 5 });
    const shop = await relay(database, visitors);
    shop.during.work = () => Promise.reject(new ProblemError('not-on-sale'));
    for (let turn = 0; turn < 5; turn++) assert.equal(codeOf(await shop.open(randomUUID())), 'not-on-sale');
    assert.equal(codeOf(await shop.open(randomUUID())), 'too-many-requests');
    await shop.close();
  }));
