import assert from 'node:assert/strict';
import { ProblemError } from '@s360-widgets/contract/problem';
import { onBothDatabases } from '../state/database.trial.js';
import type { Budget } from './budget.js';
import type { BudgetedCall } from './budget.rules.js';
import { budgetOn, catalog, exchange, order, payment, seats, shop, updates } from './budget.trial.js';

/** Whether there was room for the call; it is made then. */
const takes = (budget: Budget, call: BudgetedCall): Promise<boolean> =>
  exchange(budget, call).then(
    () => true,
    (error: unknown) => {
      assert.ok(error instanceof ProblemError);
      return false;
    },
  );

/** How many of such calls there is room for. */
async function takeAll(budget: Budget, call: (index: number) => BudgetedCall): Promise<number> {
  let taken = 0;
  while (await takes(budget, call(taken))) taken++;
  return taken;
}

/** Seconds that a refused call is told to wait. */
async function secondsFor(budget: Budget, call: BudgetedCall): Promise<number> {
  const refusal = await budget.take(call).catch((error: unknown) => error);
  assert.ok(refusal instanceof ProblemError, 'there is room');
  assert.equal(refusal.code, 'box-office-busy');
  return refusal.details.retryAfterSeconds ?? 0;
}

/** The same numbers at every run. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

const atOnce = (count: number) => Array.from({ length: count });

onBothDatabases('no minute sees more than the limit, however many relays ask at once', async (trial) => {
  const { clock } = trial;
  const random = drawn(7);
  const limit = 6;
  const relays = [
    budgetOn(trial, { callsPerMinute: limit }),
    budgetOn({ clock, database: await trial.openAgain() }, { callsPerMinute: limit }),
    budgetOn({ clock, database: await trial.openAgain() }, { callsPerMinute: limit }),
  ];
  const calls: number[] = [];
  for (let round = 0; round < 40; round++) {
    const asking = relays.flatMap((relay) =>
      atOnce(Math.floor(random() * 3)).map(() => takes(relay, payment)),
    );
    for (const isTaken of await Promise.all(asking)) if (isTaken) calls.push(clock.elapsed());
    clock.advance(Math.floor(random() * 12_000));
  }
  const most = Math.max(
    ...calls.map((from) => calls.filter((at) => at >= from && at < from + 60_000).length),
  );
  assert.equal(most, limit, 'all of it is used, and no more');
});

onBothDatabases(
  'each share leaves a part of the minute to those above it: seats that are known, first looks, catalog, lists, carts, who has paid',
  async (trial) => {
    const budget = budgetOn(trial, { callsPerMinute: 100 });
    const other = budgetOn({ ...trial, database: await trial.openAgain() }, { callsPerMinute: 100 });
    const again = (index: number) => ({ ...seats(`known ${index}`), share: 'seats-again' }) as const;
    assert.equal(await takeAll(budget, again), 35);
    assert.equal(await takeAll(other, (index) => seats(String(index))), 10);
    assert.equal(await takeAll(budget, () => shop), 5);
    assert.equal(await takeAll(other, () => updates), 15);
    assert.equal(await takeAll(budget, () => order), 20);
    assert.equal(await takeAll(other, () => payment), 15);
  },
);

onBothDatabases('a call beyond the budget is refused with the seconds to wait', async (trial) => {
  const budget = budgetOn(trial, { callsPerMinute: 1 });
  await exchange(budget, order);
  trial.clock.advance(20_000);
  assert.equal(
    await secondsFor(budget, order),
    41,
    'a second more, for calls that travel at different speeds',
  );
  trial.clock.advance(41_000);
  await exchange(budget, order);
});

onBothDatabases('a call waits for room as long as its patience lasts', async (trial) => {
  const budget = budgetOn(trial, { callsPerMinute: 1 });
  await exchange(budget, order);
  trial.clock.advance(57_000);
  const startedAt = trial.clock.elapsed();
  await exchange(budget, order, { patienceMs: 5_000 });
  assert.equal(trial.clock.elapsed() - startedAt, 4_000);
  await assert.rejects(budget.take(order, { patienceMs: 5_000 }), { code: 'box-office-busy' });
});

onBothDatabases('a relay that starts anew knows what the one before has asked', async (trial) => {
  const openAgain = async () =>
    budgetOn({ ...trial, database: await trial.openAgain() }, { callsPerMinute: 9 });
  const before = await openAgain();
  await before.take(catalog);
  await takeAll(before, () => payment);
  assert.equal(await secondsFor(await openAgain(), payment), 61, 'the minute');
  trial.clock.advance(61_000);
  const after = await openAgain();
  assert.equal(await secondsFor(after, catalog), 540, 'the spacing of a method');
  await after.pause(await after.take(order));
  assert.equal(await secondsFor(await openAgain(), order), 3, 'the pause');
});

onBothDatabases(
  'seats of one performance are asked once a minute, those of another at the same time',
  async (trial) => {
    const budget = budgetOn(trial);
    await budget.take(seats('1'));
    await budget.take(seats('2'));
    trial.clock.advance(60_000);
    assert.equal(await secondsFor(budget, seats('1')), 1);
    trial.clock.advance(1_000);
    await budget.take(seats('1'));
  },
);

onBothDatabases(
  'where the minute is the method’s, seats of another performance wait for it too',
  async (trial) => {
    const strict = budgetOn(trial, { spacing: 'method' });
    const failed = await strict.take(seats('1'));
    assert.equal(await secondsFor(strict, seats('2')), 61);
    trial.clock.advance(1_000);
    await strict.fail(failed);
    assert.equal(await secondsFor(strict, seats('2')), 60, 'S-360 may count what it did not serve');
    trial.clock.advance(60_000);
    await strict.take(seats('2'));
  },
);

onBothDatabases(
  'the catalog is loaded once in ten minutes; its polls are exempt, and a call that never arrived does not count',
  async (trial) => {
    const budget = budgetOn(trial, { callsPerMinute: 4 });
    const taken = await budget.take(catalog);
    const poll = await budget.take({ ...catalog, isPoll: true });
    trial.clock.advance(500);
    await assert.rejects(
      budget.take(order).then(() => budget.take(catalog)),
      { code: 'box-office-busy' },
    );
    await budget.giveBack(taken);
    await budget.giveBack(poll);
    await budget.take(catalog);
    assert.equal((await budget.used()).today, 2, 'nor for the day');
  },
);

onBothDatabases(
  'after "too much" no relay sends anything for a while, longer each time in a row',
  async (trial) => {
    const relays = [budgetOn(trial), budgetOn({ ...trial, database: await trial.openAgain() })] as const;
    const waits: number[] = [];
    for (const [index] of atOnce(3).entries()) {
      await relays[0].pause(await relays[0].take(order));
      waits.push(await secondsFor(relays[1], order));
      trial.clock.advance((waits[index] ?? 0) * 1_000);
    }
    assert.deepEqual(waits, [3, 6, 12]);
    await relays[1].succeed(await relays[1].take(order));
    trial.clock.advance(1);
    await relays[1].pause(await relays[1].take(order));
    assert.equal(await secondsFor(relays[1], order), 3);
  },
);

onBothDatabases(
  'calls that were on their way when "too much" came make the pause no longer',
  async (trial) => {
    const budget = budgetOn(trial);
    const sent = [await budget.take(order), await budget.take(order), await budget.take(order)];
    trial.clock.advance(200);
    for (const taken of sent) await budget.pause(taken);
    assert.equal(await secondsFor(budget, order), 3);
    for (const taken of sent) await budget.succeed({ ...taken, refusals: 1 });
    trial.clock.advance(3_000);
    await budget.pause(await budget.take(order));
    assert.equal(await secondsFor(budget, order), 6, 'an answer from before the pause ends nothing');
  },
);

onBothDatabases(
  'after "too much" what was paid goes on in a trickle, and the first pause is shorter than the patience of a checkout',
  async (trial) => {
    const budget = budgetOn(trial);
    await budget.pause(await budget.take(payment));
    assert.ok((await secondsFor(budget, order)) < 5);
    assert.equal(await secondsFor(budget, payment), 2);
    trial.clock.advance(2_000);
    await budget.take(payment);
    assert.equal(await secondsFor(budget, payment), 1, 'one at a time, and all when the pause is over');
  },
);

onBothDatabases(
  'a method that met its own limit waits alone, for a minute: the checkout goes on',
  async (trial) => {
    const budget = budgetOn(trial);
    await budget.pause(await budget.take(catalog));
    await budget.take(order);
    trial.clock.advance(59_000);
    assert.equal(await secondsFor(budget, catalog), 1);
    trial.clock.advance(1_000);
    await budget.take(catalog);
  },
);

onBothDatabases(
  'a call that S-360 failed to serve may be tried again after ten seconds, not after the spacing of its method',
  async (trial) => {
    const budget = budgetOn(trial);
    for (const call of [catalog, seats('1')]) {
      const taken = await budget.take(call);
      trial.clock.advance(3_000);
      await budget.fail(taken);
      assert.equal(await secondsFor(budget, call), 10, 'a failing method is not hammered');
      trial.clock.advance(10_000);
      await budget.take(call);
      trial.clock.advance(10_000);
      assert.ok((await secondsFor(budget, call)) > 50, 'this one was served');
    }
  },
);

onBothDatabases(
  'a call that no answer came to is not repeated within a minute: S-360 may be at it still',
  async (trial) => {
    const budget = budgetOn(trial);
    await budget.fail(await budget.take(catalog), true);
    trial.clock.advance(59_000);
    assert.equal(await secondsFor(budget, catalog), 1);
    trial.clock.advance(1_000);
    await budget.take(catalog);
  },
);

onBothDatabases(
  'a call counts from its end on, however late S-360 may have seen it, and a failed one all the same',
  async (trial) => {
    const budget = budgetOn(trial, { callsPerMinute: 1 });
    const taken = await budget.take(order);
    trial.clock.advance(20_000);
    await budget.fail(taken);
    await budget.end(taken);
    assert.equal(await secondsFor(budget, order), 61);
  },
);

onBothDatabases(
  'a call over which its relay died counts as long as S-360 may see it still, and a minute more',
  async (trial) => {
    await budgetOn(trial, { callsPerMinute: 1 }).take(order);
    const other = budgetOn({ ...trial, database: await trial.openAgain() }, { callsPerMinute: 1 });
    trial.clock.advance(order.operation.deadlineMs + 60_000);
    assert.equal(await secondsFor(other, order), 1);
    trial.clock.advance(1_000);
    await exchange(other, order);
  },
);

onBothDatabases('who is refused beside calls under way hears of the wait if they end now', async (trial) => {
  const budget = budgetOn(trial, { callsPerMinute: 1 });
  await budget.take(order);
  assert.equal(await secondsFor(budget, order), 61);
});

onBothDatabases('what S-360 may have been asked late is left alone from the answer on', async (trial) => {
  const budget = budgetOn(trial);
  const [slow, quick] = [await budget.take(seats('1')), await budget.take(seats('2'))];
  trial.clock.advance(20_000);
  await budget.succeed(slow, 20_000);
  await budget.succeed(quick, 300);
  assert.equal(await secondsFor(budget, seats('1')), 61);
  assert.equal(await secondsFor(budget, seats('2')), 41);
});
