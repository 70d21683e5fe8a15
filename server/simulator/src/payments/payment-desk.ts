import type { Clock } from '../clock.js';
import { type Ids, secretId, transactionId } from '../ids.js';
import type { Order } from '../orders/order.js';
import { saleAmount } from '../orders/order.js';
import type { PaymentInfo } from '../orders/order.arguments.js';
import { Refusal, required } from '../refusal.js';
import type { Payment, PaymentStatus } from './payment.js';
import { isOpen } from './payment.js';
import { type PaymentMethod, paymentMethods } from './payment.view.js';

/** Where the browser is sent after a bank page that took the whole window. */
export interface ReturnParameters {
  returnUrl?: string;
  orderIdentifier?: string;
}

/** The payments of all orders. What the card form says ends here; what it means for the order is the order's matter. */
export class PaymentDesk {
  readonly #payments = new Map<string, Payment>();
  readonly #byTransaction = new Map<number, Payment>();

  constructor(
    private readonly posConfig: Record<string, unknown>,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** A payment to be made in the widget. */
  open(order: Order, infos: PaymentInfo[] | undefined, parameters: ReturnParameters): Payment {
    const [info, ...more] = required(infos, 'payments');
    if (!info || more.length > 0) {
      throw new Refusal('error.sim.invalidParameter', 'exactly one payment is simulated');
    }
    if (!isOnline(this.#methodOf(info))) {
      throw new Refusal(
        'error.sim.invalidParameter',
        `paymentMethodId ${info.paymentMethodId} is not paid online`,
      );
    }
    const returnUrl = checkedUrl(required(parameters.returnUrl, 'RETURN_URL'));
    const orderIdentifier = required(parameters.orderIdentifier, 'ORDER_IDENTIFIER');
    checkSum(order, [info]);
    const online = { transactionId: transactionId(), returnUrl, orderIdentifier };
    const payment = Object.assign(this.#create(order, info, 'WAITING'), online);
    this.#byTransaction.set(online.transactionId, payment);
    return payment;
  }

  /** A payment that was made elsewhere (cash, external): PAID at once. */
  record(order: Order, infos: PaymentInfo[] = []): Payment[] {
    const online = infos.find((info) => isOnline(this.#methodOf(info)));
    if (online) {
      const detail = `paymentMethodId ${online.paymentMethodId} is paid online only`;
      throw new Refusal('error.sim.invalidParameter', detail);
    }
    checkSum(order, infos);
    return infos.map((info) => this.#create(order, info, 'PAID'));
  }

  /** The payment of a widget. */
  byTransaction(id: number): Payment | undefined {
    return this.#byTransaction.get(id);
  }

  /** Throws paymentNotFound. */
  get(paymentId: string | undefined): Payment {
    const payment = this.#payments.get(paymentId ?? '');
    if (!payment) throw new Refusal('error.sim.paymentNotFound', `payment ${paymentId} is unknown`);
    return payment;
  }

  /** Moves an open payment on. A payment that has ended stays as it is. */
  move(payment: Payment, status: PaymentStatus, card?: { maskedNumber: string; owner: string }): void {
    if (!isOpen(payment)) return;
    payment.status = status;
    payment.updatedAt = this.clock.now();
    payment.cardMaskedNumber = card?.maskedNumber ?? payment.cardMaskedNumber;
    payment.cardOwner = card?.owner ?? payment.cardOwner;
  }

  /** A "no" that turns out to be a yes: approved in another tab, captured late. The order does not hear of it. */
  payLate(payment: Payment): void {
    payment.status = 'PAID';
    payment.updatedAt = this.clock.now();
  }

  reset(): void {
    this.#payments.clear();
    this.#byTransaction.clear();
  }

  /** Methods are those of getPOSConfig. */
  #methodOf(info: PaymentInfo): PaymentMethod {
    const id = required(info.paymentMethodId, 'paymentMethodId');
    const method = paymentMethods(this.posConfig).find((candidate) => String(candidate.id) === id);
    if (!method) throw new Refusal('error.sim.invalidParameter', `paymentMethodId ${id} is unknown`);
    return method;
  }

  /** `identification` is the caller's paymentIdentifier if one was given. */
  #create(order: Order, info: PaymentInfo, status: PaymentStatus): Payment {
    const payment: Payment = {
      id: this.ids.next(),
      orderId: order.id,
      amount: Number(info.amount),
      methodId: String(info.paymentMethodId),
      status,
      identification: info.paymentIdentifier ?? secretId(),
      createdAt: this.clock.now(),
      updatedAt: this.clock.now(),
    };
    this.#payments.set(payment.id, payment);
    order.payments.push(payment);
    return payment;
  }
}

/** The payments must be exactly what is due. GUESS: the vendor may leave an order part paid instead. */
function checkSum(order: Order, infos: PaymentInfo[]): void {
  const sum = infos.reduce((total, info) => total + Number(required(info.amount, 'amount')), 0);
  const due = saleAmount(order);
  if (sum !== due)
    throw new Refusal('error.sim.paymentAmountMismatch', `payments of ${sum}, but ${due} are due`);
}

/** Online methods are paid in the widget only, the others at closing only. */
function isOnline(method: PaymentMethod): boolean {
  return method.paymentType === 'EPC';
}

/** The browser is sent there by the bank's page, so a script must not pass for an address. */
function checkedUrl(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new Refusal('error.sim.invalidParameter', 'RETURN_URL must be an absolute http(s) address');
  }
  return text;
}
