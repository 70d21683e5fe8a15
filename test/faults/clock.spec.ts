import { expect, test } from '../journeys/journey.js';
import { buyOut, findFreeSeats, visitorOf } from './visitor.js';

test('with S-360 sixteen minutes ahead of the relay, a page counts what S-360 will keep, and the order is paid', async ({
  stack,
}) => {
  await stack.control('clock', { advanceSeconds: 16 * 60 });
  const { free, itemOf } = await findFreeSeats(stack, 1);
  const body = { items: [itemOf(free[0] ?? 0)] };
  const opened = await visitorOf(stack).call('openCart', { query: { lang: 'en' }, body });
  const { expiresAt, answeredAt, holdSeconds } = opened.cart;
  const leftSeconds = (Date.parse(expiresAt ?? '') - Date.parse(answeredAt)) / 1000;
  expect(Math.abs(leftSeconds - holdSeconds)).toBeLessThanOrEqual(3);
  expect((await buyOut(stack, opened)).tickets).toHaveLength(1);
});
