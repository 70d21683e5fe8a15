import { randomBytes } from 'node:crypto';
import { ProblemError, type PaymentStart } from '@s360-widgets/contract';
import {
  companionsIn,
  dependentTariffs,
  type Order,
  type PaymentEntry,
  type StartedPayment,
} from '../order/index.js';
import { isRefusal, operations, type S360 } from '../s360/index.js';
import type { Finaliser } from './checkout.finalise.js';
import { toRedirect, toWidget, type HandOverSettings } from './checkout.hand-over.js';
import { toCreatePayments, toStartedPayment } from './checkout.mapping.js';
import { refuseUnlessPayable, type PayableParts } from './checkout.payable.js';
import { adopted } from './checkout.steps.js';

interface PaymentMethod {
  readonly id: string;
  readonly code: string;
  readonly forPayment: boolean;
}

export interface StartParts extends PayableParts {
  readonly s360: S360;
  readonly finaliser: Pick<Finaliser, 'settle'>;
  readonly handOver: HandOverSettings;
  /** Whether a page of this origin may use the relay. */
  isAllowedOrigin(origin: string): boolean;
  /** Names the method of payment among those of the point of sale. */
  readonly paymentMethodCode: string;
  readonly pointOfSale: { get(): { readonly paymentMethods: readonly PaymentMethod[] } };
  readonly log: { error(facts: object, message: string): void };
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

  get #payments() {
    return this.parts.desk.records.payments;
  }

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
    const entry = await this.#payments.get(orderId);
    const order = await this.parts.desk.inspect(orderId);
    if (standing === 'waiting') return this.#resume(order, entry, wish, language);
    if (standing === 'paid' && entry?.handOver === 'none') return this.#complete(order);
    const contactNumber = await refuseUnlessPayable(order, wish.totalMinor, language, this.parts);
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
    await this.#payments.put(fresh);
    if (fresh.handOver === 'none') return this.#close(order, language);
    const payment =
      fresh.handOver === 'widget' ? await this.#create(order, fresh, wish, contactNumber) : null;
    return this.#begun(order, payment, language);
  }

  /** A second click, another tab, or a page that was loaded again. */
  async #resume(
    order: Order,
    entry: PaymentEntry | undefined,
    wish: StartWish,
    language: string,
  ): Promise<Begun> {
    const payment = entry?.payment ?? adopted(order) ?? null;
    const isRedirect = entry?.handOver === 'redirect';
    const isOther = order.totalMinor !== wish.totalMinor || order.state === 'unclear';
    if (isOther) throw new ProblemError('payment-in-progress');
    if (!payment && !isRedirect) throw new ProblemError('payment-in-progress');
    return this.#begun(order, payment, language);
  }

  /** Nothing is due: the finaliser closes the order, now or, if it is cut off, when somebody asks again. */
  async #close(order: Order, language: string): Promise<Begun> {
    const refused = (error: unknown): never => {
      throw isRefusal(error) ? this.#toPaymentProblem(error, order, language) : error;
    };
    const standing = await this.parts.finaliser.settle(order.orderId).catch(refused);
    if (standing !== 'paid') throw new ProblemError('box-office-refused');
    return this.#complete(order);
  }

  async #complete({ orderId, totalMinor, currency }: Order): Promise<Begun> {
    await this.parts.desk.forget(orderId);
    return { amount: { amountMinor: totalMinor, currency }, handOver: { kind: 'none' } };
  }

  /**
   * Asks S-360 for the payment. Where its answer was lost, the order tells whether there is one now: that one is taken, so that no
   * second payment is ever begun beside it.
   */
  async #create(
    order: Order,
    entry: PaymentEntry,
    { returnUrl }: StartWish,
    contactNumber: string,
  ): Promise<StartedPayment> {
    const args = toCreatePayments({
      orderId: order.orderId,
      paymentMethodId: this.#paymentMethodId(),
      contactNumber,
      total: { amountMinor: order.totalMinor, currency: order.currency },
      reference: entry.reference,
      returnUrl,
    });
    const payment = await this.#ask(args).catch((error: unknown) => this.#afterFailure(error, entry));
    // The payment exists: the visitor pays it whether it can be written down or not, and the order has its ids too.
    await this.#payments.put({ ...entry, payment }).catch((error: unknown) => {
      this.parts.log.error(
        { orderId: entry.orderId, err: error },
        'the ids of a payment were not written down',
      );
    });
    return payment;
  }

  #paymentMethodId(): string {
    const { paymentMethodCode, pointOfSale } = this.parts;
    const { paymentMethods } = pointOfSale.get();
    const method = paymentMethods.find(({ code, forPayment }) => code === paymentMethodCode && forPayment);
    if (method) return method.id;
    throw new ProblemError('box-office-refused', {}, { message: `no payment method ${paymentMethodCode}` });
  }

  async #ask(args: ReturnType<typeof toCreatePayments>): Promise<StartedPayment> {
    return toStartedPayment(await this.parts.s360.call(operations.createPaymentsAndCloseOrder, args));
  }

  /** Tells a payment that S-360 made after all from one that it did not. */
  async #afterFailure(error: unknown, { orderId, language }: PaymentEntry): Promise<StartedPayment> {
    await this.parts.desk.forget(orderId);
    const order = await this.parts.desk.inspect(orderId);
    const payment = order.state === 'paying' ? adopted(order) : undefined;
    if (payment) return toPlain(payment);
    // Nothing was begun: the record must not make a later look think so.
    if (order.state === 'open') await this.#payments.remove(orderId);
    throw isRefusal(error) ? this.#toPaymentProblem(error, order, language) : error;
  }

  /** S-360 may be stricter about companions than the catalog tells; a "no" without a closer word is a refused payment. */
  #toPaymentProblem(error: ProblemError, order: Order, language: string): ProblemError {
    const { code, cause } = error;
    if (code === 'box-office-refused') return new ProblemError('payment-refused', {}, { cause });
    if (code !== 'tariff-needs-companion') return error;
    const tariffIds = dependentTariffs(order, companionsIn(this.parts.catalog, language));
    return new ProblemError(code, { tariffIds }, { cause });
  }

  async #begun(order: Order, payment: StartedPayment | null, language: string): Promise<Begun> {
    await this.parts.desk.forget(order.orderId);
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
