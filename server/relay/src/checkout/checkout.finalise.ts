import {
  AttemptMoved,
  currentOf,
  outcomeOf,
  type Attempt,
  type Decision,
  type LookReason,
  type Order,
  type Outcome,
  type StartedPayment,
} from '../order/index.js';
import { isRefusal } from '../s360/index.js';
import type { Clock } from '../state/index.js';
import { adopted, isAsAgreed, lookForLostMs, raise, soonMs } from './checkout.attempts.js';
import { seenOf, type PaymentStanding, type SeenPayment } from './checkout.mapping.js';
import { nextMove, type Move } from './checkout.moves.js';
import { PaymentSteps, type StepsParts } from './checkout.steps.js';

export interface FinaliserParts extends StepsParts {
  readonly clock: Clock;
  readonly log: { error(facts: object, message: string): void; warn(facts: object, message: string): void };
}

export type Standing = Outcome | 'waiting' | 'none';

/** More than any road through the table of moves is long. */
const mostMoves = 6;
/** How often what somebody else moved is looked at anew. */
const mostTries = 3;
/** After a "no", S-360 is asked again: after a moment, then ever later. */
const watchAgainMs = 30_000;
/** How long S-360 may take to complete an order that is paid before people are told. */
const completesWithinMs = 600_000;

/**
 * Least time between two looks at an undecided payment, by its age in ms, so that pages that ask every second don't eat
 * the call budget. A page that reports something is believed enough for a look, once a second.
 */
const lookEveryMs = (ageMs: number): number => (ageMs < 30_000 ? 2_000 : ageMs < 120_000 ? 4_000 : 10_000);
const reportEveryMs = 1_000;

/**
 * Brings an order with a payment to its end, from whatever S-360 says. Called by the widget's callback, by the return page,
 * by every look at the outcome and by the sweep; safe to repeat, to run at several relays, and to be cut off anywhere.
 */
export class Finaliser {
  readonly #steps: PaymentSteps;

  constructor(readonly parts: FinaliserParts) {
    this.#steps = new PaymentSteps(parts);
  }

  get #attempts() {
    return this.parts.desk.records.attempts;
  }

  /** Where the order's payment stands, after doing what can be done about it now. */
  finalise(orderId: string, { isEager = false } = {}): Promise<Standing> {
    return this.parts.desk.alone(orderId, async () => {
      const reason = isEager ? 'reported' : 'asked';
      const attempt = await this.current(orderId);
      if (!attempt || outcomeOf(attempt)) return this.settle(orderId);
      if (!(await this.#attempts.isLookDue(attempt, this.#pauseOf(attempt, reason), reason)))
        return 'waiting';
      const standing = await this.settle(orderId);
      if (standing === 'waiting') await this.#attempts.noteLook(attempt, reason);
      return standing;
    });
  }

  /** The last attempt to pay the order that came to anything. */
  async current(orderId: string): Promise<Attempt | undefined> {
    return currentOf(await this.#attempts.ofOrder(orderId));
  }

  /** The same as `finalise` for a caller that already has the order to itself. */
  async settle(orderId: string): Promise<Standing> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#settle(orderId);
      } catch (error) {
        if (!(error instanceof AttemptMoved) || tries === mostTries) throw error;
      }
    }
  }

  /** Cancels the payment unless it was decided meanwhile, and brings the order to where that leaves it. */
  async giveUp(orderId: string): Promise<Standing> {
    const attempt = await this.current(orderId);
    if (attempt && !outcomeOf(attempt) && attempt.handOver !== 'widget')
      return this.#giveUpElsewhere(attempt);
    const standing = await this.settle(orderId);
    const begun = standing === 'waiting' ? await this.current(orderId) : undefined;
    if (!begun?.payment) return standing;
    const seen = seenOf(begun.payment, await this.#steps.payments(orderId));
    if (seen && seen.standing !== 'pending') return standing;
    await this.#steps.make('cancel-payment', orderId, begun.payment);
    return this.settle(orderId);
  }

  #pauseOf({ startedAt }: Attempt, reason: LookReason): number {
    return reason === 'reported' ? reportEveryMs : lookEveryMs(this.parts.clock.now() - startedAt);
  }

  async #settle(orderId: string): Promise<Standing> {
    const attempts = await this.#attempts.ofOrder(orderId);
    const attempt = currentOf(attempts);
    const outcome = attempt && outcomeOf(attempt);
    if (outcome) return outcome;
    if (attempt?.handOver === 'redirect') return this.#watch(attempt);
    if (attempt?.handOver === 'none') return this.#settleFree(attempt);
    const order = await this.parts.desk.inspect(orderId);
    if (!attempt && order.state === 'completed') return 'paid';
    if (!attempt && order.state === 'open' && order.payments.length === 0) return 'none';
    const seen = order.state === 'completed' ? [] : await this.#steps.payments(orderId);
    const begun = await adopted(order, { attempts, seen }, this.parts);
    if (!begun) return attempt ? this.#withoutPayment(attempt, order) : 'none';
    return this.#move(begun, begun.payment, seen);
  }

  /** Makes one move after the other until the payment has come to an end, or must be waited for. */
  async #move(attempt: Attempt, payment: StartedPayment, seen: readonly SeenPayment[]): Promise<Standing> {
    const { orderId } = attempt;
    let standing: PaymentStanding = seenOf(payment, seen)?.standing ?? 'pending';
    let last: Move | undefined;
    for (let moves = 0; moves < mostMoves; moves++) {
      const order = await this.parts.desk.inspect(orderId);
      // A payment that is decided stays so: it is asked about once.
      if (moves > 0 && standing === 'pending' && order.state !== 'completed')
        standing = seenOf(payment, await this.#steps.payments(orderId))?.standing ?? 'pending';
      const move = nextMove({ order: order.state, payment: standing });
      if (typeof move === 'object') return this.#end(attempt, move.settle);
      if (move === 'wait') return 'waiting';
      // A move that changed nothing is tried again by the next caller, not in a circle.
      if (move === last) return this.#stuck(attempt, order, move);
      const isMade = await this.#steps.make(move, orderId, payment);
      if (!isMade && move === 'reopen') return this.#end(attempt, 'expired');
      last = move;
    }
    return 'waiting';
  }

  /** S-360 knows of no payment: it was never asked, or has not come to it. */
  async #withoutPayment(attempt: Attempt, order: Order): Promise<Standing> {
    const move = nextMove({ order: order.state, payment: null });
    if (typeof move === 'object') return this.#end(attempt, move.settle);
    return move === 'drop' ? this.#drop(attempt) : 'waiting';
  }

  /** Nothing is due: the order is closed as it was agreed upon, or the agreement is void. */
  async #settleFree(attempt: Attempt): Promise<Standing> {
    const { orderId } = attempt;
    for (let moves = 0; moves < 2; moves++) {
      const order = await this.parts.desk.inspect(orderId);
      const move = nextMove({ order: order.state, payment: 'not-due' });
      if (typeof move === 'object') return this.#end(attempt, move.settle);
      if (move !== 'close') return 'waiting';
      if (!isAsAgreed(order, attempt)) return this.#drop(attempt);
      await this.#close(attempt);
    }
    return 'waiting';
  }

  /** There is no payment of ours to cancel: an order that is still open is simply a cart again. */
  async #giveUpElsewhere(attempt: Attempt): Promise<Standing> {
    const { state } = await this.parts.desk.inspect(attempt.orderId);
    return state === 'open' ? this.#drop(attempt) : this.settle(attempt.orderId);
  }

  /** S-360's own checkout does all the moves. */
  async #watch(attempt: Attempt): Promise<Standing> {
    const { state } = await this.parts.desk.inspect(attempt.orderId);
    if (state === 'completed') return this.#end(attempt, 'paid');
    return state === 'ended' ? this.#end(attempt, 'expired') : 'waiting';
  }

  /** A refusal has taken nothing: the cart is as it was, and the caller hears why. */
  async #close(attempt: Attempt): Promise<void> {
    try {
      await this.#steps.close(attempt.orderId);
    } catch (error) {
      if (isRefusal(error)) await this.#drop(attempt);
      throw error;
    }
  }

  async #end(attempt: Attempt, outcome: Decision): Promise<Decision> {
    const { orderId } = attempt;
    const mayTurnYet = outcome !== 'paid' && attempt.payment !== null;
    const lookInMs = mayTurnYet ? watchAgainMs : null;
    await this.#note(attempt, () =>
      this.#attempts.move(attempt, { state: outcome, decidedAt: this.parts.clock.now(), lookInMs }),
    );
    await this.parts.desk.forget(orderId);
    return outcome;
  }

  /** S-360 has decided: where that can't be written down, whoever asks next finds it out again. */
  async #note({ orderId }: Attempt, write: () => Promise<unknown>): Promise<void> {
    await write().catch((error: unknown) => {
      if (error instanceof AttemptMoved) throw error;
      this.parts.log.error({ orderId, err: error }, 'the end of a payment was not written down');
    });
  }

  /** The cart is as it was. Where S-360 was asked for a payment and never answered, one may begin yet. */
  async #drop(attempt: Attempt): Promise<'none'> {
    const lookInMs = attempt.handOver === 'widget' ? lookForLostMs : null;
    await this.#attempts.move(attempt, { state: 'void', lookInMs });
    return 'none';
  }

  async #stuck(attempt: Attempt, { state }: Order, move: Move): Promise<Standing> {
    const { orderId, decidedAt } = attempt;
    const facts = { orderId, move };
    if (move !== 'notify-success') {
      this.parts.log.warn(facts, 'a payment does not move on');
      return 'waiting';
    }
    this.parts.log.error(facts, 'a paid order could not be closed; trying on');
    const now = this.parts.clock.now();
    if (decidedAt === null) await this.#attempts.move(attempt, { decidedAt: now, lookInMs: soonMs });
    else if (now - decidedAt >= completesWithinMs)
      return raise(attempt, state === 'ended' ? 'paid-after-end' : 'not-completed', this.parts);
    return 'waiting';
  }
}
