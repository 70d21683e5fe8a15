import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type StartedPayment, details, hold, payByCard, startPayment } from '../fixtures/buying.js';
import { type RunningSimulator, flat, start } from '../fixtures/running-simulator.js';
import { IDS, seatId } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
let orderId: number;
let payment: StartedPayment;
beforeEach(async () => {
  simulator = await start();
  const { orderUpdateData } = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
  orderId = orderUpdateData.orderId;
  payment = await startPayment(simulator, orderId);
});
afterEach(() => simulator.close());

const PAID = '4111111111111111';
const REFUSED = '4000000000000002';

async function status(): Promise<string | undefined> {
  const answer = await simulator.call<{ paymentDetails: { paymentStatus: string }[] }>(
    'ExternalPaymentService',
    'checkPayment',
    { orderId },
  );
  return answer.paymentDetails.at(-1)?.paymentStatus;
}

function notify(success: boolean, { paymentId, identification } = payment) {
  const args = { orderId, paymentId, identification, success };
  return simulator.call<{ orderState: string | null; paymentStatus: string | null }>(
    'ExternalOrderService',
    'notifyOrder',
    args,
  );
}

const pay = (number: string) => payByCard(simulator, payment.epcTransactionData.transactionId, number);
const reopen = () => simulator.call('ExternalOrderService', 'reopenOrder', { orderId });

describe('a payment', () => {
  it('waits for its card, and bars changes meanwhile', async () => {
    assert.equal(await status(), 'WAITING');
    assert.equal((await details(simulator, orderId)).orderState, 'PAYMENT_IN_PROGRESS');
    assert.equal((await hold(simulator, [{}], { orderId })).statusCode, 'error.sim.orderBusy');
    assert.equal((await startPayment(simulator, orderId)).statusCode, 'error.sim.orderBusy');
  });

  it('that is paid closes the order once its success is notified', async () => {
    assert.deepEqual(await pay(PAID), { step: 'paid' });
    assert.equal(await status(), 'PAID');
    assert.equal((await details(simulator, orderId)).orderState, 'PAYMENT_IN_PROGRESS');
    const { statusCode, orderState, paymentStatus } = await notify(true);
    assert.deepEqual([statusCode, orderState, paymentStatus], ['success', 'CLOSED', 'PAID']);
  });

  it('may be notified again and again', async () => {
    await pay(PAID);
    const [first, second] = [await notify(true), await notify(true)];
    assert.deepEqual(second, first);
    assert.equal((await notify(false)).orderState, 'CLOSED');
  });

  it('that is not paid cannot be notified as a success', async () => {
    const answer = await notify(true);
    assert.equal(answer.statusCode, 'error.sim.paymentNotFound');
    assert.match(answer.statusDetail ?? '', /is WAITING, not PAID/);
  });

  it('that is paid cannot be notified as a failure or reopened', async () => {
    await pay(PAID);
    assert.equal((await notify(false)).statusCode, 'error.sim.orderBusy');
    assert.equal((await reopen()).statusCode, 'error.sim.orderBusy');
  });

  it('needs its own identification', async () => {
    assert.equal(
      (await notify(true, { ...payment, identification: 'x' })).statusCode,
      'error.sim.paymentNotFound',
    );
  });

  it('that is refused lets the order be reopened with its seats and paid again', async () => {
    assert.deepEqual(await pay(REFUSED), { step: 'refused' });
    assert.equal(await status(), 'FAILED');
    assert.equal((await notify(false)).orderState, 'ABANDONNED');
    assert.equal(
      (await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }])).statusCode,
      'error.sim.seatTaken',
    );
    assert.equal((await reopen()).statusCode, 'success');
    payment = await startPayment(simulator, orderId);
    await pay(PAID);
    assert.equal((await notify(true)).orderState, 'CLOSED');
  });

  it('that is refused can be reopened without being notified', async () => {
    await pay(REFUSED);
    assert.equal((await reopen()).statusCode, 'success');
    assert.equal((await details(simulator, orderId)).orderState, 'RUNNING');
  });

  it('cannot be reopened once its seats were released', async () => {
    await pay(REFUSED);
    await notify(false);
    await simulator.control('clock', { advanceSeconds: 900 });
    assert.equal((await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }])).statusCode, 'success');
    assert.equal((await reopen()).statusCode, 'error.sim.orderExpired');
  });

  it('that is given up can no longer be paid', async () => {
    await reopen();
    assert.equal(await status(), 'ABANDONED');
    assert.deepEqual(await pay(PAID), { step: 'ended' });
  });

  it('can be cancelled', async () => {
    const paymentIds = [payment.paymentId];
    const answer = await simulator.call('ExternalPaymentService', 'cancelPayment', { paymentIds });
    assert.equal(answer.statusCode, 'success');
    assert.equal(await status(), 'CANCELLED_BY_USER');
    assert.equal((await reopen()).statusCode, 'success');
  });

  it('of a closed order cannot be cancelled', async () => {
    await pay(PAID);
    await notify(true);
    const answer = await simulator.call('ExternalPaymentService', 'cancelPayment', {
      paymentIds: [payment.paymentId],
    });
    assert.equal(answer.statusCode, 'error.sim.orderClosed');
  });
});

describe('starting a payment', () => {
  const begin = async (change: (args: Record<string, unknown>) => object) => {
    await reopen();
    const { amountDue } = await details(simulator, orderId);
    const args = {
      orderId,
      payments: [{ amount: amountDue, paymentMethodId: IDS.card }],
      paymentParams: { paymentParametersMap: { ORDER_IDENTIFIER: 's', RETURN_URL: 'https://shop.example/' } },
    };
    const answer = await simulator.call('ExternalOrderFacade', 'createPaymentsAndCloseOrder', {
      ...args,
      ...change(args),
    });
    return answer.statusCode;
  };
  const cases: [title: string, change: object, code: string][] = [
    [
      'another amount',
      { payments: [{ amount: 1, paymentMethodId: IDS.card }] },
      'error.sim.paymentAmountMismatch',
    ],
    [
      'a method of the box office',
      { payments: [{ amount: 1, paymentMethodId: IDS.cash }] },
      'error.sim.invalidParameter',
    ],
    ['no payment', { payments: [] }, 'error.sim.invalidParameter'],
    [
      'no return address',
      { paymentParams: { paymentParametersMap: { ORDER_IDENTIFIER: 's' } } },
      'error.sim.invalidParameter',
    ],
    [
      'a return address that is a script',
      {
        paymentParams: { paymentParametersMap: { ORDER_IDENTIFIER: 's', RETURN_URL: 'javascript:alert(1)' } },
      },
      'error.sim.invalidParameter',
    ],
    ['an unknown contact', { purchasersInfo: [{ contactReference: '1' }] }, 'error.sim.contactNotFound'],
  ];
  for (const [title, change, code] of cases) {
    it(`with ${title} is refused, and the order stays as it was`, async () => {
      assert.equal(await begin(() => change), code);
      assert.equal((await details(simulator, orderId)).orderState, 'RUNNING');
    });
  }
});

describe('the payments of an order over SOAP', () => {
  it('are on the wire as documented', async () => {
    await pay(PAID);
    const { text } = await simulator.soap(
      'ExternalPaymentService',
      'checkPayment',
      `<orderId>${orderId}</orderId>`,
    );
    const { paymentId, identification, epcTransactionData } = payment;
    assert.equal(
      /<paymentDetails>.*<\/paymentDetails>/.exec(text)?.[0],
      flat(`<paymentDetails>
        <amount>51200</amount>
        <bankCardOwnerName>Camille Martin</bankCardOwnerName>
        <cardMaskedNumber>**** **** **** 1111</cardMaskedNumber>
        <epcTransactionData><transactionId>${epcTransactionData.transactionId}</transactionId></epcTransactionData>
        <isInstallment>false</isInstallment>
        <orderId>${orderId}</orderId>
        <payerContact>true</payerContact>
        <paymentDate>2026-11-24T10:00:00.000+00:00</paymentDate>
        <paymentId>${paymentId}</paymentId>
        <paymentIdentifier>${identification}</paymentIdentifier>
        <paymentLastUpdated>2026-11-24T10:00:00.000+00:00</paymentLastUpdated>
        <paymentMethod><code>SPAY</code><id>${IDS.card}</id><paymentType>EPC</paymentType><rank>1</rank></paymentMethod>
        <paymentStatus>PAID</paymentStatus>
      </paymentDetails>`),
    );
  });
});
