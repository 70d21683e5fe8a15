import assert from 'node:assert/strict';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { checkAnswer, openApi, type Problem } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import { sql } from 'kysely';
import { createManualClock } from '../state/clock.js';
import { emptyDatabase } from '../state/database.trial.js';
import { PreparedAnswer } from './answer.js';
import { endpoint } from './endpoint.js';
import { Idempotency } from './idempotency.js';
import { serve } from './server.js';
import { checkDocumented } from './trial.documented.js';
import { someCart, someEvents } from './trial.replies.js';
import { Visitors } from './visitors.js';

const page = 'https://www.example.org';
const clock = createManualClock('2026-12-05T19:00:00Z');
const logged: object[] = [];
const say = (facts: object, message?: string) => void logged.push({ ...facts, message });
const log = {
  debug: say,
  info: say,
  warn: say,
  error: say,
  child: (facts: object) => ({ ...log, info: (more: object) => say({ ...facts, ...more }) }),
};
const list = someEvents(200);
const database = await emptyDatabase(clock);
const visitors = new Visitors({ database, clock }, { callsPerAddress: 60, callsPerCart: 30 });
const asked: string[] = [];
let handled = 0;
const opened = { token: 'a-token-of-a-cart', cart: someCart() };
let port = 0;

const endpoints = [
  endpoint('listEvents', () =>
    PreparedAnswer.of(JSON.stringify(list), { cacheControl: 'public, max-age=15' }),
  ),
  endpoint('getEvent', ({ params }) => {
    if (params.eventId === '404') throw new ProblemError('not-found');
    throw new Error('the password is swordfish');
  }),
  endpoint('getSeatMap', () => {
    throw new ProblemError('box-office-busy', { retryAfterSeconds: 7 });
  }),
  endpoint(
    'openCart',
    async () => {
      handled++;
      await visitors.charge();
      return PreparedAnswer.of(JSON.stringify(opened), { cacheControl: 'no-store' });
    },
    { answer: () => opened },
  ),
  endpoint('getCart', (_input, { cartToken }) => {
    throw new ProblemError('cart-ended', {}, { message: cartToken });
  }),
  endpoint('getTicketsPdf', ({ query }) => {
    asked.push(query.lang);
    return new Blob(['%PDF-'], { type: 'application/pdf' });
  }),
];

let server: Server;
before(async () => {
  const embedFolder = await mkdtemp(join(tmpdir(), 'embed-'));
  await writeFile(join(embedFolder, 's360.js'), 'console.log(1);'.repeat(200));
  await mkdir(join(embedFolder, 'chunks/d4f6a1b2'), { recursive: true });
  await writeFile(join(embedFolder, 'chunks/d4f6a1b2/cart.js'), 'export {};');
  await writeFile(join(embedFolder, 'checkout-messages.js'), 'export {};');
  await writeFile(join(embedFolder, '.secret.js'), 'no');
  const { messages, listener } = serve({
    endpoints,
    embedFolder,
    isAllowedOrigin: (origin) => origin === page,
    visitors,
    idempotency: new Idempotency({ database, clock, log }),
    proofNonce: () => 'a-nonce',
    languages: ['en', 'fr'],
    trustedProxies: 0,
    readiness: async () => ({ isReady: false, facts: { catalog: null } }),
    onAnswerAtHand: () => undefined,
    clock,
    log,
  });
  server = createServer(messages, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
after(() => server.close());

interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly problem: Problem;
}

/** Sends exactly these headers; the default ones are those of an allowed page. Throws where an answer is not as the contract has it. */
async function send(method: string, path: string, given: Record<string, string> = {}): Promise<Reply> {
  const reply = await exchange(method, path, given);
  const { status, headers, body } = reply;
  const decode = decoders[(headers['content-encoding'] ?? 'identity') as keyof typeof decoders];
  const contentType = headers['content-type'] ?? null;
  const seen = { method, path, status, contentType, text: status === 304 ? '' : decode(body).toString() };
  checkAnswer(seen);
  checkDocumented(seen);
  return reply;
}

const decoders = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body };

function exchange(
  method: string,
  path: string,
  { body, ...headers }: Record<string, string> = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      port,
      host: '127.0.0.1',
      method,
      path,
      headers: { origin: page, ...headers },
    });
    outgoing.on('error', reject).on('response', (response) => {
      buffer(response).then((all) => resolve(toReply(response, all)), reject);
    });
    outgoing.end(body);
  });
}

function toReply({ headers, statusCode = 0 }: IncomingMessage, body: Buffer): Reply {
  const isProblem = headers['content-type']?.startsWith('application/problem+json');
  const problem = (isProblem ? JSON.parse(body.toString()) : undefined) as Problem;
  return { status: statusCode, headers, body, problem };
}

const json = { 'content-type': 'application/json' };
const item = {
  kind: 'best-seats',
  performanceId: '1',
  seatCategoryId: '2',
  tariffs: [{ tariffId: '3', quantity: 1 }],
};
const cart = (change: object) => JSON.stringify({ items: [{ ...item, ...change }] });

const badInput = [
  { name: 'a wrong type', body: cart({ performanceId: 1 }), path: 'body.items.0.performanceId' },
  { name: 'a missing member', body: cart({ tariffs: undefined }), path: 'body.items.0.tariffs' },
  { name: 'an unknown member', body: cart({ price: 1 }), path: 'body.items.0.price' },
  { name: 'an id that is none', body: cart({ seatCategoryId: '../1' }), path: 'body.items.0.seatCategoryId' },
  {
    name: 'too many',
    body: cart({ tariffs: Array(21).fill(item.tariffs[0]) }),
    path: 'body.items.0.tariffs',
  },
  {
    name: 'too much',
    body: cart({ tariffs: [{ tariffId: '3', quantity: 51 }] }),
    path: 'body.items.0.tariffs.0.quantity',
  },
  { name: 'an unknown kind', body: cart({ kind: 'free' }), path: 'body.items.0.kind' },
  { name: 'no body', body: '', path: 'body.items' },
  { name: 'another JSON value', body: '[]', path: 'body' },
  { name: 'no JSON', body: '{', path: 'body' },
];
for (const { name, body, path } of badInput) {
  test(`${name} is refused with its place, and the handler is not called`, async () => {
    const before = handled;
    const { status, problem } = await send('POST', '/v1/carts?lang=en', { ...json, body });
    assert.equal(status, 400);
    assert.equal(problem.code, 'request-invalid');
    assert.ok(
      problem.fields?.some((field) => field.path === path && field.reason),
      JSON.stringify(problem.fields),
    );
    assert.equal(handled, before);
  });
}

test('what fits reaches the handler', async () => {
  const { status } = await send('POST', '/v1/carts?lang=en', { ...json, body: cart({}) });
  assert.equal(status, 200);
  assert.equal(handled, 1);
});

test('path, query and unknown query members are checked like the body, all at once', async () => {
  const { status, problem } = await send('GET', '/v1/events/abc?lang=english&debug=1');
  assert.equal(status, 400);
  assert.deepEqual(problem.fields?.map(({ path }) => path).sort(), [
    'params.eventId',
    'query.debug',
    'query.lang',
  ]);
  const twice = await send('GET', '/v1/events?lang=en&lang=fr');
  assert.equal(twice.problem.fields?.[0]?.path, 'query.lang');
});

test('each other fault of a request has its own status and code', async () => {
  const cases = [
    { sent: send('GET', '/v1/nothing'), status: 404, code: 'not-found' },
    { sent: send('DELETE', '/v1/events'), status: 405, code: 'method-not-allowed' },
    { sent: send('PUT', '/v1/events/1'), status: 405, code: 'method-not-allowed' },
    {
      sent: send('POST', '/v1/carts?lang=en', { body: cart({}) }),
      status: 415,
      code: 'media-type-unsupported',
    },
    {
      sent: send('POST', '/v1/carts?lang=en', { 'content-type': 'text/plain', body: cart({}) }),
      status: 415,
      code: 'media-type-unsupported',
    },
    {
      sent: send('POST', '/v1/carts?lang=en', { ...json, 'content-encoding': 'rot13', body: cart({}) }),
      status: 415,
      code: 'media-type-unsupported',
    },
    {
      sent: send('POST', '/v1/carts?lang=en', { ...json, body: cart({ x: 'x'.repeat(40_000) }) }),
      status: 413,
      code: 'body-too-large',
    },
    { sent: send('GET', '/v1/events/%E0%A4%A?lang=en'), status: 400, code: 'request-invalid' },
    {
      sent: send('GET', '/v1/events?lang=en', { origin: 'https://evil.example' }),
      status: 403,
      code: 'origin-refused',
    },
    { sent: send('GET', '/v1/cart?lang=en'), status: 401, code: 'cart-token-invalid' },
    {
      sent: send('GET', '/v1/cart?lang=en', { authorization: 'Basic QWxhZGRpbjpvcGVu' }),
      status: 401,
      code: 'cart-token-invalid',
    },
    {
      sent: send('GET', '/v1/cart?lang=en', { authorization: 'Bearer short' }),
      status: 401,
      code: 'cart-token-invalid',
    },
    {
      sent: send('GET', '/v1/cart?lang=en', { authorization: `Bearer ${'a'.repeat(40)}` }),
      status: 410,
      code: 'cart-ended',
    },
    { sent: send('GET', '/v1/events/404?lang=en'), status: 404, code: 'not-found' },
  ];
  for (const { sent, status, code } of cases) {
    const reply = await sent;
    assert.deepEqual({ status: reply.status, code: reply.problem?.code }, { status, code });
    assert.equal(reply.problem.status, status);
    assert.equal(reply.problem.type, `urn:s360-widgets:problem:${code}`);
    assert.equal(reply.problem.requestId, reply.headers['x-request-id']);
    assert.equal(reply.headers['cache-control'], 'no-store');
  }
  assert.equal((await send('DELETE', '/v1/events')).headers.allow, 'GET');
});

test('an unforeseen error is called internal and says nothing of the insides', async () => {
  const { status, body, problem } = await send('GET', '/v1/events/1?lang=en');
  assert.equal(status, 500);
  assert.equal(problem.code, 'internal');
  assert.doesNotMatch(body.toString(), /swordfish|at |\.ts|\.js/);
});

test('a busy box office tells when to come again, in the header too', async () => {
  const { headers, problem } = await send('GET', '/v1/performances/1/seat-map?lang=en');
  assert.equal(headers['retry-after'], '7');
  assert.equal(problem.retryAfterSeconds, 7);
});

test('while the database takes nothing a request is told to come again, and the log says why', async () => {
  await sql`pragma query_only = on`.execute(database.query);
  const keyed = { ...json, body: cart({}), 'idempotency-key': '9b1d3a5e-7f20-4c64-8d1e-2a4b6c8d0e1f' };
  const { status, headers, problem } = await send('POST', '/v1/carts?lang=en', keyed);
  await sql`pragma query_only = off`.execute(database.query);
  assert.deepEqual([status, problem.code], [503, 'box-office-busy']);
  assert.equal(headers['retry-after'], '5');
  assert.match(JSON.stringify(logged.at(-2)), /the database does not answer/);
  assert.equal((await send('POST', '/v1/carts?lang=en', keyed)).status, 200);
});

test('a sane request id is kept, another one is replaced', async () => {
  assert.equal(
    (await send('GET', '/healthz', { 'x-request-id': 'abc-12345' })).headers['x-request-id'],
    'abc-12345',
  );
  const made = (await send('GET', '/healthz', { 'x-request-id': 'a b\tc"<script>' })).headers['x-request-id'];
  assert.match(String(made), /^[0-9a-f-]{36}$/);
});

test('a snapshot answer is sent in the encoding that the browser takes, with an ETag of its own and 304', async () => {
  const etags = new Set<string | undefined>();
  for (const [encoding, decode] of Object.entries(decoders)) {
    const { headers, body } = await send('GET', '/v1/events?lang=en', { 'accept-encoding': encoding });
    assert.deepEqual(JSON.parse(decode(body).toString()), list);
    assert.match(headers.vary ?? '', /Accept-Encoding/);
    assert.match(headers.vary ?? '', /Origin/);
    assert.equal(headers['cache-control'], 'public, max-age=15');
    etags.add(headers.etag);
    const again = await send('GET', '/v1/events?lang=en', {
      'accept-encoding': encoding,
      'if-none-match': `"x", W/${headers.etag}`,
    });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
  }
  assert.equal(etags.size, 3);
});

test('an allowed page may read the answer and its headers; a preflight names methods and headers', async () => {
  const { headers } = await send('GET', '/v1/events?lang=en');
  assert.equal(headers['access-control-allow-origin'], page);
  assert.equal(headers['access-control-allow-credentials'], undefined);
  assert.match(headers['access-control-expose-headers'] ?? '', /ETag/);
  const asks = {
    'access-control-request-method': 'PATCH',
    'access-control-request-headers': 'authorization,content-type',
  };
  const preflight = await send('OPTIONS', '/v1/cart/tickets/1', asks);
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers['access-control-allow-methods'] ?? '', /PATCH/);
  assert.match(preflight.headers['access-control-allow-headers'] ?? '', /Authorization/i);
  const foreign = await send('OPTIONS', '/v1/carts', { ...asks, origin: 'https://evil.example' });
  assert.equal(foreign.headers['access-control-allow-origin'], undefined);
});

test('every answer forbids sniffing and framing, and does not name its maker', async () => {
  const { headers } = await send('GET', '/v1/events?lang=en');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/);
  assert.equal(headers['x-powered-by'], undefined);
});

test('tickets are a PDF that nobody keeps', async () => {
  const { headers, body } = await send('GET', '/v1/order/tickets.pdf?lang=en', {
    authorization: `Bearer ${'a'.repeat(40)}`,
  });
  assert.equal(headers['content-type'], 'application/pdf');
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(body.toString(), '%PDF-');
});

test('the script is served to every origin for five minutes, chunks for ever', async () => {
  const script = await send('GET', '/embed/s360.js', {
    origin: 'https://any.example',
    'accept-encoding': 'br',
  });
  assert.equal(script.status, 200);
  assert.equal(script.headers['access-control-allow-origin'], '*');
  assert.equal(script.headers['cross-origin-resource-policy'], 'cross-origin');
  assert.equal(script.headers['content-type'], 'text/javascript; charset=utf-8');
  assert.equal(script.headers['cache-control'], 'public, max-age=300');
  assert.equal(script.headers['content-encoding'], 'br');
  const again = await send('GET', '/embed/s360.js', {
    'accept-encoding': 'br',
    'if-none-match': script.headers.etag ?? '',
  });
  assert.equal(again.status, 304);
  const chunk = await send('GET', '/embed/chunks/d4f6a1b2/cart.js');
  assert.equal(chunk.headers['cache-control'], 'public, max-age=31536000, immutable');
  const words = await send('GET', '/embed/checkout-messages.js');
  assert.equal(words.headers['cache-control'], 'public, max-age=300');
});

test('nothing outside the folder of the kit, and nothing hidden in it, is served', async () => {
  const paths = [
    '/embed/../package.json',
    '/embed/%2e%2e/package.json',
    '/embed/..%2fpackage.json',
    '/embed/.secret.js',
    '/embed/none.js',
    '/embed/',
    '/embed/a%00.js',
    '/embed/..%5cx.js',
  ];
  for (const path of paths) assert.equal((await send('GET', path)).status, 404, path);
});

test('a language that is not offered is answered in the first one that is', async () => {
  asked.length = 0;
  for (const lang of ['fr', 'zz', 'aa']) {
    await send('GET', `/v1/order/tickets.pdf?lang=${lang}`, {
      authorization: `Bearer ${'s3cret'.repeat(9)}`,
    });
  }
  assert.deepEqual(asked, ['fr', 'en', 'en']);
});

test('the log warns, once an hour, that a proxy names visitors and none is trusted', async () => {
  logged.length = 0;
  const warnings = () => logged.filter((line) => /RELAY_TRUSTED_PROXIES/.test(JSON.stringify(line))).length;
  const visit = () => send('GET', '/v1/events?lang=en', { 'x-forwarded-for': '203.0.113.7' });
  await visit();
  await visit();
  assert.equal(warnings(), 1);
  clock.advance(3_600_000);
  await visit();
  assert.equal(warnings(), 2);
});

test('the log has a line for each request and nothing that a visitor sent', async () => {
  logged.length = 0;
  await send('GET', '/v1/cart?lang=en', {
    authorization: `Bearer ${'s3cret'.repeat(9)}`,
    'x-request-id': 'known-id',
  });
  await send('POST', '/v1/carts?lang=en', { ...json, body: JSON.stringify({ email: 'ada@example.org' }) });
  const text = JSON.stringify(logged);
  assert.match(
    text,
    /"requestId":"known-id","method":"GET","endpoint":"getCart","status":410,"problem":"cart-ended"/,
  );
  assert.doesNotMatch(text, /s3cret|ada@|lang=/);
});

test('the description of the API is served to every origin', async () => {
  const { status, headers, body } = await send('GET', '/openapi.json', { origin: 'https://any.example' });
  assert.equal(status, 200);
  assert.equal(headers['access-control-allow-origin'], '*');
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
  assert.equal(headers['content-type'], 'application/json; charset=utf-8');
  assert.deepEqual(JSON.parse(body.toString()), JSON.parse(JSON.stringify(openApi())));
  const again = await send('GET', '/openapi.json', { 'if-none-match': headers.etag ?? '' });
  assert.equal(again.status, 304);
});

test('health is told at once, readiness only when there is a catalog', async () => {
  assert.equal((await send('GET', '/healthz')).status, 200);
  const { status, body } = await send('GET', '/readyz');
  assert.equal(status, 503);
  assert.deepEqual(JSON.parse(body.toString()), { status: 'not ready', catalog: null });
});

test('a client that causes too many calls is told when it may go on; what costs no call goes on', async () => {
  const item = { kind: 'item', eventId: '1', itemId: '2', tariffs: [{ tariffId: '3', quantity: 1 }] };
  const write = () => send('POST', '/v1/carts?lang=en', { ...json, body: JSON.stringify({ items: [item] }) });
  const answers = await Promise.all(Array.from({ length: 100 }, write));
  const refused = answers.filter(({ status }) => status === 429);
  assert.ok(refused.length >= 40 && refused.length < 100, `${refused.length}`);
  for (const { problem, headers } of refused) {
    const seconds = Number(headers['retry-after']);
    assert.equal(problem.code, 'too-many-requests');
    assert.ok(seconds > 0 && seconds <= 60, `${seconds}`);
  }
  assert.equal((await send('GET', '/v1/events?lang=en')).status, 200);
});
