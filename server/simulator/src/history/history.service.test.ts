import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hold, sell } from '../fixtures/buying.js';
import { type RunningSimulator, flat, start } from '../fixtures/running-simulator.js';
import { IDS } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
before(async () => {
  simulator = await start();
  const sold = await hold(simulator, [{ quantity: 2 }, { audienceSubCategoryId: IDS.child }]);
  await sell(simulator, sold.orderUpdateData.orderId);
  await hold(simulator, [{}]);
});
after(() => simulator.close());

const today = { startDate: '2026-11-24T00:00:00.000Z', endDate: '2026-11-25T00:00:00.000Z' };

interface Summaries {
  truncated: boolean;
  ticketSummaries: { price: number; ticketState: string; audienceSubCategory: string }[];
}

const list = (ticketFilterCriteria: object, paginationParameter?: object) =>
  simulator.call<Summaries>('ExternalOrderHistoryService', 'listTicketsByCriteria', {
    ticketFilterCriteria,
    paginationParameter,
  });

describe('the sold tickets', () => {
  it('are listed by the dates of their sale', async () => {
    const { ticketSummaries, truncated } = await list(today);
    assert.deepEqual(
      ticketSummaries.map(({ audienceSubCategory, price, ticketState }) => [
        audienceSubCategory,
        price,
        ticketState,
      ]),
      [
        ['ADULT', 50_000, 'NOT_PRINTED'],
        ['ADULT', 50_000, 'NOT_PRINTED'],
        ['CHILD', 20_000, 'NOT_PRINTED'],
      ],
    );
    assert.equal(truncated, false);
    const before = { ...today, endDate: '2026-11-24T09:00:00.000Z' };
    assert.deepEqual((await list(before)).ticketSummaries, []);
  });

  it('are kept to a product or a performance', async () => {
    assert.equal((await list({ ...today, productId: IDS.opera })).ticketSummaries.length, 3);
    assert.equal((await list({ ...today, productId: IDS.museum })).ticketSummaries.length, 0);
    assert.equal((await list({ ...today, performanceId: IDS.matinee })).ticketSummaries.length, 0);
    assert.equal((await list({ ...today, culturalContactReference: '9001' })).ticketSummaries.length, 0);
  });

  it('come in pages', async () => {
    const { ticketSummaries, truncated } = await list(today, { startPosition: 0, maxResult: 2 });
    assert.deepEqual([ticketSummaries.length, truncated], [2, true]);
    const rest = await list(today, { startPosition: 2, maxResult: 2 });
    assert.deepEqual([rest.ticketSummaries.length, rest.truncated], [1, false]);
  });

  it('need both dates', async () => {
    assert.equal((await list({ startDate: today.startDate })).statusCode, 'error.sim.invalidParameter');
  });

  it('are on the wire as documented', async () => {
    const xml = `<ticketFilterCriteria><endDate>${today.endDate}</endDate><startDate>${today.startDate}</startDate>
      </ticketFilterCriteria><paginationParameter><maxResult>1</maxResult></paginationParameter>`;
    const { text } = await simulator.soap('ExternalOrderHistoryService', 'listTicketsByCriteria', xml);
    assert.equal(
      /<ticketSummaries>.*<\/truncated>/.exec(text)?.[0],
      flat(`<ticketSummaries><audienceSubCategory>ADULT</audienceSubCategory>
        <audienceSubCategoryId>${IDS.adult}</audienceSubCategoryId><performanceId>${IDS.gala}</performanceId>
        <price>50000</price><seatCategoryId>${IDS.stalls}</seatCategoryId><ticketState>NOT_PRINTED</ticketState>
        </ticketSummaries><truncated>true</truncated>`),
    );
  });
});

describe('the files', () => {
  let files: RunningSimulator;
  const ids: Record<'sold' | 'open' | 'gone', number> = { sold: 0, open: 0, gone: 0 };
  before(async () => {
    files = await start();
    ids.gone = (await hold(files, [{}])).orderUpdateData.orderId;
    await files.control('clock', { advanceSeconds: 3600 });
    const buyer = { purchasersInfo: [{ contactReference: '9001' }] };
    ids.sold = (await hold(files, [{ quantity: 2 }], buyer)).orderUpdateData.orderId;
    await sell(files, ids.sold);
    ids.open = (await hold(files, [{ performanceId: IDS.matinee }])).orderUpdateData.orderId;
  });
  after(() => files.close());

  interface Files {
    truncated: boolean;
    fileSummaries: {
      fileId: number;
      fileState: string;
      orderIds: number[];
      saleAmount: number;
      fileContacts: { contactReference: string; fileContactType: string }[];
    }[];
  }

  const ask = <T>(method: string, args: object) => files.call<T>('ExternalOrderHistoryService', method, args);
  const search = (args: object) => ask<Files>('searchFilesByCriteria', args);
  const count = async (args: object) =>
    (await ask<{ count: number | null }>('countFilesByCriteria', args)).count;

  const criteria: [title: string, args: object, found: (keyof typeof ids)[]][] = [
    ['nothing', {}, ['open', 'sold', 'gone']],
    ['the point of sales', { pointOfSalesId: IDS.pos }, ['open', 'sold', 'gone']],
    ['another point of sales', { pointOfSalesId: '1' }, []],
    ['their state', { states: ['SOLDED', 'ABANDONNED'] }, ['sold', 'gone']],
    ['the time of their making', { startDate: '2026-11-24T10:30:00.000Z' }, ['open', 'sold']],
    ['a time before that', { endDate: '2026-11-24T10:30:00.000Z' }, ['gone']],
    ['a performance', { performanceId: IDS.matinee }, ['open']],
    ['a product', { productId: IDS.opera, states: ['SOLDED'] }, ['sold']],
    ['a performance that is not of the product', { productId: IDS.museum, performanceId: IDS.gala }, []],
    ['an item', { itemId: IDS.visit }, []],
    ['a payment', { paymentStates: ['PAID'] }, ['sold']],
    ['a contact', { fileContacts: [{ contactReference: '9001' }] }, ['sold']],
    ['a role of a contact', { fileContacts: [{ contactReference: '9001', fileContactType: 'OWNER' }] }, []],
    [
      'one of two contacts',
      { fileContacts: [{ contactReference: '9001' }, { contactReference: '1' }] },
      ['sold'],
    ],
    [
      'all of two contacts',
      {
        fileContacts: [{ contactReference: '9001' }, { contactReference: '1' }],
        fileSearchCriteria: 'INTERSECT_FILE_CONTACTS',
      },
      [],
    ],
    ['the end of their hold', { maxFileExpirationDate: '2026-11-24T11:15:00.000Z' }, ['open']],
    ['an earlier end', { maxFileExpirationDate: '2026-11-24T11:14:00.000Z' }, []],
    ['the main category', { mainAudienceCategory: 'OCCASIONAL' }, ['open', 'sold', 'gone']],
    ['another main category', { mainAudienceCategory: 'MEMBER' }, []],
    ['no option', { fileOptionStates: ['NONE'], states: ['RUNNING'] }, ['open']],
    ['an option', { fileOptionStates: ['REQUESTED'] }, []],
    ['where they come from', { orderOriginators: ['EXTERNAL_SALE'], states: ['RUNNING'] }, ['open']],
    ['elsewhere', { orderOriginators: ['TICKETSHOP'] }, []],
    ['a holder, of whom no ticket knows', { culturalContactReference: '9001' }, []],
    [
      'instalments, of which there are none',
      { maxInstallmentExpirationDate: '2030-01-01T00:00:00.000Z' },
      [],
    ],
  ];
  for (const [title, args, found] of criteria) {
    it(`are counted and found by ${title}`, async () => {
      assert.equal(await count(args), found.length);
      const { fileSummaries } = await search(args);
      assert.deepEqual(
        fileSummaries.map(({ orderIds }) => orderIds),
        found.map((name) => [ids[name]]),
      );
    });
  }

  it('tell what they came to and whose they are, in pages', async () => {
    const page = await search({ paginationParameter: { startPosition: 1, maxResult: 1 } });
    const [sold] = page.fileSummaries;
    assert.deepEqual(
      [sold?.fileState, sold?.saleAmount, sold?.fileContacts[0]?.contactReference, page.truncated],
      ['SOLDED', 102_400, '9001', true],
    );
    const { fileDetailsData } = await files.call<{ fileDetailsData: { fileState: string } }>(
      'ExternalOrderService',
      'getFileDetails',
      { fileId: sold?.fileId },
    );
    assert.equal(fileDetailsData.fileState, 'SOLDED');
  });

  it('are refused by words that no page has', async () => {
    for (const bad of [
      { states: ['PAID'] },
      { paymentStates: ['SOLDED'] },
      { fileSearchCriteria: 'ANY' },
      { mainAudienceCategory: 'PUBLIC' },
      { fileOptionStates: ['OPTION'] },
      { orderOriginators: ['WEB'] },
    ])
      assert.equal((await ask('countFilesByCriteria', bad)).statusCode, 'error.sim.invalidParameter');
    const nowhere = { paginationParameter: { startPosition: -1 } };
    assert.equal((await search(nowhere)).statusCode, 'error.sim.invalidParameter');
  });

  it('are counted on the wire as documented', async () => {
    const xml = `<pointOfSalesId>${IDS.pos}</pointOfSalesId><states>SOLDED</states><states>RUNNING</states>
      <fileContacts><contactReference>9001</contactReference></fileContacts>`;
    const { text } = await files.soap('ExternalOrderHistoryService', 'countFilesByCriteria', xml);
    assert.match(text, /<CountFilesResult>.*<statusCode>success<.*<count>1<\/count><\/CountFilesResult>/);
  });
});
