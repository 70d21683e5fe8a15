import { runsByOperation, testFixtures } from '../s360/fixtures.js';
import type { S360, WireObject } from '../s360/index.js';
import { seatList, toFreeSeat } from './seat-maps.mapping.js';

const folder = new URL('../../src/seat-maps/fixtures/', import.meta.url);

const operations = {
  async getSeatsAvailability(s360: S360, args: WireObject) {
    const seatIds: (string | undefined)[] = [];
    const items = { [seatList]: (item: WireObject) => void seatIds.push(toFreeSeat(item)) };
    await s360.stream('AvailabilityService', 'getSeatsAvailability', args, items);
    return seatIds;
  },
};

await testFixtures(folder, await runsByOperation(folder, operations));
