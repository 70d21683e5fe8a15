import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toProblem } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import * as z from 'zod';
import { createManualClock } from '../state/clock.js';
import { emptyDatabase } from '../state/database.trial.js';
import { Deadline } from '../state/deadline.js';
import { asItCame } from './answer.js';
import { budgetOn } from './budget.trial.js';
import { allOperations, operations } from './operations.js';
import type { Omission } from './reading.js';
import { Caller } from './s360.js';
import type { WireObject } from './shape.js';
import type { Request, Transport } from './transport.js';

const down = () => new ProblemError('box-office-down');
const unreachable = () =>
  new ProblemError('box-office-down', {}, { cause: new TypeError('fetch failed', { cause: refused() }) });
const refused = () => Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
const success = { statusCode: 'success' };

/** A caller whose transport gives the answers in turn. */
async function callerWith(
  answers: (WireObject | Error)[],
  callsPerMinute = 180,
  beforeCall = async (): Promise<void> => undefined,
) {
  const sent: Request[] = [];
  const transport: Transport = {
    async send(request) {
      sent.push(request);
      const answer = answers[sent.length - 1];
      assert.ok(answer, 'one call too many');
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const clock = createManualClock('2026-12-05T19:00:00Z');
  const warnings: object[] = [];
  const log = { debug: () => undefined, warn: (facts: object) => void warnings.push(facts) };
  const database = await emptyDatabase(clock);
  const budget = budgetOn({ database, clock }, { callsPerMinute });
  const caller = new Caller(transport, { clock, log, budget, beforeCall });
  return { caller, clock, sent, warnings };
}

const loading = { ...operations.getCatalogDetailed, answer: asItCame() };

test('a read is tried three times, and the third answer is given', async () => {
  const { caller, sent } = await callerWith([down(), new ProblemError('box-office-timeout'), success]);
  assert.deepEqual(await caller.call({ ...operations.getPOSConfig, answer: asItCame() }, {}), success);
  assert.equal(sent.length, 3);
});

test('a write is sent once, whatever becomes of its answer', async () => {
  const { caller, sent } = await callerWith([down()]);
  await assert.rejects(
    caller.call(operations.createOrUpdateOrder, { pointOfSalesId: '1', orderType: 'SALE' }),
    {
      code: 'box-office-down',
    },
  );
  assert.equal(sent.length, 1);
});

test('a refusal of S-360 is not asked for again', async () => {
  const { caller, sent } = await callerWith([
    { statusCode: 'error.order.availability', statusDetail: 'none left' },
  ]);
  await assert.rejects(caller.call(operations.getOrderDetails, { orderId: '1' }), {
    code: 'not-enough-seats',
  });
  assert.equal(sent.length, 1);
});

test('a code that nobody knows is box-office-refused and keeps its detail out of the problem', async () => {
  const { caller } = await callerWith([{ statusCode: 'error.new', statusDetail: 'Ada Lovelace' }]);
  const error = await caller
    .call(operations.reopenOrder, { orderId: '1' })
    .catch((thrown: unknown) => thrown);
  assert.ok(error instanceof ProblemError);
  assert.equal(error.code, 'box-office-refused');
  assert.doesNotMatch(JSON.stringify(toProblem(error)), /Ada/);
});

test('while S-360 is in progress the same call is repeated with its request id', async () => {
  const { caller, sent, clock } = await callerWith([
    { statusCode: 'in_progress', requestId: 7 },
    { ...success, orderId: '1' },
  ]);
  const startedAt = clock.elapsed();
  const reopening = { ...operations.reopenOrder, answer: asItCame() };
  const result = await caller.call(reopening, { orderId: '1' });
  assert.equal(result.orderId, '1');
  assert.deepEqual(sent[1]?.args, { orderId: '1', requestId: 7 });
  assert.ok(clock.elapsed() - startedAt >= 5_000);
});

for (const answer of [
  { statusCode: 'in_progress', requestId: 8 },
  { ...success, requestId: 8 },
]) {
  test(`a write whose request S-360 has forgotten meanwhile is ${answer.statusCode} for another one: unclear, and polled no more`, async () => {
    const { caller, sent } = await callerWith([{ statusCode: 'in_progress', requestId: 7 }, answer]);
    await assert.rejects(caller.call(operations.reopenOrder, { orderId: '1' }), {
      code: 'box-office-timeout',
    });
    assert.equal(sent.length, 2);
  });
}

test('a read whose request S-360 has forgotten goes on', async () => {
  const { caller } = await callerWith([
    { statusCode: 'in_progress', requestId: 7 },
    { statusCode: 'in_progress', requestId: 8 },
    { ...success, requestId: 8 },
  ]);
  const reading = { ...operations.getOrderDetails, answer: asItCame() };
  assert.equal((await caller.call(reading, { orderId: '1' })).requestId, 8);
});

test('a call that stays in progress is given up after minutes', async () => {
  const { caller } = await callerWith(
    Array.from({ length: 100 }, () => ({ statusCode: 'in_progress', requestId: 7 })),
  );
  await assert.rejects(caller.call(operations.getCatalogDetailed, {}), {
    code: 'box-office-timeout',
  });
});

const inProgress = { statusCode: 'in_progress', requestId: 7 };
const reading = { ...operations.getOrderDetails, answer: asItCame() };
const writing = { ...operations.reopenOrder, answer: asItCame() };

test('a read is polled no longer than its visitor waits', async () => {
  const { caller, clock, sent } = await callerWith([inProgress, inProgress, inProgress]);
  const startedAt = clock.elapsed();
  const read = new Deadline({ clock, seconds: 12 }).run(() => caller.call(reading, { orderId: '1' }));
  await assert.rejects(read, { code: 'box-office-timeout' });
  assert.equal(sent.length, 3);
  assert.ok(clock.elapsed() - startedAt <= 12_000);
});

test('a write that was sent is followed to its end although its visitor waits no more, and so is what belongs to it', async () => {
  const { caller, clock, sent } = await callerWith([inProgress, inProgress, inProgress, success, success]);
  await new Deadline({ clock, seconds: 7 }).run(async () => {
    assert.deepEqual(await caller.call(writing, { orderId: '1' }), success);
    assert.deepEqual(await caller.call(reading, { orderId: '1' }), success);
  });
  assert.equal(sent.length, 5);
});

test('with too little time left nothing is begun, and nothing waits for room', async () => {
  const { caller, clock, sent } = await callerWith([success], 1);
  await caller.call(writing, { orderId: '1' });
  clock.advance(57_000);
  const startedAt = clock.elapsed();
  await new Deadline({ clock, seconds: 3 }).run(async () => {
    await assert.rejects(caller.call(writing, { orderId: '1' }), { code: 'box-office-busy' });
    assert.equal(clock.elapsed(), startedAt);
  });
  clock.advance(120_000);
  const late = new Deadline({ clock, seconds: 4 });
  clock.advance(3_500);
  await assert.rejects(
    late.run(() => caller.call(writing, { orderId: '1' })),
    { code: 'box-office-busy' },
  );
  assert.equal(sent.length, 1);
});

test('a read is neither waited for beyond its visitor nor tried again; a write has all the time of its operation', async () => {
  const { caller, clock, sent } = await callerWith([down(), down(), success]);
  const within = (seconds: number, work: () => Promise<unknown>) =>
    new Deadline({ clock, seconds }).run(work);
  await assert.rejects(
    within(1, () => caller.call(reading, { orderId: '1' })),
    { code: 'box-office-down' },
  );
  await assert.rejects(
    within(3, () => caller.call(writing, { orderId: '1' })),
    { code: 'box-office-down' },
  );
  assert.deepEqual(
    sent.map(({ timeoutMs }) => timeoutMs),
    [1_000, writing.deadlineMs],
  );
});

test('the checkout waits for room in the budget, the catalog is refused at once', async () => {
  const { caller, clock } = await callerWith([success, success, success], 3);
  const reopen = () => caller.call(operations.reopenOrder, { orderId: '1' });
  await reopen();
  await assert.rejects(caller.call(operations.getPOSConfig, {}), { code: 'box-office-busy' });
  await reopen();
  clock.advance(57_000);
  await reopen();
});

test('after a 509 nothing more is sent for a while', async () => {
  const { caller, sent } = await callerWith([new ProblemError('box-office-busy')]);
  await assert.rejects(caller.call(operations.getPOSConfig, {}), { code: 'box-office-busy' });
  await assert.rejects(caller.call(operations.getPOSConfig, {}), { code: 'box-office-busy' });
  assert.equal(sent.length, 1);
});

test('a call that somebody has a reason not to make is not counted', async () => {
  const tooMany = new ProblemError('too-many-requests');
  let isRefused = true;
  const { caller, sent } = await callerWith([success], 1, () =>
    isRefused ? Promise.reject(tooMany) : Promise.resolve(),
  );
  await assert.rejects(caller.call(operations.reopenOrder, { orderId: '1' }), tooMany);
  isRefused = false;
  await caller.call({ ...operations.reopenOrder, answer: asItCame() }, { orderId: '1' });
  assert.equal(sent.length, 1);
});

test('a catalog that S-360 may have begun to make is not asked for again; one that never got there is', async () => {
  const failed = await callerWith([new ProblemError('box-office-timeout')]);
  await assert.rejects(failed.caller.call(loading, {}), {
    code: 'box-office-timeout',
  });
  const lost = await callerWith([unreachable(), success]);
  await lost.caller.call(loading, {});
  assert.equal(lost.sent.length, 2);
});

test("an unknown refusal is logged in S-360's words only where they can't be about a person", async () => {
  const shown: string[] = [];
  for (const operation of allOperations) {
    const { caller, warnings } = await callerWith([
      { statusCode: 'error.new', statusDetail: 'Ada Lovelace' },
    ]);
    const { service, name } = operation;
    await assert.rejects(caller.call({ ...operation, args: z.object({}) }, {}), {
      code: 'box-office-refused',
    });
    const detail = (warnings as { detail: string }[])[0]?.detail ?? '';
    assert.deepEqual(warnings, [{ service, operation: name, statusCode: 'error.new', detail }]);
    if (detail !== 'not shown') shown.push(service);
  }
  assert.deepEqual([...new Set(shown)], ['CatalogService', 'AvailabilityService']);
});

test('a catalog that S-360 failed to serve is asked for again as soon as S-360 may be well', async () => {
  const failures: (WireObject | Error)[] = [
    new ProblemError('box-office-refused'),
    new ProblemError('box-office-down'),
    new ProblemError('box-office-timeout'),
    { statusCode: 'error.internal' },
  ];
  for (const failure of failures) {
    const { caller, clock, sent } = await callerWith([failure, success]);
    const load = () => caller.call(loading, {});
    await assert.rejects(load(), ProblemError);
    clock.advance(62_000);
    await load();
    assert.equal(sent.length, 2);
    clock.advance(62_000);
    await assert.rejects(load(), { code: 'box-office-busy' }, 'one that was served counts for ten minutes');
  }
});

test("an answer that lacks what nothing can stand in for is box-office-refused, and says where without S-360's values", async () => {
  const orderDetailsData = { orderId: '1', orderSecretId: 'k3', creationDateTime: {} };
  const { caller } = await callerWith([{ ...success, orderDetailsData }]);
  const error = await caller
    .call(operations.getOrderDetails, { orderId: '1' })
    .catch((thrown: unknown) => thrown);
  assert.ok(error instanceof ProblemError);
  assert.equal(error.code, 'box-office-refused');
  assert.match(error.message, /ExternalOrderService\.getOrderDetails .*creationDateTime/);
  assert.doesNotMatch(error.message, /k3/);
});

test('of a list the entry that can not be read is left out alone, and told', async () => {
  const told: Omission[] = [];
  const shipmentModes = [
    { shipmentModeId: '71' },
    { shipmentModeId: {}, typeId: '5' },
    { shipmentModeId: 72 },
  ];
  const { caller } = await callerWith([{ ...success, shipmentModes }]);
  const answer = await caller.call(
    operations.getAvailableShipmentModes,
    { pointOfSalesId: '1', orderId: '2', shipmentContents: 'TICKETS' },
    { omit: (omission) => void told.push(omission) },
  );
  assert.deepEqual(
    answer.shipmentModes.map(({ shipmentModeId }) => shipmentModeId),
    ['71', '72'],
  );
  assert.equal(told.length, 1);
  assert.equal(told[0]?.what, 'shipment mode');
});

test('a call is typed to the field: what S-360 does not take or give does not compile', async () => {
  const { caller, sent } = await callerWith([success]);
  // @ts-expect-error an argument that the operation does not take
  await assert.rejects(caller.call(operations.reopenOrder, { orderId: '1', force: true }), TypeError);
  // @ts-expect-error an argument that is missing
  await assert.rejects(caller.call(operations.abandonMovements, { orderId: '1' }), TypeError);
  const answer = await caller.call(operations.getLastSetupUpdate, {});
  // @ts-expect-error a field that nobody reads
  assert.equal(answer.lastCatalogUpdate, undefined);
  assert.equal(sent.length, 1);
});
