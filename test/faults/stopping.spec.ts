import { expect, test } from '../journeys/journey.js';
import { fillIn, findFreeSeats, visitorOf } from './visitor.js';

const query = { lang: 'en' };

test('a relay that is told to stop says so first, goes on serving, and lets a payment under way begin', async ({
  stack,
}) => {
  await stack.stopRelay();
  await stack.startRelay({ RELAY_DRAIN_SECONDS: '3' });
  const { free, itemOf } = await findFreeSeats(stack, 1);
  const client = visitorOf(stack);
  const opened = await client.call('openCart', { query, body: { items: [itemOf(free[0] ?? 0)] } });
  const { total } = await fillIn(stack, opened);
  await stack.control('latency', { method: 'createPaymentsAndCloseOrder', ms: 6_000 });
  const begun = client.call('startPayment', {
    token: opened.token,
    query,
    body: { totalMinor: total.amountMinor, termsAccepted: true, returnUrl: `${stack.site}/checkout.html` },
  });
  const stopped = stack.stopRelay();
  await expect.poll(async () => (await fetch(`${stack.relay}/readyz`)).status).toBe(503);
  const { reasons } = (await (await fetch(`${stack.relay}/readyz`)).json()) as { reasons: string[] };
  expect(reasons).toEqual(['the relay stops']);
  expect((await client.call('listEvents', { query })).events.length).toBeGreaterThan(0);
  expect((await begun).handOver.kind).toBe('widget');
  await stopped;
  await expect(fetch(`${stack.relay}/healthz`)).rejects.toThrow();
  await stack.control('latency', { method: 'createPaymentsAndCloseOrder', ms: 0 });
  await stack.startRelay();
});
