import type { AnswerOf } from '../s360/index.js';
import { Kept, toInstant, type Clock } from '../state/index.js';
import { toOpened } from './order.mapping.js';
import { contentOf, withVersion, type Order } from './order.model.js';
import type { OrderReads } from './order.reads.js';
import type { OrderSource } from './order.source.js';

export interface OpenedParts {
  readonly reads: OrderReads;
  readonly source: OrderSource;
  readonly clock: Clock;
}

/** How long what S-360 said of one order counts for others of the same content. */
const likeMs = 300_000;
const mostContents = 2_000;

/**
 * New orders, as the answer that made them tells them. It does not say until when the seats are held, so that the first order of a
 * content is read as well; where that says the same, the others of the next minutes need no call for it, and are held as long.
 */
export class OpenedOrders {
  readonly #holds: Kept<number>;

  constructor(readonly parts: OpenedParts) {
    const { clock } = parts;
    this.#holds = new Kept({ clock, most: mostContents, freshMs: likeMs, retryMs: likeMs });
  }

  async show(answer: AnswerOf<'createOrUpdateOrder'>, language: string): Promise<Order> {
    const { reads, source } = this.parts;
    const told = source.told(answer);
    const held = told && (await this.#holds.get(contentOf(told)));
    if (told && held !== undefined) {
      const expiresAt = toInstant(Date.parse(told.createdAt) + held);
      const order = withVersion({ ...told, expiresAt });
      await reads.take(order, language);
      return order;
    }
    const order = await reads.read(toOpened(answer), language);
    if (told && isSame(told, order)) this.#learn(order);
    return order;
  }

  #learn(order: Order): void {
    if (!order.expiresAt) return;
    this.#holds.put(contentOf(order), Date.parse(order.expiresAt) - Date.parse(order.createdAt));
  }
}

/** Whether both say the same, but for when it began and ends. */
function isSame(told: Omit<Order, 'version'>, { version: _, ...read }: Order): boolean {
  const timeless = (order: Omit<Order, 'version'>) =>
    withVersion({ ...order, createdAt: '', expiresAt: null }).version;
  return timeless(told) === timeless(read);
}
