import { ProblemError, type ProblemCode } from '@s360-widgets/contract';
import { isUnclear, type AnswerOf, type Share } from '../s360/index.js';
import { refuseUnlessOpen, type Order } from './order.model.js';
import { OpenedOrders } from './order.opened.js';
import { heldMs, OrderReads, type ReadParts } from './order.reads.js';
import type { OrderRecords } from './order.records.js';
import { OrderSource, type SourceParts } from './order.source.js';
import type { Access, CartTokens } from './order.token.js';

export interface OrderDeskParts extends Omit<ReadParts, 'source'>, SourceParts {
  readonly tokens: CartTokens;
}

/** One write to S-360, and how to find out what came of it. */
export interface Write {
  send(): Promise<unknown>;
  /** Whether the order shows what the write should do. */
  hadEffect(after: Order): boolean;
  /** Refusals that S-360 may also give because the write had its effect before. */
  readonly doubts?: readonly ProblemCode[];
}

/** What is known, after a write, of what it made of the order. */
export interface Foresight {
  /** The order as S-360's answers tell it; undefined where it must be read. */
  readonly order: Order | undefined;
  /** Hears what was read. */
  learn(after: Order): void;
}

/**
 * The one place where orders are opened, read and changed. Services ask here and nowhere else, so that nobody reads an order without its
 * secret, two writes never run on one order at the same time, and nothing is shown that a write has made untrue.
 */
export class OrderDesk {
  /** What the relay remembers of orders beside S-360. */
  readonly records: OrderRecords;
  readonly #reads: OrderReads;
  readonly #opened: OpenedOrders;

  constructor(readonly parts: OrderDeskParts) {
    this.records = parts.records;
    const source = new OrderSource(parts);
    this.#reads = new OrderReads({ ...parts, source });
    this.#opened = new OpenedOrders({ source, reads: this.#reads, clock: parts.clock });
  }

  /** What a cart's token opens. @throws ProblemError `cart-token-invalid` for whatever this relay did not seal */
  accessBy(token: string | undefined): Access {
    return this.parts.tokens.open(token);
  }

  /** The token for who opened an order: the only way to it. */
  tokenFor(access: Access): string {
    return this.parts.tokens.seal(access);
  }

  /**
   * The order as it is now, or was within the last second or two.
   * @throws ProblemError `cart-token-invalid` if the secret is another one, `cart-ended` if S-360 has no such order
   */
  read(access: Access, language: string, share?: Share): Promise<Order> {
    return this.#reads.read(access, language, share);
  }

  /**
   * The order as last read, however long ago and whatever was written since; undefined where this relay has not read it.
   * @throws ProblemError `cart-token-invalid`
   */
  async lastRead(access: Access, language: string): Promise<Order | undefined> {
    return this.#reads.lastRead(access, language);
  }

  /**
   * The order as it is as far as relays know: S-360 is asked only where they have not heard of it, or where it was not open, or its hold
   * is over.
   * @throws ProblemError as `read`
   */
  known(access: Access, language: string): Promise<Order> {
    return this.#reads.known(access, language, heldMs);
  }

  /**
   * Refuses a token that does not open its order. S-360 is asked only where this relay has not read the order before.
   * @throws ProblemError as `read`
   */
  async verify(access: Access, language: string, share?: Share): Promise<void> {
    if (!this.#reads.lastRead(access, language)) await this.read(access, language, share);
  }

  /** As `read`, for the relay's own errands about a payment: they hold no token, and any language will do. */
  inspect(orderId: string): Promise<Order> {
    return this.#reads.peek(orderId, undefined, 'payment');
  }

  /** A new order as the answer that made it tells it; read where that does not tell enough. */
  opened(answer: AnswerOf<'createOrUpdateOrder'>, language: string): Promise<Order> {
    return this.#opened.show(answer, language);
  }

  /** As `inspect`, without a call for an order that is known to be kept from all change by a payment. */
  locked(orderId: string): Promise<Order> {
    return this.#reads.locked(orderId);
  }

  /** S-360 has said in the answer to a write what the order is now, so that a look needs no call. Never rejects. */
  async take(order: Order, language: string): Promise<void> {
    const { orderId } = order;
    await this.forget(orderId);
    await this.#reads.take(order, language).catch((error: unknown) => {
      this.parts.log.warn({ orderId, err: error }, 'an order is read although an answer has told it');
    });
  }

  /** What was read of the order, by any relay, is no longer true: after any write, and before a look that must be S-360's own. */
  async forget(orderId: string): Promise<void> {
    this.#reads.forget(orderId);
    await this.records.changes.note(orderId).catch((error: unknown) => {
      this.parts.log.warn({ orderId, err: error }, 'a change of an order was not told to other relays');
    });
  }

  /** Tells of every order read. What fails there is logged and nobody else's trouble. */
  onRead(follow: (order: Order) => Promise<void>): void {
    this.#reads.onRead((order) => {
      follow(order).catch((error: unknown) =>
        this.parts.log.warn({ err: error }, 'an order was not followed'),
      );
    });
  }

  /** Runs the work when all earlier work on the order is done, here and at other relays, well or not. Not reentrant. */
  alone<T>(orderId: string, work: () => Promise<T>): Promise<T> {
    return this.records.leases.run(orderId, work);
  }

  /**
   * Changes an order, alone on it, and gives it as it is then.
   * @param write hears the order as it was, perhaps a minute ago: S-360 has the last word on the write itself. What it foresees is
   * taken for true until the order is read
   * @param withinMs how long ago that may be: `heldMs` where it does not matter which tickets it holds
   * @throws ProblemError that says why, unless the order is open
   */
  change(
    access: Access,
    language: string,
    write: (before: Order) => Promise<Foresight | void>,
    withinMs?: number,
  ): Promise<Order> {
    return this.alone(access.orderId, async () => {
      const before = await this.#reads.known(access, language, withinMs);
      refuseUnlessOpen(before);
      const foresight = await write(before).finally(() => this.forget(access.orderId));
      if (foresight?.order) {
        await this.take(foresight.order, language);
        return foresight.order;
      }
      const after = await this.read(access, language);
      foresight?.learn(after);
      return after;
    });
  }

  /**
   * Does what leaves the order as it is at S-360, alone on it, and gives it as it is known.
   * @throws ProblemError that says why, unless the order is open
   */
  beside(access: Access, language: string, work: (order: Order) => Promise<void>): Promise<Order> {
    return this.alone(access.orderId, async () => {
      const order = await this.known(access, language);
      refuseUnlessOpen(order);
      await work(order);
      return order;
    });
  }

  /** Sends one write of a `change`, never twice: where its answer was lost, the order tells what came of it. */
  async write(access: Access, language: string, { send, hadEffect, doubts = [] }: Write): Promise<void> {
    try {
      await send();
    } catch (error) {
      const isDoubted = error instanceof ProblemError && doubts.includes(error.code);
      if (!isUnclear(error) && !isDoubted) throw error;
      await this.forget(access.orderId);
      if (!hadEffect(await this.read(access, language))) throw error;
    }
  }
}
