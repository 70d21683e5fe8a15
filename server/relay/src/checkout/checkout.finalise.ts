import type { Outcome, PaymentEntry } from '../order/index.js';
import { isRefusal } from '../s360/index.js';
import type { Clock } from '../state/index.js';
import { Looks } from './checkout.looks.js';
import type { PaymentStanding } from './checkout.mapping.js';
import { nextMove, type Move } from './checkout.moves.js';
import { adopted, PaymentSteps, type StepsParts } from './checkout.steps.js';

export interface FinaliserParts extends StepsParts {
  readonly clock: Clock;
  readonly log: { error(facts: object, message: string): void; warn(facts: object, message: string): void };
}

export type Standing = Outcome | 'waiting' | 'none';

/** More than any road through the table of moves is long. */
const mostMoves = 6;

/**
 * Brings an order with a payment to its end, from whatever S-360 says. Called by the widget's callback, by the return page,
 * by every look at the outcome and by the sweep; safe to repeat, to run at the same time, and to be cut off anywhere.
 */
export class Finaliser {
  readonly #looks: Looks;
  readonly #steps: PaymentSteps;

  constructor(readonly parts: FinaliserParts) {
    this.#looks = new Looks(parts.clock);
    this.#steps = new PaymentSteps(parts);
  }

  get #payments() {
    return this.parts.desk.records.payments;
  }

  /** Where the order's payment stands, after doing what can be done about it now. */
  finalise(orderId: string, { isEager = false } = {}): Promise<Standing> {
    return this.parts.desk.alone(orderId, async () => {
      const look = this.#looks.due(orderId, isEager);
      if (!look) return 'waiting';
      const standing = await this.settle(orderId);
      if (standing === 'waiting') this.#looks.note(orderId, look);
      return standing;
    });
  }

  /** The same as `finalise` for a caller that already has the order to itself. */
  async settle(orderId: string): Promise<Standing> {
    const entry = await this.#payments.get(orderId);
    if (entry?.outcome) return entry.outcome;
    if (entry?.handOver === 'redirect') return this.#watch(entry);
    let last: Move | undefined;
    let standing: PaymentStanding = 'pending';
    for (let moves = 0; moves < mostMoves; moves++) {
      const order = await this.parts.desk.inspect(orderId);
      const isFree = entry?.handOver === 'none';
      const payment = isFree ? null : (entry?.payment ?? adopted(order) ?? null);
      if (!entry && !payment) return order.state === 'completed' ? 'paid' : 'none';
      // A payment that is decided stays so: it is asked about once.
      if (payment && standing === 'pending') standing = await this.#steps.standingOf(order, payment);
      const due = isFree && order.totalMinor === 0 ? 'not-due' : null;
      const move = nextMove({ order: order.state, payment: payment ? standing : due });
      if (typeof move === 'object') return this.#end(orderId, entry, move.settle);
      if (move === 'drop') return this.#drop(orderId);
      if (move === 'wait') return 'waiting';
      // A move that changed nothing is tried again by the next caller, not in a circle.
      if (move === 'close' && move !== last) await this.#close(orderId);
      else if (move === last || !payment) return this.#stuck(orderId, move);
      else if (!(await this.#steps.make(move, orderId, payment)) && move === 'reopen') {
        return this.#end(orderId, entry, 'expired');
      }
      last = move;
    }
    return 'waiting';
  }

  /** Cancels the payment unless it was decided meanwhile, and brings the order to where that leaves it. */
  async giveUp(orderId: string): Promise<Standing> {
    const entry = await this.#payments.get(orderId);
    if (entry && !entry.outcome && entry.handOver !== 'widget') return this.#giveUpElsewhere(orderId);
    const standing = await this.settle(orderId);
    if (standing !== 'waiting') return standing;
    const order = await this.parts.desk.inspect(orderId);
    const payment = entry?.payment ?? adopted(order);
    if (!payment) return standing;
    if ((await this.#steps.standingOf(order, payment)) !== 'pending') return standing;
    await this.#steps.make('cancel-payment', orderId, payment);
    return this.settle(orderId);
  }

  /** There is no payment of ours to cancel: an order that is still open is simply a cart again. */
  async #giveUpElsewhere(orderId: string): Promise<Standing> {
    const { state } = await this.parts.desk.inspect(orderId);
    return state === 'open' ? this.#drop(orderId) : this.settle(orderId);
  }

  /** S-360's own checkout does all the moves. */
  async #watch(entry: PaymentEntry): Promise<Standing> {
    const { state } = await this.parts.desk.inspect(entry.orderId);
    if (state === 'completed') return this.#end(entry.orderId, entry, 'paid');
    return state === 'ended' ? this.#end(entry.orderId, entry, 'expired') : 'waiting';
  }

  /** A refusal has taken nothing: the cart is as it was, and the caller hears why. */
  async #close(orderId: string): Promise<void> {
    try {
      await this.#steps.close(orderId);
    } catch (error) {
      if (isRefusal(error)) await this.#drop(orderId);
      throw error;
    }
  }

  async #end(orderId: string, entry: PaymentEntry | undefined, outcome: Outcome): Promise<Outcome> {
    if (entry) await this.#note({ ...entry, outcome });
    this.#looks.forget(orderId);
    await this.parts.desk.forget(orderId);
    return outcome;
  }

  /** S-360 has decided: where that can't be written down, whoever asks next finds it out again. */
  async #note(entry: PaymentEntry): Promise<void> {
    await this.#payments.put(entry).catch((error: unknown) => {
      this.parts.log.error(
        { orderId: entry.orderId, err: error },
        'the end of a payment was not written down',
      );
    });
  }

  async #drop(orderId: string): Promise<'none'> {
    await this.#payments.remove(orderId);
    this.#looks.forget(orderId);
    return 'none';
  }

  #stuck(orderId: string, move: Move): 'waiting' {
    const facts = { orderId, move };
    if (move === 'notify-success') this.parts.log.error(facts, 'a paid order could not be closed; trying on');
    else this.parts.log.warn(facts, 'a payment does not move on');
    return 'waiting';
  }
}
