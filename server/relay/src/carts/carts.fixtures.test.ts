import type { CartItem } from '@s360-widgets/contract';
import { toOpened } from '../order/index.js';
import { runsByOperation, testFixtures } from '../s360/fixtures.js';
import { operations, type S360 } from '../s360/index.js';
import { toRefusal } from './carts.refusals.js';
import { toCreateOrUpdate, type OrderHead } from './carts.request.js';

const folder = new URL('../../src/carts/fixtures/', import.meta.url);
const facts = { maxTickets: 8, companionsOf: () => [] };

const runs = {
  async createOrUpdateOrder(s360: S360, { head, items }: { head: OrderHead; items: CartItem[] }) {
    const args = toCreateOrUpdate(head, items);
    try {
      return toOpened(await s360.call(operations.createOrUpdateOrder, args, { language: 'en' }));
    } catch (error) {
      throw toRefusal(error, items, facts).problem;
    }
  },
  async abandonMovements(s360: S360, args: { orderId: string; movementIds: string[] }) {
    await s360.call(operations.abandonMovements, args);
    return null;
  },
};

await testFixtures(folder, await runsByOperation(folder, runs));
