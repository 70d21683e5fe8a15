import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { details, hold, startPayment } from '../fixtures/buying.js';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS, seatId } from '../fixtures/small-season.js';

interface Text {
  translations: { locale: string; value: string }[];
}

interface Performance {
  id: number;
  state: string;
  start: string;
  externalName: Text;
  prices: { amount: number; audSubCatId: number; seatCatId: number }[];
}

interface Product {
  state: string;
  externalName: Text;
  description: Text;
  event: { performances: Performance[] };
}

interface Catalog {
  catalogData: { seasons: { products: Product[] }[] };
}

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

async function opera(): Promise<Product> {
  const args = { productCode: 'OPERA', scope: 'EXTENDED' };
  const { catalogData } = await simulator.call<Catalog>('CatalogService', 'getCatalogDetailed', args);
  const product = catalogData.seasons[0]?.products[0];
  assert.ok(product);
  return product;
}

async function performance(id: string): Promise<Performance | undefined> {
  return (await opera()).event.performances.find((candidate) => String(candidate.id) === id);
}

async function lastSetupUpdate(): Promise<number> {
  const answer = await simulator.call<{ lastSetupUpdate: string }>('CatalogService', 'getLastSetupUpdate');
  return Date.parse(answer.lastSetupUpdate);
}

async function edit(path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await simulator.control(path, body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

const values = ({ translations }: Text) => translations.map(({ value }) => value);

const gala = { performanceId: IDS.gala };
const adultPrice = { ...gala, audienceSubCategoryId: IDS.adult, seatCategoryId: IDS.stalls };

describe('a price that is changed', () => {
  it('is in the catalog and in orders from then on', async () => {
    const earlier = await hold(simulator, [{ physicalSeatIds: [seatId('A', 1)] }]);
    assert.deepEqual((await edit('price', { ...adultPrice, amount: 60_000 })).ordersChanged, []);
    const prices = (await performance(IDS.gala))?.prices.map(({ amount }) => amount);
    assert.deepEqual(prices, [60_000, 20_000, 30_000]);
    const later = await hold(simulator, [{ physicalSeatIds: [seatId('A', 2)] }]);
    assert.equal((await details(simulator, later.orderUpdateData.orderId)).amountDue, 61_200);
    assert.equal((await details(simulator, earlier.orderUpdateData.orderId)).amountDue, 51_200);
  });

  it('can reach open orders too, so that another total is due than was seen', async () => {
    const { orderUpdateData } = await hold(simulator, [{}]);
    const { ordersChanged } = await edit('price', { ...adultPrice, amount: 60_000, openOrders: true });
    assert.deepEqual(ordersChanged, [String(orderUpdateData.orderId)]);
    assert.equal((await details(simulator, orderUpdateData.orderId)).amountDue, 61_200);
  });

  it('to nothing takes the fee out of open orders', async () => {
    const { orderUpdateData } = await hold(simulator, [{}]);
    await edit('price', { ...adultPrice, amount: 0, openOrders: true });
    assert.equal((await details(simulator, orderUpdateData.orderId)).amountDue, 0);
  });

  it('does not reach an order that is being paid', async () => {
    const { orderId } = (await hold(simulator, [{}])).orderUpdateData;
    await startPayment(simulator, orderId);
    await edit('price', { ...adultPrice, amount: 60_000, openOrders: true });
    assert.equal((await details(simulator, orderId)).saleAmount, 51_200);
  });

  it('is that of a whole tariff when no category is named', async () => {
    await edit('price', { ...gala, audienceSubCategoryId: IDS.adult, amount: 70_000 });
    const prices = (await performance(IDS.gala))?.prices.map(({ amount }) => amount);
    assert.deepEqual(prices, [70_000, 20_000, 70_000]);
  });
});

describe('an edit of the catalog', () => {
  it('gives a product another name, description and state, in every language', async () => {
    await edit('product', {
      productId: IDS.opera,
      name: 'Norma',
      description: '<p>New</p>',
      state: 'SUSPENDED',
    });
    const { externalName, description, state } = await opera();
    assert.deepEqual(values(externalName), ['Norma', 'Norma']);
    assert.deepEqual(values(description), ['<p>New</p>', '<p>New</p>']);
    assert.equal(state, 'SUSPENDED');
  });

  it('leaves alone what it does not name', async () => {
    const before = await opera();
    await edit('product', { productId: IDS.opera, name: 'Norma' });
    assert.deepEqual({ ...(await opera()), externalName: null }, { ...before, externalName: null });
  });

  it('ends the sale of a performance', async () => {
    await edit('performance', { ...gala, state: 'CANCELED', name: 'Called off' });
    assert.equal((await performance(IDS.gala))?.state, 'CANCELED');
    assert.deepEqual(values((await performance(IDS.gala))?.externalName ?? { translations: [] }), [
      'Called off',
      'Called off',
    ]);
    assert.equal((await hold(simulator, [{}])).statusCode, 'error.sim.notOnSale');
  });

  it('puts a new performance on sale, with all its seats', async () => {
    const model = { performanceId: IDS.matinee, start: '2026-12-20T19:00:00.000Z' };
    const { performanceId } = await edit('new-performance', model);
    assert.equal((await opera()).event.performances.length, 4);
    assert.equal((await performance(String(performanceId)))?.start, '2026-12-20T19:00:00.000+00:00');
    const seats = { performanceId: String(performanceId), physicalSeatIds: [seatId('B', 1)] };
    assert.equal((await hold(simulator, [seats])).statusCode, 'success');
    assert.equal((await hold(simulator, [{ ...seats, ...gala }])).statusCode, 'success');
  });

  const edits: [path: string, body: object][] = [
    ['price', { ...adultPrice, amount: 1000 }],
    ['product', { productId: IDS.opera, name: 'Norma' }],
    ['performance', { ...gala, name: 'Premiere' }],
    ['new-performance', gala],
  ];
  for (const [path, body] of edits) {
    it(`moves getLastSetupUpdate, and is undone by a reset: ${path}`, async () => {
      const [before, updatedBefore] = [await opera(), await lastSetupUpdate()];
      simulator.clock.time += 60_000;
      await edit(path, body);
      assert.equal(await lastSetupUpdate(), updatedBefore + 60_000);
      assert.notDeepEqual(await opera(), before);
      simulator.clock.time += 60_000;
      await simulator.control('reset', {});
      await simulator.control('limits', { on: false });
      assert.deepEqual(await opera(), before);
      assert.equal(await lastSetupUpdate(), updatedBefore + 120_000);
    });
  }

  it('stays in its own simulator', async () => {
    await edit('product', { productId: IDS.opera, name: 'Norma' });
    await simulator.close();
    simulator = await start();
    assert.deepEqual(values((await opera()).externalName), ['OPERA', 'OPERA']);
  });

  const wrong: [path: string, body: object, says: RegExp][] = [
    ['price', { ...adultPrice, amount: -1 }, /amount must be a number/],
    ['price', { ...adultPrice, audienceSubCategoryId: IDS.free, amount: 1 }, /has no such price/],
    ['price', { ...adultPrice, performanceId: '1', amount: 1 }, /performance 1 is unknown/],
    ['product', { productId: '1' }, /product 1 is unknown/],
    ['product', { productId: IDS.opera, state: 'SOLD' }, /state must be one of/],
    ['performance', { ...gala, start: 'soon' }, /start must be an instant/],
    ['new-performance', {}, /performanceId must be a text/],
  ];
  for (const [path, body, says] of wrong) {
    it(`says what is wrong with ${path} ${JSON.stringify(body)}`, async () => {
      const answer = await simulator.control(path, body);
      assert.equal(answer.status, 400);
      assert.match(String(answer.body.error), says);
    });
  }
});
