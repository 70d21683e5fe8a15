import { ProblemError, type ProblemCode } from '@s360-widgets/contract';
import { isRefusal, type Share } from '../s360/index.js';
import { refuseUnlessOpen, type Order } from './order.model.js';
import { OrderReads, type ReadParts } from './order.reads.js';
import type { OrderRecords } from './order.records.js';
import type { Access, CartTokens } from './order.token.js';

export interface OrderDeskParts extends ReadParts {
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

/**
 * The one place where orders are opened, read and changed. Services ask here and nowhere else, so that nobody reads an order without its
 * secret, two writes never run on one order at the same time, and nothing is shown that a write has made untrue.
 */
export class OrderDesk {
  /** What the relay remembers of orders beside S-360. */
  readonly records: OrderRecords;
  readonly #reads: OrderReads;

  constructor(readonly parts: OrderDeskParts) {
    this.records = parts.records;
    this.#reads = new OrderReads(parts);
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

  /** As `read`, for the relay's own errands about a payment: they hold no token, and any language will do. */
  inspect(orderId: string): Promise<Order> {
    return this.#reads.peek(orderId, undefined, 'payment');
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
   * @param write hears the order as it was, perhaps a minute ago: S-360 has the last word on the write itself
   * @throws ProblemError that says why, unless the order is open
   */
  change(access: Access, language: string, write: (before: Order) => Promise<void>): Promise<Order> {
    return this.alone(access.orderId, async () => {
      const before = await this.#reads.known(access, language);
      refuseUnlessOpen(before);
      try {
        await write(before);
      } finally {
        await this.forget(access.orderId);
      }
      return this.read(access, language);
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

/**
 * A write that failed without a "no" of S-360: its answer was lost, cut off or not to be read, or lost on us by a mistake of
 * ours, and nobody knows whether it had its effect. A call that S-360 had no room for surely had none.
 */
export const isUnclear = (error: unknown): boolean =>
  !(error instanceof ProblemError) || (unclearCodes.includes(error.code) && !isRefusal(error));

const unclearCodes: readonly string[] = ['box-office-timeout', 'box-office-down', 'box-office-refused'];
