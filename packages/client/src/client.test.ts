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
function clientOf(
  answer: (asked: Asked) => Response | Promise<Response>,
  limits: { timeoutSeconds?: number; hangSeconds?: number } = {},
) {
  const asked: Asked[] = [];
  const fakeFetch = async (input: unknown, init: RequestInit = {}) => {
    const request = { url: String(input), init };
    asked.push(request);
    return answer(request);
  };
  return { client: createClient({ relay, fetch: fakeFetch, ...limits }), asked };
}

const currency = { code: 'EUR', digits: 2 };
const money = { amountMinor: 1400, currency };
const shop = { name: 'Teatro Lumen', timeZone: 'Europe/Rome', countries: [{ code: 'IT', name: 'Italy' }] };
const list = {
  asOf: '2026-11-24T19:00:00Z',
  stale: false,
  timeZone: 'Europe/Rome',
  currency,
  venues: [{ id: '1', name: 'Opera House' }],
  topics: [],
  seasons: [],
  events: [
    {
      id: '7',
      code: 'FLUTE',
      kind: 'event',
      title: 'The Magic Flute',
      saleState: 'on-sale',
      availability: 'good',
      performances: [
        { id: '71', startAt: '2026-12-05T18:30:00Z', saleState: 'on-sale', availability: 'good' },
      ],
    },
  ],
};
const event = { ...list, ...list.events[0], description: [], performances: [], items: [], tariffs: [] };
const cart = {
  orderId: '4711',
  state: 'open',
  timeZone: 'Europe/Rome',
  lines: [],
  fees: [],
  ticketCount: 0,
  ticketsTotal: money,
  total: money,
  holdSeconds: 900,
  answeredAt: '2026-11-24T19:00:00Z',
};
const states = { planHash: 'p', version: 1, changes: [] };

/** What a relay answers to each path, whole enough to be believed. */
function whole({ url }: Asked): Response {
  const { pathname } = new URL(url);
  if (pathname.endsWith('/shop')) return json(shop);
  if (pathname.endsWith('/events')) return json(list);
  if (pathname.includes('/events/')) return json(event);
  return json(pathname.endsWith('/seat-states') ? states : cart);
}

const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

/** Waits until the caller gives up, as a dead network does; like an open connection, it keeps the process alive until then. */
const never = ({ init }: Asked): Promise<Response> => aborted(init);

const aborted = (init: RequestInit) =>
  new Promise<Response>((_, reject) => {
    const connection = setInterval(() => {}, 1000);
    const end = () => {
      clearInterval(connection);
      reject(init.signal?.reason as Error);
    };
    if (init.signal?.aborted) end();
    else init.signal?.addEventListener('abort', end);
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
    const { client, asked } = clientOf(whole);
    await client.call('getSeatStates', { params: { performanceId: 'a/b' }, query: { since: undefined } });
    await client.call('getEvent', { params: { eventId: '7' }, query: { lang: 'fr' } });
    assert.deepEqual(
      asked.map(({ url }) => url),
      [`${relay}/v1/performances/a%2Fb/seat-states`, `${relay}/v1/events/7?lang=fr`],
    );
  });

  it('sends a body as JSON with its method', async () => {
    const { client, asked } = clientOf(whole);
    const body = { ticketIds: ['1'] };
    await client.call('removeTickets', { token: 'secret', query: { lang: 'en' }, body });
    const { method, headers, body: sent } = asked[0]?.init ?? {};
    assert.equal(method, 'POST');
    assert.equal((headers as Record<string, string>)['content-type'], 'application/json');
    assert.deepEqual(JSON.parse(sent as string), body);
  });

  it('shows the token only to endpoints of the cart, and never cookies', async () => {
    const { client, asked } = clientOf(whole);
    await client.call('getCart', { token: 'secret', query: { lang: 'en' } });
    await client.call('getShop', { token: 'secret', query: { lang: 'en' } });
    const sent = asked.map(({ init }) => (init.headers as Record<string, string>).authorization);
    assert.deepEqual(sent, ['Bearer secret', undefined]);
    assert.ok(asked.every(({ init, url }) => init.credentials === 'omit' && !url.includes('secret')));
  });

  it('carries the key of what must not be carried out twice', async () => {
    const { client, asked } = clientOf(whole);
    const body = { ticketIds: ['7'] };
    const given = { token: 'secret', query: { lang: 'en' }, body };
    await client.call('removeTickets', { ...given, key: 'a-click-0001' });
    await client.call('removeTickets', given);
    const sent = asked.map(({ init }) => new Headers(init.headers).get('idempotency-key'));
    assert.deepEqual(sent, ['a-click-0001', null]);
  });

  it('says of a change how many seconds it waits, and does not trouble who only looks', async () => {
    const { client, asked } = clientOf(whole, { timeoutSeconds: 12 });
    const given = { token: 'secret', query: { lang: 'en' } };
    await client.call('removeTickets', { ...given, body: { ticketIds: ['7'] } });
    await client.call('getCart', given);
    await client.call('listEvents', { query: { lang: 'en' } });
    const sent = asked.map(({ init }) => new Headers(init.headers).get('request-timeout'));
    assert.deepEqual(sent, ['12', null, null]);
  });
});

describe('what comes back', () => {
  it('hands over JSON, and tickets as a file', async () => {
    const { client } = clientOf(({ url }) =>
      url.includes('tickets.pdf')
        ? new Response('%PDF', { headers: { 'content-type': 'application/pdf' } })
        : json(shop),
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

describe('a reply of another shape', () => {
  const shapes: [string, unknown, string][] = [
    ['nothing', null, 'the reply'],
    ['a list', [], 'asOf'],
    ['a text', 'ok', 'the reply'],
    ['an object without the list', { ...list, events: undefined }, 'events'],
    ['an object in place of the list', { ...list, events: {} }, 'events'],
    ['a hole in the list', { ...list, events: [null] }, 'events.0'],
    [
      'an event without dates',
      { ...list, events: [{ ...list.events[0], performances: null }] },
      'events.0.performances',
    ],
    ['a number for a text', { ...list, events: [{ ...list.events[0], title: 7 }] }, 'events.0.title'],
    ['a venue without its name', { ...list, venues: [{ id: '1' }] }, 'venues.0.name'],
  ];
  for (const [title, body, place] of shapes) {
    it(`is relay-unreachable and says where: ${title}`, async () => {
      const { client } = clientOf(() => json(body));
      const error = await problemOf(client.call('listEvents', { query: { lang: 'en' } }));
      assert.equal(error.code, 'relay-unreachable');
      assert.equal(error.details.failure, 'other-shape');
      assert.match(error.message, new RegExp(`: ${place}$`));
    });
  }

  it('may have what this kit does not know, and lack what it can do without', async () => {
    const { client } = clientOf(() => json({ ...list, events: [], queue: { position: 3 } }));
    const { events } = await client.call('listEvents', { query: { lang: 'en' } });
    assert.deepEqual(events, []);
  });

  it('is found in the cart that comes with a payment’s outcome, which may have none', async () => {
    const outcome = { status: 'waiting', checkedAt: '2026-11-24T19:00:00Z', order: null };
    const call = { token: 't', query: { lang: 'en' } };
    const { client } = clientOf(() => json({ ...outcome, cart: null }));
    assert.equal((await client.call('getPaymentOutcome', call)).cart, null);
    const { client: other } = clientOf(() => json({ ...outcome, cart: { orderId: '1' } }));
    assert.equal((await problemOf(other.call('getPaymentOutcome', call))).details.failure, 'other-shape');
  });
});

describe('giving up', () => {
  const shopOf = (client: ReturnType<typeof clientOf>['client']) =>
    client.call('getShop', { query: { lang: 'en' } });

  it('says after 10 s that the relay hangs when it does not begin to answer what it has at hand', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { client, asked } = clientOf(never);
    let isOver = false;
    const call = problemOf(shopOf(client)).finally(() => (isOver = true));
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    while (asked.length === 0) await turn();
    t.mock.timers.tick(9_999);
    await turn();
    assert.equal(isOver, false);
    t.mock.timers.tick(1);
    await turn();
    assert.equal(isOver, true);
    const error = await call;
    assert.equal(error.code, 'relay-unreachable');
    assert.equal(error.details.failure, 'time-limit');
  });

  it('lets what is made for the asker, and every change, take the whole limit', async () => {
    const slowly = async (asked: Asked) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return asked.init.signal?.aborted ? aborted(asked.init) : whole(asked);
    };
    const { client } = clientOf(slowly, { hangSeconds: 0.01 });
    const call = { token: 't', query: { lang: 'en' } };
    assert.equal(
      (await client.call('removeTickets', { ...call, body: { ticketIds: ['1'] } })).orderId,
      '4711',
    );
  });

  /** An answer that begins at once; the rest comes after so long, or never. Like a real body, it ends with the caller's patience. */
  const dripping =
    (milliseconds: number | null) =>
    async ({ init: { signal } }: Asked) => {
      const text = JSON.stringify(list);
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const connection = setInterval(() => {}, 1000);
          const rest = () => {
            controller.enqueue(new TextEncoder().encode(text.slice(20)));
            controller.close();
            clearInterval(connection);
          };
          controller.enqueue(new TextEncoder().encode(text.slice(0, 20)));
          const timer = milliseconds === null ? undefined : setTimeout(rest, milliseconds);
          signal?.addEventListener('abort', () => {
            clearTimeout(timer);
            clearInterval(connection);
            controller.error(signal.reason);
          });
        },
      });
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    };

  it('lets a large answer come slowly once it has begun', async () => {
    const { client } = clientOf(dripping(60), { hangSeconds: 0.01 });
    assert.equal((await client.call('listEvents', { query: { lang: 'en' } })).events.length, 1);
  });

  it('gives up an answer that begins and never ends', async () => {
    const { client } = clientOf(dripping(null), { timeoutSeconds: 0.05 });
    const error = await problemOf(client.call('listEvents', { query: { lang: 'en' } }));
    assert.equal(error.details.failure, 'time-limit');
  });

  it('gives up a change as well when its whole limit is over', async () => {
    const { client } = clientOf(never, { timeoutSeconds: 0.01 });
    const body = { items: [] };
    const error = await problemOf(client.call('openCart', { query: { lang: 'en' }, body }));
    assert.equal(error.details.failure, 'time-limit');
  });

  it('throws the caller’s own abort on as it is', async () => {
    const { client } = clientOf(never);
    const controller = new AbortController();
    const call = client.call('getShop', { query: { lang: 'en' }, signal: controller.signal });
    controller.abort(new Error('left the page'));
    await assert.rejects(call, /left the page/);
  });
});

describe('why there is no reply', () => {
  for (const [failure, answer] of [
    ['network', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['not-a-relay', () => new Response('<h1>Not here</h1>', { status: 404 })],
    ['not-a-relay', () => new Response('<h1>Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } })],
    ['not-a-relay', () => new Response('{"name":', { headers: { 'content-type': 'application/json' } })],
    ['not-a-relay', () => json({ error: 'teapot' }, 418)],
  ] as const)
    it(`is ${failure}`, async () => {
      const error = await problemOf(clientOf(answer).client.call('getShop', { query: { lang: 'en' } }));
      assert.equal(error.details.failure, failure);
    });
});
