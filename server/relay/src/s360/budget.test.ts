import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createManualClock } from '../state/clock.js';
import { Budget, type BudgetedCall } from './budget.js';
import { operations } from './operations.js';

const start = '2026-12-05T19:00:00Z';
const order: BudgetedCall = { share: 'checkout', operation: operations.createOrUpdateOrder, things: [] };
const payment: BudgetedCall = { share: 'payment', operation: operations.notifyOrder, things: [] };
const seats = (performanceId: string): BudgetedCall => ({
  share: 'availability',
  operation: operations.getSeatsAvailability,
  things: [performanceId],
});
const catalog: BudgetedCall = { share: 'catalog', operation: operations.getCatalogDetailed, things: [] };

function takeAll(budget: Budget, call: (index: number) => BudgetedCall): number {
  let taken = 0;
  while (taken < 1_000 && budget.waitFor(call(taken)) === 0) budget.take(call(taken++));
  return taken;
}

test('no minute sees more than the limit, wherever it starts and however many ask', () => {
  const clock = createManualClock(start);
  const budget = new Budget(180, clock);
  const calls: number[] = [];
  for (let second = 0; second < 600; second++) {
    for (let visitor = 0; visitor < 50; visitor++) {
      if (budget.waitFor(payment) > 0) continue;
      budget.take(payment);
      calls.push(clock.elapsed());
    }
    clock.advance(second % 7 === 0 ? 250 : 1_000);
  }
  for (const from of calls) assert.ok(calls.filter((at) => at >= from && at < from + 60_000).length <= 180);
  assert.ok(calls.length > 180 * 8, 'the budget is used, too');
});

test('the catalog leaves half of a minute to the others, availability a third to the checkout, and all leave some to who has paid', () => {
  const budget = new Budget(100, createManualClock(start));
  assert.equal(
    takeAll(budget, () => ({ share: 'catalog', operation: operations.getPOSConfig, things: [] })),
    50,
  );
  assert.equal(
    takeAll(budget, (index) => seats(String(index))),
    15,
  );
  assert.equal(
    takeAll(budget, () => order),
    20,
  );
  assert.equal(
    takeAll(budget, () => payment),
    15,
  );
});

test('a call beyond the budget is refused with the seconds to wait', () => {
  const clock = createManualClock(start);
  const budget = new Budget(1, clock);
  budget.take(order);
  clock.advance(20_000);
  assert.throws(() => budget.take(order), { code: 'box-office-busy', details: { retryAfterSeconds: 40 } });
  clock.advance(40_000);
  budget.take(order);
});

test('seats of one performance are asked once a minute, those of another at the same time', () => {
  const clock = createManualClock(start);
  const budget = new Budget(180, clock);
  budget.take(seats('1'));
  budget.take(seats('2'));
  clock.advance(60_000);
  assert.ok(budget.waitFor(seats('1')) > 0, 'a second more, for calls that travel at different speeds');
  clock.advance(1_000);
  budget.take(seats('1'));
});

test('the catalog is loaded once in ten minutes; its polls are exempt, and a call that never arrived does not count', () => {
  const clock = createManualClock(start);
  const budget = new Budget(180, clock);
  budget.take(catalog);
  budget.take({ ...catalog, isPoll: true });
  clock.advance(599_000);
  assert.throws(() => budget.take(catalog), { code: 'box-office-busy' });
  budget.giveBack(catalog);
  budget.take(catalog);
});

test('after "too much" nothing is sent for a while, longer each time in a row', () => {
  const clock = createManualClock(start);
  const budget = new Budget(180, clock, () => 0);
  const waits = [0, 1, 2].map(() => {
    budget.pause(order);
    const wait = budget.waitFor(order);
    clock.advance(wait);
    return wait;
  });
  assert.deepEqual(waits, [3_000, 6_000, 12_000]);
  budget.succeed();
  budget.pause(order);
  assert.equal(budget.waitFor(order), 3_000);
});

test('a method that met its own limit waits alone: the checkout goes on', () => {
  const budget = new Budget(180, createManualClock(start), () => 0);
  budget.take(catalog);
  budget.pause(catalog);
  assert.equal(budget.waitFor(order), 0);
  assert.ok(budget.waitFor(catalog) > 0);
});

test('a catalog that was refused is asked for again after a minute, not after ten', () => {
  const clock = createManualClock(start);
  const budget = new Budget(180, clock);
  budget.take(catalog);
  budget.pause(catalog);
  clock.advance(59_000);
  assert.ok(budget.waitFor(catalog) > 0);
  clock.advance(2_000);
  budget.take(catalog);
});

test('a call that S-360 failed to serve may be tried again after ten seconds, not after the spacing of its method', () => {
  const clock = createManualClock(start);
  const budget = new Budget(180, clock);
  for (const call of [catalog, seats('1')]) {
    budget.take(call);
    clock.advance(3_000);
    budget.fail(call);
    assert.throws(() => budget.take(call), { code: 'box-office-busy' }, 'a failing method is not hammered');
    clock.advance(11_000);
    budget.take(call);
    clock.advance(11_000);
    assert.throws(() => budget.take(call), { code: 'box-office-busy' }, 'this one was served');
  }
});

test('a call that no answer came to is not repeated within a minute: S-360 may be at it still', () => {
  const clock = createManualClock(start);
  const budget = new Budget(180, clock);
  budget.take(catalog);
  budget.fail(catalog, true);
  clock.advance(59_000);
  assert.ok(budget.waitFor(catalog) > 0);
  clock.advance(2_000);
  assert.equal(budget.waitFor(catalog), 0);
});

test('a failed call counts for the minute all the same', () => {
  const budget = new Budget(1, createManualClock(start));
  budget.take(order);
  budget.fail(order);
  assert.throws(() => budget.take(order), { code: 'box-office-busy' });
});

for (const step of [-600_000, 600_000]) {
  test(`setting the machine's date by ${step / 60_000} minutes neither closes the budget nor opens it early`, () => {
    const clock = createManualClock(start);
    const budget = new Budget(1, clock, () => 0);
    budget.take(order);
    clock.setDateBy(step);
    assert.equal(budget.waitFor(order), 60_000);
    clock.advance(60_000);
    assert.equal(budget.waitFor(order), 0);
    budget.pause(order);
    clock.setDateBy(step);
    clock.advance(5_000);
    assert.equal(budget.waitFor(order), 0);
  });
}

test('after "too much" what was paid goes on in a trickle, and the first pause is shorter than the patience of a checkout', () => {
  const clock = createManualClock(start);
  const budget = new Budget(180, clock, () => 1);
  budget.take(payment);
  budget.pause(order);
  assert.ok(budget.waitFor(order) <= 5_000);
  assert.equal(budget.waitFor(payment), 2_000);
  clock.advance(2_000);
  budget.take(payment);
  assert.equal(budget.waitFor(payment), 2_000, 'one at a time');
});
