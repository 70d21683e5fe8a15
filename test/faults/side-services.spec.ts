import type { Order } from '@s360-widgets/contract';
import { expect, test } from '../journeys/journey.js';
import { beginPayment, findFreeSeats, payAt, reportPaid, visitorOf } from './visitor.js';

const query = { lang: 'en' };
const sideServices = ['getContactData', 'getAvailableShipmentModes', 'getTickets'];

for (const [seat, kind] of ['http500', 'fault', 'error.unknownTrouble'].entries()) {
  test(`an order is paid and shown while contact, shipment and tickets end in ${kind}, and whole as soon as they are back`, async ({
    stack,
  }) => {
    const client = visitorOf(stack);
    const { free, itemOf } = await findFreeSeats(stack, 3);
    const opened = await client.call('openCart', { query, body: { items: [itemOf(free[seat] ?? 0)] } });
    const transaction = await beginPayment(stack, opened);
    // What the relay remembered of the visitor is gone, and nothing can tell it again.
    await stack.stopRelay();
    await stack.startRelay();
    for (const method of sideServices) await stack.control('fault', { method, kind, times: 1_000 });

    const cart = await client.call('getCart', { token: opened.token, query });
    expect([...cart.unread].sort()).toEqual(['contact', 'shipment']);
    expect(cart.total).toEqual(opened.cart.total);
    const again = await client.call('startPayment', {
      token: opened.token,
      query,
      body: {
        totalMinor: cart.total.amountMinor,
        termsAccepted: true,
        returnUrl: `${stack.site}/checkout.html`,
      },
    });
    expect(again.handOver.kind).toBe('widget');
    await payAt(stack.simulator, transaction);
    const { status, order } = await reportPaid(stack, opened);
    expect(status).toBe('paid');
    // The order itself says which tickets were sold.
    expect([...(order?.unread ?? [])].sort()).toEqual(['contact', 'shipment']);
    expect(order?.tickets.map(({ state }) => state)).toEqual(['valid']);

    const read = (): Promise<Order> => client.call('getOrder', { token: opened.token, query });
    const looked = await read();
    expect([...looked.unread].sort()).toEqual(['contact', 'shipment', 'tickets']);
    expect(looked.tickets).toHaveLength(1);

    for (const method of sideServices) await stack.control('fault', { method, kind, times: 1 });
    await expect.poll(async () => (await read()).unread).toEqual([]);
    const { email, tickets } = await read();
    expect(email).toBe('elena@example.org');
    expect(tickets[0]?.code).not.toBeNull();
  });
}
