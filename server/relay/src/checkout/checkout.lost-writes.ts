import type { LostWrite, OrderDesk } from '../order/index.js';
import type { Finaliser } from './checkout.finalise.js';

export interface LostWritesParts {
  readonly desk: OrderDesk;
  readonly finaliser: Pick<Finaliser, 'settle'>;
  readonly log: { warn(facts: object, message: string): void };
}

/** In one round: it takes as many calls at most, and the next round goes on. */
const mostWrites = 20;

/** Finds out what came of writes that a relay was killed over, or whose answer was lost. Any number of relays share the work. */
export class LostWrites {
  constructor(readonly parts: LostWritesParts) {}

  /** Reads back each order that such a write was about, once. Ends at the first that can't be read: S-360 is down, or busy. */
  async round(): Promise<void> {
    const lost = await this.parts.desk.records.intents.lost(mostWrites);
    for (const write of lost.filter(({ orderId }) => orderId === null)) await this.#report(write);
    const orderIds = new Set(lost.flatMap(({ orderId }) => orderId ?? []));
    for (const orderId of orderIds) {
      await this.#readBack(
        orderId,
        lost.filter((write) => write.orderId === orderId),
      );
    }
  }

  /**
   * Whoever sent the write has the order to itself until it is over, so that nobody is at it any more. What was known of the order
   * counts for nothing, here and at other relays; a payment of it goes on from what S-360 says.
   */
  async #readBack(orderId: string, writes: readonly LostWrite[]): Promise<void> {
    const { desk, finaliser } = this.parts;
    await desk.alone(orderId, async () => {
      await desk.forget(orderId);
      await finaliser.settle(orderId);
      for (const write of writes) await desk.records.intents.settle(write, 'read-back');
    });
  }

  /** A new order that nobody heard of: S-360 finds none by our reference, and lets its seats go when its hold ends. */
  async #report(write: LostWrite): Promise<void> {
    const { reference: externalReference, requestId } = write;
    await this.parts.desk.records.intents.settle(write, 'not-found-out');
    if (!externalReference) return;
    const facts = { externalReference, requestId };
    this.parts.log.warn(facts, 'an order may have been opened whose answer was lost');
  }
}
