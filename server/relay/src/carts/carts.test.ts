import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cart as cartSchema, openedCart, type CartItem, type Problem } from '@s360-widgets/contract';
import { createCartTokens } from '../order/index.js';
import { seats, best, shop, withCart, codeOf, seatIdsOf } from './carts.trial.js';

test('one click is one call, whatever it adds', async () => {
  const { post, orders, close } = await shop();
  const { status, reply } = await post('/v1/carts', { items: [seats('1', '2'), best(2)] });
  await close();
  assert.equal(status, 200);
  assert.equal(orders.count('createOrUpdateOrder'), 1);
  assert.equal(openedCart.parse(reply).cart.ticketCount, 4);
});

test('where only accounts may buy, no seat is held for a guest', async () => {
  const { post, orders, close } = await shop(undefined, undefined, { signIn: 'before-checkout' });
  const { status, reply } = await post('/v1/carts', { items: [seats('1', '2')] });
  await close();
  assert.deepEqual([status, codeOf(reply)], [403, 'sign-in-needed']);
  assert.equal(orders.count('createOrUpdateOrder'), 0);
});

test('where only accounts may buy, who has signed in buys, and the order is theirs from the start', async () => {
  const { fetch, ask, origin, orders, desk, close } = await shop(undefined, undefined, {
    signIn: 'before-checkout',
  });
  const headers = {
    'content-type': 'application/json',
    authorization: 'DPoP a-token-of-somebody',
    dpop: 'a.b.c',
  };
  const body = JSON.stringify({ items: [seats('1', '2')] });
  const opened = await fetch(`${origin}/v1/carts?lang=en`, { method: 'POST', headers, body });
  const { token, cart } = openedCart.parse(await opened.json());
  const added = await ask('POST', '/v1/cart/items?lang=en', { token, body: { items: [best(1)] } });
  await close();
  assert.deepEqual([opened.status, added.status], [200, 200]);
  const [created] = orders.calls.filter(({ operation }) => operation === 'createOrUpdateOrder');
  assert.deepEqual(created?.args.purchasersInfo, [{ contactReference: '9001' }]);
  assert.equal(await desk.records.contactNumberOf(cart.orderId), '9001');
});

test('an order that can not be read after it was made gives its seats back', async () => {
  const { post, orders, close } = await shop();
  orders.loss = (operation) => (operation === 'getOrderDetails' ? 'before' : undefined);
  const { status } = await post('/v1/carts', { items: [seats('1', '2')] });
  await close();
  assert.equal(status, 504);
  assert.equal(orders.movements.length, 0);
});

test('a click that is sent again with its key opens no second order, adds nothing, and shows the same cart', async () => {
  const { ask, orders, close } = await shop();
  const open = { body: { items: [best(2)] }, key: 'a-click-0001' };
  const first = openedCart.parse((await ask('POST', '/v1/carts?lang=en', open)).reply);
  const again = openedCart.parse((await ask('POST', '/v1/carts?lang=en', open)).reply);
  assert.equal(again.token, first.token);
  assert.equal(again.cart.orderId, first.cart.orderId);
  const add = { body: { items: [best(1)] }, token: first.token, key: 'a-click-0002' };
  await ask('POST', '/v1/cart/items?lang=en', add);
  const { reply } = await ask('POST', '/v1/cart/items?lang=en', add);
  assert.equal(cartSchema.parse(reply).ticketCount, 3);
  const { lines } = cartSchema.parse(reply);
  const ticketIds = lines.flatMap(({ tickets }) => tickets.map(({ id }) => id)).slice(0, 1);
  const remove = { body: { ticketIds }, token: first.token, key: 'a-click-0003' };
  await ask('POST', '/v1/cart/removals?lang=en', remove);
  const removed = await ask('POST', '/v1/cart/removals?lang=en', remove);
  await close();
  assert.equal(cartSchema.parse(removed.reply).ticketCount, 2);
  assert.deepEqual([orders.count('createOrUpdateOrder'), orders.count('abandonMovements')], [2, 1]);
});

test('seats that S-360 holds for a visitor who has left meanwhile are given back', async () => {
  let hear: () => void = () => undefined;
  const isHeard = new Promise<void>((heard) => (hear = heard));
  const { origin, orders, close } = await shop(() => hear());
  const visitor = new AbortController();
  let answer: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => {
    orders.delay = async (operation) => {
      if (operation !== 'createOrUpdateOrder') return;
      resolve();
      await new Promise<void>((answered) => (answer = answered));
    };
  });
  const asked = fetch(`${origin}/v1/carts?lang=en`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ items: [seats('1', '2')] }),
    signal: visitor.signal,
  });
  await isAsked;
  visitor.abort();
  await assert.rejects(asked);
  await isHeard;
  answer();
  while (orders.count('abandonMovements') === 0 || orders.movements.length > 0)
    await new Promise(setImmediate);
  await close();
  assert.equal(orders.count('abandonMovements'), 1);
});

test('seats that S-360 holds too late for the page that waited for them are given back', async () => {
  const { origin, orders, clock, close, ...trial } = await shop();
  orders.delay = async (operation) => {
    if (operation === 'createOrUpdateOrder') clock.advance(40_000);
  };
  const open = () =>
    trial.fetch(`${origin}/v1/carts?lang=en`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Request-Timeout': '40' },
      body: JSON.stringify({ items: [seats('1', '2')] }),
    });
  const late = await open();
  assert.deepEqual([late.status, codeOf(await late.json())], [504, 'box-office-timeout']);
  assert.deepEqual([orders.count('abandonMovements'), orders.movements], [1, []]);
  orders.delay = async () => undefined;
  assert.equal((await open()).status, 200);
  assert.equal(orders.count('abandonMovements'), 1);
  await close();
});

test('each new order carries a word of ours by which people find it', async () => {
  const { post, orders, close } = await shop();
  await post('/v1/carts', { items: [seats('1')] });
  await post('/v1/carts', { items: [seats('2')] });
  await close();
  const words = orders.calls.flatMap(({ args: { externalReference: word } }) => (word ? [word] : []));
  assert.equal(new Set(words).size, 2);
  assert.ok(words.every((word) => typeof word === 'string' && word.length > 20));
});

test("the total is S-360's own, never price times quantity", async () => {
  const { cart, close } = await withCart();
  await close();
  assert.equal(cart.ticketsTotal.amountMinor, 5_000);
  assert.equal(cart.total.amountMinor, 4_500);
  assert.equal(cart.expiresAt, '2026-12-01T20:15:00Z');
});

test('an order id opens nothing, and a token of another secret neither', async () => {
  const { ask, desk, orders, close } = await withCart();
  const calls = orders.calls.length;
  const foreign = createCartTokens('another secret of at least 32 characters');
  const access = { orderId: orders.orderId, orderSecretId: orders.secret };
  for (const token of [orders.orderId, `${orders.orderId}0000000000000000`, foreign.seal(access)]) {
    assert.equal((await ask('GET', '/v1/cart?lang=en', { token })).status, 401);
  }
  assert.equal(orders.calls.length, calls);
  const stale = desk.tokenFor({ ...access, orderSecretId: 'the secret of another order' });
  assert.equal((await ask('GET', '/v1/cart?lang=en', { token: stale })).status, 401);
  await close();
});

test('a hundred tabs that look at once cost one call, and a moment later they see news', async () => {
  const { get, orders, clock, close } = await withCart();
  clock.advance(5_000);
  const before = orders.count('getOrderDetails');
  await Promise.all(Array.from({ length: 100 }, get));
  assert.equal(orders.count('getOrderDetails'), before + 1);
  orders.orderState = 'ABANDONNED';
  clock.advance(2_000);
  const ended = await get();
  await close();
  assert.deepEqual(
    [ended.state, ended.ticketCount, ended.total.amountMinor, ended.expiresAt],
    ['ended', 0, 0, null],
  );
});

test('a write is seen at once', async () => {
  const { post, token, cart, get, close } = await withCart();
  const ticketId = cart.lines[0]?.tickets[0]?.id;
  const { reply } = await post('/v1/cart/removals', { ticketIds: [ticketId] }, token);
  assert.equal(cartSchema.parse(reply).ticketCount, 1);
  assert.equal((await get()).ticketCount, 1);
  await close();
});

test('writes to one order wait for each other', async () => {
  const { post, token, orders, close } = await withCart();
  const clicks = ['3', '4', '5', '6'].map((seatId) =>
    post('/v1/cart/items', { items: [seats(seatId)] }, token),
  );
  const answers = await Promise.all(clicks);
  await close();
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200],
  );
  assert.equal(orders.mostWrites, 1);
  assert.equal(orders.movements.length, 6);
});

test('the same click twice holds the seats once', async () => {
  const { post, token, orders, taken, close } = await withCart();
  const { status, reply } = await post('/v1/cart/items', { items: [seats('1', '2')] }, token);
  await close();
  assert.equal(status, 200);
  assert.deepEqual(seatIdsOf(reply), ['1', '2']);
  assert.equal(orders.movements.length, 2);
  assert.deepEqual(taken, ['1', '2']);
});

test('seats that are gone are named, and the seat maps hear of them', async () => {
  const { post, orders, taken, close } = await shop();
  orders.refused.add('2');
  const { status, reply } = await post('/v1/carts', { items: [seats('1', '2', '3')] });
  await close();
  assert.equal(status, 409);
  assert.deepEqual([codeOf(reply), (reply as Problem).seatIds], ['seats-taken', ['2']]);
  assert.deepEqual(taken, ['2']);
});

for (const [loss, what, status] of [
  ['after', 'had its effect', 200],
  ['before', 'had none', 504],
] as const) {
  for (const [name, item] of [
    ['seats', seats('3')],
    ['best seats', best(1)],
  ] as const) {
    test(`an add of ${name} whose answer was lost and that ${what} is not sent again`, async () => {
      const { post, token, orders, close } = await withCart();
      orders.loss = (operation) => (operation === 'createOrUpdateOrder' ? loss : undefined);
      const answer = await post('/v1/cart/items', { items: [item] }, token);
      await close();
      assert.equal(answer.status, status);
      assert.equal(orders.count('createOrUpdateOrder'), 2);
      assert.equal(orders.movements.length, loss === 'after' ? 3 : 2);
    });
  }
  test(`a removal whose answer was lost and that ${what} is not sent again`, async () => {
    const { post, token, cart, orders, close } = await withCart();
    orders.loss = (operation) => (operation === 'abandonMovements' ? loss : undefined);
    const ticketIds = [cart.lines[0]?.tickets[0]?.id];
    const answer = await post('/v1/cart/removals', { ticketIds }, token);
    await close();
    assert.equal(answer.status, status);
    assert.equal(orders.count('abandonMovements'), 1);
  });
}

test('an error page in place of the answer of an add that had its effect is no failure', async () => {
  const { post, token, orders, close } = await withCart();
  orders.lostAs = 'box-office-refused';
  orders.loss = (operation) => (operation === 'createOrUpdateOrder' ? 'after' : undefined);
  const { status } = await post('/v1/cart/items', { items: [best(1)] }, token);
  await close();
  assert.equal(status, 200);
  assert.equal(orders.movements.length, 3);
});

async function changeFirst(relay: Awaited<ReturnType<typeof withCart>>, tariffId: string) {
  const ticketId = relay.cart.lines[0]?.tickets[0]?.id ?? '';
  return relay.ask('PATCH', `/v1/cart/tickets/${ticketId}?lang=en`, {
    body: { tariffId },
    token: relay.token,
  });
}

test('a ticket changes its tariff and keeps its seat', async () => {
  const relay = await withCart();
  const { status, reply } = await changeFirst(relay, '32');
  await relay.close();
  assert.equal(status, 200);
  const tickets = cartSchema.parse(reply).lines.flatMap((line) => line.tickets);
  assert.deepEqual(new Map(tickets.map(({ seat, tariffId }) => [seat?.seatId, tariffId])).get('1'), '32');
});

test('a tariff that is refused leaves the ticket as it was, and says why', async () => {
  const relay = await withCart();
  relay.orders.refused.add('32');
  const { status, reply } = await changeFirst(relay, '32');
  const after = await relay.get();
  await relay.close();
  assert.deepEqual([status, codeOf(reply), relay.doubts()], [409, 'not-on-sale', 1]);
  assert.deepEqual(
    after.lines[0]?.tickets.map(({ tariffId }) => tariffId),
    ['31', '31'],
  );
  assert.deepEqual(new Set(seatIdsOf(after)), new Set(['1', '2']));
});

test('a seat that someone took during the change is lost, and the problem says so', async () => {
  const relay = await withCart();
  relay.orders.refused.add('1');
  const { reply } = await changeFirst(relay, '32');
  const after = await relay.get();
  await relay.close();
  assert.deepEqual([codeOf(reply), (reply as Problem).seatIds], ['seats-taken', ['1']]);
  assert.deepEqual(seatIdsOf(after), ['2']);
});

test('changing the only ticket keeps the shipment that was chosen', async () => {
  const relay = await withCart();
  relay.orders.movements.pop();
  relay.orders.shipmentModeId = '71';
  relay.clock.advance(120_000);
  await changeFirst(relay, '32');
  await relay.close();
  assert.equal(relay.orders.shipmentModeId, '71');
});

for (const [state, code] of [
  ['ABANDONNED', 'cart-ended'],
  ['PAYMENT_IN_PROGRESS', 'payment-in-progress'],
  ['CLOSED', 'cart-closed'],
] as const) {
  test(`nothing is added to an order that is ${state}: ${code}`, async () => {
    const { post, token, orders, clock, close } = await withCart();
    orders.orderState = state;
    clock.advance(120_000);
    const { reply } = await post('/v1/cart/items', { items: [best(1)] }, token);
    await close();
    assert.equal(codeOf(reply), code);
    assert.equal(orders.count('createOrUpdateOrder'), 1);
  });
}

test('more tickets than a cart may hold are refused with the limit, those in the cart counted', async () => {
  const { post, token, orders, close } = await withCart();
  const { reply } = await post('/v1/cart/items', { items: [best(4), best(3)] }, token);
  await close();
  assert.deepEqual([codeOf(reply), (reply as Problem).limit], ['too-many-tickets', 8]);
  assert.equal(orders.count('createOrUpdateOrder'), 1);
});

test('the most tickets of a performance is counted over clicks and tariffs, and said', async () => {
  const { post, token, orders, close } = await withCart();
  const of = (tariffId: string) => ({ ...best(1), tariffs: [{ tariffId, quantity: 1 }] });
  for (const tariffId of ['31', '32', '33', '34', '35', '36'])
    assert.equal((await post('/v1/cart/items', { items: [of(tariffId)] }, token)).status, 200);
  const { reply } = await post('/v1/cart/items', { items: [of('37')] }, token);
  await close();
  assert.deepEqual([codeOf(reply), (reply as Problem).limit], ['too-many-tickets', 8]);
  assert.equal(orders.movements.length, 8);
});

const item = best(1);
const season: CartItem = {
  ...{ kind: 'season-ticket', eventId: '9', itemId: '91', seatCategoryId: '11', performanceIds: ['7', '8'] },
  tariffs: [{ tariffId: '31', quantity: 1 }],
};
const long = '1'.repeat(30_000);
const bad: [string, string, string, unknown, number][] = [
  ['no body', 'POST', '/v1/cart/items?lang=en', {}, 400],
  ['no items', 'POST', '/v1/cart/items?lang=en', { items: [] }, 400],
  ['eleven items', 'POST', '/v1/cart/items?lang=en', { items: Array(11).fill(item) }, 400],
  ['an item of no kind', 'POST', '/v1/cart/items?lang=en', { items: [{ ...item, kind: 'gift' }] }, 400],
  ['a quantity of 0', 'POST', '/v1/cart/items?lang=en', { items: [best(0)] }, 400],
  ['half a ticket', 'POST', '/v1/cart/items?lang=en', { items: [best(1.5)] }, 400],
  [
    'an id that is a number',
    'POST',
    '/v1/cart/items?lang=en',
    { items: [{ ...item, performanceId: 7 }] },
    400,
  ],
  [
    'an id of 30,000 digits',
    'POST',
    '/v1/cart/items?lang=en',
    { items: [{ ...item, performanceId: long }] },
    400,
  ],
  ['an unknown member', 'POST', '/v1/cart/items?lang=en', { items: [item], price: 1 }, 400],
  [
    'a category of nothing',
    'POST',
    '/v1/cart/items?lang=en',
    { items: [{ ...item, seatCategoryId: '12' }] },
    404,
  ],
  ['a season ticket beside seats', 'POST', '/v1/cart/items?lang=en', { items: [item, season] }, 400],
  ['no language', 'POST', '/v1/cart/items', { items: [item] }, 400],
  ['a language with a region', 'POST', '/v1/cart/items?lang=en_US', { items: [item] }, 400],
  ['no tickets', 'POST', '/v1/cart/removals?lang=en', { ticketIds: [] }, 400],
  ['a ticket that is no id', 'POST', '/v1/cart/removals?lang=en', { ticketIds: ['1 OR 1=1'] }, 400],
  ['a ticket of another cart', 'POST', '/v1/cart/removals?lang=en', { ticketIds: ['999'] }, 404],
  ['a ticket of another cart', 'PATCH', '/v1/cart/tickets/999?lang=en', { tariffId: '32' }, 404],
  ['a path that is no id', 'PATCH', '/v1/cart/tickets/one?lang=en', { tariffId: '32' }, 400],
  ['no tariff', 'PATCH', '/v1/cart/tickets/101?lang=en', {}, 400],
  ['a list for an object', 'POST', '/v1/cart/items?lang=en', [item], 400],
  ['a body that is too large', 'POST', '/v1/cart/items?lang=en', { items: 'x'.repeat(40_000) }, 413],
  ['a wrong method', 'PUT', '/v1/cart/items?lang=en', { items: [item] }, 405],
];
for (const [what, method, path, body, status] of bad) {
  test(`${method} ${path.slice(0, 40)} with ${what} is answered ${status} and changes nothing`, async () => {
    const { ask, token, orders, close } = await withCart();
    const calls = orders.calls.length;
    const answer = await ask(method, path, { body, token });
    await close();
    assert.equal(answer.status, status);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.equal(orders.calls.length, calls);
  });
}

for (const [method, path] of [
  ['GET', '/v1/cart?lang=en'],
  ['POST', '/v1/cart/items?lang=en'],
  ['POST', '/v1/cart/removals?lang=en'],
  ['PATCH', '/v1/cart/tickets/101?lang=en'],
] as const) {
  test(`${method} ${path} without its token, or with a changed one, is answered 401`, async () => {
    const { ask, token, orders, close } = await withCart();
    const calls = orders.calls.length;
    const bodies: Record<string, unknown> = { PATCH: { tariffId: '32' } };
    const body = path.includes('removals') ? { ticketIds: ['101'] } : (bodies[method] ?? { items: [item] });
    const flipped = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`;
    for (const wrong of [undefined, flipped, 'x'.repeat(2_000)]) {
      const answer = await ask(method, path, { body: method === 'GET' ? undefined : body, token: wrong });
      assert.equal(codeOf(answer.reply), 'cart-token-invalid');
    }
    await close();
    assert.equal(orders.calls.length, calls);
  });
}

for (const step of [-600_000, 600_000]) {
  test(`a cart is read anew after two seconds although the machine's date was set by ${step / 60_000} minutes`, async () => {
    const { get, orders, clock, close } = await withCart();
    const before = orders.count('getOrderDetails');
    clock.setDateBy(step);
    await get();
    clock.advance(2_000);
    await get();
    await close();
    assert.equal(orders.count('getOrderDetails') - before, 1);
  });
}

test("a page is told S-360's time, whatever the machine's date is: what is left of the hold is what S-360 will keep", async () => {
  const { get, clock, close } = await withCart();
  clock.setDateBy(-600_000);
  clock.hearDate(Date.parse('2026-12-01T20:14:00Z'), clock.elapsed());
  const { answeredAt, expiresAt } = await get();
  await close();
  const leftMs = Date.parse(expiresAt ?? '') - Date.parse(answeredAt);
  assert.ok(Math.abs(leftMs - 60_000) <= 1_000, `${leftMs} ms`);
});

test('a cart in four languages, asked for again and again, is read from S-360 once every two seconds at most', async () => {
  const { ask, token, orders, clock, close } = await withCart();
  const languages = ['en', 'fr', 'de', 'it'];
  const askAll = () => Promise.all(languages.map((lang) => ask('GET', `/v1/cart?lang=${lang}`, { token })));
  await askAll();
  const before = orders.count('getOrderDetails');
  for (let second = 0; second < 60; second++) {
    await askAll();
    clock.advance(1_000);
  }
  await close();
  const calls = orders.count('getOrderDetails') - before;
  assert.ok(calls <= 40, `${calls} calls a minute`);
});

test("a cart has its words in each visitor's language although it is one cart", async () => {
  const { ask, token, orders, clock, close } = await withCart();
  orders.wordsIn = (language) => ({ audienceSubCategory: language === 'fr' ? 'Adulte' : 'Adult' });
  const tariffIn = async (lang: string) => {
    const { reply } = await ask('GET', `/v1/cart?lang=${lang}`, { token });
    return cartSchema.parse(reply).lines[0]?.tickets[0]?.tariffName;
  };
  clock.advance(10_000);
  assert.deepEqual(
    [await tariffIn('en'), await tariffIn('fr'), await tariffIn('en')],
    ['Adult', 'Adulte', 'Adult'],
  );
  await close();
});

for (const word of ['SUSPENDED', 'PART_SOLDED', 'A_WORD_OF_TOMORROW', '']) {
  test(`an order in the state "${word}" is shown with all that it holds, and can be neither changed nor taken for paid`, async () => {
    const { ask, post, token, get, orders, clock, cart, close } = await withCart();
    orders.orderState = word;
    clock.advance(2_000);
    const shown = await get();
    assert.equal(shown.state, 'unclear');
    assert.deepEqual(shown.lines, cart.lines);
    assert.deepEqual(shown.total, cart.total);
    assert.equal(shown.expiresAt, null, 'nobody knows whether the seats are held');
    const writes = orders.calls.filter(({ operation }) => !operation.startsWith('get')).length;
    clock.advance(61_000);
    const more = await post('/v1/cart/items', { items: [seats('3')] }, token);
    const less = await post('/v1/cart/removals', { ticketIds: [shown.lines[0]?.tickets[0]?.id] }, token);
    const other = await ask('PATCH', `/v1/cart/tickets/${shown.lines[0]?.tickets[0]?.id}?lang=en`, {
      token,
      body: { tariffId: '32' },
    });
    for (const { status, reply } of [more, less, other])
      assert.deepEqual([status, codeOf(reply)], [502, 'box-office-refused']);
    assert.equal(orders.calls.filter(({ operation }) => !operation.startsWith('get')).length, writes);
    await close();
  });
}
