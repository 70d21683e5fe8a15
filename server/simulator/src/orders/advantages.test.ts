import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { details, hold, type OrderUpdate, sell } from '../fixtures/buying.js';
import { type Answer, type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

const redeem = (orderId: number, advantageCode: string): Promise<Answer & OrderUpdate> =>
  simulator.call<OrderUpdate>('ExternalOrderFacade', 'createOrUpdateOrder', {
    ...{ pointOfSalesId: IDS.pos, orderId, orderType: 'SALE', advantageCode },
  });

/** An order of some adults in the stalls of the gala, at 50.00 each. */
async function order(quantity: number): Promise<number> {
  return (await hold(simulator, [{ quantity }])).orderUpdateData.orderId;
}

/** Of each line of tickets: how many, at which price, instead of which, by which offer. */
async function linesOf(orderId: number) {
  const { operationDatas } = await details(simulator, orderId);
  return operationDatas
    .filter(({ kind }) => kind !== 'CHARGE')
    .map(({ quantity, unitPrice, basePrice, advantage }) => [quantity, unitPrice, basePrice, advantage]);
}

/** A contact of its own for each call, as guests are. */
async function guest(email: string): Promise<string> {
  const { contactNumber } = await simulator.call<{ contactNumber: string }>(
    'ContactInformationPublicService',
    'saveIndividualContact',
    { individualContact: { firstName: 'A', lastName: 'B', email } },
  );
  return contactNumber;
}

describe('a promo code', () => {
  it('makes all tickets of an order cheaper, says by what, and is told with the order', async () => {
    const orderId = await order(2);
    const { orderUpdateData } = await redeem(orderId, ' tenth ');
    assert.deepEqual(
      orderUpdateData.operationDataUpdates.map(({ kind, unitPrice }) => [kind, unitPrice]),
      [
        ['SINGLE_ENTRY', 45_000],
        ['CHARGE', 1_200],
      ],
    );
    assert.deepEqual(await linesOf(orderId), [[2, 45_000, 50_000, 'Offer TENTH']]);
    const { saleAmount, advantageCode } = await details(simulator, orderId);
    assert.equal(saleAmount, 92_400);
    assert.equal(advantageCode, 'TENTH');
  });

  it('counts for what is added later too', async () => {
    const orderId = await order(1);
    await redeem(orderId, 'TENTH');
    await hold(simulator, [{ quantity: 1, audienceSubCategoryId: IDS.child }], { orderId });
    assert.deepEqual(await linesOf(orderId), [
      [1, 45_000, 50_000, 'Offer TENTH'],
      [1, 18_000, 20_000, 'Offer TENTH'],
    ]);
  });

  it('that is good for two of three makes two cheaper, and the third when one of them is dropped', async () => {
    const orderId = await order(3);
    await redeem(orderId, 'TWO');
    assert.deepEqual(await linesOf(orderId), [
      [2, 25_000, 50_000, 'Offer TWO'],
      [1, 50_000, 50_000, null],
    ]);
    const { movementDatas } = await details(simulator, orderId);
    assert.equal(movementDatas.length, 3);
    const movementIds = [movementDatas[0]?.movementId];
    await simulator.call('ExternalOrderService', 'abandonMovements', { orderId, movementIds });
    assert.deepEqual(await linesOf(orderId), [
      [1, 25_000, 50_000, 'Offer TWO'],
      [1, 25_000, 50_000, 'Offer TWO'],
    ]);
  });

  it('gives way to another one, and an empty one to none', async () => {
    const orderId = await order(2);
    await redeem(orderId, 'TENTH');
    await redeem(orderId, 'LAST');
    assert.deepEqual(await linesOf(orderId), [[2, 37_500, 50_000, 'Offer LAST']]);
    await redeem(orderId, '');
    assert.deepEqual(await linesOf(orderId), [[2, 50_000, 50_000, null]]);
    assert.equal((await details(simulator, orderId)).advantageCode, null);
  });

  it('that takes all off leaves nothing due, no fee either, and the order is closed without a payment', async () => {
    const orderId = await order(2);
    await redeem(orderId, 'FREE');
    assert.equal((await details(simulator, orderId)).saleAmount, 0);
    const answer = await simulator.call('ExternalOrderService', 'closeOrder', { orderId, payments: [] });
    assert.equal(answer.statusCode, 'success');
  });

  it('is refused with its reason, and the order stays as it is', async () => {
    const orderId = await order(1);
    const refusals = [
      ['NOBODY', 'error.sim.advantageUnknown'],
      ['PAST', 'error.sim.advantageEnded'],
    ] as const;
    await redeem(orderId, 'TENTH');
    for (const [code, statusCode] of refusals) {
      assert.equal((await redeem(orderId, code)).statusCode, statusCode);
    }
    assert.deepEqual(await linesOf(orderId), [[1, 45_000, 50_000, 'Offer TENTH']]);
    const { movementDatas } = await details(simulator, orderId);
    const movementIds = movementDatas.map(({ movementId }) => movementId);
    await simulator.call('ExternalOrderService', 'abandonMovements', { orderId, movementIds });
    assert.equal((await redeem(orderId, 'TENTH')).statusCode, 'error.sim.advantageNotApplicable');
  });

  it('that is good for one order works again once that one is given up', async () => {
    const [first, second] = [await order(1), await order(1)];
    assert.equal((await redeem(first, 'LAST')).statusCode, 'success');
    assert.equal((await redeem(second, 'LAST')).statusCode, 'error.sim.advantageUsedUp');
    const { movementDatas } = await details(simulator, first);
    const movementIds = movementDatas.map(({ movementId }) => movementId);
    await simulator.call('ExternalOrderService', 'abandonMovements', { orderId: first, movementIds });
    assert.equal((await redeem(second, 'LAST')).statusCode, 'success');
    assert.equal((await sell(simulator, second)).statusCode, 'success');
    assert.equal((await redeem(first, 'LAST')).statusCode, 'error.sim.advantageUsedUp');
  });

  it('that is good once for a buyer is refused to the same e-mail in other letters, when the order is closed', async () => {
    const buy = async (email: string) => {
      const orderId = await order(1);
      await redeem(orderId, 'FREE');
      const purchaserInfo = { contactReference: await guest(email) };
      const answer = await simulator.call('ExternalOrderService', 'closeOrder', {
        ...{ orderId, payments: [], purchaserInfo },
      });
      return answer.statusCode;
    };
    assert.equal(await buy('a@example.org'), 'success');
    assert.equal(await buy('b@example.org'), 'success');
    assert.equal(await buy('A@Example.org'), 'error.sim.advantageUsedUp');
  });

  it('is taken away over SOAP by an empty element', async () => {
    const orderId = await order(1);
    const give = (code: string) =>
      simulator.soap(
        'ExternalOrderFacade',
        'createOrUpdateOrder',
        `<pointOfSalesId>${IDS.pos}</pointOfSalesId><orderId>${orderId}</orderId><orderType>SALE</orderType><advantageCode>${code}</advantageCode>`,
      );
    assert.match((await give('TENTH')).text, /<unitPrice>45000</);
    assert.match((await give('')).text, /<unitPrice>50000</);
  });
});
