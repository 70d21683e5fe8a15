import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type StartedPayment, details, hold, payByCard, startPayment } from '../fixtures/buying.js';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { seatId } from '../fixtures/small-season.js';

const PAID = '4111111111111111';
const REFUSED = '4000000000000002';

let simulator: RunningSimulator;
let orderId: number;
let refused: StartedPayment;
beforeEach(async () => {
  simulator = await start();
  const { orderUpdateData } = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
  orderId = orderUpdateData.orderId;
  refused = await startPayment(simulator, orderId);
  await pay(refused, REFUSED);
});
afterEach(() => simulator.close());

const pay = ({ epcTransactionData }: StartedPayment, number: string) =>
  payByCard(simulator, epcTransactionData.transactionId, number);

const payLate = ({ paymentId }: StartedPayment) =>
  simulator.control('late-payment', { paymentId: String(paymentId) });

const reopen = () => simulator.call('ExternalOrderService', 'reopenOrder', { orderId });

function notify({ paymentId, identification }: StartedPayment, success: boolean) {
  const args = { orderId, paymentId, identification, success };
  return simulator.call<{ orderState: string | null }>('ExternalOrderService', 'notifyOrder', args);
}

async function statuses(): Promise<string[]> {
  return (await details(simulator, orderId)).payments.map(({ paymentStatus }) => paymentStatus);
}

describe('a payment that turns PAID after its "no"', () => {
  it('is told by the payment, and by nothing else', async () => {
    await reopen();
    assert.deepEqual((await payLate(refused)).body, { orderId: String(orderId), paymentStatus: 'PAID' });
    assert.deepEqual(await statuses(), ['PAID']);
    assert.equal((await details(simulator, orderId)).orderState, 'RUNNING');
  });

  it('closes its order that was reopened', async () => {
    await reopen();
    await payLate(refused);
    assert.equal((await notify(refused, true)).orderState, 'CLOSED');
    assert.equal((await notify(refused, true)).orderState, 'CLOSED');
  });

  it('closes its abandoned order as long as the seats are held', async () => {
    await notify(refused, false);
    await payLate(refused);
    assert.equal((await notify(refused, true)).orderState, 'CLOSED');
  });

  it('closes no order whose seats were released', async () => {
    await notify(refused, false);
    await simulator.control('clock', { advanceSeconds: 900 });
    await payLate(refused);
    assert.equal((await notify(refused, true)).statusCode, 'error.sim.orderExpired');
    assert.equal((await details(simulator, orderId)).orderState, 'ABANDONNED');
  });

  it('closes no order that is worth something else by now', async () => {
    await reopen();
    await hold(simulator, [{}], { orderId });
    await payLate(refused);
    assert.equal((await notify(refused, true)).statusCode, 'error.sim.paymentAmountMismatch');
    assert.equal((await details(simulator, orderId)).orderState, 'RUNNING');
  });

  it('can stand beside a second one that is paid too: the card is charged twice', async () => {
    await reopen();
    const second = await startPayment(simulator, orderId);
    await payLate(refused);
    await pay(second, PAID);
    assert.deepEqual(await statuses(), ['PAID', 'PAID']);
    assert.equal((await notify(second, true)).orderState, 'CLOSED');
    assert.equal((await notify(refused, true)).orderState, 'CLOSED');
  });

  it('keeps its order from being given up with a second one', async () => {
    await reopen();
    const second = await startPayment(simulator, orderId);
    await payLate(refused);
    await pay(second, REFUSED);
    assert.equal((await notify(second, false)).statusCode, 'error.sim.orderBusy');
    assert.equal((await notify(refused, true)).orderState, 'CLOSED');
  });

  it('may have been cancelled or given up before', async () => {
    await reopen();
    const cancelled = await startPayment(simulator, orderId);
    await simulator.call('ExternalPaymentService', 'cancelPayment', { paymentIds: [cancelled.paymentId] });
    await payLate(cancelled);
    assert.deepEqual(await statuses(), ['FAILED', 'PAID']);
  });

  it('must have had its "no"', async () => {
    await reopen();
    const waiting = await startPayment(simulator, orderId);
    const { status, body } = await payLate(waiting);
    assert.equal(status, 400);
    assert.match(String(body.error), /is WAITING/);
    assert.equal((await simulator.control('late-payment', { paymentId: '1' })).status, 404);
  });
});
