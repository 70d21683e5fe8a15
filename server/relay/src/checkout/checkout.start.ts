import { ProblemError, type PaymentStart } from '@s360-widgets/contract';
import type { Attempt, Order, StartedPayment } from '../order/index.js';
import { isRefusal } from '../s360/index.js';
import { agreementOn, newReference } from './checkout.attempts.js';
import { PaymentCreation, type CreationParts } from './checkout.creation.js';
import type { Finaliser } from './checkout.finalise.js';
import { toRedirect, toWidget, type HandOverSettings } from './checkout.hand-over.js';
import type { LateCharges } from './checkout.late.js';
import { refuseUnlessPayable, toPaymentProblem, type PayableParts } from './checkout.payable.js';

export interface StartParts extends PayableParts, CreationParts {
  readonly finaliser: Pick<Finaliser, 'settle' | 'current'>;
  readonly late: Pick<LateCharges, 'look'>;
  readonly handOver: HandOverSettings;
  /** Whether a page of this origin may use the relay. */
  isAllowedOrigin(origin: string): boolean;
}

/** What the visitor agreed to. */
export interface StartWish {
  readonly totalMinor: number;
  readonly returnUrl: string;
}

type Begun = Pick<PaymentStart, 'amount' | 'handOver'>;

/** Begins payments: one at a time for an order, each written down before S-360 hears of it. */
export class PaymentStarter {
  readonly #creation: PaymentCreation;

  constructor(readonly parts: StartParts) {
    this.#creation = new PaymentCreation(parts);
  }

  get #attempts() {
    return this.parts.desk.records.attempts;
  }

  /** @throws ProblemError `origin-refused` if the page to come back to is on no allowed origin */
  refuseForeign(returnUrl: string): void {
    if (!this.parts.isAllowedOrigin(new URL(returnUrl).origin)) throw new ProblemError('origin-refused');
  }

  /**
   * Begins a payment, or gives the one under way for the same total. An order of which nothing is due is complete at once. Before a new
   * one begins, S-360 is asked what became of all earlier ones. For a caller that has the order to itself.
   */
  async begin(orderId: string, wish: StartWish, language: string): Promise<Begun> {
    const { finaliser, late, desk } = this.parts;
    const standing = await finaliser.settle(orderId);
    const attempt = await finaliser.current(orderId);
    if (standing === 'waiting') return this.#resume(await desk.inspect(orderId), attempt, wish, language);
    if (standing === 'paid' && attempt?.handOver === 'none')
      return this.#complete(await desk.inspect(orderId));
    const isRaised = standing === 'raised' || (await late.look(orderId)) === 'raised';
    if (isRaised) throw new ProblemError('payment-in-progress');
    const order = await desk.inspect(orderId);
    const contactNumber = await refuseUnlessPayable(order, wish.totalMinor, language, this.parts);
    const fresh = await this.#attempts.begin({
      orderId,
      reference: newReference(),
      agreed: agreementOn(order),
      handOver: order.totalMinor === 0 ? 'none' : this.parts.handOver.mode,
      startedAt: this.parts.clock.now(),
      payment: null,
    });
    if (!fresh) throw new ProblemError('payment-in-progress');
    if (fresh.handOver === 'none') return this.#close(order, language);
    if (fresh.handOver === 'redirect') return this.#sendAway(order, language);
    const { returnUrl } = wish;
    const payment = await this.#creation.create({
      order,
      attempt: fresh,
      contactNumber,
      returnUrl,
      language,
    });
    await desk.take({ ...order, state: 'paying' }, language);
    return this.#begun(order, payment, language);
  }

  /** From here on the order is in other hands. */
  async #sendAway(order: Order, language: string): Promise<Begun> {
    await this.parts.desk.forget(order.orderId);
    return this.#begun(order, null, language);
  }

  /** A second click, another tab, or a page that was loaded again. */
  #resume(order: Order, attempt: Attempt | undefined, wish: StartWish, language: string): Begun {
    const isOther = order.totalMinor !== wish.totalMinor || order.state === 'unclear';
    const isHandedOver = attempt?.payment || attempt?.handOver === 'redirect';
    if (isOther || !isHandedOver) throw new ProblemError('payment-in-progress');
    return this.#begun(order, attempt.payment, language);
  }

  /** Nothing is due: the finaliser closes the order, now or, if it is cut off, when somebody asks again. */
  async #close(order: Order, language: string): Promise<Begun> {
    const refused = (error: unknown): never => {
      throw isRefusal(error) ? toPaymentProblem(error, order, language, this.parts.catalog) : error;
    };
    const standing = await this.parts.finaliser.settle(order.orderId).catch(refused);
    if (standing !== 'paid') throw new ProblemError('box-office-refused');
    return this.#complete(order);
  }

  async #complete({ orderId, totalMinor, currency }: Order): Promise<Begun> {
    await this.parts.desk.forget(orderId);
    return { amount: { amountMinor: totalMinor, currency }, handOver: { kind: 'none' } };
  }

  #begun(order: Order, payment: StartedPayment | null, language: string): Begun {
    const handOver = payment
      ? toWidget(this.parts.handOver, payment.transactionId, language)
      : toRedirect(this.parts.handOver, order);
    return { amount: { amountMinor: order.totalMinor, currency: order.currency }, handOver };
  }
}
