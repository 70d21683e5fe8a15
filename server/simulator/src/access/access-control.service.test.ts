import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { hold, sell } from '../fixtures/buying.js';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS, seatId } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

const service = 'ExternalAccessControlService';
const season = { seasonCode: 'S2627' };

interface Controlled {
  controlledTicketData: {
    barcode: string;
    controlOperations: { controlOperationType: string; operationDateTime: string }[];
    printingDateTime: string | null;
    state: string;
    ticketMedium: string;
  };
}

interface List {
  accessControlListData: {
    accessControlListItems: {
      barcode: string;
      orderId: number;
      price: number;
      tariffCode: string;
      ticketState: string;
      validityStartTime: string | null;
      validityEndTime: string | null;
    }[];
    paginationEnd: string | null;
  };
}

interface Sold {
  movementId: number;
  operationId: number;
  barcode: string;
}

/** A sold order, with its barcodes in the order of its movements. */
async function sold(...wishes: Parameters<typeof hold>[1]) {
  const { orderUpdateData } = await hold(simulator, wishes.length > 0 ? wishes : [{}]);
  const { orderId } = orderUpdateData;
  await sell(simulator, orderId);
  const { orderDetailsData } = await simulator.call<{ orderDetailsData: { movementDatas: Sold[] } }>(
    'ExternalOrderService',
    'getOrderDetails',
    { orderId },
  );
  return { orderId, movements: orderDetailsData.movementDatas };
}

const list = (listType: string, more: object = {}) =>
  simulator.call<List>(service, 'exportList', {
    listType,
    ticketType: 'ALL',
    ...season,
    nbMaxResults: 100,
    ...more,
  });
const barcodesIn = async (...args: Parameters<typeof list>) =>
  (await list(...args)).accessControlListData.accessControlListItems.map(({ barcode }) => barcode);
const read = (barCodeOrTaxNumber?: string) =>
  simulator.call<Controlled>(service, 'getControlledTicket', { barCodeOrTaxNumber });
const burn = (barCodeOrTaxNumber?: string) =>
  simulator.call<Controlled>(service, 'burnTicket', { barCodeOrTaxNumber });
const controls = ({ controlledTicketData }: Controlled) =>
  controlledTicketData.controlOperations.map(({ controlOperationType }) => controlOperationType);

/** Puts the first movement of an order elsewhere: its ticket is void, and there is a new one. */
async function reseat({ movements }: Awaited<ReturnType<typeof sold>>, seat: string): Promise<void> {
  const [first] = movements;
  await simulator.call('ExternalSeatingService', 'doSeatingForOperations', {
    operationIds: [first?.operationId],
    seatingInformation: [{ movementId: first?.movementId, physicalSeatId: seat }],
  });
}

describe('a ticket at the entrance', () => {
  it('is used once, and every try is told from then on', async () => {
    const { movements } = await sold({ quantity: 2 });
    const [barcode = '', other = ''] = movements.map((movement) => movement.barcode);
    const fresh = await read(barcode);
    assert.deepEqual([fresh.controlledTicketData.state, controls(fresh)], ['VALID', []]);
    assert.deepEqual(controls(await burn(barcode)), ['OK']);
    await simulator.control('clock', { advanceSeconds: 60 });
    assert.deepEqual(controls(await burn(barcode)), ['OK', 'FAIL']);
    const { controlledTicketData } = await read(barcode);
    assert.deepEqual(controlledTicketData.controlOperations, [
      { controlOperationType: 'OK', operationDateTime: '2026-11-24T10:00:00.000+00:00' },
      { controlOperationType: 'FAIL', operationDateTime: '2026-11-24T10:01:00.000+00:00' },
    ]);
    assert.deepEqual(controls(await read(other)), []);
  });

  it('tells when it was printed, and on what it travels', async () => {
    const { orderId, movements } = await sold();
    const barcode = movements[0]?.barcode;
    assert.equal((await read(barcode)).controlledTicketData.printingDateTime, null);
    await simulator.call('ProductionPublicService', 'printTickets', { orderId });
    const { printingDateTime, ticketMedium } = (await read(barcode)).controlledTicketData;
    assert.deepEqual([printingDateTime, ticketMedium], ['2026-11-24T10:00:00.000+00:00', 'E_TICKET']);
  });

  it('that another was given for lets nobody in', async () => {
    const order = await sold();
    const barcode = order.movements[0]?.barcode;
    await reseat(order, seatId('B', 5));
    assert.equal((await read(barcode)).controlledTicketData.state, 'CANCELLED');
    assert.deepEqual(controls(await burn(barcode)), ['INVALIDATED_TICKET']);
  });

  it('that nobody has is refused', async () => {
    for (const ask of [read, burn]) {
      assert.equal((await ask('1')).statusCode, 'error.sim.invalidParameter');
      assert.equal((await ask()).statusCode, 'error.sim.invalidParameter');
    }
  });

  it('is on the wire as documented', async () => {
    const barcode = (await sold()).movements[0]?.barcode;
    const xml = `<barCodeOrTaxNumber>${barcode}</barCodeOrTaxNumber>`;
    const { text } = await simulator.soap(service, 'burnTicket', xml);
    assert.equal(
      /<controlledTicketData>.*<\/controlledTicketData>/.exec(text)?.[0],
      `<controlledTicketData><barcode>${barcode}</barcode><containerTicket>false</containerTicket>` +
        '<controlOperations><controlOperationType>OK</controlOperationType>' +
        '<operationDateTime>2026-11-24T10:00:00.000+00:00</operationDateTime></controlOperations>' +
        '<duplicate>false</duplicate><state>VALID</state><ticketKind>SINGLE_ENTRY</ticketKind>' +
        '<ticketMedium>E_TICKET</ticketMedium></controlledTicketData>',
    );
    assert.match(text, /<ns2:burnTicketResponse .*><ControlledTicketResult>/);
  });
});

describe('controls that a gate made by itself', () => {
  const bring = (controlledTickets?: object[]) =>
    simulator.call(service, 'importControlledTicket', { controlledTickets });
  const controlDate = '2026-11-24T09:30:00.000Z';

  it('are told with the ticket, once', async () => {
    const [first = '', second = ''] = (await sold({ quantity: 2 })).movements.map(({ barcode }) => barcode);
    const given = [
      { acIdentifier: 'GATE-1', barcode: first, controlDate, controlResult: 'OK' },
      { acIdentifier: 'GATE-1', barcode: second, controlDate, controlResult: 'KO', failureReason: 'late' },
    ];
    for (const _ of ['first', 'again']) assert.equal((await bring(given)).statusCode, 'success');
    assert.deepEqual(controls(await read(first)), ['OFFLINE_OK']);
    assert.deepEqual(controls(await read(second)), ['OFFLINE_FAIL']);
    assert.deepEqual(controls(await burn(first)), ['OFFLINE_OK', 'FAIL']);
  });

  it('are refused as a whole with one that is unknown or not complete', async () => {
    const barcode = (await sold()).movements[0]?.barcode;
    const good = { barcode, controlDate, controlResult: 'OK' };
    for (const change of [{ barcode: '1' }, { controlDate: null }, { controlResult: null }])
      assert.equal((await bring([good, { ...good, ...change }])).statusCode, 'error.sim.invalidParameter');
    assert.equal((await bring()).statusCode, 'error.sim.invalidParameter');
    assert.deepEqual(controls(await read(barcode)), []);
  });
});

describe('the list of an entrance', () => {
  it('has the tickets of closed orders with what they are for', async () => {
    await hold(simulator, [{}]);
    const { orderId, movements } = await sold();
    const { accessControlListItems } = (await list('WHITE')).accessControlListData;
    assert.deepEqual(
      accessControlListItems.map((item) => [
        ...[item.barcode, item.orderId, item.price, item.tariffCode, item.ticketState],
        ...[item.validityStartTime, item.validityEndTime],
      ]),
      [
        [
          ...[movements[0]?.barcode, orderId, 50_000, 'ADULT', 'NOT_PRINTED'],
          ...['2027-01-10T19:00:00.000+00:00', '2027-01-10T21:00:00.000+00:00'],
        ],
      ],
    );
  });

  it('is white with good tickets, black with void ones, grey with both in their order', async () => {
    const order = await sold({ quantity: 2 });
    const [void_, kept] = order.movements.map(({ barcode }) => barcode);
    await reseat(order, seatId('B', 5));
    const [, fresh] = await barcodesIn('WHITE');
    assert.deepEqual(await barcodesIn('WHITE'), [kept, fresh]);
    assert.deepEqual(await barcodesIn('BLACK'), [void_]);
    assert.deepEqual(await barcodesIn('GREY'), [kept, void_, fresh]);
    assert.deepEqual(await barcodesIn('GREY', { nbMaxResults: 1 }), [kept]);
  });

  it('comes in pages, and goes on with what was given since', async () => {
    const order = await sold({ quantity: 3 });
    const next = async (paginationStart?: string | null) =>
      (await list('WHITE', { nbMaxResults: 2, paginationStart })).accessControlListData;
    const first = await next();
    const second = await next(first.paginationEnd);
    assert.deepEqual(
      [...first.accessControlListItems, ...second.accessControlListItems].map(({ barcode }) => barcode),
      order.movements.map(({ barcode }) => barcode),
    );
    const third = await next(second.paginationEnd);
    assert.deepEqual([third.accessControlListItems, third.paginationEnd], [[], second.paginationEnd]);
    await reseat(order, seatId('B', 5));
    assert.equal((await next(third.paginationEnd)).accessControlListItems.length, 1);
  });

  it('is kept to products, performances and the house’s own tickets', async () => {
    await sold();
    const count = async (more: object) => (await barcodesIn('WHITE', more)).length;
    assert.equal(await count({ productCodes: ['OPERA'], performanceCodes: ['GALA'] }), 1);
    assert.equal(await count({ productCodes: ['MUSEUM'] }), 0);
    assert.equal(await count({ performanceCodes: ['MATINEE'] }), 0);
    assert.equal(await count({ ticketType: 'THIRD_PARTY' }), 0);
  });

  it('is refused with words that no page has, for no season, and without a size', async () => {
    const wrong: Parameters<typeof list>[] = [
      ['constructor'],
      ['WHITE', { ticketType: 'OURS' }],
      ['WHITE', { seasonCode: 'S1' }],
      ['WHITE', { seasonCode: null }],
      ['WHITE', { nbMaxResults: null }],
      ['WHITE', { nbMaxResults: 0 }],
      ['WHITE', { paginationStart: 'elsewhere' }],
    ];
    for (const args of wrong) assert.equal((await list(...args)).statusCode, 'error.sim.invalidParameter');
  });
});

describe('the setting of an entrance', () => {
  it('is the house’s time zone and what lets in during a season', async () => {
    const { timeZone } = await simulator.call<{ timeZone: string }>(service, 'getTimeZone');
    assert.equal(timeZone, 'Europe/Zurich');
    const { accessControlCatalogData } = await simulator.call<{
      accessControlCatalogData: {
        products: { productCode: string; performances: { performanceId: number; end: string }[] }[];
      };
    }>(service, 'getAccessControlCatalog', season);
    const [opera] = accessControlCatalogData.products;
    assert.deepEqual(
      [opera?.productCode, opera?.performances[0]],
      [
        'OPERA',
        {
          end: '2027-01-10T21:00:00.000+00:00',
          externalName: {
            translations: [
              { locale: 'en', value: 'GALA' },
              { locale: 'fr', value: 'GALA' },
            ],
          },
          performanceCode: 'GALA',
          performanceId: Number(IDS.gala),
          start: '2027-01-10T19:00:00.000+00:00',
        },
      ],
    );
    assert.deepEqual(
      accessControlCatalogData.products.map(({ productCode }) => productCode),
      ['OPERA', 'CONCERT', 'MUSEUM'],
    );
    const unknown = await simulator.call(service, 'getAccessControlCatalog', { seasonCode: 'S1' });
    assert.equal(unknown.statusCode, 'error.sim.invalidParameter');
  });
});
