import { expect, test } from '../journeys/journey.js';
import { buyOut, findFreeSeats, visitorOf } from './visitor.js';

/** Each method of availability may be called once a minute, whoever asks and whatever about. */
test.use({
  stackOptions: {
    isCounting: true,
    simulator: { SIMULATOR_SPACING: 'method' },
    relay: { RELAY_S360_SPACING: 'method', RELAY_CALLS_PER_ADDRESS: '10000' },
  },
});

const query = { lang: 'en' };

test('a visitor sees the list and a hall, and buys to the ticket', async ({ stack }) => {
  const { free, itemOf } = await findFreeSeats(stack, 1);
  const body = { items: [itemOf(free[0] ?? 0)] };
  const order = await buyOut(stack, await visitorOf(stack).call('openCart', { query, body }));
  expect(order.tickets).toHaveLength(1);
});

test('the seats of another performance come when S-360 may be asked again, which it never has to refuse', async ({
  stack,
}) => {
  // Each of the two may have to wait for a minute that another question has begun.
  const client = visitorOf(stack);
  const { events } = await client.call('listEvents', { query });
  const flute = events.find(({ title }) => title === 'The Magic Flute');
  const onSale = flute?.performances.filter(({ saleState }) => saleState === 'on-sale') ?? [];
  const hasSeats = (performanceId: string) =>
    client.call('getSeatStates', { params: { performanceId }, query: {} }).then(
      ({ all }) => all !== null,
      () => false,
    );
  const [one, other] = onSale.slice(-2).map(({ id }) => id);
  for (const performanceId of [one ?? '', other ?? ''])
    await expect.poll(() => hasSeats(performanceId), { timeout: 150_000 }).toBe(true);
  expect(stack.relayLog()).not.toContain('http 509');
});
