import type { OpenedCart } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract';
import { expect, test } from '../journeys/journey.js';
import { findFreeSeats, seatIdsIn, visitorOf } from './visitor.js';

test.use({
  stackOptions: { relay: { RELAY_S360_CALLS_PER_MINUTE: '10000', RELAY_WRITES_PER_MINUTE: '100000' } },
});

test('200 tries at once on the same 50 seats end with each held once', async ({ stack }) => {
  await stack.control('limits', { on: false });
  const client = visitorOf(stack);
  const { free, itemOf, performanceId } = await findFreeSeats(stack, 50);
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

  const again = await client.call('getSeatStates', { params: { performanceId }, query: {} });
  expect(again.performanceId).toBe(performanceId);
  await expectStillHeld(stack, held);
});

/** What each winner was told is what S-360 has on its books. */
async function expectStillHeld(
  stack: { control<T>(path: string): Promise<T> },
  held: readonly OpenedCart[],
): Promise<void> {
  for (const { cart } of held) {
    const order = await stack.control<{ movementDatas: { physicalSeatId: string | number }[] }>(
      `orders/${cart.orderId}`,
    );
    const seats = order.movementDatas.flatMap(({ physicalSeatId }) =>
      physicalSeatId ? String(physicalSeatId) : [],
    );
    expect(seats).toEqual(seatIdsIn(cart));
  }
}
