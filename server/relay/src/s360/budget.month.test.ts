import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { onBothDatabases, type DatabaseTrial } from '../state/database.trial.js';
import { Budget } from './budget.js';
import { paceOf } from './budget.month.js';
import { budgetOn, catalog, order, payment, shop, trialLimits } from './budget.trial.js';

const day = 24 * 3_600_000;
const june = Date.parse('2026-06-01T00:00:00Z');
const perMonth = 10_000;

for (const [what, days, used, minutes] of [
  ['a busy first day slows nothing down', 1, 2_400, 0],
  ['what an even month uses slows nothing down', 20, 6_666, 0],
  ['three weeks used up in one are made up for by the rest', 7, 8_500, 22.08],
  ['the last calls last until the end', 29, 9_900, 14.4],
  ['a month that is used up has news once an hour all the same', 10, 10_400, 60],
  ['no more than an hour apart, though that is too much for the month', 2, 9_999, 60],
] as const) {
  test(`${what}`, () => {
    const paceMs = paceOf({ used, perMonth, now: june + days * day });
    assert.ok(Math.abs(paceMs / 60_000 - minutes) < 0.01, `${paceMs / 60_000} minutes`);
  });
}

test('without a limit for the month nothing is slowed down', () => {
  assert.equal(paceOf({ used: 1_000_000, perMonth: 0, now: june }), 0);
});

/** A month of ten calls a day has passed but for its last day; what is left of 310 calls is told. */
async function nearTheEnd(trial: DatabaseTrial, used: number) {
  trial.clock.advance(Date.parse('2026-12-31T00:00:00Z') - trial.clock.now());
  const days = [
    { day: '2026-11-30', calls: 5_000 },
    { day: '2026-12-01', calls: 20 },
    { day: '2026-12-30', calls: used - 20 },
  ];
  await trial.database.query.insertInto('call_day').values(days).execute();
  return budgetOn(trial, { callsPerMonth: 310 });
}

onBothDatabases(
  'near the end of the month’s calls refreshes come evenly until it is over; carts, payments and what S-360 is at go on',
  async (trial) => {
    const budget = await nearTheEnd(trial, 303);
    for (let question = 0; question < 6; question++) await budget.take(shop);
    assert.equal((await budget.used()).thisMonth, 309);
    await assert.rejects(budget.take(shop), { code: 'box-office-busy' });
    await budget.take({ ...catalog, isPoll: true });
    for (let call = 0; call < 5; call++) {
      await budget.take(order);
      await budget.take(payment);
    }
    trial.clock.advance(3_600_000);
    await budget.take(shop);
    await assert.rejects(budget.take(shop), { code: 'box-office-busy' }, 'one an hour, once it is used up');
    trial.clock.advance(day);
    for (let question = 0; question < 20; question++) await budget.take(shop);
  },
);

onBothDatabases(
  'that the month’s calls run short is said once a month, and told to who asks',
  async (trial) => {
    const { database, clock } = trial;
    await nearTheEnd(trial, 303);
    const said: string[] = [];
    const log = { warn: (_facts: object, message: string) => void said.push(message) };
    const limits = { ...trialLimits, callsPerMonth: 310 };
    const budget = new Budget({ database, clock, log, limits, answerMs: 120_000 });
    assert.ok((await budget.used()).paceMs > 0);
    await budget.take(shop);
    await budget.take(shop);
    assert.deepEqual(said, [
      'the calls of the month run short: the catalog and what is left are asked for more rarely',
    ]);
    clock.advance(day);
    assert.equal((await budget.used()).paceMs, 0);
    assert.equal((await budget.used()).thisMonth, 0);
  },
);

onBothDatabases(
  'a call is told how long to wait for the month, also by a relay that has just started',
  async (trial) => {
    const budget = await nearTheEnd(trial, 310);
    for (let question = 0; question < 6; question++) await budget.take(shop);
    const other = budgetOn({ ...trial, database: await trial.openAgain() }, { callsPerMonth: 310 });
    const refusal = await other.take(shop).catch((error: unknown) => error);
    assert.ok(refusal instanceof ProblemError);
    assert.equal(refusal.details.retryAfterSeconds, 3_600);
  },
);
