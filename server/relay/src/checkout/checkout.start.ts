import { randomBytes } from 'node:crypto';
import { ProblemError, type PaymentStart } from '@s360-widgets/contract';
import { operations, type S360 } from '../s360/index.js';
import type { Clock, Journal } from '../state/index.js';
import { adopted, isRefusal, type Finaliser, type PaidOrder } from './checkout.finalise.js';
import { toRedirect, toWidget, type HandOverSettings } from './checkout.hand-over.js';
import type { PaymentEntry } from './checkout.journal.js';
import { toCreatePayments, toStartedPayment, type StartedPayment } from './checkout.mapping.js';
import type { ShippedOrder } from './checkout.shipments.js';

/** An order as a payment needs it. */
export interface PayableOrder extends PaidOrder, ShippedOrder {
  readonly orderSecretId: string;
  readonly totalMinor: number;
  readonly expiresAt: string | null;
  readonly lines: readonly unknown[];
}

export interface StartParts {
  readonly s360: S360;
  readonly clock: Clock;
  readonly journal: Journal<PaymentEntry>;
  readonly finaliser: Pick<Finaliser, 'settle'>;
  readonly handOver: HandOverSettings;
  /** Least time left on the hold when a payment begins. */
  readonly marginSeconds: number;
  /** Whether a page of this origin may use the relay. */
  isAllowedOrigin(origin: string): boolean;
  askOrder(orderId: string): Promise<PayableOrder>;
  forgetOrder(orderId: string): void;
  /** Undefined until the visitor gave a name. */
  contactNumberOf(orderId: string): Promise<string | undefined>;
  paymentMethodId(): Promise<string>;
  /** @throws ProblemError `tariff-needs-companion` */
  refuseLonelyTariffs(order: PayableOrder, language: string): void;
  readonly log: { error(facts: object, message: string): void };
  /** The tariffs in the order that are only sold with another one. */
  dependentTariffs(order: PayableOrder, language: string): string[];
}

/** What the visitor agreed to. */
export interface StartWish {
  readonly totalMinor: number;
  readonly returnUrl: string;
}

type Begun = Pick<PaymentStart, 'amount' | 'handOver'>;

/** Begins payments: one at a time for an order, each in the journal before S-360 hears of it. */
export class PaymentStarter {
  constructor(readonly parts: StartParts) {}

  /** @throws ProblemError `origin-refused` if the page to come back to is on no allowed origin */
  refuseForeign(returnUrl: string): void {
    if (!this.parts.isAllowedOrigin(new URL(returnUrl).origin)) throw new ProblemError('origin-refused');
  }

  /**
   * Begins a payment, or gives the one under way for the same total. An order of which nothing is due is complete at once.
   * For a caller that has the order to itself.
   */
  async begin(orderId: string, wish: StartWish, language: string): Promise<Begun> {
    const standing = await this.parts.finaliser.settle(orderId);
    const entry = await this.parts.journal.get(orderId);
    const order = await this.parts.askOrder(orderId);
    if (standing === 'waiting') return this.#resume(order, entry, wish, language);
    if (standing === 'paid' && entry?.handOver === 'none') return this.#complete(order);
    const contactNumber = await this.#refuseUnlessPayable(order, wish, language);
    const fresh: PaymentEntry = {
      orderId,
      reference: randomBytes(16).toString('base64url'),
      amountMinor: order.totalMinor,
      currency: order.currency.code,
      language,
      handOver: order.totalMinor === 0 ? 'none' : this.parts.handOver.mode,
      startedAt: this.parts.clock.now(),
      payment: null,
      outcome: null,
    };
    await this.parts.journal.put(fresh);
    if (fresh.handOver === 'none') return this.#close(order, language);
    const payment =
      fresh.handOver === 'widget' ? await this.#create(order, fresh, wish, contactNumber) : null;
    return this.#begun(order, payment, language);
  }

  /** A second click, another tab, or a page that was loaded again. */
  #resume(order: PayableOrder, entry: PaymentEntry | undefined, wish: StartWish, language: string): Begun {
    const payment = entry?.payment ?? adopted(order) ?? null;
    const isRedirect = entry?.handOver === 'redirect';
    const isOther = order.totalMinor !== wish.totalMinor || order.state === 'unclear';
    if (isOther) throw new ProblemError('payment-in-progress');
    if (!payment && !isRedirect) throw new ProblemError('payment-in-progress');
    return this.#begun(order, payment, language);
  }

  /** Nothing is due: the finaliser closes the order, now or, if it is cut off, when somebody asks again. */
  async #close(order: PayableOrder, language: string): Promise<Begun> {
    const refused = (error: unknown): never => {
      throw isRefusal(error) ? this.#toPaymentProblem(error, order, language) : error;
    };
    const standing = await this.parts.finaliser.settle(order.orderId).catch(refused);
    if (standing !== 'paid') throw new ProblemError('box-office-refused');
    return this.#complete(order);
  }

  #complete({ orderId, totalMinor, currency }: PayableOrder): Begun {
    this.parts.forgetOrder(orderId);
    return { amount: { amountMinor: totalMinor, currency }, handOver: { kind: 'none' } };
  }

  /** Gives the buyer's contact number. */
  async #refuseUnlessPayable(order: PayableOrder, wish: StartWish, language: string): Promise<string> {
    if (order.state === 'ended') throw new ProblemError('cart-ended');
    if (order.state === 'completed') throw new ProblemError('cart-closed');
    if (order.state === 'paying') throw new ProblemError('payment-in-progress');
    if (order.state === 'unclear')
      throw new ProblemError('box-office-refused', {}, { message: 'an order in an unknown state' });
    if (order.lines.length === 0) throw new ProblemError('cart-empty');
    const leftMs = order.expiresAt ? Date.parse(order.expiresAt) - this.parts.clock.now() : 0;
    if (leftMs < this.parts.marginSeconds * 1000) throw new ProblemError('cart-ended');
    const contactNumber = await this.parts.contactNumberOf(order.orderId);
    if (!contactNumber) throw new ProblemError('contact-missing');
    if (!order.shipment) throw new ProblemError('shipment-missing');
    this.parts.refuseLonelyTariffs(order, language);
    if (order.totalMinor !== wish.totalMinor) throw new ProblemError('total-changed');
    return contactNumber;
  }

  /**
   * Asks S-360 for the payment. Where its answer was lost, the order tells whether there is one now: that one is taken, so that no
   * second payment is ever begun beside it.
   */
  async #create(
    order: PayableOrder,
    entry: PaymentEntry,
    { returnUrl }: StartWish,
    contactNumber: string,
  ): Promise<StartedPayment> {
    const args = toCreatePayments({
      orderId: order.orderId,
      paymentMethodId: await this.parts.paymentMethodId(),
      contactNumber,
      total: { amountMinor: order.totalMinor, currency: order.currency },
      reference: entry.reference,
      returnUrl,
    });
    const payment = await this.#ask(args).catch((error: unknown) => this.#afterFailure(error, entry));
    // The payment exists: the visitor pays it whether it can be written down or not, and the order has its ids too.
    await this.parts.journal.put({ ...entry, payment }).catch((error: unknown) => {
      this.parts.log.error(
        { orderId: entry.orderId, err: error },
        'the ids of a payment were not written down',
      );
    });
    return payment;
  }

  async #ask(args: ReturnType<typeof toCreatePayments>): Promise<StartedPayment> {
    return toStartedPayment(await this.parts.s360.call(operations.createPaymentsAndCloseOrder, args));
  }

  /** Tells a payment that S-360 made after all from one that it did not. */
  async #afterFailure(error: unknown, { orderId, language }: PaymentEntry): Promise<StartedPayment> {
    this.parts.forgetOrder(orderId);
    const order = await this.parts.askOrder(orderId);
    const payment = order.state === 'paying' ? adopted(order) : undefined;
    if (payment) return toPlain(payment);
    // Nothing was begun: the record must not make a later look think so.
    if (order.state === 'open') await this.parts.journal.remove(orderId);
    throw isRefusal(error) ? this.#toPaymentProblem(error, order, language) : error;
  }

  /** S-360 may be stricter about companions than the catalog tells; a "no" without a closer word is a refused payment. */
  #toPaymentProblem(error: ProblemError, order: PayableOrder, language: string): ProblemError {
    const { code, cause } = error;
    if (code === 'box-office-refused') return new ProblemError('payment-refused', {}, { cause });
    if (code !== 'tariff-needs-companion') return error;
    return new ProblemError(code, { tariffIds: this.parts.dependentTariffs(order, language) }, { cause });
  }

  #begun(order: PayableOrder, payment: StartedPayment | null, language: string): Begun {
    this.parts.forgetOrder(order.orderId);
    const handOver = payment
      ? toWidget(this.parts.handOver, payment.transactionId, language)
      : toRedirect(this.parts.handOver, order);
    return { amount: { amountMinor: order.totalMinor, currency: order.currency }, handOver };
  }
}

/** The ids alone, without what S-360 says of the payment at the moment. */
const toPlain = ({ paymentId, identification, transactionId }: StartedPayment): StartedPayment => ({
  paymentId,
  identification,
  transactionId,
});
