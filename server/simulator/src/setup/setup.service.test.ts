import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hold } from '../fixtures/buying.js';
import { type RunningSimulator, flat, start } from '../fixtures/running-simulator.js';
import { IDS, smallHall } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
before(async () => {
  simulator = await start();
});
after(() => simulator.close());

const service = 'SetupService';
const seasonId = '10229100000001';
const vatCodeId = '10229250000001';

interface Product {
  id: number;
  code: string;
  state: string;
  event: { performances: { id: number; code: string; state: string | null; start: string }[] } | null;
}

const call = <T>(method: string, args: object = {}) => simulator.call<T>(service, method, args);
const read = (productId: number | string) =>
  call<{ product: Product | null }>('getProductDetails', { productId });
const search = async (args: object = {}) =>
  (await call<{ products: Product[] }>('searchProductsByCriteria', args)).products;
const codes = (products: { code: string }[]) => products.map(({ code }) => code);

describe('what is set up', () => {
  it('is read product by product, in every state', async () => {
    const { product } = await read(IDS.opera);
    assert.deepEqual(
      [product?.code, product?.event?.performances.map(({ code, state }) => [code, state])],
      [
        'OPERA',
        [
          ['GALA', 'RUNNING'],
          ['MATINEE', 'RUNNING'],
          ['LATE', 'SUSPENDED'],
        ],
      ],
    );
    await simulator.control('product', { productId: IDS.concert, state: 'CLOSED' });
    assert.equal((await read(IDS.concert)).product?.state, 'CLOSED');
    await simulator.control('product', { productId: IDS.concert, state: 'RUNNING' });
    assert.equal((await read('1')).statusCode, 'error.sim.invalidParameter');
  });

  it('is searched by season and family, in pages, without the states of performances', async () => {
    assert.deepEqual(codes(await search()), ['OPERA', 'CONCERT', 'MUSEUM', 'BAG', 'SEASON', 'OUTING']);
    const searchProductsCriteria = { seasonIds: [seasonId], productFamilyTypes: ['SINGLE_ENTRY'] };
    const [opera, concert] = await search({ searchProductsCriteria, granularity: 'COMPLETE' });
    assert.deepEqual([opera?.code, concert?.code], ['OPERA', 'CONCERT']);
    assert.deepEqual(
      opera?.event?.performances.map(({ state }) => state),
      [null, null, null],
    );
    assert.deepEqual(codes(await search({ minIndex: 1, nbMaxResults: 2 })), ['CONCERT', 'MUSEUM']);
  });

  it('is not searched in a season that is unknown, by other words or beyond its pages', async () => {
    for (const args of [
      { searchProductsCriteria: { seasonIds: ['1'] } },
      { granularity: 'SHORT' },
      { minIndex: -1 },
      { nbMaxResults: 0 },
    ])
      assert.equal((await call('searchProductsByCriteria', args)).statusCode, 'error.sim.invalidParameter');
  });

  it('is listed: seasons without their content, rates, tariffs, levels and activities', async () => {
    const { seasons } = await call<{ seasons: Record<string, unknown>[] }>('listSeasons');
    assert.deepEqual(
      seasons.map(({ code, state, audienceCategories, products }) => [
        code,
        state,
        audienceCategories,
        products,
      ]),
      [['S2627', 'RUNNING', [], []]],
    );
    const { vatCodes } = await call<{ vatCodes: { id: number; currentRate: number; country: string }[] }>(
      'listVatCodes',
    );
    assert.deepEqual(
      vatCodes.map(({ currentRate, country }) => [currentRate, country]),
      [
        [10_000, 'CH'],
        [20_000, 'CH'],
      ],
    );
    const { audienceSubCategories } = await call<{ audienceSubCategories: { code: string }[] }>(
      'listAudienceSubCategories',
      { seasonId },
    );
    assert.deepEqual(codes(audienceSubCategories), ['ADULT', 'CHILD', 'FREE']);
    const { priceLevels } = await call<{ priceLevels: object[] }>('listPriceLevels', { seasonId });
    assert.deepEqual(priceLevels, []);
    const { activities } = await call<{ activities: { code: string }[] }>('listActivities');
    assert.deepEqual(codes(activities), ['OPERA', 'CONCERT']);
    for (const method of ['listAudienceSubCategories', 'listPriceLevels'])
      for (const args of [{}, { seasonId: '1' }])
        assert.equal((await call(method, args)).statusCode, 'error.sim.invalidParameter');
  });

  it('is on the wire as documented', async () => {
    const { text } = await simulator.soap(service, 'listVatCodes', '');
    assert.equal(
      /<vatCodes>.*?<\/vatCodes>/.exec(text)?.[0],
      flat(`<vatCodes><code>VAT1</code><country>CH</country><currentRate>10000</currentRate>
        <id>${vatCodeId}</id></vatCodes>`),
    );
    assert.match(
      text,
      /<ns2:listVatCodesResponse xmlns:ns2="http:\/\/v1_33\.SetupService\.service\.secutix\.com">/,
    );
  });
});

describe('what another system sets up', () => {
  const externalName = { translations: [{ locale: 'en', value: 'Recital' }] };
  const recital = { code: 'RECITAL', productFamilyType: 'SINGLE_ENTRY', externalName, vatCodeId };
  const evening = {
    start: '2027-02-01T19:00:00.000Z',
    logicalConfigurationId: smallHall.logicalConfigurationId,
    rateTypeId: '7',
    prices: [{ amount: 40_000, audSubCatId: IDS.adult, seatCatId: IDS.stalls }],
  };
  const product = (given: object, season: string | undefined = seasonId) =>
    call<{ productId: number }>('createOrUpdateProduct', { seasonId: season, product: given });
  const performance = (productId: number | string, given: object) =>
    call<{ performanceId: number }>('createOrUpdatePerformance', { productId, performance: given });
  const remove = (productId: number | string) => call('deleteNonValidatedProduct', { productId });

  it('is sold once the back office has validated it', async () => {
    const { productId } = await product(recital);
    const { performanceId } = await performance(productId, evening);
    const created = (await read(productId)).product;
    assert.deepEqual(
      [created?.state, created?.event?.performances.map(({ id, state }) => [id, state])],
      ['PREPARING', [[performanceId, 'PREPARING']]],
    );
    const wish = [{ performanceId: String(performanceId) }];
    assert.equal((await hold(simulator, wish)).statusCode, 'error.sim.notOnSale');
    await simulator.control('product', { productId: String(productId), state: 'RUNNING' });
    await simulator.control('performance', { performanceId: String(performanceId), state: 'RUNNING' });
    const { orderUpdateData } = await hold(simulator, wish);
    assert.equal(orderUpdateData.operationDataUpdates[0]?.unitPrice, 40_000);
    assert.equal((await remove(productId)).statusCode, 'error.sim.invalidParameter');
    await simulator.control('reset', {});
    await simulator.control('limits', { on: false });
    assert.equal((await read(productId)).statusCode, 'error.sim.invalidParameter');
  });

  it('is changed where something is given, and moves the last update of the setup', async () => {
    const lastUpdate = async () =>
      (await simulator.call<{ lastSetupUpdate: string }>('CatalogService', 'getLastSetupUpdate'))
        .lastSetupUpdate;
    const before = await lastUpdate();
    simulator.clock.time += 60_000;
    const { productId } = await product(recital);
    const { performanceId } = await performance(productId, evening);
    assert.equal((await product({ id: productId, code: 'RECITAL2' }, undefined)).productId, productId);
    await performance(productId, { id: performanceId, start: '2027-02-02T19:00:00.000Z' });
    const changed = (await read(productId)).product;
    assert.deepEqual(
      [changed?.code, changed?.event?.performances[0]?.start],
      ['RECITAL2', '2027-02-02T19:00:00.000+00:00'],
    );
    assert.notEqual(await lastUpdate(), before);
    assert.equal((await remove(productId)).statusCode, 'success');
    assert.equal((await read(productId)).statusCode, 'error.sim.invalidParameter');
    assert.equal((await remove(productId)).statusCode, 'error.sim.invalidParameter');
  });

  const wrong: [title: string, change: object][] = [
    ['without a name', { externalName: null }],
    ['without a code', { code: null }],
    ['with a code that another has', { code: 'OPERA' }],
    ['with a code of nine characters', { code: 'RECITALS2' }],
    [
      'with a name of 61 characters',
      { externalName: { translations: [{ locale: 'en', value: 'x'.repeat(61) }] } },
    ],
    ['with a rate that is unknown', { vatCodeId: '1' }],
    ['of a family that has other needs', { productFamilyType: 'PASS' }],
  ];
  for (const [title, change] of wrong)
    it(`is not created ${title}`, async () => {
      assert.equal((await product({ ...recital, ...change })).statusCode, 'error.sim.invalidParameter');
    });

  it('is not created in a season that is unknown', async () => {
    assert.equal((await product(recital, '1')).statusCode, 'error.sim.invalidParameter');
  });

  it('has no performance without start, hall and rate type, or where it is of no event', async () => {
    for (const change of [
      { start: null },
      { logicalConfigurationId: '1' },
      { rateTypeId: null },
      { id: IDS.club },
    ])
      assert.equal(
        (await performance(IDS.opera, { ...evening, ...change })).statusCode,
        'error.sim.invalidParameter',
      );
    assert.equal((await performance(IDS.museum, evening)).statusCode, 'error.sim.invalidParameter');
    assert.equal((await performance('1', evening)).statusCode, 'error.sim.invalidParameter');
  });
});
