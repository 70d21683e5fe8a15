import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Attribution, details, hold, payByCard, startPayment } from '../fixtures/buying.js';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { NOW, seatId, smallHall, smallSeason } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start({ lifetimes: { expirySeconds: 900, lifespanSeconds: 3600 } });
});
afterEach(() => simulator.close());

async function expiresIn(orderId: number): Promise<number> {
  const { expirationDate } = await details(simulator, orderId);
  return (Date.parse(expirationDate ?? '') - NOW) / 1000;
}

const advance = (advanceSeconds: number) => simulator.control('clock', { advanceSeconds });

async function isFree(seat: string): Promise<boolean> {
  return (await hold(simulator, [{ physicalSeatIds: [seat] }])).statusCode === 'success';
}

describe('a hold', () => {
  it('runs out the expiry delay after it was added', async () => {
    const { orderUpdateData } = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
    assert.equal(await expiresIn(orderUpdateData.orderId), 900);
    await advance(899);
    assert.equal(await isFree(seatId('A', 1)), false);
    await advance(1);
    assert.equal((await details(simulator, orderUpdateData.orderId)).orderState, 'ABANDONNED');
    assert.equal(await isFree(seatId('A', 1)), true);
  });

  it('is renewed for the whole order by each item that is added', async () => {
    const { orderUpdateData } = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
    const { orderId } = orderUpdateData;
    await advance(600);
    await hold(simulator, [{}], { orderId });
    assert.equal(await expiresIn(orderId), 1500);
    await advance(600);
    assert.equal(await isFree(seatId('A', 1)), false);
  });

  it('is not renewed by removing an item', async () => {
    const { orderUpdateData } = await hold(simulator, [{ quantity: 2 }]);
    const { orderId, movementDataUpdates } = orderUpdateData;
    await advance(600);
    const movementIds = [movementDataUpdates[0]?.movementId];
    await simulator.call('ExternalOrderService', 'abandonMovements', { orderId, movementIds });
    assert.equal(await expiresIn(orderId), 900);
  });

  it('ends with the order’s lifespan, which is never renewed', async () => {
    const { orderUpdateData } = await hold(simulator, [{}]);
    const { orderId } = orderUpdateData;
    for (let step = 0; step < 4; step += 1) {
      await advance(800);
      await hold(simulator, [{}], { orderId });
    }
    assert.equal(await expiresIn(orderId), 3600);
    await advance(400);
    assert.equal((await hold(simulator, [{}], { orderId })).statusCode, 'error.sim.orderExpired');
  });

  it('lasts through a payment until the lifespan ends', async () => {
    const { orderUpdateData } = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
    const { orderId } = orderUpdateData;
    const { epcTransactionData } = await startPayment(simulator, orderId);
    assert.equal(await expiresIn(orderId), 3600);
    await advance(3599);
    assert.equal(await isFree(seatId('A', 1)), false);
    await advance(1);
    assert.equal((await details(simulator, orderId)).orderState, 'ABANDONNED');
    assert.deepEqual(await payByCard(simulator, epcTransactionData.transactionId, '4111111111111111'), {
      step: 'ended',
    });
    assert.equal(await isFree(seatId('A', 1)), true);
  });

  it('of a paid order waits to be finalised, however late', async () => {
    const { orderUpdateData } = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
    const { orderId } = orderUpdateData;
    const { paymentId, identification, epcTransactionData } = await startPayment(simulator, orderId);
    await payByCard(simulator, epcTransactionData.transactionId, '4000000000000259');
    await advance(86_400);
    assert.equal(await isFree(seatId('A', 1)), false);
    const args = { orderId, paymentId, identification, success: true };
    const notified = await simulator.call<{ orderState: string }>(
      'ExternalOrderService',
      'notifyOrder',
      args,
    );
    assert.equal(notified.orderState, 'CLOSED');
  });
});

describe('two hundred buyers and fifty seats', () => {
  const seats = Array.from({ length: 50 }, (_, index) => ({
    ...first(smallHall.seats),
    id: String(1000 + index),
    rank: index,
  }));

  async function race(
    attributionOf: (buyer: number) => Attribution,
  ): Promise<{ sold: string[]; codes: Set<string> }> {
    const season = smallSeason();
    const halls = season.halls.map((hall) => (hall.code === smallHall.code ? { ...hall, seats } : hall));
    const crowded = await start({ season: { ...season, halls } });
    const buyers = Array.from({ length: 200 }, (_, buyer) => hold(crowded, [attributionOf(buyer)]));
    const answers = await Promise.all(buyers);
    await crowded.close();
    const sold = answers.flatMap(({ orderUpdateData }) => orderUpdateData?.movementDataUpdates ?? []);
    return {
      sold: sold.map((movement) => String(movement.seatId)).sort(),
      codes: new Set(answers.map((answer) => answer.statusCode)),
    };
  }

  it('end with each chosen seat sold once', async () => {
    const { sold, codes } = await race((buyer) => ({ physicalSeatIds: [String(1000 + ((buyer * 7) % 50))] }));
    assert.deepEqual(
      sold,
      seats.map((seat) => seat.id),
    );
    assert.deepEqual(codes, new Set(['success', 'error.sim.seatTaken']));
  });

  it('end with each best seat sold once', async () => {
    const { sold, codes } = await race(() => ({ quantity: 2 }));
    assert.deepEqual(
      sold,
      seats.map((seat) => seat.id),
    );
    assert.deepEqual(codes, new Set(['success', 'error.order.availability']));
  });
});

function first<T>(list: T[]): T {
  const [item] = list;
  assert.ok(item);
  return item;
}
