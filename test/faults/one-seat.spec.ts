import { ProblemError } from '@s360-widgets/contract';
import { expect, test } from '../journeys/journey.js';
import { buyOut, findFreeSeats, seatIdsIn, visitorOf } from './visitor.js';

test('200 tries at once on the same 50 seats end with each sold once', async ({ stack }) => {
  const client = visitorOf(stack);
  const { free, itemOf } = await findFreeSeats(stack, 50);
  const wanted = free.slice(0, 50);

  const tries = Array.from({ length: 200 }, (_, visitor) => {
    const seat = wanted[visitor % wanted.length] ?? 0;
    return client.call('openCart', { query: { lang: 'en' }, body: { items: [itemOf(seat)] } });
  });
  const answers = await Promise.allSettled(tries);

  const held = answers.filter((answer) => answer.status === 'fulfilled').map(({ value }) => value);
  const refused = answers
    .filter((answer) => answer.status === 'rejected')
    .map(({ reason }) => reason as unknown);
  const seats = held.flatMap(({ cart }) => seatIdsIn(cart));
  expect(new Set(seats).size).toBe(50);
  expect(seats).toHaveLength(50);
  expect(refused).toHaveLength(150);
  expect(refused.every((problem) => problem instanceof ProblemError && problem.code === 'seats-taken')).toBe(
    true,
  );

  const orders = await Promise.all(held.map((winner) => buyOut(stack, winner)));
  const sold = orders.flatMap(({ tickets }) => tickets.flatMap(({ seat }) => seat?.seatId ?? []));
  expect(sold.sort()).toEqual(seats.sort());
  for (const { orderId } of orders) {
    const { orderState } = await stack.control<{ orderState: string }>(`orders/${orderId}`);
    expect(orderState, orderId).toBe('CLOSED');
  }
});
