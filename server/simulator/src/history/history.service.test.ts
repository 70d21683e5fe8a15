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
