import { ProblemError } from '@s360-widgets/contract';
import type { Attempt, Order, OrderWords, StartedPayment } from '../order/index.js';
import { isRefusal, operations } from '../s360/index.js';
import type { Clock } from '../state/index.js';
import { adopted, lookForLostMs, notedOn } from './checkout.attempts.js';
import { toCreatePayments, toStartedPayment } from './checkout.mapping.js';
import { toPaymentProblem } from './checkout.payable.js';
import { PaymentSteps, type StepsParts } from './checkout.steps.js';

interface PaymentMethod {
  readonly id: string;
  readonly code: string;
  readonly forPayment: boolean;
}

export interface CreationParts extends StepsParts {
  readonly clock: Clock;
  readonly catalog: Pick<OrderWords, 'tariff'>;
  /** Names the method of payment among those of the point of sale. */
  readonly paymentMethodCode: string;
  readonly pointOfSale: { get(): { readonly paymentMethods: readonly PaymentMethod[] } };
  readonly log: StepsParts['log'] & { error(facts: object, message: string): void };
}

/** What a payment is made of. */
export interface NewPayment {
  readonly order: Order;
  /** Written down before. */
  readonly attempt: Attempt;
  readonly contactNumber: string;
  readonly returnUrl: string;
  readonly language: string;
}

/** Makes the payment of an attempt at S-360, or finds the one that was made. */
export class PaymentCreation {
  readonly #steps: PaymentSteps;

  constructor(readonly parts: CreationParts) {
    this.#steps = new PaymentSteps(parts);
  }

  /**
   * Asks S-360 for the payment. Where its answer was lost, S-360 is asked whether there is one now: that one is taken, so that no
   * second payment is ever begun beside it.
   */
  async create({ order, attempt, contactNumber, returnUrl, language }: NewPayment): Promise<StartedPayment> {
    try {
      const request = toCreatePayments({
        orderId: order.orderId,
        paymentMethodId: this.#paymentMethodId(),
        contactNumber,
        total: { amountMinor: order.totalMinor, currency: order.currency },
        reference: attempt.reference,
        returnUrl,
      });
      const answer = await this.parts.s360.call(operations.createPaymentsAndCloseOrder, request);
      const payment = toStartedPayment(answer);
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

  /** Tells a payment that S-360 made after all from one that it did not, or not yet. */
  async #afterFailure(error: unknown, attempt: Attempt, language: string): Promise<StartedPayment> {
    const { desk } = this.parts;
    const { attempts } = desk.records;
    const { orderId } = attempt;
    await desk.forget(orderId);
    const order = await desk.inspect(orderId);
    if (order.state === 'paying') {
      const seen = await this.#steps.payments(orderId);
      const begun = await adopted(order, { attempts: await attempts.ofOrder(orderId), seen }, this.parts);
      if (begun) return begun.payment;
    }
    const isRefused = isRefusal(error);
    // S-360 may begin it yet, unless it has said "no": the attempt is looked at again.
    if (order.state === 'open')
      await attempts.move(attempt, { state: 'void', lookInMs: isRefused ? null : lookForLostMs });
    throw isRefused ? toPaymentProblem(error, order, language, this.parts.catalog) : error;
  }
}
