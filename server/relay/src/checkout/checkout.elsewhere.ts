import type { Attempt } from '../order/index.js';
import { isRefusal } from '../s360/index.js';
import { dropped, ended, isAsAgreed, type AttemptTools, type Standing } from './checkout.attempts.js';
import { nextMove } from './checkout.moves.js';
import type { PaymentSteps } from './checkout.steps.js';

/** Orders that are paid without the widget: in S-360's own checkout, or with nothing to pay. */
export class WithoutWidget {
  constructor(
    readonly parts: AttemptTools,
    readonly steps: PaymentSteps,
  ) {}

  /** S-360's own checkout does all the moves. */
  async watch(attempt: Attempt): Promise<Standing> {
    const { state } = await this.parts.desk.inspect(attempt.orderId);
    if (state === 'completed') return ended(attempt, 'paid', this.parts);
    return state === 'ended' ? ended(attempt, 'expired', this.parts) : 'waiting';
  }

  /** Nothing is due: the order is closed as it was agreed upon, or the agreement is void. */
  async settleFree(attempt: Attempt): Promise<Standing> {
    const { orderId } = attempt;
    for (let moves = 0; moves < 2; moves++) {
      const order = await this.parts.desk.inspect(orderId);
      const move = nextMove({ order: order.state, payment: 'not-due' });
      if (typeof move === 'object') return ended(attempt, move.settle, this.parts);
      if (move !== 'close') return 'waiting';
      if (!isAsAgreed(order, attempt)) return dropped(attempt, this.parts);
      await this.#close(attempt);
    }
    return 'waiting';
  }

  /** There is no payment of ours to cancel: an order that is still open is simply a cart again. Undefined where it is none. */
  async leave(attempt: Attempt): Promise<Standing | undefined> {
    const { state } = await this.parts.desk.inspect(attempt.orderId);
    return state === 'open' ? dropped(attempt, this.parts) : undefined;
  }

  /** A refusal has taken nothing: the cart is as it was, and the caller hears why. */
  async #close(attempt: Attempt): Promise<void> {
    try {
      await this.steps.close(attempt.orderId);
    } catch (error) {
      if (isRefusal(error)) await dropped(attempt, this.parts);
      throw error;
    }
  }
}
