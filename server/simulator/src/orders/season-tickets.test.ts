import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { details, hold, type Operation, type OrderUpdate, seatsOf, sell } from '../fixtures/buying.js';
import { type Answer, type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS, seatId } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

interface Wish {
  itemId?: string;
  performanceIds?: string[];
  /** By tariff. */
  quantities?: Record<string, number>;
  seatCategoryId?: string;
  seats?: Record<string, string[]>;
}

/** Season tickets with their seats; by default one adult's for both evenings, in the stalls. */
function take({
  itemId = IDS.bothEvenings,
  performanceIds = [IDS.matinee, IDS.gala],
  quantities = { [IDS.adult]: 1 },
  seatCategoryId = IDS.stalls,
  seats = {},
}: Wish): Promise<Answer & OrderUpdate> {
  const tariffs = Object.entries(quantities);
  return simulator.call<OrderUpdate>('ExternalOrderFacade', 'createOrUpdateOrder', {
    ...{ pointOfSalesId: IDS.pos, orderType: 'SALE' },
    composedProductOperations: tariffs.map(([audienceSubCategoryId, quantity]) => ({
      ...{ itemId, audienceSubCategoryId, quantity },
    })),
    singleEntryAttributionOperations: [
      {
        operationAttributions: performanceIds.flatMap((performanceId) =>
          tariffs.map(([audienceSubCategoryId, quantity]) => ({
            ...{ performanceId, audienceSubCategoryId, seatCategoryId, quantity },
            physicalSeatIds: seats[performanceId],
          })),
        ),
      },
    ],
  });
}

async function left(): Promise<Record<string, number>> {
  const { productAvailabilityData } = await simulator.call<{
    productAvailabilityData: { productAvailabilities: { itemId: number; availability: number }[] };
  }>('AvailabilityService', 'getProductAvailability', { pointOfSalesId: IDS.pos, productIds: [IDS.season] });
  const lines = productAvailabilityData.productAvailabilities;
  return Object.fromEntries(lines.map(({ itemId, availability }) => [String(itemId), availability]));
}

async function heldSeats(): Promise<number> {
  const { performanceAvailabilityData } = await simulator.call<{
    performanceAvailabilityData: { performanceAvailabilities: { availability: number }[] };
  }>('AvailabilityService', 'getPerformanceAvailability', {
    ...{ pointOfSalesId: IDS.pos, performanceIds: [IDS.matinee, IDS.gala] },
    composedProductId: IDS.season,
  });
  const free = performanceAvailabilityData.performanceAvailabilities.map(({ availability }) => availability);
  // 24 seats each; three of the matinee were sold before.
  return 45 - free.reduce((sum, count) => sum + count, 0);
}

const kindsOf = (operations: Operation[]) =>
  operations.map(({ kind, quantity, totalAmount }) => [kind, quantity, totalAmount]);

describe('a season ticket', () => {
  it('is one operation at its own price, and its seats cost nothing more', async () => {
    const { orderUpdateData } = await take({ quantities: { [IDS.adult]: 2, [IDS.child]: 1 } });
    const { operationDataUpdates: operations } = orderUpdateData;
    assert.deepEqual(kindsOf(operations), [
      ['SEASONTICKET', 2, 160_000],
      ['SINGLE_ENTRY', 2, 0],
      ['SINGLE_ENTRY', 2, 0],
      ['SEASONTICKET', 1, 40_000],
      ['SINGLE_ENTRY', 1, 0],
      ['SINGLE_ENTRY', 1, 0],
    ]);
    const [adults, ...seats] = operations;
    assert.deepEqual(
      seats.slice(0, 2).map(({ composedOperationId }) => composedOperationId),
      [adults?.operationId, adults?.operationId],
    );
    assert.equal((await details(simulator, orderUpdateData.orderId)).saleAmount, 200_000);
  });

  it('has the same seat on every evening, though another would be better on one', async () => {
    await hold(simulator, [{ performanceId: IDS.gala, physicalSeatIds: [seatId('A', 1), seatId('A', 2)] }]);
    await hold(simulator, [{ performanceId: IDS.matinee, physicalSeatIds: [seatId('A', 5)] }]);
    const { orderUpdateData } = await take({ quantities: { [IDS.adult]: 5 } });
    const seated = orderUpdateData.movementDataUpdates.filter(({ seatId: id }) => id !== null);
    assert.equal(seatsOf(seated), 'A6 A7 A8 A9 A10 A6 A7 A8 A9 A10');
  });

  it('is held whole or not at all', async () => {
    for (let n = 1; n <= 10; n++) {
      const rows = n % 2 ? [seatId('A', n)] : [seatId('B', n)];
      await hold(simulator, [{ performanceId: IDS.gala, physicalSeatIds: rows }]);
    }
    const before = await heldSeats();
    const { statusCode } = await take({ quantities: { [IDS.adult]: 11 } });
    assert.equal(statusCode, 'error.order.availability');
    assert.equal(await heldSeats(), before);
  });

  it('gives the seats that were asked for, and none of them where one is taken', async () => {
    const seats = { [IDS.matinee]: [seatId('A', 3)], [IDS.gala]: [seatId('A', 3)] };
    const { orderUpdateData } = await take({ seats });
    assert.equal(
      seatsOf(orderUpdateData.movementDataUpdates.filter(({ seatId: id }) => id !== null)),
      'A3 A3',
    );
    const held = await heldSeats();
    const { statusCode } = await take({ seats: { ...seats, [IDS.matinee]: [seatId('A', 4)] } });
    assert.equal(statusCode, 'error.sim.seatTaken');
    assert.equal(await heldSeats(), held);
  });

  it('goes with its seats, which do not go without it', async () => {
    const { orderUpdateData } = await take({ quantities: { [IDS.adult]: 2 } });
    const { orderId, movementDataUpdates } = orderUpdateData;
    const drop = (movementIds: (number | undefined)[]) =>
      simulator.call<OrderUpdate>('ExternalOrderService', 'abandonMovements', { orderId, movementIds });
    const [first, second, seat] = movementDataUpdates.map(({ movementId }) => movementId);
    assert.equal((await drop([seat])).statusCode, 'error.sim.invalidParameter');
    await drop([first]);
    const { operationDatas, movementDatas } = await details(simulator, orderId);
    assert.deepEqual(kindsOf(operationDatas), [
      ['SEASONTICKET', 1, 80_000],
      ['SINGLE_ENTRY', 1, 0],
      ['SINGLE_ENTRY', 1, 0],
    ]);
    const seats = movementDatas.filter(({ row }) => row !== null);
    assert.equal(new Set(seats.map((one) => seatsOf([one]))).size, 1);
    const own = movementDatas.map(({ movementId }) => movementId);
    await drop([second, ...own.filter((id) => id !== second)]);
    assert.equal(await heldSeats(), 0);
  });

  it('is let in by its seats once it is sold', async () => {
    const { orderUpdateData } = await take({});
    await sell(simulator, orderUpdateData.orderId);
    const { tickets } = await simulator.call<{ tickets: { movementId: number; barcode: string }[] }>(
      'ProductionPublicService',
      'getTickets',
      { orderId: orderUpdateData.orderId },
    );
    const seats = orderUpdateData.movementDataUpdates.filter(({ row }) => row !== null);
    assert.deepEqual(
      tickets.map(({ movementId }) => movementId),
      seats.map(({ movementId }) => movementId),
    );
  });

  it('is of the performances that were chosen, as many as it is good for', async () => {
    const wish = { itemId: IDS.oneEvening, performanceIds: [IDS.gala] };
    const { orderUpdateData } = await take(wish);
    assert.deepEqual(kindsOf(orderUpdateData.operationDataUpdates), [
      ['SEASONTICKET', 1, 45_000],
      ['SINGLE_ENTRY', 1, 0],
    ]);
    for (const performanceIds of [[], [IDS.matinee, IDS.gala], [IDS.club]]) {
      const { statusCode } = await take({ ...wish, performanceIds });
      assert.equal(statusCode, 'error.sim.invalidParameter');
    }
  });

  it('is counted: by its own number, and by the seats that are free on all its evenings', async () => {
    assert.deepEqual(await left(), { [IDS.bothEvenings]: 21, [IDS.oneEvening]: 2 });
    await hold(simulator, [{ performanceId: IDS.gala, physicalSeatIds: [seatId('A', 1), seatId('B', 1)] }]);
    assert.equal((await left())[IDS.bothEvenings], 20);
    const wish = { itemId: IDS.oneEvening, performanceIds: [IDS.gala] };
    await take({ ...wish, quantities: { [IDS.adult]: 2 } });
    assert.equal((await left())[IDS.oneEvening], 0);
    assert.equal((await take(wish)).statusCode, 'error.order.availability');
  });

  it('is not sold once one of its evenings has begun', async () => {
    simulator.clock.time += 3 * 24 * 3_600_000;
    assert.equal((await take({})).statusCode, 'error.sim.notOnSale');
    const late = await take({ itemId: IDS.oneEvening, performanceIds: [IDS.matinee] });
    assert.equal(late.statusCode, 'error.sim.notOnSale');
    const ahead = await take({ itemId: IDS.oneEvening, performanceIds: [IDS.gala] });
    assert.equal(ahead.statusCode, 'success');
  });

  it('is sold to two who want the same evenings the other way round', async () => {
    const [one, other] = await Promise.all([
      take({ performanceIds: [IDS.matinee, IDS.gala], quantities: { [IDS.adult]: 3 } }),
      take({ performanceIds: [IDS.gala, IDS.matinee], quantities: { [IDS.adult]: 3 } }),
    ]);
    assert.deepEqual([one.statusCode, other.statusCode], ['success', 'success']);
    assert.equal(await heldSeats(), 12);
  });

  it('is in the catalog with the products that it holds', async () => {
    const { text } = await simulator.soap(
      'CatalogService',
      'getCatalogDetailed',
      '<productCode>SEASON</productCode>',
    );
    assert.match(text, /<seasonTicket><items>.*<itemId>10229230000005<\/itemId>.*<\/items><lines><product>/);
    assert.match(
      text,
      /<lines><product>.*<code>OPERA<\/code>.*<performances>.*<start>2026-11-26T.*<\/lines>/,
    );
  });
});
