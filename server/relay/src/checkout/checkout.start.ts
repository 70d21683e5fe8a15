import { ProblemError, type PaymentStart } from '@s360-widgets/contract';
import {
  companionsIn,
  dependentTariffs,
  type Attempt,
  type Order,
  type StartedPayment,
} from '../order/index.js';
import { isRefusal, operations, type S360 } from '../s360/index.js';
import { adopted, agreementOn, lookForLostMs, newReference, notedOn } from './checkout.attempts.js';
import type { Finaliser } from './checkout.finalise.js';
import { toRedirect, toWidget, type HandOverSettings } from './checkout.hand-over.js';
import type { LateCharges } from './checkout.late.js';
import { toCreatePayments, toStartedPayment, type PaymentRequest } from './checkout.mapping.js';
import { refuseUnlessPayable, type PayableParts } from './checkout.payable.js';
import { PaymentSteps, type StepsParts } from './checkout.steps.js';

interface PaymentMethod {
  readonly id: string;
  readonly code: string;
  readonly forPayment: boolean;
}

export interface StartParts extends PayableParts {
  readonly s360: S360;
  readonly finaliser: Pick<Finaliser, 'settle' | 'current'>;
  readonly late: Pick<LateCharges, 'look'>;
  readonly handOver: HandOverSettings;
  /** Whether a page of this origin may use the relay. */
  isAllowedOrigin(origin: string): boolean;
  /** Names the method of payment among those of the point of sale. */
  readonly paymentMethodCode: string;
  readonly pointOfSale: { get(): { readonly paymentMethods: readonly PaymentMethod[] } };
  readonly log: StepsParts['log'] & { error(facts: object, message: string): void };
}

/** What the visitor agreed to. */
export interface StartWish {
  readonly totalMinor: number;
  readonly returnUrl: string;
}

type Begun = Pick<PaymentStart, 'amount' | 'handOver'>;

/** Begins payments: one at a time for an order, each written down before S-360 hears of it. */
export class PaymentStarter {
  readonly #steps: PaymentSteps;

  constructor(readonly parts: StartParts) {
    this.#steps = new PaymentSteps(parts);
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
    const payment =
      fresh.handOver === 'widget'
        ? await this.#create(order, fresh, wish, { contactNumber, language })
        : null;
    return this.#begun(order, payment, language);
  }

  /** A second click, another tab, or a page that was loaded again. */
  async #resume(
    order: Order,
    attempt: Attempt | undefined,
    wish: StartWish,
    language: string,
  ): Promise<Begun> {
    const isOther = order.totalMinor !== wish.totalMinor || order.state === 'unclear';
    const isHandedOver = attempt?.payment || attempt?.handOver === 'redirect';
    if (isOther || !isHandedOver) throw new ProblemError('payment-in-progress');
    return this.#begun(order, attempt.payment, language);
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
   * Asks S-360 for the payment. Where its answer was lost, S-360 is asked whether there is one now: that one is taken, so that no
   * second payment is ever begun beside it.
   */
  async #create(
    order: Order,
    attempt: Attempt,
    { returnUrl }: StartWish,
    { contactNumber, language }: { contactNumber: string; language: string },
  ): Promise<StartedPayment> {
    try {
      const payment = await this.#ask({
        orderId: order.orderId,
        paymentMethodId: this.#paymentMethodId(),
        contactNumber,
        total: { amountMinor: order.totalMinor, currency: order.currency },
        reference: attempt.reference,
        returnUrl,
      });
      await notedOn(attempt, payment, this.parts);
      return payment;
    } catch (error) {
      return this.#afterFailure(error, attempt, language);
    }
  }

  #paymentMethodId(): string {
    const { paymentMethodCode, pointOfSale } = this.parts;
    const { paymentMethods } = pointOfSale.get();
    const method = paymentMethods.find(({ code, forPayment }) => code === paymentMethodCode && forPayment);
    if (method) return method.id;
    throw new ProblemError('box-office-refused', {}, { message: `no payment method ${paymentMethodCode}` });
  }

  async #ask(request: PaymentRequest): Promise<StartedPayment> {
    const args = toCreatePayments(request);
    return toStartedPayment(await this.parts.s360.call(operations.createPaymentsAndCloseOrder, args));
  }

  /** Tells a payment that S-360 made after all from one that it did not, or not yet. */
  async #afterFailure(error: unknown, attempt: Attempt, language: string): Promise<StartedPayment> {
    const { desk } = this.parts;
    const { orderId } = attempt;
    await desk.forget(orderId);
    const order = await desk.inspect(orderId);
    if (order.state === 'paying') {
      const seen = await this.#steps.payments(orderId);
      const begun = await adopted(
        order,
        { attempts: await this.#attempts.ofOrder(orderId), seen },
        this.parts,
      );
      if (begun) return begun.payment;
    }
    const isRefused = isRefusal(error);
    // S-360 may begin it yet, unless it has said "no": the attempt is looked at again.
    if (order.state === 'open')
      await this.#attempts.move(attempt, { state: 'void', lookInMs: isRefused ? null : lookForLostMs });
    throw isRefused ? this.#toPaymentProblem(error, order, language) : error;
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
