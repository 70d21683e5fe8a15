import { runsByOperation, testFixtures } from '../s360/fixtures.js';
import type { S360, WireObject } from '../s360/index.js';
import { toPdf, toProduction } from './orders.mapping.js';

const folder = new URL('../../src/orders/fixtures/', import.meta.url);
const service = 'ProductionPublicService';

const operations = {
  async getTickets(s360: S360, args: WireObject) {
    return toProduction(await s360.call(service, 'getTickets', args), () => undefined);
  },
  async printTickets(s360: S360, args: WireObject) {
    const pdf = toPdf(await s360.call(service, 'printTickets', args, { language: 'en' }));
    return { isPdf: pdf !== undefined };
  },
};

await testFixtures(folder, await runsByOperation(folder, operations));
