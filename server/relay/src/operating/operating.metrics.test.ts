import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrderRecords } from '../order/index.js';
import { onBothDatabases, trialLog } from '../state/database.trial.js';
import { Metrics, type MetricsParts } from './operating.metrics.js';

const limits = { callsPerMinute: 180 };

/** The samples that have this beginning, as a Prometheus reads them. */
function samplesIn(text: string, beginning: string): Record<string, number> {
  const lines = text.split('\n').filter((line) => line.startsWith(beginning));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

onBothDatabases(
  'payments are counted by state, and the oldest undecided one tells its age',
  async ({ database, clock }) => {
    const records = new OrderRecords({ database, clock, log: trialLog });
    const begin = async (orderId: string, agoMs: number) => {
      const attempt = await records.attempts.begin({
        ...{ orderId, reference: orderId, handOver: 'widget', startedAt: clock.now() - agoMs, payment: null },
        agreed: { amountMinor: 5_000, currency: 'EUR', ticketIds: [] },
      });
      return attempt ?? assert.fail('not begun');
    };
    await begin('1', 90_000);
    await records.attempts.move(await begin('2', 7_200_000), { state: 'begun' });
    await records.attempts.move(await begin('3', 9_000_000), { state: 'paid', decidedAt: 0 });
    await records.attempts.raise(await begin('4', 9_000_000), {
      reason: 'undecided',
      decidedAt: 0,
      lookInMs: null,
    });
    const used = { today: 80, thisMonth: 900, lastMinute: 138, pausedMs: 0, paceMs: 0 };
    const budget = { used: async () => used };
    const text = await new Metrics().text({ records, budget, limits, clock, isReady: async () => true });
    assert.deepEqual(samplesIn(text, 's360_relay_payments{'), {
      's360_relay_payments{state="intent"}': 1,
      's360_relay_payments{state="begun"}': 1,
      's360_relay_payments{state="paid"}': 1,
      's360_relay_payments{state="refused"}': 0,
      's360_relay_payments{state="cancelled"}': 0,
      's360_relay_payments{state="expired"}': 0,
      's360_relay_payments{state="raised"}': 1,
      's360_relay_payments{state="void"}': 0,
      's360_relay_payments{state="settled"}': 0,
    });
    assert.deepEqual(samplesIn(text, 's360_relay_payment_oldest'), {
      s360_relay_payment_oldest_undecided_seconds: 7_200,
    });
    assert.deepEqual(samplesIn(text, 's360_relay_raised_untold'), { s360_relay_raised_untold: 1 });
    assert.deepEqual(samplesIn(text, 's360_relay_s360_calls_left'), { s360_relay_s360_calls_left: 42 });
    assert.deepEqual(samplesIn(text, 's360_relay_s360_calls_this_month'), {
      s360_relay_s360_calls_this_month: 900,
    });
    assert.deepEqual(samplesIn(text, 's360_relay_ready'), { s360_relay_ready: 1 });
  },
);

const silent = () => Promise.reject(new Error('the database is gone'));
const parts: MetricsParts = {
  records: {
    attempts: { count: silent },
    notices: { waiting: silent },
  } as unknown as MetricsParts['records'],
  budget: { used: silent },
  limits,
  isReady: async () => false,
  clock: { now: () => 0 },
};

test('how long S-360 takes is told by operation and outcome, also while the database does not answer', async () => {
  const metrics = new Metrics();
  metrics.note({ operation: 'getOrderDetails', outcome: 'answered', ms: 300 });
  metrics.note({ operation: 'getOrderDetails', outcome: 'answered', ms: 4_000 });
  metrics.note({ operation: 'notifyOrder', outcome: 'box-office-timeout', ms: 35_000 });
  const text = await metrics.text(parts);
  const counts = samplesIn(text, 's360_relay_s360_seconds_count');
  assert.deepEqual(counts, {
    's360_relay_s360_seconds_count{operation="getOrderDetails",outcome="answered"}': 2,
    's360_relay_s360_seconds_count{operation="notifyOrder",outcome="box-office-timeout"}': 1,
  });
  assert.equal(
    samplesIn(text, 's360_relay_s360_seconds_sum{operation="getOrderDetails"')[
      's360_relay_s360_seconds_sum{operation="getOrderDetails",outcome="answered"}'
    ],
    4.3,
  );
  assert.deepEqual(samplesIn(text, 's360_relay_payments'), {}, 'no old number is told as a new one');
  assert.deepEqual(samplesIn(text, 's360_relay_ready'), { s360_relay_ready: 0 });
});

test('memory and the event loop are told as every Node process tells them', async () => {
  const text = await new Metrics().text(parts);
  assert.match(text, /^process_resident_memory_bytes \d+/m);
  assert.match(text, /^nodejs_eventloop_lag_p99_seconds /m);
});

test('answers from memory are counted by endpoint', async () => {
  const metrics = new Metrics();
  for (const endpoint of ['listEvents', 'getEvent', 'listEvents']) metrics.noteAnswerAtHand(endpoint);
  const none = () => Promise.reject(new Error('no database'));
  const parts = {
    records: { attempts: { count: none }, notices: { waiting: none } },
    budget: { used: none },
  };
  const read = () =>
    metrics.text({ ...parts, limits, clock: { now: () => 0 }, isReady: none } as unknown as MetricsParts);
  const counts = {
    's360_relay_answers_at_hand_total{endpoint="listEvents"}': 2,
    's360_relay_answers_at_hand_total{endpoint="getEvent"}': 1,
  };
  for (const text of [await read(), await read()])
    assert.deepEqual(samplesIn(text, 's360_relay_answers_at_hand_total'), counts);
});
