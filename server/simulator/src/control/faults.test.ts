import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type OrderUpdate, details, hold } from '../fixtures/buying.js';
import { type Answer, type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { seatId } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

async function script(faults: object[], seed = 1): Promise<void> {
  const { status, body } = await simulator.control('faults', { seed, faults });
  assert.deepEqual([status, body], [200, { ok: true }]);
}

/** One best seat, in a new order or that of `extra`. */
const buy = (extra: object = {}) => hold(simulator, [{ quantity: 1 }], extra);

const poll = (requestId: number | null, extra: object = {}) => buy({ requestId, ...extra });

const seatsIn = async (orderId: number) => (await details(simulator, orderId)).movementDatas.length;

/** `ok`, or the status that ended each of some calls. */
async function endings(method: string, calls: number): Promise<string[]> {
  const ends: string[] = [];
  for (let call = 0; call < calls; call += 1) {
    const answer = simulator.call('CatalogService', method);
    ends.push(
      await answer.then(
        () => 'ok',
        (error: Error) => /: (\d+) /.exec(error.message)?.[1] ?? 'lost',
      ),
    );
  }
  return ends;
}

describe('an answer that is in_progress', () => {
  it('is so again for as many polls as asked for, and the work is done once', async () => {
    await script([{ method: 'createOrUpdateOrder', kind: 'in_progress', times: 1, polls: 2 }]);
    const first = await buy();
    assert.deepEqual([first.statusCode, first.orderUpdateData], ['in_progress', null]);
    const polled: (Answer & OrderUpdate)[] = [];
    for (let turn = 0; turn < 3; turn += 1) polled.push(await poll(first.requestId));
    assert.deepEqual(
      polled.map(({ statusCode }) => statusCode),
      ['in_progress', 'in_progress', 'success'],
    );
    assert.equal(await seatsIn(polled[2]?.orderUpdateData.orderId ?? 0), 1);
  });

  it("is so for as long as asked for by the simulator's clock", async () => {
    await script([{ method: 'createOrUpdateOrder', kind: 'in_progress', times: 1, seconds: 60 }]);
    const { requestId } = await buy();
    simulator.clock.time += 59_000;
    assert.equal((await poll(requestId)).statusCode, 'in_progress');
    simulator.clock.time += 1000;
    assert.equal((await poll(requestId)).statusCode, 'success');
  });

  it('whose requestId is forgotten is worked on anew: a blind poll buys twice', async () => {
    const { orderUpdateData } = await buy();
    const { orderId } = orderUpdateData;
    await script([
      { method: 'createOrUpdateOrder', kind: 'in_progress', times: 1 },
      { method: 'createOrUpdateOrder', kind: 'forgotten', times: 1 },
    ]);
    const { requestId } = await buy({ orderId });
    assert.equal((await poll(requestId, { orderId })).statusCode, 'success');
    assert.equal(await seatsIn(orderId), 3);
  });

  it('can lose its requestId on the way', async () => {
    await script([
      { method: 'createOrUpdateOrder', kind: 'in_progress', times: 1 },
      { method: 'createOrUpdateOrder', kind: 'reset', times: 1, after: true },
    ]);
    await assert.rejects(hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]));
    const again = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
    assert.equal(again.statusCode, 'error.sim.seatTaken');
  });
});

describe('a request that arrives twice', () => {
  it('is worked on twice, and answered once', async () => {
    const { orderUpdateData } = await buy();
    const { orderId } = orderUpdateData;
    await script([{ method: 'createOrUpdateOrder', kind: 'duplicate', times: 1 }]);
    assert.equal((await buy({ orderId })).statusCode, 'success');
    assert.equal(await seatsIn(orderId), 3);
  });

  it('may be answered with the no to its second copy', async () => {
    await script([{ method: 'createOrUpdateOrder', kind: 'duplicate', times: 1 }]);
    const answer = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
    assert.equal(answer.statusCode, 'error.sim.seatTaken');
  });
});

describe('a script of faults', () => {
  it('holds several faults of one method, and of all methods', async () => {
    await script([
      { method: 'getPOSConfig', kind: 'http429', times: 1 },
      { method: 'getPOSConfig', kind: 'http503', times: 1 },
      { method: '*', kind: 'http500', times: 1 },
    ]);
    assert.deepEqual(await endings('getPOSConfig', 4), ['429', '503', '500', 'ok']);
  });

  it('strikes by chance, the same calls again with the same seed', async () => {
    const faults = [{ method: '*', kind: 'http500', probability: 0.5 }];
    await script(faults, 7);
    const first = await endings('isCatalogServiceAlive', 20);
    await script(faults, 7);
    const again = await endings('isCatalogServiceAlive', 20);
    await script(faults, 8);
    const other = await endings('isCatalogServiceAlive', 20);
    assert.deepEqual(again, first);
    assert.notDeepEqual(other, first);
    assert.deepEqual(new Set(first), new Set(['ok', '500']));
  });

  it("keeps one method's lots as they are, whatever else is called", async () => {
    const faults = [
      { method: 'isCatalogServiceAlive', kind: 'http500', probability: 0.5 },
      { method: 'getPOSConfig', kind: 'http503', probability: 0.5 },
    ];
    await script(faults);
    const alone = await endings('isCatalogServiceAlive', 10);
    await script(faults);
    const beside: string[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      await endings('getPOSConfig', 1);
      beside.push(...(await endings('isCatalogServiceAlive', 1)));
    }
    assert.deepEqual(beside, alone);
  });

  it('tells how often each fault has struck', async () => {
    await script([{ method: 'getPOSConfig', kind: 'http503', times: 5 }]);
    await endings('getPOSConfig', 2);
    const { body } = await simulator.control('faults');
    const [fault] = body.faults as { kind: string; struck: number; times: number }[];
    assert.deepEqual([fault?.kind, fault?.struck, fault?.times], ['http503', 2, 3]);
  });

  const wrong: [body: object, says: RegExp][] = [
    [{}, /faults must be a list/],
    [{ faults: [null] }, /kind must be a text/],
    [{ faults: [{ method: '*', kind: 'flood', times: 1 }] }, /kind must be one of/],
    [{ faults: [{ method: '*', kind: 'reset' }] }, /times must be a number/],
    [{ faults: [{ method: '*', kind: 'reset', probability: 2 }] }, /probability must be at most 1/],
    [{ faults: [{ method: '*', kind: 'in_progress', times: 1, polls: -1 }] }, /polls must be a number/],
    [{ faults: [], seed: 'x' }, /seed must be a number/],
  ];
  for (const [body, says] of wrong) {
    it(`is refused whole when it is ${JSON.stringify(body)}`, async () => {
      await script([{ method: 'getPOSConfig', kind: 'http503', times: 1 }]);
      const answer = await simulator.control('faults', body);
      assert.equal(answer.status, 400);
      assert.match(String(answer.body.error), says);
      assert.deepEqual(await endings('getPOSConfig', 1), ['503']);
    });
  }
});
