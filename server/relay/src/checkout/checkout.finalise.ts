import {
  AttemptMoved,
  currentOf,
  outcomeOf,
  verdictOn,
  type Attempt,
  type LookReason,
  type Order,
  type StartedPayment,
} from '../order/index.js';
import type { Clock } from '../state/index.js';
import { adopted, dropped, ended, raise, soonMs, type Standing } from './checkout.attempts.js';
import { WithoutWidget } from './checkout.elsewhere.js';
import { seenOf, type PaymentStanding } from './checkout.mapping.js';
import { nextMove, type Move } from './checkout.moves.js';
import { PaymentSteps, type StepsParts } from './checkout.steps.js';

export interface FinaliserParts extends StepsParts {
  readonly clock: Clock;
  readonly log: { error(facts: object, message: string): void; warn(facts: object, message: string): void };
}

/** More than any road through the table of moves is long. */
const mostMoves = 6;
/** How often what somebody else moved is looked at anew. */
const mostTries = 3;
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
  readonly #elsewhere: WithoutWidget;

  constructor(readonly parts: FinaliserParts) {
    this.#steps = new PaymentSteps(parts);
    this.#elsewhere = new WithoutWidget(parts, this.#steps);
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
        return this.#told(orderId, 'waiting');
      const standing = await this.#bringOn(orderId);
      if (standing === 'waiting') await this.#attempts.noteLook(attempt, reason);
      return this.#told(orderId, standing);
    });
  }

  /** The last attempt to pay the order that came to anything. */
  async current(orderId: string): Promise<Attempt | undefined> {
    return currentOf(await this.#attempts.ofOrder(orderId));
  }

  /** The same as `finalise` for a caller that already has the order to itself. */
  async settle(orderId: string): Promise<Standing> {
    return this.#told(orderId, await this.#bringOn(orderId));
  }

  /** Cancels the payment unless it was decided meanwhile, and brings the order to where that leaves it. */
  async giveUp(orderId: string): Promise<Standing> {
    return this.#told(orderId, await this.#cancel(orderId));
  }

  /** Whoever was charged hears of the ticket, or that people look at it, whatever became of another attempt. */
  async #told(orderId: string, standing: Standing): Promise<Standing> {
    return (await this.parts.desk.records.verdictOn(orderId)) ?? standing;
  }

  async #bringOn(orderId: string): Promise<Standing> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#settle(orderId);
      } catch (error) {
        if (!(error instanceof AttemptMoved) || tries === mostTries) throw error;
      }
    }
  }

  async #cancel(orderId: string): Promise<Standing> {
    const attempt = await this.current(orderId);
    if (attempt && !outcomeOf(attempt) && attempt.handOver !== 'widget')
      return (await this.#elsewhere.leave(attempt)) ?? this.#bringOn(orderId);
    const standing = await this.#bringOn(orderId);
    const begun = standing === 'waiting' ? await this.current(orderId) : undefined;
    if (!begun?.payment) return standing;
    const seen = seenOf(begun.payment, await this.#steps.payments(orderId));
    if (seen && seen.standing !== 'pending') return standing;
    await this.#steps.make('cancel-payment', orderId, begun.payment);
    return this.#bringOn(orderId);
  }

  #pauseOf({ startedAt }: Attempt, reason: LookReason): number {
    return reason === 'reported' ? reportEveryMs : lookEveryMs(this.parts.clock.now() - startedAt);
  }

  async #settle(orderId: string): Promise<Standing> {
    const attempts = await this.#attempts.ofOrder(orderId);
    const attempt = currentOf(attempts);
    const outcome = attempt && outcomeOf(attempt);
    if (outcome) return outcome;
    if (attempt?.handOver === 'redirect') return this.#elsewhere.watch(attempt);
    if (attempt?.handOver === 'none') return this.#elsewhere.settleFree(attempt);
    const { desk } = this.parts;
    const order = await desk.locked(orderId);
    if (!attempt && order.state === 'completed') return 'paid';
    if (!attempt && order.state === 'open' && order.payments.length === 0) return 'none';
    const seen = order.state === 'completed' ? [] : await this.#steps.payments(orderId);
    const begun = await adopted(order, { attempts, seen }, this.parts);
    if (!begun) return attempt ? this.#withoutPayment(attempt, await desk.inspect(orderId)) : 'none';
    const standing = seenOf(begun.payment, seen)?.standing ?? 'pending';
    // The order is for people to move: what is left to say of its other payments is how they ended.
    const isLeft = verdictOn(attempts) === 'raised' && (standing === 'refused' || standing === 'cancelled');
    return isLeft ? ended(begun, standing, this.parts) : this.#move(begun, begun.payment, standing);
  }

  /** Makes one move after the other until the payment has come to an end, or must be waited for. */
  async #move(attempt: Attempt, payment: StartedPayment, seen: PaymentStanding): Promise<Standing> {
    const { orderId } = attempt;
    const { desk } = this.parts;
    let standing = seen;
    let last: Move | undefined;
    for (let moves = 0; moves < mostMoves; moves++) {
      // Who has paid has paid, whatever the order was.
      const isCharged = moves === 0 && standing === 'paid';
      const order = await (isCharged ? desk.locked(orderId) : desk.inspect(orderId));
      // A payment that is decided stays so: it is asked about once.
      if (moves > 0 && standing === 'pending' && order.state !== 'completed')
        standing = seenOf(payment, await this.#steps.payments(orderId))?.standing ?? 'pending';
      const move = nextMove({ order: order.state, payment: standing });
      if (typeof move === 'object') return ended(attempt, move.settle, this.parts);
      if (move === 'wait') return 'waiting';
      // A move that changed nothing is tried again by the next caller, not in a circle.
      if (move === last) return this.#stuck(attempt, order, move);
      const isMade = await this.#steps.make(move, orderId, payment);
      if (!isMade && move === 'reopen') return ended(attempt, 'expired', this.parts);
      last = move;
    }
    return 'waiting';
  }

  /** S-360 knows of no payment: it was never asked, or has not come to it. */
  async #withoutPayment(attempt: Attempt, order: Order): Promise<Standing> {
    const move = nextMove({ order: order.state, payment: null });
    if (typeof move === 'object') return ended(attempt, move.settle, this.parts);
    return move === 'drop' ? dropped(attempt, this.parts) : 'waiting';
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
