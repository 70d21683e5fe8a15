import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Problem } from '@s360-widgets/contract';
import { Deadline } from '../state/index.js';
import { endpoint } from './endpoint.js';
import { someCart } from './trial.replies.js';
import { tryEndpoints } from './trial.js';

const contact = { email: 'ada@example.org', firstName: 'Ada', lastName: 'Lovelace', countryCode: 'FR' };

/** A relay for one test that notes how many seconds the work of each request has. */
async function relay(t: TestContext) {
  const seconds: (number | undefined)[] = [];
  const work = async () => {
    const { leftMs } = Deadline.current ?? {};
    seconds.push(leftMs === undefined ? undefined : leftMs / 1_000);
    return someCart();
  };
  const { origin, fetch, close } = await tryEndpoints([
    endpoint('saveContact', work),
    endpoint('getCart', work),
  ]);
  t.after(close);
  const send = (method: string, path: string, limit?: string) =>
    fetch(origin + path, {
      method,
      headers: {
        ...{ 'content-type': 'application/json', authorization: 'Bearer a-token-of-a-cart' },
        ...(limit === undefined ? {} : { 'request-timeout': limit }),
      },
      ...(method === 'PUT' ? { body: JSON.stringify({ contact }) } : {}),
    });
  const save = (limit?: string) => send('PUT', '/v1/cart/contact?lang=en', limit);
  return { origin, seconds, save, look: (limit: string) => send('GET', '/v1/cart?lang=en', limit) };
}

test('a change has the time that its page waits, two minutes at most', async (t) => {
  const { seconds, save } = await relay(t);
  for (const limit of ['40', '1', '120', '121', '999999', undefined])
    assert.equal((await save(limit)).status, 200);
  assert.deepEqual(seconds, [40, 1, 120, 120, 120, undefined]);
});

test('a limit that is no number of seconds is refused by the name of its header, and nothing is done', async (t) => {
  const { seconds, save } = await relay(t);
  for (const limit of ['0', '-1', '1.5', 'soon', '1e3', '0040', '1000000', '40, 40', '']) {
    const answer = await save(limit);
    assert.equal(answer.status, 400, limit);
    const { fields } = (await answer.json()) as Problem;
    assert.deepEqual(
      fields?.map(({ path }) => path),
      ['header.Request-Timeout'],
    );
  }
  assert.deepEqual(seconds, []);
});

test('what only looks takes as long as it takes', async (t) => {
  const { seconds, look } = await relay(t);
  assert.equal((await look('1')).status, 200);
  assert.deepEqual(seconds, [undefined]);
});

test('a page may say how long it waits', async (t) => {
  const { origin } = await relay(t);
  const asked = await fetch(`${origin}/v1/cart/contact`, {
    method: 'OPTIONS',
    headers: { origin: 'https://www.example.org', 'access-control-request-method': 'PUT' },
  });
  assert.match(asked.headers.get('access-control-allow-headers') ?? '', /Request-Timeout/);
});
