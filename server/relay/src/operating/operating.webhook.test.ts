import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { OrderRecords } from '../order/index.js';
import { onBothDatabases, trialLog, type DatabaseTrial } from '../state/database.trial.js';
import type { Database } from '../state/index.js';
import { RaisedWebhook } from './operating.webhook.js';

const key = Buffer.from('a key of at least twenty-four bytes');
const settings = { url: 'https://alarms.example/relay', secret: `whsec_${key.toString('base64')}` };

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The operator's side: hears each try and answers with the next of these statuses, the last of them for ever. */
function operator(...statuses: (number | Error)[]) {
  const heard: Heard[] = [];
  const send: typeof fetch = async (_url, init) => {
    const request = new Request(settings.url, init);
    heard.push({ headers: Object.fromEntries(request.headers), body: await request.text() });
    const status = statuses.length > 1 ? statuses.shift() : statuses[0];
    if (status instanceof Error) throw status;
    return new Response(null, { status: status ?? 200 });
  };
  return { heard, fetch: send };
}

const recordsOf = (database: Database, { clock }: DatabaseTrial) =>
  new OrderRecords({ database, clock, log: trialLog });

/** A payment of this order that is raised. */
async function raise({ attempts }: OrderRecords, orderId = '10000000321') {
  const attempt = await attempts.begin({
    ...{ orderId, reference: `reference of ${orderId}`, handOver: 'widget', startedAt: 0, payment: null },
    agreed: { amountMinor: 5_000, currency: 'EUR', ticketIds: ['101', '102'] },
  });
  assert.ok(attempt);
  return attempts.raise(attempt, { reason: 'paid-after-end', decidedAt: 0, lookInMs: null });
}

function webhookOf(trial: DatabaseTrial, fetch: typeof globalThis.fetch, database = trial.database) {
  const errors: string[] = [];
  const log = { warn: () => undefined, error: (_: object, message: string) => errors.push(message) };
  const { notices } = recordsOf(database, trial);
  return { errors, webhook: new RaisedWebhook({ settings, notices, clock: trial.clock, log, fetch }) };
}

onBothDatabases(
  'a raised payment is told once, with what people need and nothing about a person',
  async (trial) => {
    const { attemptId } = await raise(recordsOf(trial.database, trial));
    const { heard, fetch } = operator(204);
    const { webhook } = webhookOf(trial, fetch);
    for (let round = 0; round < 3; round++) {
      await webhook.round();
      trial.clock.advance(3_600_000);
    }
    assert.equal(heard.length, 1);
    assert.deepEqual(JSON.parse(heard[0]?.body ?? ''), {
      type: 'payment.raised',
      timestamp: '2026-12-05T19:00:00.000Z',
      data: {
        attemptId,
        orderId: '10000000321',
        reference: 'reference of 10000000321',
        reason: 'paid-after-end',
        amountMinor: 5_000,
        currency: 'EUR',
        state: 'raised',
      },
    });
  },
);

onBothDatabases('who has the secret can tell that it is ours, and of when', async (trial) => {
  const { attemptId } = await raise(recordsOf(trial.database, trial));
  const { heard, fetch } = operator(200);
  await webhookOf(trial, fetch).webhook.round();
  const { headers, body } = heard[0] ?? assert.fail('nothing was told');
  const seconds = Date.parse('2026-12-05T19:00:00Z') / 1_000;
  const digest = createHmac('sha256', key).update(`${attemptId}.${seconds}.${body}`).digest('base64');
  assert.equal(headers['webhook-id'], attemptId);
  assert.equal(headers['webhook-timestamp'], String(seconds));
  assert.equal(headers['webhook-signature'], `v1,${digest}`);
  assert.equal(headers['content-type'], 'application/json');
});

onBothDatabases(
  'one that is not heard is told again, ever more rarely, under the same id, until it is',
  async (trial) => {
    await raise(recordsOf(trial.database, trial));
    const { heard, fetch } = operator(500, new Error('ECONNREFUSED'), 404, 302, 503, 200);
    const { webhook, errors } = webhookOf(trial, fetch);
    const at: number[] = [];
    for (let seconds = 0; seconds < 3_600; seconds += 5) {
      const before = heard.length;
      await webhook.round();
      if (heard.length > before) at.push(seconds);
      trial.clock.advance(5_000);
    }
    assert.deepEqual(at, [0, 10, 30, 70, 150, 310]);
    assert.equal(new Set(heard.map(({ headers }) => headers['webhook-id'])).size, 1);
    assert.deepEqual(
      [...new Set(errors)],
      ['a raised payment could not be told to RELAY_RAISED_WEBHOOK_URL'],
    );
  },
);

onBothDatabases(
  'a relay that dies while it tells loses nothing: another one tells it again',
  async (trial) => {
    const { attemptId } = await raise(recordsOf(trial.database, trial));
    await new Promise<void>((begun) => {
      const never = () => new Promise<never>(() => begun());
      void webhookOf(trial, never).webhook.round();
    });
    const other = await trial.openAgain();
    const { heard, fetch } = operator(200);
    const { webhook } = webhookOf(trial, fetch, other);
    await webhook.round();
    assert.equal(heard.length, 0, 'it may be told at this moment');
    trial.clock.advance(61_000);
    await webhook.round();
    assert.deepEqual(
      heard.map(({ headers }) => headers['webhook-id']),
      [attemptId],
    );
  },
);

onBothDatabases('two relays tell each payment once', async (trial) => {
  const records = recordsOf(trial.database, trial);
  for (let order = 0; order < 12; order++) await raise(records, `order ${order}`);
  const { heard, fetch } = operator(200);
  const [one, two] = [webhookOf(trial, fetch), webhookOf(trial, fetch, await trial.openAgain())];
  for (let round = 0; round < 3; round++) await Promise.all([one.webhook.round(), two.webhook.round()]);
  assert.equal(heard.length, 12);
  assert.equal(new Set(heard.map(({ headers }) => headers['webhook-id'])).size, 12);
});

onBothDatabases('what is not raised in the end is not told either', async (trial) => {
  const records = recordsOf(trial.database, trial);
  const raised = await raise(records);
  // Somebody else has moved it meanwhile: nothing of the second try may stay.
  await assert.rejects(
    records.attempts.raise({ ...raised, version: 1 }, { reason: 'undecided', decidedAt: 0, lookInMs: null }),
  );
  const { heard, fetch } = operator(200);
  await webhookOf(trial, fetch).webhook.round();
  assert.equal(heard.length, 1);
});

test('a redirect is not followed: the signed words go to the address that the operator gave', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/relay`;
  const putOff: number[] = [];
  const attempt = { attemptId: 'a', orderId: '1', reference: 'r', reason: null, agreed: {}, state: 'raised' };
  const notice = { attempt, raisedAt: 0, tries: 0 };
  const notices = { takeDue: async () => [notice], putOff: async (_: object, ms: number) => putOff.push(ms) };
  const clock = { now: () => 0, elapsed: () => 0, hearDate: () => undefined, wait: async () => undefined };
  const parts = { settings: { ...settings, url }, notices, clock, log: trialLog };
  await new RaisedWebhook(parts as never).round();
  server.close();
  assert.deepEqual(asked, ['/relay']);
  assert.deepEqual(putOff, [10_000]);
});
