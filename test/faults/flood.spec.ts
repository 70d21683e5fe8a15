import type { OpenedCart } from '@s360-widgets/contract';
import { expect, test } from '../journeys/journey.js';
import type { Stack } from '../journeys/stack.js';
import { beginPayment, findFreeSeats, payAt, reportPaid, visitorOf } from './visitor.js';

test.use({ stackOptions: { isCounting: true, relay: { RELAY_TRUSTED_PROXIES: '1' } } });

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
/** Every language and country that two letters can spell: each is another question. */
const pairs = letters.flatMap((first) => letters.map((second) => first + second));

/** Holders of carts, each at an address of its own, who read as fast as they are answered. */
class Flood {
  readonly statuses: number[] = [];
  #isOver = false;
  readonly #readers: Promise<void>[];

  constructor(
    readonly stack: Stack,
    carts: readonly OpenedCart[],
  ) {
    const twice = [...carts, ...carts];
    this.#readers = twice.map(({ token }, reader) =>
      this.#read(token, `198.51.100.${reader % carts.length}`),
    );
  }

  count(status: number): number {
    return this.statuses.filter((answered) => answered === status).length;
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#readers);
  }

  async #read(token: string, address: string): Promise<void> {
    const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': address };
    for (let turn = 0; !this.#isOver && turn < 3_000; turn++) {
      const pair = pairs[turn % pairs.length] ?? '';
      const paths = [
        `cart/shipment-modes?lang=en&countryCode=${pair.toUpperCase()}`,
        `cart?lang=${pair}`,
        `order/tickets.pdf?lang=${pair}`,
      ];
      const answer = await fetch(`${this.stack.relay}/v1/${paths[turn % paths.length]}`, { headers });
      await answer.arrayBuffer();
      this.statuses.push(answer.status);
    }
  }
}

test('a payer is told "paid" within five seconds while a crowd with carts reads as fast as it can', async ({
  stack,
}) => {
  const { free, itemOf } = await findFreeSeats(stack, 9);
  const client = visitorOf(stack);
  const open = (seat: number) =>
    client.call('openCart', { query: { lang: 'en' }, body: { items: [itemOf(seat)] } });
  const [payer, ...others] = await Promise.all(free.slice(0, 9).map(open));
  if (!payer) throw new Error('no cart');
  const transaction = await beginPayment(stack, payer);

  const flood = new Flood(stack, others);
  await expect
    .poll(() => flood.count(503) + flood.count(429), { message: 'the crowd is refused', timeout: 60_000 })
    .toBeGreaterThan(200);
  await payAt(stack.simulator, transaction);
  const [before, startedAt] = [flood.statuses.length, performance.now()];
  const outcome = await reportPaid(stack, payer);
  const seconds = (performance.now() - startedAt) / 1000;
  const during = flood.statuses.length - before;
  await flood.stop();

  expect(outcome.status).toBe('paid');
  expect(outcome.order?.orderId).toBe(payer.cart.orderId);
  expect(seconds).toBeLessThan(5);
  expect(during, 'the crowd went on meanwhile').toBeGreaterThan(0);
  const { orderState } = await stack.control<{ orderState: string }>(`orders/${payer.cart.orderId}`);
  expect(orderState).toBe('CLOSED');
});
