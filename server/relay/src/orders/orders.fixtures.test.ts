import { runsByOperation, testFixtures } from '../s360/fixtures.js';
import { operations, type ArgumentsOf, type S360 } from '../s360/index.js';
import { toPdf, toProduced } from './orders.mapping.js';

const folder = new URL('../../src/orders/fixtures/', import.meta.url);

const runs = {
  async getTickets(s360: S360, args: ArgumentsOf<'getTickets'>) {
    let isWhole = true;
    const answer = await s360.call(operations.getTickets, args, { omit: () => void (isWhole = false) });
    return { tickets: toProduced(answer), isWhole };
  },
  async printTickets(s360: S360, args: ArgumentsOf<'printTickets'>) {
    const pdf = toPdf(await s360.call(operations.printTickets, args, { language: 'en' }));
    return { isPdf: pdf !== undefined };
  },
};

await testFixtures(folder, await runsByOperation(folder, runs));
