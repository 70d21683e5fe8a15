import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { details, hold, type Operation, type OrderUpdate, sell } from '../fixtures/buying.js';
import { type Answer, type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

/** Bags by item, each at the adult's price. */
function take(items: Record<string, number>, orderId?: number): Promise<Answer & OrderUpdate> {
  return simulator.call<OrderUpdate>('ExternalOrderFacade', 'createOrUpdateOrder', {
    ...{ pointOfSalesId: IDS.pos, orderId, orderType: 'SALE' },
    simpleProductOperations: Object.entries(items).map(([itemId, quantity]) => ({
      ...{ itemId, quantity, audienceSubCategoryId: IDS.adult },
    })),
  });
}

interface Availabilities {
  productAvailabilityData: { productAvailabilities: { itemId: number; availability: number }[] };
}

async function left(): Promise<Record<string, number>> {
  const args = { pointOfSalesId: IDS.pos, productIds: [IDS.shop] };
  const { productAvailabilityData } = await simulator.call<Availabilities>(
    'AvailabilityService',
    'getProductAvailability',
    args,
  );
  const lines = productAvailabilityData.productAvailabilities;
  return Object.fromEntries(lines.map(({ itemId, availability }) => [String(itemId), availability]));
}

const kindsOf = (operations: Operation[]) => operations.map(({ kind, quantity }) => [kind, quantity]);

describe('goods', () => {
  it('are operations of their family, without a fee for tickets', async () => {
    const { orderUpdateData } = await take({ [IDS.redBag]: 1, [IDS.blueBag]: 2 });
    assert.deepEqual(kindsOf(orderUpdateData.operationDataUpdates), [
      ['GOODS', 1],
      ['GOODS', 2],
    ]);
    const { saleAmount } = await details(simulator, orderUpdateData.orderId);
    assert.equal(saleAmount, 45_000);
  });

  it('cost no fee beside tickets, which do', async () => {
    const { orderUpdateData } = await hold(simulator, [{ quantity: 1 }]);
    await take({ [IDS.blueBag]: 3 }, orderUpdateData.orderId);
    const { operationDatas } = await details(simulator, orderUpdateData.orderId);
    assert.deepEqual(kindsOf(operationDatas), [
      ['SINGLE_ENTRY', 1],
      ['CHARGE', 1],
      ['GOODS', 3],
    ]);
  });

  it('are counted where there is a number of them, held with the order and given back', async () => {
    assert.deepEqual(await left(), { [IDS.redBag]: 2, [IDS.blueBag]: 9999 });
    const { orderUpdateData } = await take({ [IDS.redBag]: 2 });
    assert.equal((await left())[IDS.redBag], 0);
    const { statusCode } = await take({ [IDS.redBag]: 1 });
    assert.equal(statusCode, 'error.order.availability');
    const movementIds = orderUpdateData.movementDataUpdates.map(({ movementId }) => movementId);
    await simulator.call('ExternalOrderService', 'abandonMovements', {
      orderId: orderUpdateData.orderId,
      movementIds,
    });
    assert.equal((await left())[IDS.redBag], 2);
  });

  it('are handed out for a code, as tickets are', async () => {
    const { orderUpdateData } = await take({ [IDS.redBag]: 1 });
    await sell(simulator, orderUpdateData.orderId);
    const { tickets } = await simulator.call<{ tickets: { barcode: string }[] }>(
      'ProductionPublicService',
      'getTickets',
      { orderId: orderUpdateData.orderId },
    );
    assert.match(tickets[0]?.barcode ?? '', /^\d+$/);
  });

  it('are in the catalog in an object of their own', async () => {
    const { text } = await simulator.soap(
      'CatalogService',
      'getCatalogDetailed',
      '<productCode>BAG</productCode>',
    );
    assert.match(
      text,
      /<goods><items>.*<itemId>10229230000003<\/itemId>.*<quota>2<\/quota>.*<\/items><\/goods>/,
    );
    assert.match(text, /<productFamilyType>GOODS<\/productFamilyType>/);
  });
});
