import { runsByOperation, testFixtures } from '../s360/fixtures.js';
import { operations, type ArgumentsOf, type ItemOf, type S360 } from '../s360/index.js';
import { toFreeSeat } from './seat-maps.mapping.js';

const folder = new URL('../../src/seat-maps/fixtures/', import.meta.url);

const runs = {
  async getSeatsAvailability(s360: S360, args: ArgumentsOf<'getSeatsAvailability'>) {
    const seatIds: (string | undefined)[] = [];
    const take = (item: ItemOf<'getSeatsAvailability'>) => void seatIds.push(toFreeSeat(item));
    await s360.stream(operations.getSeatsAvailability, args, take);
    return seatIds;
  },
};

await testFixtures(folder, await runsByOperation(folder, runs));
