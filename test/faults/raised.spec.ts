import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';
import { freePorts } from '../journeys/ports.js';
import { type Stack, startStack } from '../journeys/stack.js';
import { beginPayment, findFreeSeats, payAt, reportPaid, visitorOf } from './visitor.js';

const query = { lang: 'en' };
const key = Buffer.from('a key of at least twenty-four bytes');

/** What an operator's own system hears: it answers 500 once, as one that has just been started. */
async function startOperator(port: number) {
  const heard: { headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(heard.length === 1 ? 500 : 204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return { heard, stop: () => server.close() };
}

test.describe('a payment that is charged beside another one', () => {
  let stack: Stack;
  let operator: Awaited<ReturnType<typeof startOperator>>;
  let metrics: string;

  test.beforeAll(async () => {
    const [webhookPort = 0, metricsPort = 0] = await freePorts(2);
    operator = await startOperator(webhookPort);
    metrics = `http://127.0.0.1:${metricsPort}/metrics`;
    stack = await startStack({
      relay: {
        RELAY_RAISED_WEBHOOK_URL: `http://localhost:${webhookPort}/alarms`,
        RELAY_RAISED_WEBHOOK_SECRET: `whsec_${key.toString('base64')}`,
        RELAY_METRICS_PORT: String(metricsPort),
        RELAY_UNDO_PAYMENTS: 'yes',
      },
    });
  });

  test.afterAll(async () => {
    await stack.stop();
    operator.stop();
  });

  test('is told to the operator’s systems until they hear it, is counted, and takes no ticket away', async () => {
    const { free, itemOf } = await findFreeSeats(stack, 1);
    const body = { items: [itemOf(free[0] ?? 0)] };
    const opened = await visitorOf(stack).call('openCart', { query, body });
    await payAt(stack.simulator, await beginPayment(stack, opened), '4000000000000002');
    const refused = await visitorOf(stack).call('reportPayment', {
      ...{ token: opened.token, query },
      body: { reported: 'failure' },
    });
    expect(refused.status).toBe('refused');
    await payAt(stack.simulator, await beginPayment(stack, opened));
    expect((await reportPaid(stack, opened)).status).toBe('paid');
    const { orders } = await stack.control<{
      orders: { orderId: string; payments: { paymentId: string }[] }[];
    }>('books');
    const [first] = orders.find(({ orderId }) => orderId === opened.cart.orderId)?.payments ?? [];
    await stack.control('late-payment', { paymentId: first?.paymentId });

    await expect.poll(() => operator.heard.length, { timeout: 180_000 }).toBe(2);
    const [told, again] = operator.heard;
    expect(again?.body).toBe(told?.body);
    expect(JSON.parse(told?.body ?? '')).toMatchObject({
      type: 'payment.raised',
      data: { orderId: opened.cart.orderId, reason: 'paid-twice' },
    });
    const {
      'webhook-id': id,
      'webhook-timestamp': at,
      'webhook-signature': signature,
    } = again?.headers ?? {};
    const digest = createHmac('sha256', key).update([id, at, again?.body].join('.')).digest('base64');
    expect(signature).toBe(`v1,${digest}`);

    expect(await (await fetch(metrics)).text()).toContain('s360_relay_payments{state="raised"} 1\n');
    expect((await fetch(`${stack.relay}/metrics`)).status).toBe(404);
    const { warnings } = (await (await fetch(`${stack.relay}/readyz`)).json()) as { warnings: string[] };
    expect(warnings).toEqual(['payments need people']);
    const order = await visitorOf(stack).call('getOrder', { token: opened.token, query });
    expect(order.tickets).toHaveLength(1);
  });
});
