import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { hold } from '../fixtures/buying.js';
import { type RunningSimulator, flat, start } from '../fixtures/running-simulator.js';
import { IDS, NOW, seatId } from '../fixtures/small-season.js';

let simulator: RunningSimulator;
beforeEach(async () => {
  simulator = await start();
});
afterEach(() => simulator.close());

interface Counts {
  eventAvailabilityData: { eventAvailabilities: { seatCategoryId: number | null; availability: number }[] };
}

async function counts(performanceId: string, seatCategoryIds: string[]): Promise<[number | null, number][]> {
  const args = { pointOfSalesId: IDS.pos, performanceIds: [performanceId], seatCategoryIds };
  const answer = await simulator.call<Counts>('AvailabilityService', 'getEventAvailability', args);
  const lines = answer.eventAvailabilityData.eventAvailabilities;
  return lines.map((line) => [line.seatCategoryId, line.availability]);
}

async function freeSeatIds(performanceId: string, extra: object = {}): Promise<number[]> {
  const answer = await simulator.call<{
    seatsAvailabilityData: { seatAvailabilities: { seatId: number }[] };
  }>('AvailabilityService', 'getSeatsAvailability', { pointOfSalesId: IDS.pos, performanceId, ...extra });
  return answer.seatsAvailabilityData.seatAvailabilities.map((seat) => seat.seatId);
}

describe('the availability of a performance', () => {
  it('is one total without categories', async () => {
    assert.deepEqual(await counts(IDS.gala, []), [[null, 24]]);
  });

  it('is split over every category by -1', async () => {
    assert.deepEqual(await counts(IDS.gala, ['-1']), [
      [Number(IDS.stalls), 20],
      [Number(IDS.balcony), 4],
    ]);
  });

  it('is that of the categories asked for', async () => {
    assert.deepEqual(await counts(IDS.gala, [IDS.balcony]), [[Number(IDS.balcony), 4]]);
  });

  it('is without the seats that were sold before', async () => {
    assert.deepEqual(await counts(IDS.matinee, []), [[null, 21]]);
  });

  it('counts the places of a zone', async () => {
    assert.deepEqual(await counts(IDS.club, []), [[null, 5]]);
  });

  it('falls by a hold and rises when the hold runs out', async () => {
    await hold(simulator, [{ quantity: 3 }]);
    assert.deepEqual(await counts(IDS.gala, []), [[null, 21]]);
    await simulator.control('clock', { advanceSeconds: 900 });
    assert.deepEqual(await counts(IDS.gala, []), [[null, 24]]);
  });

  it('is refused for an unknown performance or point of sales', async () => {
    const args = { pointOfSalesId: IDS.pos, performanceIds: [1] };
    const unknown = await simulator.call('AvailabilityService', 'getEventAvailability', args);
    assert.equal(unknown.statusCode, 'error.sim.invalidParameter');
    const elsewhere = await simulator.call('AvailabilityService', 'getEventAvailability', {
      ...args,
      pointOfSalesId: 1,
    });
    assert.equal(elsewhere.statusDetail, 'pointOfSalesId 1 is unknown');
  });

  it('is on the wire as documented', async () => {
    const xml = `<pointOfSalesId>${IDS.pos}</pointOfSalesId><performanceIds>${IDS.gala}</performanceIds>
      <performanceIds>${IDS.club}</performanceIds>`;
    const { text } = await simulator.soap('AvailabilityService', 'getEventAvailability', xml);
    const data = /<eventAvailabilityData>.*<\/eventAvailabilityData>/.exec(text)?.[0];
    assert.equal(
      data,
      flat(`<eventAvailabilityData>
        <eventAvailabilities><availability>24</availability><eventId>10229200000001</eventId>
          <performanceId>10229210000001</performanceId></eventAvailabilities>
        <eventAvailabilities><availability>5</availability><eventId>10229200000002</eventId>
          <performanceId>10229210000004</performanceId></eventAvailabilities>
      </eventAvailabilityData>`),
    );
  });
});

describe('the seats of a performance', () => {
  it('are listed while they are free', async () => {
    const args = { categoryIds: undefined, seatCategoryIds: [IDS.stalls] };
    assert.equal((await freeSeatIds(IDS.matinee, { seatCategoryIds: args.seatCategoryIds })).length, 17);
    await hold(simulator, [{ performanceId: IDS.matinee, physicalSeatIds: [seatId('A', 5)] }]);
    const free = await freeSeatIds(IDS.matinee, { areaIds: [IDS.stallsArea] });
    assert.equal(free.includes(Number(seatId('A', 5))), false);
    assert.equal(free.includes(Number(seatId('B', 2))), false);
    assert.equal(free.length, 16);
  });

  it('are none where there are no seats', async () => {
    assert.deepEqual(await freeSeatIds(IDS.club), []);
  });

  it('are on the wire as decided', async () => {
    const xml = `<pointOfSalesId>${IDS.pos}</pointOfSalesId><performanceId>${IDS.gala}</performanceId>
      <seatCategoryIds>${IDS.balcony}</seatCategoryIds>`;
    const { text } = await simulator.soap('AvailabilityService', 'getSeatsAvailability', xml);
    assert.equal(
      /<seatAvailabilities>.*?<\/seatAvailabilities>/.exec(text)?.[0],
      flat(`<seatAvailabilities><area>Balcony</area><areaId>10229130000002</areaId><availability>true</availability>
        <contingentId>10229160000001</contingentId><number>1</number><row>C</row>
        <seatCategoryId>10229150000002</seatCategoryId><seatId>10229400002001</seatId></seatAvailabilities>`),
    );
  });
});

describe('the visits of a pass', () => {
  it('are counted by timeslot', async () => {
    const args = { pointOfSalesId: IDS.pos, productIds: [IDS.museum] };
    const answer = await simulator.call<{ productAvailabilityData: object }>(
      'AvailabilityService',
      'getProductAvailability',
      args,
    );
    assert.deepEqual(answer.productAvailabilityData, {
      productAvailabilities: [
        {
          availability: 3,
          itemId: Number(IDS.visit),
          productId: Number(IDS.museum),
          timeslotId: Number(IDS.morning),
        },
        { availability: 9999, itemId: Number(IDS.dayPass), productId: Number(IDS.museum), timeslotId: null },
      ],
    });
  });
});

describe('the updated availabilities', () => {
  async function updated(referenceDate: string): Promise<object[]> {
    const args = { pointOfSalesId: IDS.pos, productIds: [IDS.opera, IDS.museum], referenceDate };
    const answer = await simulator.call<{ availabilityUpdateData: object[] }>(
      'AvailabilityService',
      'getUpdatedAvailabilities',
      args,
    );
    return answer.availabilityUpdateData;
  }

  it('are the products that changed since the date', async () => {
    assert.deepEqual(await updated('2026-11-01T00:00:00.000Z'), []);
    await hold(simulator, [{ quantity: 1 }]);
    const change = { lastUpdate: '2026-11-24T10:00:00.000+00:00', productId: Number(IDS.opera) };
    assert.deepEqual(await updated(new Date(NOW - 1).toISOString()), [change]);
    assert.deepEqual(await updated(new Date(NOW).toISOString()), []);
  });
});
