import { expect, test } from '../journeys/journey.js';
import { findFreeSeats, visitorOf } from './visitor.js';

test.use({ stackOptions: { isCounting: true } });

test('a crowd of readers costs S-360 no more than its limits allow', async ({ stack }) => {
  const client = visitorOf(stack);
  const { performanceId } = await findFreeSeats(stack, 10);
  const before = await stack.control<Record<string, number>>('calls');
  const query = { lang: 'en' };
  const crowd = Array.from({ length: 400 }, (_, visitor) =>
    visitor % 2
      ? client.call('listEvents', { query })
      : client.call('getSeatStates', { params: { performanceId }, query: {} }),
  );
  await Promise.all(crowd);

  const after = await stack.control<Record<string, number>>('calls');
  const cost = (method: string) => sum(after, method) - sum(before, method);
  expect(cost('getCatalogDetailed')).toBe(0);
  expect(cost('getSeatsAvailability')).toBeLessThanOrEqual(1);
  expect(cost('getUpdatedAvailabilities')).toBeLessThanOrEqual(1);
});

/** Counts of a method, whatever service name stands before it. */
const sum = (calls: Record<string, number>, method: string) =>
  Object.entries(calls)
    .filter(([name]) => name.endsWith(method))
    .reduce((total, [, count]) => total + count, 0);
