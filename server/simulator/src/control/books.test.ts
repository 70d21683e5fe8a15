import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type StartedPayment, details, hold, payByCard, sell, startPayment } from '../fixtures/buying.js';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS, seatId } from '../fixtures/small-season.js';
import type { BookedOrder, Books } from './books.js';

const PAID = '4111111111111111';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

const books = async () => (await simulator.control('books')).body as unknown as Books;

async function booked(orderId: number): Promise<BookedOrder> {
  const order = (await books()).orders.find((candidate) => candidate.orderId === String(orderId));
  assert.ok(order);
  return order;
}

async function held(): Promise<number> {
  return (await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }])).orderUpdateData.orderId;
}

const pay = ({ epcTransactionData }: StartedPayment) =>
  payByCard(simulator, epcTransactionData.transactionId, PAID);

describe('the books', () => {
  it('have an order with its tickets, seats and prices', async () => {
    const orderId = await held();
    const { movementDatas } = await details(simulator, orderId);
    assert.deepEqual(await booked(orderId), {
      orderId: String(orderId),
      orderState: 'RUNNING',
      creationDateTime: '2026-11-24T10:00:00.000Z',
      saleAmount: 51_200,
      isHolding: true,
      heldTooLongSeconds: 0,
      tickets: [
        {
          movementId: String(movementDatas[0]?.movementId),
          unitPrice: 50_000,
          audienceSubCategoryId: IDS.adult,
          performanceId: IDS.gala,
          place: 0,
          seatId: seatId('A', 1),
        },
      ],
      payments: [],
    });
  });

  it('have what a sale was paid with, and its ticket', async () => {
    const orderId = await held();
    await sell(simulator, orderId);
    const { orderState, closedAt, isHolding, tickets, payments } = await booked(orderId);
    assert.deepEqual([orderState, closedAt, isHolding], ['CLOSED', '2026-11-24T10:00:00.000Z', false]);
    assert.match(tickets[0]?.ticketId ?? '', /^\d+$/);
    const [payment] = payments;
    assert.deepEqual([payment?.amount, payment?.paymentStatus, payment?.isCharged], [51_200, 'PAID', true]);
  });

  it('show a card that was charged twice', async () => {
    const orderId = await held();
    const first = await startPayment(simulator, orderId);
    await simulator.call('ExternalOrderService', 'reopenOrder', { orderId });
    await pay(await startPayment(simulator, orderId));
    await simulator.control('late-payment', { paymentId: String(first.paymentId) });
    const charged = (await booked(orderId)).payments.filter(({ isCharged }) => isCharged);
    assert.deepEqual(
      charged.map(({ amount }) => amount),
      [51_200, 51_200],
    );
  });

  it('show money that was taken for an order without tickets', async () => {
    const orderId = await held();
    await pay(await startPayment(simulator, orderId));
    const { orderState, tickets, payments } = await booked(orderId);
    assert.deepEqual([orderState, payments[0]?.isCharged], ['PAYMENT_IN_PROGRESS', true]);
    assert.equal(tickets[0]?.ticketId, undefined);
  });

  it('show seats that a payment keeps beyond their hold', async () => {
    const orderId = await held();
    await startPayment(simulator, orderId);
    await simulator.control('clock', { advanceSeconds: 1000 });
    const { isHolding, heldTooLongSeconds } = await booked(orderId);
    assert.deepEqual([isHolding, heldTooLongSeconds], [true, 100]);
  });

  it('show that a hold that ran out has let its seats go', async () => {
    const orderId = await held();
    simulator.clock.time += 900_000;
    const { orderState, isHolding, heldTooLongSeconds } = await booked(orderId);
    assert.deepEqual([orderState, isHolding, heldTooLongSeconds], ['ABANDONNED', false, 0]);
  });

  it('tell places of a zone and visits apart', async () => {
    const { orderUpdateData } = await hold(simulator, [
      { performanceId: IDS.club, seatCategoryId: IDS.floor, quantity: 2 },
    ]);
    await simulator.call('ExternalOrderFacade', 'createOrUpdateOrder', {
      pointOfSalesId: IDS.pos,
      orderId: orderUpdateData.orderId,
      simpleProductOperations: [
        { audienceSubCategoryId: IDS.adult, itemId: IDS.visit, timeslotId: IDS.morning, quantity: 1 },
      ],
    });
    const { tickets } = await booked(orderUpdateData.orderId);
    assert.deepEqual(
      tickets.map(({ performanceId, place, seatId: seat, itemId, timeslotId }) => {
        return [performanceId, place, seat, itemId, timeslotId];
      }),
      [
        [IDS.club, 0, undefined, undefined, undefined],
        [IDS.club, 1, undefined, undefined, undefined],
        [undefined, undefined, undefined, IDS.visit, IDS.morning],
      ],
    );
  });
});

describe('the calls in the books', () => {
  const alive = async (times: number) => {
    for (let call = 0; call < times; call += 1) {
      await simulator.call('CatalogService', 'isCatalogServiceAlive').catch(() => undefined);
    }
  };
  beforeEach(async () => {
    await simulator.close();
    simulator = await start({ limits: true, callsPerMinute: 3 });
  });

  it('are counted in any sixty seconds, not by the minute of the clock', async () => {
    simulator.clock.time += 50_000;
    await alive(2);
    simulator.clock.time += 20_000;
    await alive(1);
    simulator.clock.time += 40_000;
    await alive(1);
    assert.deepEqual((await books()).calls, {
      limit: 3,
      mostInAMinute: 3,
      refused: 0,
      minutes: [
        { at: '2026-11-24T10:00:00.000Z', mostInAMinute: 2, refused: 0 },
        { at: '2026-11-24T10:01:00.000Z', mostInAMinute: 3, refused: 0 },
      ],
    });
  });

  it('tell those that were refused as beyond the budget', async () => {
    await alive(5);
    const { mostInAMinute, refused } = (await books()).calls;
    assert.deepEqual([mostInAMinute, refused], [4, 2]);
  });

  it('tell a budget that was exceeded while the limits were off', async () => {
    await simulator.control('limits', { on: false });
    await alive(5);
    const { mostInAMinute, refused } = (await books()).calls;
    assert.deepEqual([mostInAMinute, refused], [5, 0]);
  });

  it('are forgotten by a reset', async () => {
    await alive(2);
    await simulator.control('reset', {});
    assert.deepEqual((await books()).calls, { limit: 3, mostInAMinute: 0, refused: 0, minutes: [] });
  });
});
