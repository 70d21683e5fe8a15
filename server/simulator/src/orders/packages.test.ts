import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { details, type Operation, type OrderUpdate, sell } from '../fixtures/buying.js';
import { type Answer, type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

interface Wish {
  orderId?: number;
  quantity?: number;
  /** By performance. */
  seats?: Record<string, number>;
  /** By item. */
  items?: Record<string, number>;
}

/** Packages with their parts: two seats on an evening of choice, and a bag. By default one, for the gala. */
function take({
  orderId,
  quantity = 1,
  seats = { [IDS.gala]: 2 * quantity },
  items = { [IDS.blueBag]: quantity },
}: Wish): Promise<Answer & OrderUpdate> {
  const at = { audienceSubCategoryId: IDS.adult };
  return simulator.call<OrderUpdate>('ExternalOrderFacade', 'createOrUpdateOrder', {
    ...{ pointOfSalesId: IDS.pos, orderType: 'SALE', orderId },
    composedProductOperations: [{ ...at, itemId: IDS.evening, quantity }],
    singleEntryAttributionOperations: [
      {
        operationAttributions: Object.entries(seats).map(([performanceId, count]) => ({
          ...{ ...at, performanceId, seatCategoryId: IDS.stalls, quantity: count },
        })),
      },
    ],
    simpleProductOperations: Object.entries(items).map(([itemId, count]) => ({
      ...{ ...at, itemId, quantity: count },
    })),
  });
}

async function left(): Promise<number | undefined> {
  const { productAvailabilityData } = await simulator.call<{
    productAvailabilityData: { productAvailabilities: { availability: number }[] };
  }>('AvailabilityService', 'getProductAvailability', { pointOfSalesId: IDS.pos, productIds: [IDS.outing] });
  return productAvailabilityData.productAvailabilities[0]?.availability;
}

const kindsOf = (operations: Operation[]) =>
  operations.map(({ kind, quantity, totalAmount }) => [kind, quantity, totalAmount]);

describe('a package', () => {
  it('is one operation at its own price, and has its share of every part, which cost nothing more', async () => {
    const { orderUpdateData } = await take({ quantity: 3 });
    assert.deepEqual(kindsOf(orderUpdateData.operationDataUpdates), [
      ['PACKAGE', 3, 180_000],
      ['SINGLE_ENTRY', 6, 0],
      ['GOODS', 3, 0],
    ]);
    const [whole, ...parts] = orderUpdateData.operationDataUpdates;
    assert.deepEqual(
      parts.map(({ composedOperationId }) => composedOperationId),
      [whole?.operationId, whole?.operationId],
    );
    assert.equal((await details(simulator, orderUpdateData.orderId)).saleAmount, 180_000);
  });

  it('is sold as often as there are any, and one more leaves what was bought as it is', async () => {
    assert.equal(await left(), 3);
    const { orderUpdateData } = await take({});
    const { orderId } = orderUpdateData;
    await take({ orderId, quantity: 2 });
    assert.equal(await left(), 0);
    assert.equal((await take({ orderId })).statusCode, 'error.order.availability');
    const { operationDatas, saleAmount } = await details(simulator, orderId);
    const count = (kind: string) =>
      operationDatas.filter((one) => one.kind === kind).reduce((sum, { quantity }) => sum + quantity, 0);
    assert.deepEqual(
      [count('PACKAGE'), count('SINGLE_ENTRY'), count('GOODS'), saleAmount],
      [3, 6, 3, 180_000],
    );
  });

  it('goes with its share of every part, and no part goes by itself', async () => {
    const { orderUpdateData } = await take({ quantity: 2 });
    const { orderId, operationDataUpdates, movementDataUpdates } = orderUpdateData;
    const [whole, ...parts] = operationDataUpdates;
    const movementsOf = (operation: Operation | undefined) =>
      movementDataUpdates.flatMap(({ movementId, operationId }) =>
        operationId === operation?.operationId ? movementId : [],
      );
    const drop = (movementIds: number[]) =>
      simulator.call<OrderUpdate>('ExternalOrderService', 'abandonMovements', { orderId, movementIds });
    for (const part of parts)
      assert.equal((await drop(movementsOf(part).slice(0, 1))).statusCode, 'error.sim.invalidParameter');
    await drop(movementsOf(whole).slice(0, 1));
    assert.deepEqual(kindsOf((await details(simulator, orderId)).operationDatas), [
      ['PACKAGE', 1, 60_000],
      ['SINGLE_ENTRY', 2, 0],
      ['GOODS', 1, 0],
    ]);
    assert.equal(await left(), 2);
  });

  it('is refused with more, less or other parts than it holds', async () => {
    const wrong: Wish[] = [
      { seats: {} },
      { items: {} },
      { seats: { [IDS.gala]: 1 } },
      { seats: { [IDS.gala]: 2, [IDS.matinee]: 2 } },
      { items: { [IDS.blueBag]: 2 } },
      { items: { [IDS.redBag]: 1 } },
      { seats: { [IDS.club]: 2 } },
    ];
    for (const wish of wrong) {
      const { statusCode } = await take(wish);
      assert.equal(statusCode, 'error.sim.invalidParameter', JSON.stringify(wish));
    }
    assert.equal(await left(), 3);
  });

  it('has a ticket for each of its parts, and none for itself', async () => {
    const { orderUpdateData } = await take({});
    await sell(simulator, orderUpdateData.orderId);
    const { tickets } = await simulator.call<{ tickets: { movementId: number }[] }>(
      'ProductionPublicService',
      'getTickets',
      { orderId: orderUpdateData.orderId },
    );
    assert.equal(tickets.length, 3);
  });

  it('is not sold for an evening that has begun, and is for another', async () => {
    simulator.clock.time += 3 * 24 * 3_600_000;
    assert.equal((await take({ seats: { [IDS.matinee]: 2 } })).statusCode, 'error.sim.notOnSale');
    assert.equal((await take({})).statusCode, 'success');
  });

  it('is in the catalog with lines of the products that it holds', async () => {
    const { text } = await simulator.soap(
      'CatalogService',
      'getCatalogDetailed',
      '<productCode>OUTING</productCode>',
    );
    assert.match(text, /<package><items>.*<itemId>10229230000007<\/itemId>.*<\/items><packageLine>/);
    assert.match(
      text,
      /<packageLine><choiceQuantity>1<\/choiceQuantity><products>.*<start>2026-11-26T.*<quantity>2<\/quantity><\/packageLine>/,
    );
    assert.match(text, /<packageLine><products>.*<goods><items>.*<\/goods>.*<quantity>1<\/quantity>/);
  });
});
