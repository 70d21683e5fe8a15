import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases, onDatabase, trialLog } from '../state/database.trial.js';
import { createManualClock, Database } from '../state/index.js';
import { trialPostgres } from '../state/postgres.trial.js';
import { Budget } from './budget.js';
import { budgetOn, catalog, exchange, order, payment, seats, trialLimits } from './budget.trial.js';

const tenMinutes = 600_000;

for (const aheadMs of [-tenMinutes, tenMinutes]) {
  test(`a relay whose clock is ${aheadMs / 60_000} minutes off neither asks too early nor keeps the others waiting (PostgreSQL)`, async (t) => {
    const url = await (await trialPostgres()).newUrl();
    const relay = async (offMs: number) => {
      const clock = createManualClock(Date.now() + offMs);
      clock.advance(tenMinutes + offMs);
      const database = await Database.open({ folder: '', url }, { clock, log: trialLog });
      t.after(() => database.close());
      return budgetOn({ database, clock });
    };
    const [right, wrong] = [await relay(0), await relay(aheadMs)];
    await right.take(catalog);
    await assert.rejects(wrong.take(catalog), { code: 'box-office-busy' });
    await wrong.take(seats('1'));
    await wrong.take(order);
    await right.take(order);
  });

  test(`setting the machine's date by ${aheadMs / 60_000} minutes neither closes the budget nor opens it early (SQLite)`, () =>
    onDatabase('SQLite', async (trial) => {
      const budget = budgetOn(trial, { callsPerMinute: 1 });
      await exchange(budget, order);
      trial.clock.setDateBy(aheadMs);
      await assert.rejects(budget.take(order), { details: { retryAfterSeconds: 61 } });
      // S-360's answers tell the time anew.
      trial.clock.hearDate(trial.clock.now() + aheadMs, trial.clock.elapsed());
      const again = budgetOn(trial, { callsPerMinute: 1 });
      await assert.rejects(again.take(order), { details: { retryAfterSeconds: 61 } });
      trial.clock.advance(61_000);
      await exchange(again, order);
    }));
}

onBothDatabases(
  'after a restart of the machine, whose count begins anew, all waits are as long as they were',
  async (trial) => {
    trial.clock.advance(10 * 24 * 3_600_000);
    const before = budgetOn(trial, { callsPerMinute: 4 });
    await exchange(before, catalog);
    await exchange(before, order);
    await exchange(before, order);
    const clock = createManualClock(trial.clock.now());
    const { folder, url } = trial.database.settings;
    const database = await Database.open({ folder, url, timeOf: 'relay' }, { clock, log: trialLog });
    try {
      const after = budgetOn({ database, clock }, { callsPerMinute: 4 });
      await exchange(after, payment);
      await assert.rejects(after.take(payment), { details: { retryAfterSeconds: 61 } });
      clock.advance(61_000);
      await assert.rejects(after.take(catalog), { details: { retryAfterSeconds: 540 } });
      await exchange(after, order);
    } finally {
      await database.close();
    }
  },
);

onBothDatabases('who was told that there is no room is told so again without the database', async (trial) => {
  const database = await trial.openAgain();
  const budget = budgetOn({ ...trial, database }, { callsPerMinute: 1 });
  await budget.take(order);
  await assert.rejects(budget.take(order), { details: { retryAfterSeconds: 61 } });
  await database.close();
  trial.clock.advance(20_000);
  await assert.rejects(budget.take(order), { details: { retryAfterSeconds: 41 } });
});

onBothDatabases(
  'where the database is gone, a call waits as long as its patience, and is refused',
  async (trial) => {
    const database = await trial.openAgain();
    const budget = budgetOn({ ...trial, database });
    await database.close();
    const startedAt = trial.clock.elapsed();
    await assert.rejects(budget.take(order, { patienceMs: 5_000 }), { code: 'box-office-busy' });
    const waited = trial.clock.elapsed() - startedAt;
    assert.ok(waited >= 4_000 && waited <= 5_000, `${waited} ms`);
  },
);

onBothDatabases('what the database gives too late is given back, and costs nothing', async (trial) => {
  const { database, clock } = trial;
  const other = await trial.openAgain();
  const limits = { ...trialLimits, callsPerMinute: 1 };
  const hasty = new Budget({ database: other, clock, log: trialLog, limits, answerMs: 20 });
  let refusal: Promise<unknown> = Promise.resolve();
  // Somebody else has the budget to themselves until the call is refused.
  await database.alone(360_360_003, async () => {
    refusal = hasty.take(catalog).catch((error: unknown) => error);
    assert.equal(((await refusal) as { code?: string }).code, 'box-office-busy');
  });
  const budget = budgetOn(trial, { callsPerMinute: 1 });
  await budget.take(catalog, { patienceMs: Number.POSITIVE_INFINITY });
});
