import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PDFDocument } from 'pdf-lib';
import { details, hold, sell } from '../fixtures/buying.js';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
let orderId: number;
before(async () => {
  simulator = await start();
  orderId = (await hold(simulator, [{ quantity: 2 }])).orderUpdateData.orderId;
});
after(() => simulator.close());

const service = 'ProductionPublicService';

interface Tickets {
  tickets: { ticketId: number; movementId: number; barcode: string; ticketState: string }[];
}

interface Printed {
  documents: { fileName: string; mimetype: string; data: string }[];
}

const tickets = async () => (await simulator.call<Tickets>(service, 'getTickets', { orderId })).tickets;
const print = (args: object = {}) => simulator.call<Printed>(service, 'printTickets', { orderId, ...args });

async function pages(printed: Printed): Promise<number> {
  const document = await PDFDocument.load(Buffer.from(printed.documents[0]?.data ?? '', 'base64'));
  return document.getPageCount();
}

describe('the tickets of an order', () => {
  it('are not ready before it is closed', async () => {
    assert.equal(
      (await simulator.call(service, 'getTickets', { orderId })).statusCode,
      'error.sim.ticketsNotReady',
    );
    assert.equal((await print()).statusCode, 'error.sim.ticketsNotReady');
    await sell(simulator, orderId);
  });

  it('have a barcode of 28 digits each', async () => {
    const all = await tickets();
    assert.equal(all.length, 2);
    for (const ticket of all) {
      assert.match(ticket.barcode, /^\d{28}$/);
      assert.equal(ticket.ticketState, 'NOT_PRINTED');
    }
    assert.notEqual(all[0]?.barcode, all[1]?.barcode);
  });

  it('are printed as one PDF with a page for each, and are VALID then', async () => {
    const printed = await print();
    assert.deepEqual(
      printed.documents.map(({ fileName, mimetype }) => [fileName, mimetype]),
      [[`tickets-${orderId}.pdf`, 'application/pdf']],
    );
    assert.equal(await pages(printed), 2);
    assert.deepEqual(
      (await tickets()).map((ticket) => ticket.ticketState),
      ['VALID', 'VALID'],
    );
  });

  it('can be printed one by one, but not those of another order', async () => {
    const [first] = await tickets();
    assert.equal(await pages(await print({ movementIds: [first?.movementId] })), 1);
    assert.equal(
      (await print({ movementIds: [first?.movementId, 1] })).statusCode,
      'error.sim.invalidParameter',
    );
  });

  it('are in the movements of the order too', async () => {
    const { movementDatas } = await details(simulator, orderId);
    const codes = movementDatas.map((movement) => (movement as unknown as { barcode: string }).barcode);
    assert.deepEqual(
      codes,
      (await tickets()).map((ticket) => ticket.barcode),
    );
  });

  it('come for visits and standing places as well', async () => {
    const { orderUpdateData } = await hold(simulator, [
      { performanceId: IDS.club, seatCategoryId: IDS.floor, quantity: 1 },
    ]);
    await simulator.call('ExternalOrderFacade', 'createOrUpdateOrder', {
      pointOfSalesId: IDS.pos,
      orderId: orderUpdateData.orderId,
      simpleProductOperations: [
        { itemId: IDS.visit, timeslotId: IDS.morning, audienceSubCategoryId: IDS.adult, quantity: 1 },
        { itemId: IDS.dayPass, audienceSubCategoryId: IDS.adult, quantity: 1 },
      ],
    });
    await sell(simulator, orderUpdateData.orderId);
    assert.equal(await pages(await print({ orderId: orderUpdateData.orderId })), 3);
  });

  it('are on the wire as decided', async () => {
    const { text } = await simulator.soap(service, 'printTickets', `<orderId>${orderId}</orderId>`);
    const document = `<documents><data>JVBERi0x[A-Za-z0-9+/]+=*</data><fileName>tickets-${orderId}.pdf</fileName>`;
    assert.match(text, new RegExp(`${document}<mimetype>application/pdf</mimetype></documents>`));
  });
});
