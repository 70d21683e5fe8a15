import { runsByOperation, testFixtures } from '../s360/fixtures.js';
import { operations, type S360 } from '../s360/index.js';
import { toOrder } from './order.mapping.js';

const folder = new URL('../../src/order/fixtures/', import.meta.url);
const omit = () => undefined;

const runs = {
  async getOrderDetails(s360: S360, { orderId }: { orderId: string }) {
    const answer = await s360.call(operations.getOrderDetails, { orderId }, { language: 'en' });
    return toOrder(answer, { currency: { code: 'EUR', digits: 2 }, timeZone: 'Europe/Zurich', omit });
  },
};

await testFixtures(folder, await runsByOperation(folder, runs));
