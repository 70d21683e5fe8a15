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
export interface PaymentDesk {
  /** A payment to be made in the widget. */
  open(order: Order, infos: PaymentInfo[] | undefined, parameters: ReturnParameters): Payment;
  /** A payment that was made elsewhere (cash, external): PAID at once. */
  record(order: Order, infos: PaymentInfo[] | undefined): Payment[];
  byTransaction(transactionId: number): Payment | undefined;
  /** Throws paymentNotFound. */
  get(paymentId: string | undefined): Payment;
  /** Moves an open payment on. A payment that has ended stays as it is; says whether it moved. */
  move(payment: Payment, status: PaymentStatus, card?: { maskedNumber: string; owner: string }): boolean;
  reset(): void;
}

export function createPaymentDesk(posConfig: Record<string, unknown>, ids: Ids, clock: Clock): PaymentDesk {
  const payments = new Map<string, Payment>();
  const byTransaction = new Map<number, Payment>();

  function methodOf(info: PaymentInfo): PaymentMethod {
    const id = required(info.paymentMethodId, 'paymentMethodId');
    const method = paymentMethods(posConfig).find((candidate) => String(candidate.id) === id);
    if (!method) throw new Refusal('error.sim.invalidParameter', `paymentMethodId ${id} is unknown`);
    return method;
  }

  function checkSum(order: Order, infos: PaymentInfo[]): void {
    const sum = infos.reduce((total, info) => total + Number(required(info.amount, 'amount')), 0);
    const due = saleAmount(order);
    if (sum !== due)
      throw new Refusal('error.sim.paymentAmountMismatch', `payments of ${sum}, but ${due} are due`);
  }

  function create(order: Order, info: PaymentInfo, status: PaymentStatus): Payment {
    const payment: Payment = {
      id: ids.next(),
      orderId: order.id,
      amount: Number(info.amount),
      methodId: String(info.paymentMethodId),
      status,
      identification: info.paymentIdentifier ?? secretId(),
      createdAt: clock.now(),
      updatedAt: clock.now(),
    };
    payments.set(payment.id, payment);
    order.payments.push(payment);
    return payment;
  }

  return {
    open(order, infos, { returnUrl, orderIdentifier }) {
      const [info, ...more] = required(infos, 'payments');
      if (!info || more.length > 0)
        throw new Refusal('error.sim.invalidParameter', 'exactly one payment is simulated');
      if (!isOnline(methodOf(info))) {
        throw new Refusal(
          'error.sim.invalidParameter',
          `paymentMethodId ${info.paymentMethodId} is not paid online`,
        );
      }
      checkSum(order, [info]);
      const payment = create(order, info, 'WAITING');
      payment.transactionId = transactionId();
      payment.returnUrl = checkedUrl(required(returnUrl, 'RETURN_URL'));
      payment.orderIdentifier = required(orderIdentifier, 'ORDER_IDENTIFIER');
      byTransaction.set(payment.transactionId, payment);
      return payment;
    },
    record(order, infos = []) {
      const online = infos.find((info) => isOnline(methodOf(info)));
      if (online) {
        throw new Refusal(
          'error.sim.invalidParameter',
          `paymentMethodId ${online.paymentMethodId} is paid online only`,
        );
      }
      checkSum(order, infos);
      return infos.map((info) => create(order, info, 'PAID'));
    },
    byTransaction: (id) => byTransaction.get(id),
    get(paymentId) {
      const payment = payments.get(paymentId ?? '');
      if (!payment) throw new Refusal('error.sim.paymentNotFound', `payment ${paymentId} is unknown`);
      return payment;
    },
    move(payment, status, card) {
      if (!isOpen(payment)) return false;
      payment.status = status;
      payment.updatedAt = clock.now();
      payment.cardMaskedNumber = card?.maskedNumber ?? payment.cardMaskedNumber;
      payment.cardOwner = card?.owner ?? payment.cardOwner;
      return true;
    },
    reset() {
      payments.clear();
      byTransaction.clear();
    },
  };
}

function isOnline(method: PaymentMethod): boolean {
  return method.paymentType === 'EPC';
}

function checkedUrl(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new Refusal('error.sim.invalidParameter', 'RETURN_URL must be an absolute http(s) address');
  }
  return text;
}
