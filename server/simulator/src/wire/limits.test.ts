import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type RunningSimulator, start } from '../fixtures/running-simulator.js';
import { IDS } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start({ limits: true });
});
afterEach(() => simulator.close());

const pos = `<pointOfSalesId>${IDS.pos}</pointOfSalesId>`;

async function status(service: string, method: string, xml = ''): Promise<number> {
  return (await simulator.soap(service, method, xml)).status;
}

describe('the limits', () => {
  it('let the institution call 180 times a minute, over SOAP and REST together', async () => {
    for (let call = 0; call < 90; call += 1) {
      assert.equal(await status('CatalogService', 'isCatalogServiceAlive'), 200);
      assert.equal((await simulator.call('CatalogService', 'isCatalogServiceAlive')).statusCode, 'success');
    }
    assert.equal(await status('ExternalOrderService', 'getOrderDetails'), 509);
    await assert.rejects(
      simulator.call('CatalogService', 'isCatalogServiceAlive'),
      /509 more than 180 calls a minute/,
    );
    simulator.clock.time += 60_000;
    assert.equal(await status('CatalogService', 'isCatalogServiceAlive'), 200);
  });

  it('let an institution with a larger contract call more often, and the catalog be read no more often', async () => {
    await simulator.close();
    simulator = await start({ limits: true, callsPerMinute: 200 });
    for (let call = 0; call < 199; call += 1) {
      assert.equal(await status('CatalogService', 'isCatalogServiceAlive'), 200);
    }
    assert.equal(await status('CatalogService', 'getCatalogDetailed'), 200);
    assert.equal(await status('CatalogService', 'isCatalogServiceAlive'), 509);
    simulator.clock.time += 60_000;
    assert.equal(await status('CatalogService', 'getCatalogDetailed'), 509);
  });

  it('let the same catalog be read once in ten minutes', async () => {
    assert.equal(await status('CatalogService', 'getCatalogDetailed'), 200);
    assert.equal(await status('CatalogService', 'getCatalogDetailed'), 509);
    assert.equal(
      await status('CatalogService', 'getCatalogDetailed', '<productCode>OPERA</productCode>'),
      200,
    );
    simulator.clock.time += 10 * 60_000;
    assert.equal(await status('CatalogService', 'getCatalogDetailed'), 200);
  });

  it('let the availability of the same performance be read once a minute', async () => {
    const seats = (id: string) => `${pos}<performanceId>${id}</performanceId>`;
    assert.equal(await status('AvailabilityService', 'getSeatsAvailability', seats(IDS.gala)), 200);
    assert.equal(await status('AvailabilityService', 'getSeatsAvailability', seats(IDS.matinee)), 200);
    assert.equal(await status('AvailabilityService', 'getSeatsAvailability', seats(IDS.gala)), 509);
    simulator.clock.time += 60_000;
    assert.equal(await status('AvailabilityService', 'getSeatsAvailability', seats(IDS.gala)), 200);
  });

  it('let each method of availability be called once a minute by all, where that is how they are read', async () => {
    await simulator.close();
    simulator = await start({ limits: true, spacing: 'method' });
    const seats = (id: string) => `${pos}<performanceId>${id}</performanceId>`;
    const counts = (id: string) => `${pos}<performanceIds>${id}</performanceIds>`;
    assert.equal(await status('AvailabilityService', 'getSeatsAvailability', seats(IDS.gala)), 200);
    assert.equal(await status('AvailabilityService', 'getPerformanceAvailability', counts(IDS.gala)), 200);
    assert.equal(await status('AvailabilityService', 'getSeatsAvailability', seats(IDS.matinee)), 509);
    assert.equal(await status('AvailabilityService', 'getPerformanceAvailability', counts(IDS.matinee)), 509);
    assert.equal(await status('CatalogService', 'getCatalogDetailed'), 200);
    const product = '<productCode>OPERA</productCode>';
    assert.equal(await status('CatalogService', 'getCatalogDetailed', product), 509);
    simulator.clock.time += 60_000;
    assert.equal(await status('AvailabilityService', 'getSeatsAvailability', seats(IDS.matinee)), 200);
    assert.equal(await status('CatalogService', 'getCatalogDetailed', product), 509);
  });

  it('take the order of the asked performances for nothing', async () => {
    const xml = (...ids: string[]) =>
      pos + ids.map((id) => `<performanceIds>${id}</performanceIds>`).join('');
    assert.equal(
      await status('AvailabilityService', 'getEventAvailability', xml(IDS.gala, IDS.matinee)),
      200,
    );
    assert.equal(
      await status('AvailabilityService', 'getEventAvailability', xml(IDS.matinee, IDS.gala)),
      509,
    );
  });

  it('do not bind orders', async () => {
    for (let call = 0; call < 3; call += 1) {
      assert.equal(await status('ExternalOrderService', 'getOrderDetails', '<orderId>1</orderId>'), 200);
    }
  });

  it('can be switched off for tests', async () => {
    await simulator.control('limits', { on: false });
    assert.equal(await status('CatalogService', 'getCatalogDetailed'), 200);
    assert.equal(await status('CatalogService', 'getCatalogDetailed'), 200);
  });
});
