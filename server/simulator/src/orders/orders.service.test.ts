import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { details, hold, seatsOf, sell } from '../fixtures/buying.js';
import type { OrderUpdate } from '../fixtures/buying.js';
import { type RunningSimulator, flat, start } from '../fixtures/running-simulator.js';
import { IDS, seatId } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

const service = 'ExternalOrderService';

describe('an order over SOAP', () => {
  it('is answered in the documented shape', async () => {
    const { status, text } = await simulator.soap(
      'ExternalOrderFacade',
      'createOrUpdateOrder',
      `<pointOfSalesId>${IDS.pos}</pointOfSalesId>
       <orderType>SALE</orderType>
       <externalReference>WEB-1</externalReference>
       <singleEntryAttributionOperations>
         <operationAttributions>
           <audienceSubCategoryId>${IDS.adult}</audienceSubCategoryId><quantity>2</quantity>
           <performanceId>${IDS.gala}</performanceId><seatCategoryId>${IDS.balcony}</seatCategoryId>
         </operationAttributions>
         <preferedAreas>${IDS.balconyArea}</preferedAreas>
       </singleEntryAttributionOperations>`,
    );
    assert.equal(status, 200);
    const seat = (id: number, number: number) => `<movementDataUpdates><area>Balcony</area>
      <areaId>10229130000002</areaId><attributionMatch>FULL</attributionMatch>
      <contingent>Public</contingent><contingentId>10229160000001</contingentId><movementId>${id}</movementId>
      <operationId>11795514400004</operationId>
      <resumed>false</resumed><row>C</row><seat>${number}</seat><seatCategory>Balcony</seatCategory>
      <seatCategoryId>10229150000002</seatCategoryId><seatId>1022940000200${number}</seatId>
      <transferable>false</transferable><type>SEAT</type></movementDataUpdates>`;
    const ids = [...text.matchAll(/<movementId>(\d+)</g)].map((match) => Number(match[1]));
    const movements = text.match(/<movementDataUpdates>.*<\/movementDataUpdates>/)?.[0] ?? '';
    const operation = /<movementDataUpdates>.*?<operationId>(\d+)</.exec(text)?.[1] ?? '';
    assert.equal(
      movements,
      flat(seat(ids[0] ?? 0, 1) + seat(ids[1] ?? 0, 2)).replaceAll('11795514400004', operation),
    );
    assert.match(
      text,
      /<OrderUpdateResult><requestId xsi:nil="true"[^>]*\/><statusCode>success<\/statusCode>/,
    );
    assert.match(text, /<expectedException>false<\/expectedException>/);
    assert.match(text, /<unitPrice>30000<\/unitPrice>/);
    assert.match(text, /<orderId>\d{14}<\/orderId><orderSecretId>[\w-]{32}<\/orderSecretId>/);
  });

  it('is refused in a 200 with the code, the text and expectedException', async () => {
    const { status, text } = await simulator.soap(service, 'getOrderDetails', '<orderId>42</orderId>');
    assert.equal(status, 200);
    assert.match(
      text,
      /<statusCode>error.sim.orderNotFound<\/statusCode><statusDetail>order 42 is unknown<\/statusDetail>/,
    );
    assert.match(text, /<expectedException>true<\/expectedException>/);
  });
});

describe('best seats', () => {
  it('sit together for several tariffs of one group', async () => {
    const { orderUpdateData } = await hold(simulator, [
      { quantity: 2 },
      { quantity: 1, audienceSubCategoryId: IDS.child },
    ]);
    assert.equal(seatsOf(orderUpdateData.movementDataUpdates), 'A1 A2 A3');
    assert.equal(orderUpdateData.generatedContiguities.length, 1);
    const prices = orderUpdateData.operationDataUpdates.map(({ kind, quantity, unitPrice }) => [
      kind,
      quantity,
      unitPrice,
    ]);
    assert.deepEqual(prices, [
      ['SINGLE_ENTRY', 2, 50_000],
      ['SINGLE_ENTRY', 1, 20_000],
      ['CHARGE', 3, 1200],
    ]);
  });

  it('come from elsewhere, and say so, when the preferred area is full', async () => {
    const extra = { preferedAreas: [IDS.balconyArea] };
    const { orderUpdateData } = await hold(simulator, [{ quantity: 1 }], extra);
    assert.equal(orderUpdateData.movementDataUpdates[0]?.attributionMatch, 'PARTIAL');
    assert.equal(seatsOf(orderUpdateData.movementDataUpdates), 'A1');
  });

  it('are refused when there are not enough, and nothing is held', async () => {
    const answer = await hold(simulator, [{ quantity: 5, seatCategoryId: IDS.balcony }]);
    assert.equal(answer.statusCode, 'error.order.availability');
    assert.equal(answer.orderUpdateData, null);
    assert.equal(
      (await hold(simulator, [{ quantity: 4, seatCategoryId: IDS.balcony }])).statusCode,
      'success',
    );
  });
});

describe('chosen seats', () => {
  it('are given as they are', async () => {
    const physicalSeatIds = [seatId('A', 4), seatId('B', 7)];
    const { orderUpdateData } = await hold(simulator, [{ physicalSeatIds }]);
    assert.equal(seatsOf(orderUpdateData.movementDataUpdates), 'A4 B7');
    assert.equal(orderUpdateData.generatedContiguities.length, 2);
  });

  it('are refused as a whole when one is gone, which is named', async () => {
    await hold(simulator, [{ physicalSeatIds: [seatId('A', 4)] }]);
    const answer = await hold(simulator, [{ physicalSeatIds: [seatId('A', 3), seatId('A', 4)] }]);
    assert.equal(answer.statusCode, 'error.sim.seatTaken');
    assert.equal(answer.statusDetail, `taken: ${seatId('A', 4)}`);
    assert.equal((await hold(simulator, [{ physicalSeatIds: [seatId('A', 3)] }])).statusCode, 'success');
  });

  it('are all named when several are gone, whatever their tariffs', async () => {
    await hold(simulator, [{ physicalSeatIds: [seatId('A', 4), seatId('B', 2)] }]);
    const answer = await hold(simulator, [
      { physicalSeatIds: [seatId('A', 4), seatId('A', 5)] },
      { physicalSeatIds: [seatId('B', 2)], audienceSubCategoryId: IDS.child },
    ]);
    assert.equal(answer.statusDetail, `taken: ${seatId('A', 4)}, ${seatId('B', 2)}`);
  });

  it('cannot be asked for twice in one call', async () => {
    const physicalSeatIds = [seatId('A', 1)];
    assert.equal(
      (await hold(simulator, [{ physicalSeatIds }, { physicalSeatIds }])).statusCode,
      'error.sim.seatTaken',
    );
    assert.equal((await hold(simulator, [{ physicalSeatIds }])).statusCode, 'success');
  });

  it('must be of one category and known', async () => {
    const mixed = await hold(simulator, [
      { seatCategoryId: undefined, physicalSeatIds: [seatId('A', 1), seatId('C', 1)] },
    ]);
    assert.equal(mixed.statusCode, 'error.sim.invalidParameter');
    assert.equal((await hold(simulator, [{ physicalSeatIds: ['7'] }])).statusDetail, 'seat 7 is unknown');
  });

  it('go back when another part of the call fails', async () => {
    const attribution = {
      performanceId: IDS.gala,
      seatCategoryId: IDS.stalls,
      audienceSubCategoryId: IDS.adult,
    };
    const answer = await simulator.call('ExternalOrderFacade', 'createOrUpdateOrder', {
      pointOfSalesId: IDS.pos,
      singleEntryAttributionOperations: [
        { operationAttributions: [{ ...attribution, physicalSeatIds: [seatId('A', 1)] }] },
        { operationAttributions: [{ ...attribution, seatCategoryId: IDS.balcony, quantity: 5 }] },
      ],
    });
    assert.equal(answer.statusCode, 'error.order.availability');
    assert.equal((await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }])).statusCode, 'success');
  });
});

describe('what cannot be sold', () => {
  const cases: [title: string, attribution: object, code: string][] = [
    ['a suspended performance', { performanceId: IDS.suspended }, 'error.sim.notOnSale'],
    [
      'a tariff without a price',
      { seatCategoryId: IDS.balcony, audienceSubCategoryId: IDS.child },
      'error.sim.notOnSale',
    ],
    ['more seats than the point of sales allows', { quantity: 13 }, 'error.sim.quantityExceeded'],
    ['no seat at all', { quantity: 0 }, 'error.sim.invalidParameter'],
    ['an unknown tariff', { audienceSubCategoryId: '1' }, 'error.sim.invalidParameter'],
    ['an unknown performance', { performanceId: '1' }, 'error.sim.invalidParameter'],
    ['a category of another performance', { seatCategoryId: IDS.floor }, 'error.sim.invalidParameter'],
  ];
  for (const [title, attribution, code] of cases) {
    it(`is ${title}`, async () => {
      assert.equal((await hold(simulator, [attribution])).statusCode, code);
    });
  }

  it('is a performance that has begun', async () => {
    await simulator.control('clock', { advanceSeconds: 3 * 86_400 });
    assert.equal((await hold(simulator, [{ performanceId: IDS.matinee }])).statusCode, 'error.sim.notOnSale');
  });

  it('is more than the limit over several calls', async () => {
    const { orderUpdateData } = await hold(simulator, [{ quantity: 8 }]);
    const { orderId } = orderUpdateData;
    assert.equal(
      (await hold(simulator, [{ quantity: 5 }], { orderId })).statusCode,
      'error.sim.quantityExceeded',
    );
    assert.equal((await hold(simulator, [{ quantity: 4 }], { orderId })).statusCode, 'success');
  });
});

describe('a zone without seats', () => {
  it('is sold by quantity up to its gauge', async () => {
    const club = { performanceId: IDS.club, seatCategoryId: IDS.floor };
    const { orderUpdateData } = await hold(simulator, [{ ...club, quantity: 4 }]);
    assert.deepEqual(
      orderUpdateData.movementDataUpdates.map(({ area, seat }) => [area, seat]),
      Array.from({ length: 4 }, () => ['Floor', null]),
    );
    assert.equal((await hold(simulator, [{ ...club, quantity: 2 }])).statusCode, 'error.order.availability');
  });
});

describe('a pass', () => {
  const visits = (quantity: number, extra: object = {}) =>
    simulator.call<OrderUpdate>('ExternalOrderFacade', 'createOrUpdateOrder', {
      pointOfSalesId: IDS.pos,
      simpleProductOperations: [
        { itemId: IDS.visit, timeslotId: IDS.morning, audienceSubCategoryId: IDS.adult, quantity, ...extra },
      ],
    });

  it('is sold up to the quota of its timeslot, and given back', async () => {
    const { orderUpdateData } = await visits(2);
    assert.equal(orderUpdateData.movementDataUpdates.length, 2);
    assert.equal((await visits(2)).statusCode, 'error.order.availability');
    const operationIds = [orderUpdateData.mainOperationId];
    await simulator.call(service, 'cancelOperations', { orderId: orderUpdateData.orderId, operationIds });
    assert.equal((await visits(3)).statusCode, 'success');
  });

  it('says where the visit is made', async () => {
    const { operationDataUpdates } = (await visits(1)).orderUpdateData;
    const [visit] = operationDataUpdates.filter(({ kind }) => kind === 'PASS');
    const [place] = visit?.locations ?? [];
    assert.equal(place?.siteExternalName.translations[0]?.value, 'Opera House');
    assert.equal(place?.siteAddress.firstAddressLine, 'Seepromenade 1');
  });

  it('needs its timeslot, and a quantity within its limits', async () => {
    assert.equal((await visits(1, { timeslotId: undefined })).statusCode, 'error.sim.invalidParameter');
    assert.equal((await visits(9)).statusCode, 'error.sim.quantityExceeded');
  });
});

describe('the fees', () => {
  it('are one operation that keeps step with the tickets', async () => {
    const { orderUpdateData } = await hold(simulator, [{ quantity: 2 }]);
    const { orderId, movementDataUpdates } = orderUpdateData;
    await hold(simulator, [{ quantity: 1, seatCategoryId: IDS.balcony }], { orderId });
    const fees = async () =>
      (await details(simulator, orderId)).operationDatas
        .filter((operation) => operation.chargeType === 'GENERAL_FEE')
        .map(({ quantity, totalAmount }) => [quantity, totalAmount]);
    assert.deepEqual(await fees(), [[3, 3600]]);
    assert.equal((await details(simulator, orderId)).saleAmount, 2 * 50_000 + 30_000 + 3600);
    const movementIds = movementDataUpdates.map((movement) => movement.movementId);
    await simulator.call(service, 'abandonMovements', { orderId, movementIds });
    assert.deepEqual(await fees(), [[1, 1200]]);
  });

  it('carry their VAT like tickets do, at a rate of their own', async () => {
    const { orderUpdateData } = await hold(simulator, [{ quantity: 2 }]);
    const taxes = orderUpdateData.operationDataUpdates.map(({ kind, vatRate, withoutVatTotalAmount }) => [
      kind,
      vatRate,
      withoutVatTotalAmount,
    ]);
    assert.deepEqual(taxes, [
      ['SINGLE_ENTRY', 10_000, 90_909],
      ['CHARGE', 20_000, 2000],
    ]);
  });
});

describe('abandoned movements', () => {
  it('free their seats at once, and the operation goes with the last', async () => {
    const { orderUpdateData } = await hold(simulator, [
      { physicalSeatIds: [seatId('A', 1), seatId('A', 2)] },
    ]);
    const { orderId, mainOperationId, movementDataUpdates } = orderUpdateData;
    const [first, second] = movementDataUpdates.map((movement) => movement.movementId);
    const one = await simulator.call<OrderUpdate>(service, 'abandonMovements', {
      orderId,
      movementIds: [first],
    });
    assert.deepEqual(one.orderUpdateData.removeMovementIds, [first]);
    assert.deepEqual(one.orderUpdateData.removeOperationIds, []);
    assert.equal((await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }])).statusCode, 'success');
    const both = await simulator.call<OrderUpdate>(service, 'abandonMovements', {
      orderId,
      movementIds: [second],
    });
    assert.equal(both.orderUpdateData.removeOperationIds[0], mainOperationId);
    assert.equal((await details(simulator, orderId)).saleAmount, 0);
  });

  it('must be of the order', async () => {
    const { orderUpdateData } = await hold(simulator, [{}]);
    const other = await hold(simulator, [{}]);
    const args = {
      orderId: orderUpdateData.orderId,
      movementIds: [other.orderUpdateData.movementDataUpdates[0]?.movementId],
    };
    assert.equal(
      (await simulator.call(service, 'abandonMovements', args)).statusCode,
      'error.sim.invalidParameter',
    );
    assert.equal(
      (await simulator.call(service, 'abandonMovements', { orderId: args.orderId })).statusCode,
      'error.sim.invalidParameter',
    );
  });
});

describe('a lone child', () => {
  it('may be added, but not paid for without its adult', async () => {
    const { orderUpdateData } = await hold(simulator, [{ audienceSubCategoryId: IDS.child }]);
    const { orderId } = orderUpdateData;
    assert.equal((await sell(simulator, orderId)).statusCode, 'error.sim.requiredTariffMissing');
    await hold(simulator, [{ seatCategoryId: IDS.balcony }], { orderId });
    assert.equal((await sell(simulator, orderId)).statusCode, 'error.sim.requiredTariffMissing');
    await hold(simulator, [{}], { orderId });
    assert.equal((await sell(simulator, orderId)).statusCode, 'success');
  });
});

describe('a closed order', () => {
  it('is paid, keeps its seats for good, and cannot be changed', async () => {
    const { orderUpdateData } = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
    const { orderId } = orderUpdateData;
    assert.equal((await sell(simulator, orderId)).statusCode, 'success');
    const order = await details(simulator, orderId);
    assert.equal(order.orderState, 'CLOSED');
    assert.equal(order.amountDue, 0);
    assert.equal(order.expirationDate, null);
    assert.deepEqual(
      order.payments.map(({ paymentStatus }) => paymentStatus),
      ['PAID'],
    );
    await simulator.control('clock', { advanceSeconds: 7200 });
    assert.equal(
      (await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }])).statusCode,
      'error.sim.seatTaken',
    );
    assert.equal((await hold(simulator, [{}], { orderId })).statusCode, 'error.sim.orderClosed');
    assert.equal((await sell(simulator, orderId)).statusCode, 'error.sim.orderClosed');
  });

  it('must have been paid exactly, by a method that is not online', async () => {
    const { orderUpdateData } = await hold(simulator, [{}]);
    const close = (amount: number, paymentMethodId: string) =>
      simulator.call(service, 'closeOrder', {
        orderId: orderUpdateData.orderId,
        payments: [{ amount, paymentMethodId }],
      });
    assert.equal((await close(50_000, IDS.cash)).statusCode, 'error.sim.paymentAmountMismatch');
    assert.equal((await close(51_200, IDS.card)).statusCode, 'error.sim.invalidParameter');
    assert.equal((await close(51_200, '9')).statusCode, 'error.sim.invalidParameter');
    assert.equal((await close(51_200, IDS.cash)).statusCode, 'success');
  });

  it('takes its payments under any name that is seen for them', async () => {
    for (const name of ['payments', 'orderPaymentInfo', 'paymentsInfo']) {
      const { orderUpdateData } = await hold(simulator, [{}]);
      const { orderId } = orderUpdateData;
      const paid = { [name]: [{ amount: 51_200, paymentMethodId: IDS.cash }] };
      assert.equal((await simulator.call(service, 'closeOrder', { orderId, ...paid })).statusCode, 'success');
    }
  });

  it('belongs to the day on which it was made, where the house stands', async () => {
    // Half past eleven by UTC is the next day already.
    await simulator.control('clock', { advanceSeconds: 13.5 * 3_600 });
    const { orderUpdateData } = await hold(simulator, [{}]);
    const { referenceDate } = await details(simulator, orderUpdateData.orderId);
    assert.equal(Date.parse(referenceDate), Date.parse('2026-11-24T23:00:00.000Z'));
  });

  it('needs no payment when all its tickets are free, and no fee is taken for them', async () => {
    const guests = { performanceId: IDS.club, seatCategoryId: IDS.floor, audienceSubCategoryId: IDS.free };
    const { orderUpdateData } = await hold(simulator, [{ ...guests, quantity: 2 }]);
    const { orderId } = orderUpdateData;
    assert.equal((await details(simulator, orderId)).saleAmount, 0);
    assert.equal((await simulator.call(service, 'closeOrder', { orderId })).statusCode, 'success');
    assert.equal((await details(simulator, orderId)).orderState, 'CLOSED');
  });
});

describe('a purchaser', () => {
  it('must be known, and stays with the order', async () => {
    const unknown = await hold(simulator, [{}], { purchasersInfo: [{ contactReference: '1' }] });
    assert.equal(unknown.statusCode, 'error.sim.contactNotFound');
    const { orderUpdateData } = await hold(simulator, [{}], {
      purchasersInfo: [{ contactReference: '9001' }],
    });
    assert.equal((await details(simulator, orderUpdateData.orderId)).contactReference, '9001');
  });
});

describe('an update of an order at a granularity', () => {
  const add = (granularity?: string) =>
    simulator.call<OrderUpdate>('ExternalOrderFacade', 'createOrUpdateOrderWithGranularity', {
      ...{ pointOfSalesId: IDS.pos, orderType: 'SALE', granularity },
      singleEntryAttributionOperations: [
        {
          operationAttributions: [
            {
              ...{ performanceId: IDS.gala, seatCategoryId: IDS.stalls },
              ...{ audienceSubCategoryId: IDS.adult, quantity: 2 },
            },
          ],
        },
      ],
    });

  for (const [granularity, operations, movements] of [
    [undefined, 2, 2],
    ['MOVEMENT', 2, 2],
    ['OPERATION', 2, 0],
    ['ORDER', 0, 0],
  ] as const) {
    it(`tells ${operations} operations and ${movements} movements at ${granularity ?? 'none'}`, async () => {
      const { orderUpdateData } = await add(granularity);
      const { orderId, operationDataUpdates, movementDataUpdates } = orderUpdateData;
      assert.deepEqual([operationDataUpdates.length, movementDataUpdates.length], [operations, movements]);
      assert.equal((await details(simulator, orderId)).movementDatas.length, 2);
    });
  }

  it('is refused at one that is unknown', async () => {
    assert.equal((await add('SEAT')).statusCode, 'error.sim.invalidParameter');
  });
});
