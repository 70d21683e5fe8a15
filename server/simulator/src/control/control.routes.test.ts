import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { details, hold } from '../fixtures/buying.js';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS, seatId } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

const alive = (signal?: AbortSignal) =>
  fetch(`${simulator.url('CatalogService', 'rest')}/isCatalogServiceAlive`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: '{}',
    signal,
  });
let token: string;
beforeEach(async () => {
  token = await simulator.token();
});

async function fault(kind: string, times = 1, extra: object = {}): Promise<void> {
  const { status } = await simulator.control('fault', {
    method: 'isCatalogServiceAlive',
    kind,
    times,
    ...extra,
  });
  assert.equal(status, 200);
}

describe('a fault', () => {
  for (const [kind, expected] of [
    ['http500', 500],
    ['http509', 509],
    ['fault', 500],
  ] as const) {
    it(`of kind ${kind} is answered with ${expected}, as often as asked for`, async () => {
      await fault(kind, 2);
      assert.deepEqual(
        [(await alive()).status, (await alive()).status, (await alive()).status],
        [expected, expected, 200],
      );
    });
  }

  it('of kind fault is a SOAP fault over SOAP', async () => {
    await fault('fault');
    const { status, text } = await simulator.soap('CatalogService', 'isCatalogServiceAlive', '');
    assert.equal(status, 500);
    assert.match(text, /<S:Fault><faultcode>S:Server<\/faultcode>/);
  });

  it('that is a statusCode is answered in a 200', async () => {
    await fault('error.sim.notOnSale');
    assert.equal(
      (await simulator.call('CatalogService', 'isCatalogServiceAlive')).statusCode,
      'error.sim.notOnSale',
    );
  });

  it('of kind reset cuts the connection', async () => {
    await fault('reset');
    await assert.rejects(alive());
  });

  it('of kind timeout never answers', async () => {
    await fault('timeout');
    await assert.rejects(alive(AbortSignal.timeout(200)), { name: 'TimeoutError' });
    assert.equal((await alive()).status, 200);
  });

  it('can strike after the work was done', async () => {
    await simulator.control('fault', {
      method: 'createOrUpdateOrder',
      kind: 'http500',
      times: 1,
      after: true,
    });
    await assert.rejects(hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]), /500/);
    assert.equal(
      (await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }])).statusCode,
      'error.sim.seatTaken',
    );
  });
});

describe('latency', () => {
  it('beyond the wait is answered with in_progress, and polled for', async () => {
    await simulator.control('latency', { method: 'createOrUpdateOrder', ms: 50, waitMs: 0 });
    const first = await hold(simulator, [{ quantity: 2 }]);
    assert.equal(first.statusCode, 'in_progress');
    assert.equal(first.orderUpdateData, null);
    await simulator.control('latency', { method: 'createOrUpdateOrder', ms: 50, waitMs: 5000 });
    const args = { requestId: first.requestId, pointOfSalesId: IDS.pos };
    const polled = await simulator.call<{ orderUpdateData: { orderId: number } }>(
      'ExternalOrderFacade',
      'createOrUpdateOrder',
      args,
    );
    assert.equal(polled.statusCode, 'success');
    assert.equal((await details(simulator, polled.orderUpdateData.orderId)).movementDatas.length, 2);
  });
});

describe('another buyer', () => {
  it('takes the seats that are still free', async () => {
    await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
    const seatIds = [seatId('A', 1), seatId('A', 2)];
    const { body } = await simulator.control('take', { performanceId: IDS.gala, seatIds });
    assert.deepEqual(body, { taken: [seatId('A', 2)] });
    assert.equal(
      (await hold(simulator, [{ physicalSeatIds: [seatId('A', 2)] }])).statusCode,
      'error.sim.seatTaken',
    );
  });
});

describe('the control port', () => {
  it('shows an order, and how often methods were called', async () => {
    const { orderUpdateData } = await hold(simulator, [{}]);
    const { body } = await simulator.control(`orders/${orderUpdateData.orderId}`);
    assert.equal(body.orderState, 'RUNNING');
    assert.equal(body.expirationDate, '2026-11-24T10:15:00.000+00:00');
    assert.deepEqual((await simulator.control('calls')).body, { createOrUpdateOrder: 1 });
    assert.equal((await simulator.control('orders/1')).status, 404);
  });

  it('puts everything back', async () => {
    const { orderUpdateData } = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
    await fault('http500');
    await simulator.control('reset', {});
    await simulator.control('limits', { on: false });
    assert.equal((await simulator.control(`orders/${orderUpdateData.orderId}`)).status, 404);
    assert.equal((await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }])).statusCode, 'success');
    assert.equal((await alive()).status, 200);
  });

  const wrong: [path: string, body: object, says: RegExp][] = [
    ['latency', { method: 'getTickets' }, /ms must be a number, at least 0/],
    ['latency', { ms: 5 }, /method must be a text/],
    ['fault', { method: 'getTickets', kind: 'flood', times: 1 }, /kind must be one of/],
    ['fault', { method: 'getTickets', kind: 'fault', times: 0 }, /times must be a number, at least 1/],
    ['limits', { on: 'no' }, /on must be true or false/],
    ['clock', { advanceSeconds: -1 }, /advanceSeconds must be a number, at least 0/],
    ['take', { performanceId: '1', seatIds: ['1'] }, /performance 1 is unknown/],
    ['take', { performanceId: IDS.gala, seatIds: ['1'] }, /seat 1 is unknown/],
    ['take', { performanceId: IDS.gala, seatIds: [] }, /seatIds must be a list of ids/],
    ['clock', [], /must be a JSON object/],
  ];
  for (const [path, body, says] of wrong) {
    it(`says what is wrong with ${path} ${JSON.stringify(body)}`, async () => {
      const answer = await simulator.control(path, body);
      assert.equal(answer.status, 400);
      assert.match(String(answer.body.error), says);
    });
  }

  it('is not on the public side', async () => {
    assert.equal((await fetch(`${simulator.base}/control/calls`)).status, 404);
  });
});
