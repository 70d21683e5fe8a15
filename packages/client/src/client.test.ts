import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { createClient } from './client.js';

const relay = 'https://tickets.example.org/relay';

interface Asked {
  url: string;
  init: RequestInit;
}

/** A client whose relay answers what the test says, and the requests it was asked. */
function clientOf(answer: (asked: Asked) => Response | Promise<Response>, timeoutSeconds?: number) {
  const asked: Asked[] = [];
  const fakeFetch = async (input: unknown, init: RequestInit = {}) => {
    const request = { url: String(input), init };
    asked.push(request);
    return answer(request);
  };
  return { client: createClient({ relay, fetch: fakeFetch, timeoutSeconds }), asked };
}

const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

/** Waits until the caller gives up, as a dead network does; like an open connection, it keeps the process alive until then. */
const never = ({ init }: Asked) =>
  new Promise<Response>((_, reject) => {
    const connection = setInterval(() => {}, 1000);
    init.signal?.addEventListener('abort', () => {
      clearInterval(connection);
      reject(init.signal?.reason as Error);
    });
  });

const problemOf = (call: Promise<unknown>): Promise<ProblemError> =>
  call.then(
    () => assert.fail('the call went well'),
    (error: unknown) => {
      assert.ok(error instanceof ProblemError, String(error));
      return error;
    },
  );

describe('what goes to the relay', () => {
  it('fills the path, encodes it, and leaves out a query that is not given', async () => {
    const { client, asked } = clientOf(() => json({}));
    await client.call('getSeatStates', { params: { performanceId: 'a/b' }, query: { since: undefined } });
    await client.call('getEvent', { params: { eventId: '7' }, query: { lang: 'fr' } });
    assert.deepEqual(
      asked.map(({ url }) => url),
      [`${relay}/v1/performances/a%2Fb/seat-states`, `${relay}/v1/events/7?lang=fr`],
    );
  });

  it('sends a body as JSON with its method', async () => {
    const { client, asked } = clientOf(() => json({}));
    const body = { ticketIds: ['1'] };
    await client.call('removeTickets', { token: 'secret', query: { lang: 'en' }, body });
    const { method, headers, body: sent } = asked[0]?.init ?? {};
    assert.equal(method, 'POST');
    assert.equal((headers as Record<string, string>)['content-type'], 'application/json');
    assert.deepEqual(JSON.parse(sent as string), body);
  });

  it('shows the token only to endpoints of the cart, and never cookies', async () => {
    const { client, asked } = clientOf(() => json({}));
    await client.call('getCart', { token: 'secret', query: { lang: 'en' } });
    await client.call('getShop', { token: 'secret', query: { lang: 'en' } });
    const sent = asked.map(({ init }) => (init.headers as Record<string, string>).authorization);
    assert.deepEqual(sent, ['Bearer secret', undefined]);
    assert.ok(asked.every(({ init, url }) => init.credentials === 'omit' && !url.includes('secret')));
  });
});

describe('what comes back', () => {
  it('hands over JSON, and tickets as a file', async () => {
    const { client } = clientOf(({ url }) =>
      url.includes('tickets.pdf')
        ? new Response('%PDF', { headers: { 'content-type': 'application/pdf' } })
        : json({ name: 'Teatro Lumen' }),
    );
    assert.equal((await client.call('getShop', { query: { lang: 'en' } })).name, 'Teatro Lumen');
    const pdf = await client.call('getTicketsPdf', { token: 't', query: { lang: 'en' } });
    assert.equal(await pdf.text(), '%PDF');
  });

  it('turns problem details into a ProblemError with its facts', async () => {
    const problem = {
      type: 'urn:s360-widgets:problem:seats-taken',
      code: 'seats-taken',
      seatIds: ['5'],
      requestId: 'r1',
      status: 409,
      title: 'seats taken',
    };
    const { client } = clientOf(() => json(problem, 409, 'application/problem+json'));
    const error = await problemOf(client.call('getShop', { query: { lang: 'en' } }));
    assert.equal(error.code, 'seats-taken');
    assert.deepEqual(error.details.seatIds, ['5']);
    assert.equal(error.requestId, 'r1');
  });

  it('hands over the code and request id of a relay that is newer than the kit', async () => {
    const problem = { type: 'urn:s360-widgets:problem:queue-full', code: 'queue-full', requestId: 'r2' };
    const { client } = clientOf(() => json(problem, 503, 'application/problem+json'));
    const error = await problemOf(client.call('getShop', { query: { lang: 'en' } }));
    assert.equal(error.code, 'queue-full');
    assert.equal(error.requestId, 'r2');
  });

  for (const [title, answer] of [
    ['a code that is not ours', () => json({ code: 'teapot' }, 418)],
    ['a proxy’s error page', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    [
      'a captive portal’s page with status 200',
      () => new Response('<h1>Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } }),
    ],
    ['broken JSON', () => new Response('{"name":', { headers: { 'content-type': 'application/json' } })],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch'))],
  ] as const) {
    it(`says relay-unreachable on ${title}`, async () => {
      const { client } = clientOf(answer);
      const error = await problemOf(client.call('getShop', { query: { lang: 'en' } }));
      assert.equal(error.code, 'relay-unreachable');
    });
  }
});

describe('giving up', () => {
  it('says relay-unreachable when nothing comes back within the time limit', async () => {
    const { client } = clientOf(never, 0.01);
    const error = await problemOf(client.call('getShop', { query: { lang: 'en' } }));
    assert.equal(error.code, 'relay-unreachable');
  });

  it('throws the caller’s own abort on as it is', async () => {
    const { client } = clientOf(never);
    const controller = new AbortController();
    const call = client.call('getShop', { query: { lang: 'en' }, signal: controller.signal });
    controller.abort(new Error('left the page'));
    await assert.rejects(call, /left the page/);
  });
});
