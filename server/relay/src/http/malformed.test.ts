import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Problem } from '@s360-widgets/contract';
import { emptyDatabase } from '../state/database.trial.js';
import { createManualClock } from '../state/index.js';
import { endpoint } from './endpoint.js';
import { PreparedAnswer } from './answer.js';
import { someCart, someEvents, someOutcome, someSeatStates } from './trial.replies.js';
import { tryEndpoints } from './trial.js';
import { Visitors } from './visitors.js';

const token = 'a-token-of-a-cart';
const contact = { email: 'ada@example.org', firstName: 'Ada', lastName: 'Lovelace', countryCode: 'FR' };
const saved = { contact };
const mistyped = { contact: { ...contact, email: 'ada@' } };

/** A relay for one test, whose visitors may cause so many calls. */
async function relay(t: TestContext, settings = { callsPerAddress: 30, callsPerCart: 20 }) {
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const visitors = new Visitors({ database: await emptyDatabase(clock), clock }, settings);
  const prepared = (reply: object) => PreparedAnswer.of(JSON.stringify(reply), { cacheControl: 'no-store' });
  const call = <Reply>(reply: Reply) => visitors.charge().then(() => reply);
  const endpoints = [
    endpoint('listEvents', () => prepared(someEvents(1))),
    endpoint('getSeatStates', () => prepared(someSeatStates())),
    endpoint('saveContact', () => call(someCart())),
    endpoint('getCart', () => call(someCart())),
    endpoint('reportPayment', () => call(someOutcome()), { answer: () => someOutcome() }),
  ];
  const { origin, fetch, ask, close } = await tryEndpoints(endpoints, visitors);
  t.after(close);
  const send = async (method: string, path: string, { body = '', type = 'application/json', of = token }) => {
    const headers = { 'content-type': type, authorization: `Bearer ${of}` };
    const response = await fetch(origin + path, { method, headers, ...(method === 'GET' ? {} : { body }) });
    const { code, retryAfterSeconds } = (await response.json()) as Partial<Problem>;
    const after = response.headers.get('retry-after');
    return { status: response.status, code, retryAfterSeconds, after };
  };
  const save = (body: unknown, of = token) => ask('PUT', '/v1/cart/contact?lang=en', { body, token: of });
  return { ask, send, save };
}

const path = '/v1/cart/contact?lang=en';
const malformed: [what: string, method: string, path: string, given: { body?: string; type?: string }][] = [
  ['a wrong value', 'PUT', path, { body: JSON.stringify(mistyped) }],
  ['an unknown member', 'PUT', path, { body: JSON.stringify({ ...saved, x: 1 }) }],
  ['no JSON', 'PUT', path, { body: '{' }],
  ['a body of another kind', 'PUT', path, { body: 'contact', type: 'text/plain' }],
  ['a body that is too large', 'PUT', path, { body: JSON.stringify({ x: 'x'.repeat(40_000) }) }],
  ['no language', 'PUT', '/v1/cart/contact', { body: JSON.stringify(saved) }],
  ['a query member that there is not', 'GET', '/v1/cart?lang=en&x=1', {}],
  ['a malformed report of a payment', 'POST', '/v1/cart/payment/report?lang=en', { body: '{"reported":1}' }],
];
for (const [what, method, at, given] of malformed) {
  test(`who sends ${what} again and again has used up the minute`, async (t) => {
    const { send, save } = await relay(t);
    for (let request = 0; request < 20; request++) {
      const { status } = await send(method, at, given);
      assert.ok(status === 400 || status === 413 || status === 415, `${status}`);
    }
    const { status, headers } = await save(saved);
    assert.equal(status, 429);
    assert.ok(Number(headers.get('retry-after')) > 0);
  });
}

test('what comes then is refused before it is read', async (t) => {
  const { send } = await relay(t);
  for (let request = 0; request < 20; request++) await send('PUT', path, { body: '{' });
  for (const body of ['{', JSON.stringify({ x: 'x'.repeat(40_000) })]) {
    const { status, code } = await send('PUT', path, { body });
    assert.deepEqual({ status, code }, { status: 429, code: 'too-many-requests' });
  }
});

test('a body is not read for an address that there is not, nor without a token', async (t) => {
  const { send, save } = await relay(t);
  for (let request = 0; request < 40; request++) {
    assert.equal((await send('POST', '/v1/nothing', { body: '{' })).status, 404);
    assert.equal((await send('PUT', path, { body: '{', of: 'short' })).status, 401);
  }
  assert.equal((await save(saved)).status, 200);
});

test('all carts of an address share what it may send malformed', async (t) => {
  const { save } = await relay(t);
  for (let request = 0; request < 30; request++) await save(mistyped, `a-token-of-cart-no-${request}`);
  assert.equal((await save(saved, 'a-token-of-another-cart')).status, 429);
});

test('who mistypes an address a dozen times, and all of a family, can go on', async (t) => {
  const { save } = await relay(t, { callsPerAddress: 90, callsPerCart: 40 });
  for (const person of ['cart-of-ada-lovelace', 'cart-of-grace-hopper', 'cart-of-mary-somerville']) {
    for (let attempt = 0; attempt < 12; attempt++) assert.equal((await save(mistyped, person)).status, 400);
    assert.equal((await save(saved, person)).status, 200);
  }
});

test('the programme, the seats and the end of a payment are answered all the same', async (t) => {
  const { ask, send, save } = await relay(t);
  for (let request = 0; request < 60; request++) {
    await send('POST', '/v1/cart/payment/report?lang=en', { body: '{"reported":1}' });
    await ask('GET', '/v1/events?lang=english');
  }
  assert.equal((await save(saved)).status, 429);
  assert.equal((await ask('GET', '/v1/events?lang=en')).status, 200);
  const seats = await ask('GET', '/v1/performances/1/seat-states?lang=en');
  assert.notEqual(seats.status, 429);
  const report = { body: { reported: 'success' }, token };
  assert.equal((await ask('POST', '/v1/cart/payment/report?lang=en', report)).status, 200);
});
