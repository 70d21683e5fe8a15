import type { Order, OrderDesk, Outcome, PaymentEntry, StartedPayment } from '../order/index.js';
import { isRefusal, operations, refusalCode, type Omit, type S360 } from '../s360/index.js';
import type { Clock } from '../state/index.js';
import { toCloseOrder, toPaymentStanding, toStanding, type PaymentStanding } from './checkout.mapping.js';
import { nextMove, type Move } from './checkout.moves.js';

export interface FinaliserParts {
  readonly s360: S360;
  readonly clock: Clock;
  readonly desk: OrderDesk;
  readonly log: { error(facts: object, message: string): void; warn(facts: object, message: string): void };
}

export type Standing = Outcome | 'waiting' | 'none';

/**
 * Least time between two looks at an undecided payment, by its age in ms, so that pages that ask every second don't eat
 * the call budget. A page that reports something is believed enough for a look, once a second.
 */
const lookEveryMs = (ageMs: number): number => (ageMs < 30_000 ? 2_000 : ageMs < 120_000 ? 4_000 : 10_000);
const eagerLookEveryMs = 1_000;
const mostWaiting = 5_000;

interface Looks {
  readonly since: number;
  readonly at: number;
  /** When a page's report was last a reason to look. */
  readonly eagerAt: number;
}

function isDue({ since, at, eagerAt }: Looks, now: number, isEager: boolean): boolean {
  return isEager ? now - eagerAt >= eagerLookEveryMs : now - at >= lookEveryMs(now - since);
}

/** More than any road through the table of moves is long. */
const mostMoves = 6;

/**
 * Brings an order with a payment to its end, from whatever S-360 says. Called by the widget's callback, by the return page,
 * by every look at the outcome and by the sweep; safe to repeat, to run at the same time, and to be cut off anywhere.
 */
export class Finaliser {
  /** When each undecided payment was first and last looked at. */
  readonly #waiting = new Map<string, Looks>();

  constructor(readonly parts: FinaliserParts) {}

  get #payments() {
    return this.parts.desk.records.payments;
  }

  /** Where the order's payment stands, after doing what can be done about it now. */
  finalise(orderId: string, { isEager = false } = {}): Promise<Standing> {
    return this.parts.desk.alone(orderId, async () => {
      const now = this.parts.clock.elapsed();
      const last = this.#waiting.get(orderId);
      if (last && !isDue(last, now, isEager)) return 'waiting';
      const standing = await this.settle(orderId);
      if (standing !== 'waiting') return standing;
      const eagerAt = isEager ? now : (last?.eagerAt ?? Number.NEGATIVE_INFINITY);
      this.#waiting.set(orderId, { since: last?.since ?? now, at: now, eagerAt });
      const [oldest] = this.#waiting.keys();
      if (this.#waiting.size > mostWaiting && oldest) this.#waiting.delete(oldest);
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
      if (payment && standing === 'pending') standing = await this.#standingOf(order, payment);
      const due = isFree && order.totalMinor === 0 ? 'not-due' : null;
      const move = nextMove({ order: order.state, payment: payment ? standing : due });
      if (typeof move === 'object') return this.#end(orderId, entry, move.settle);
      if (move === 'drop') return this.#drop(orderId);
      if (move === 'wait') return 'waiting';
      // A move that changed nothing is tried again by the next caller, not in a circle.
      if (move === 'close' && move !== last) await this.#close(orderId);
      else if (move === last || !payment) return this.#stuck(orderId, move);
      else if (!(await this.#make(move, orderId, payment)) && move === 'reopen') {
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
    if ((await this.#standingOf(order, payment)) !== 'pending') return standing;
    await this.#make('cancel-payment', orderId, payment);
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

  async #standingOf({ orderId, state }: Order, payment: StartedPayment): Promise<PaymentStanding> {
    // A completed order is paid whatever its payment says: one call less.
    if (state === 'completed') return 'paid';
    const payments = [{ paymentIdentifier: payment.identification }];
    const omit: Omit = (omission) =>
      this.parts.log.warn({ ...omission, orderId }, 'part left out of the payments of an order');
    const answer = await this.parts.s360.call(operations.checkPayment, { orderId, payments }, { omit });
    return toPaymentStanding(answer, payment);
  }

  /** Makes a move at S-360. False if it was refused: someone else was faster, or it can't be done any more. */
  async #make(move: Move, orderId: string, { paymentId, identification }: StartedPayment): Promise<boolean> {
    await this.parts.desk.forget(orderId);
    const { s360 } = this.parts;
    const notify = (success: boolean) =>
      s360.call(operations.notifyOrder, { orderId, paymentId, identification, success });
    try {
      if (move === 'notify-success') await notify(true);
      if (move === 'notify-failure') await notify(false);
      if (move === 'reopen') await s360.call(operations.reopenOrder, { orderId });
      if (move === 'cancel-payment') await s360.call(operations.cancelPayment, { paymentIds: [paymentId] });
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.parts.log.warn(
        { orderId, move, refusal: refusalCode(error) },
        'S-360 refused a step of a payment',
      );
      return false;
    } finally {
      await this.parts.desk.forget(orderId);
    }
  }

  /** Closes an order of which nothing is due. A refusal has taken nothing: the cart is as it was, and the caller hears why. */
  async #close(orderId: string): Promise<void> {
    const args = toCloseOrder(orderId, await this.parts.desk.records.contactNumberOf(orderId));
    try {
      await this.parts.s360.call(operations.closeOrder, args);
    } catch (error) {
      if (isRefusal(error)) await this.#drop(orderId);
      throw error;
    } finally {
      await this.parts.desk.forget(orderId);
    }
  }

  async #end(orderId: string, entry: PaymentEntry | undefined, outcome: Outcome): Promise<Outcome> {
    if (entry) await this.#note({ ...entry, outcome });
    this.#waiting.delete(orderId);
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
    this.#waiting.delete(orderId);
    return 'none';
  }

  #stuck(orderId: string, move: Move): 'waiting' {
    const facts = { orderId, move };
    if (move === 'notify-success') this.parts.log.error(facts, 'a paid order could not be closed; trying on');
    else this.parts.log.warn(facts, 'a payment does not move on');
    return 'waiting';
  }
}

/**
 * The payment to go on with where the relay has no ids of its own: its answer was lost, or the journal. One that is paid or
 * undecided comes first, so that a failed attempt from before never ends a payment that is still going on.
 */
export function adopted({ payments }: Order): StartedPayment | undefined {
  const inStanding = (wanted: PaymentStanding) =>
    payments.find(({ status }) => toStanding(status) === wanted);
  return inStanding('paid') ?? inStanding('pending') ?? payments.at(-1);
}
