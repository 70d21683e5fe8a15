import { ProblemError, type Currency } from '@s360-widgets/contract';
import { operations, UnreadableValue, type AnswerOf, type S360, type Share } from '../s360/index.js';
import { toInstant, type Clock } from '../state/index.js';
import { toNewOrder, toOrder, type OrderDefaults } from './order.mapping.js';
import { withVersion, type Order } from './order.model.js';
import type { OrderRecords } from './order.records.js';

/** The point of sale: what it says for all orders stands in where one does not say it itself. */
export interface OrderPointOfSale {
  readonly isKnown: boolean;
  get(): { readonly currency: Currency; readonly timeZone: string };
}

export interface SourceParts {
  readonly s360: S360;
  readonly clock: Clock;
  readonly records: OrderRecords;
  readonly log: { warn(facts: object, message: string): void };
  readonly pointOfSale: OrderPointOfSale;
}

/** Orders as S-360 says them now, completed by what the relay remembers of them. */
export class OrderSource {
  constructor(readonly parts: SourceParts) {}

  /** @throws ProblemError `cart-ended` if S-360 has no such order, `box-office-refused` if its answer is none */
  async ask(orderId: string, language: string, share?: Share): Promise<Order> {
    const options = { language, ...(share ? { share } : {}) };
    return this.#toOrder(await this.parts.s360.call(operations.getOrderDetails, { orderId }, options));
  }

  /** A new order as S-360's answer tells it, without the end of its hold; undefined where it does not tell enough. */
  told(answer: AnswerOf<'createOrUpdateOrder'>): Omit<Order, 'version'> | undefined {
    return toNewOrder(answer, toInstant(this.parts.clock.now()), this.#defaults());
  }

  async #toOrder(answer: AnswerOf<'getOrderDetails'>): Promise<Order> {
    const { records } = this.parts;
    try {
      const order = await records.shipments.complete(toOrder(answer, this.#defaults()));
      return withVersion({ ...order, state: await this.#stateOf(order) });
    } catch (cause) {
      if (!(cause instanceof UnreadableValue)) throw cause;
      throw new ProblemError(
        'box-office-refused',
        {},
        { cause, message: 'the answer of getOrderDetails is no order' },
      );
    }
  }

  /** The relay's own word counts where the order's state says nothing that the relay knows, and where people look after its payment. */
  async #stateOf({ orderId, state }: Omit<Order, 'version'>): Promise<Order['state']> {
    const { records } = this.parts;
    if (state === 'unclear') return (await records.verdictOn(orderId)) === 'paid' ? 'completed' : state;
    const isOver = state === 'open' || state === 'ended';
    return isOver && (await records.verdictOn(orderId)) === 'raised' ? 'paying' : state;
  }

  #defaults(): OrderDefaults {
    const { pointOfSale, log } = this.parts;
    const { currency, timeZone = 'UTC' } = pointOfSale.isKnown ? pointOfSale.get() : {};
    return {
      currency,
      timeZone,
      omit: (omission) => log.warn({ ...omission }, 'part left out of an order'),
    };
  }
}
