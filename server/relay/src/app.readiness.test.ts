import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RelayReadiness, type ReadinessParts } from './app.readiness.js';
import type { AttemptCount } from './order/index.js';

const now = Date.parse('2026-12-05T19:00:00Z');
const never = new Promise<never>(() => undefined);
const used = { today: 80, thisMonth: 900, lastMinute: 3, pausedMs: 0, paceMs: 0 };

const countOf = (states: Record<string, number>, agoMs?: number): AttemptCount => ({
  of: (...wanted) => wanted.reduce((sum, state) => sum + (states[state] ?? 0), 0),
  oldestUndecidedAt: agoMs === undefined ? null : now - agoMs,
});

/** What `/readyz` says of a relay that is well but for these parts. */
async function readOf(changes: Partial<ReadinessParts> = {}, isStopping = false) {
  const readiness = new RelayReadiness({
    catalog: {
      readiness: () => ({ isReady: true, facts: { catalog: { events: 150 } } }),
      pointOfSale: { isKnown: true },
    },
    health: { isWritable: true },
    records: { attempts: { count: async () => countOf({}) } },
    budget: { used: async () => used },
    limits: { callsPerMonth: 10_000 },
    clock: { now: () => now, wait: () => new Promise((resolve) => setImmediate(resolve)) },
    missing: [],
    ...changes,
  });
  readiness.isStopping = isStopping;
  const { isReady, facts } = await readiness.read();
  return {
    isReady,
    ...(facts as { reasons: string[]; warnings: string[]; payments: unknown; calls: unknown }),
  };
}

const counting = (count: AttemptCount) => ({ attempts: { count: async () => count } });

test('a relay that is well is ready, has nothing to warn of, and tells its numbers', async () => {
  const { isReady, reasons, warnings, payments, calls } = await readOf();
  assert.deepEqual({ isReady, reasons, warnings }, { isReady: true, reasons: [], warnings: [] });
  assert.deepEqual(payments, { undecided: 0, oldestSeconds: null, raised: 0 });
  assert.deepEqual(calls, { today: 80, thisMonth: 900, perMonth: 10_000, note: null, pausedSeconds: 0 });
});

const shop = (isReady: boolean, isKnown: boolean) => ({
  catalog: { readiness: () => ({ isReady, facts: {} }), pointOfSale: { isKnown } },
});
const unready: [string, Partial<ReadinessParts>][] = [
  ['the database takes no writes', { health: { isWritable: false } }],
  ['the database does not answer', { records: { attempts: { count: () => never } } }],
  [
    'the database does not answer',
    { records: { attempts: { count: () => Promise.reject(new Error('gone')) } } },
  ],
  ['the WSDLs lack what the relay relies on', { missing: ['notifyOrder'] }],
  ['the point of sale is not known yet', shop(true, false)],
  ['there is no catalog to show yet', shop(false, true)],
];

for (const [reason, parts] of unready) {
  test(`no visitor is sent to a relay of which is said: ${reason}`, async () => {
    const { isReady, reasons } = await readOf(parts);
    assert.deepEqual({ isReady, reasons }, { isReady: false, reasons: [reason] });
  });
}

test('a relay that stops says so, beside what else is wrong', async () => {
  const { isReady, reasons } = await readOf({ health: { isWritable: false } }, true);
  assert.equal(isReady, false);
  assert.deepEqual(reasons, ['the relay stops', 'the database takes no writes']);
});

const hour = 3_600_000;
const doubtful: [string, Partial<ReadinessParts>][] = [
  [
    'S-360 wants to be left alone: only payments are asked about',
    { budget: { used: async () => ({ ...used, pausedMs: 4_000 }) } },
  ],
  [
    'the calls of the month run short: the catalog and what is left are asked for more rarely',
    { budget: { used: async () => ({ ...used, paceMs: 60_000 }) } },
  ],
  [
    'a payment has been undecided for more than two hours',
    { records: counting(countOf({ begun: 1 }, 2 * hour + 1_000)) },
  ],
  ['payments need people', { records: counting(countOf({ raised: 2 })) }],
];

for (const [warning, parts] of doubtful) {
  test(`visitors are served although: ${warning}`, async () => {
    const { isReady, warnings } = await readOf(parts);
    assert.deepEqual({ isReady, warnings }, { isReady: true, warnings: [warning] });
  });
}

test('payments are counted: undecided ones, the age of the oldest, and those that need people', async () => {
  const { payments } = await readOf({
    records: counting(countOf({ intent: 1, begun: 2, paid: 9, raised: 3 }, 90_000)),
  });
  assert.deepEqual(payments, { undecided: 3, oldestSeconds: 90, raised: 3 });
});

test('a budget that does not answer is told as such, and keeps nobody out', async () => {
  const { isReady, calls } = await readOf({ budget: { used: () => never } });
  assert.deepEqual({ isReady, calls }, { isReady: true, calls: null });
});
