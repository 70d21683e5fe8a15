/** For tests: S-360's side of one order with its payment, as the simulator plays it, with a way to fail at any call. */
import { ProblemError, type ProblemCode } from '@s360-widgets/contract';
import type { Attempt, Order, OrderRecords } from '../order/index.js';
import type { NewAttempt } from '../order/order.attempt.js';
import { OrderAttempts, type AttemptMove } from '../order/order.attempts.js';
import { detailsOf, lineWith, orderWith, ticketWith, trialRecords } from '../order/order.trial.js';
import { FakeS360, type FakeCall, type WireObject } from '../s360/fake.js';
import { S360Refusal } from '../s360/index.js';
import type { Clock } from '../state/index.js';

export class Crash extends Error {}

/** What befalls a call: `before` it reaches S-360, or `after` it had its effect. */
export type Fate = 'before' | 'after' | 'timeout-before' | 'timeout-after' | 'busy';

export class FakeBoxOffice extends FakeS360 {
  state: Order['state'] = 'open';
  status = '';
  /** Whether the seats can still be had back after the order was abandoned. */
  isHolding = true;
  totalMinor = 5_000;
  expiresAt = '2026-12-01T20:15:00Z';
  shipment: { shipmentModeId: string } | null = { shipmentModeId: '71' };
  tickets = 2;
  /** Whether an order that was opened again is completed by its payment all the same. */
  completesReopened = true;
  refusesPayment: 'tariff-needs-companion' | 'box-office-refused' | undefined;
  /** Whether S-360 takes no payment back, or none but those of the other ids. */
  refusesCancel: boolean | readonly string[] = false;
  /** Whether an order lists its payments. */
  listsPayments = true;
  /** An order about which no question is answered until `release`. */
  hangsOn = '';
  release: () => void = () => undefined;
  readonly calls: string[] = [];
  readonly payments: { paymentId: string; identification: string; transactionId: string; status: string }[] =
    [];
  /** Decides the fate of the next calls, by operation. */
  fate: (operation: string) => Fate | undefined = () => undefined;

  protected override async answer({ name, args }: FakeCall): Promise<WireObject> {
    this.calls.push(name);
    if (args.orderId === this.hangsOn) await new Promise<void>((resolve) => (this.release = resolve));
    const fate = this.fate(name);
    if (fate === 'before') throw new Crash(name);
    if (fate === 'busy') throw new ProblemError('box-office-busy', { retryAfterSeconds: 5 });
    if (fate === 'timeout-before') throw new ProblemError('box-office-timeout');
    const answer = this.#answer(name, args);
    if (fate === 'after') throw new Crash(name);
    if (fate === 'timeout-after') throw new ProblemError('box-office-timeout');
    return answer;
  }

  /** The visitor pays, or fails to, in the widget. */
  decide(status: string): void {
    const payment = this.payments.at(-1);
    if (payment) payment.status = status;
  }

  order(): Order {
    // A tariff that is sold with another one, and that one.
    const ticket = (at: number) => ticketWith({ id: `10${at}`, tariffId: at === 0 ? '33' : '31' });
    const tickets = Array.from({ length: this.tickets }, (_, at) => ticket(at));
    return orderWith({
      state: this.state,
      totalMinor: this.totalMinor,
      expiresAt: this.expiresAt,
      lines: tickets.length > 0 ? [lineWith(tickets)] : [],
      shipment: this.shipment && { ...this.shipment, contactAddressId: null },
      payments: this.listsPayments ? this.payments.map((payment) => ({ ...payment, paidAt: null })) : [],
    });
  }

  /** How often an operation was called. */
  count(operation: string): number {
    return this.calls.filter((call) => call === operation).length;
  }

  #answer(operation: string, args: WireObject): WireObject {
    if (operation === 'getOrderDetails') return detailsOf(this.order());
    if (operation === 'createPaymentsAndCloseOrder') return this.#create();
    if (operation === 'checkPayment') {
      return {
        paymentDetails: this.payments.map(({ paymentId, identification, transactionId, status }) => ({
          ...{ paymentId, paymentIdentifier: identification, paymentStatus: status },
          epcTransactionData: { transactionId: Number(transactionId) },
        })),
      };
    }
    if (operation === 'notifyOrder') this.#notify(args.success === true);
    if (operation === 'reopenOrder') this.#reopen();
    if (operation === 'closeOrder') this.#close();
    if (operation === 'cancelPayment') this.#cancel(args.paymentIds);
    return {};
  }

  #create(): WireObject {
    if (this.refusesPayment) throw refusal('error.sim.requiredTariffMissing', this.refusesPayment);
    if (this.state !== 'open') throw refusal('error.sim.orderBusy', 'payment-in-progress');
    this.state = 'paying';
    const number = this.payments.length + 1;
    const payment = {
      paymentId: `90${number}`,
      identification: `i${number}`,
      transactionId: `7${number}`,
      status: 'WAITING',
    };
    this.payments.push(payment);
    return {
      paymentId: payment.paymentId,
      identification: payment.identification,
      epcTransactionData: { transactionId: Number(payment.transactionId) },
    };
  }

  #close(): void {
    if (this.refusesPayment) throw refusal('error.sim.requiredTariffMissing', this.refusesPayment);
    if (this.state === 'completed') throw refusal('error.sim.orderClosed', 'cart-closed');
    if (this.totalMinor > 0) throw refusal('error.sim.paymentAmountMismatch', 'total-changed');
    this.state = 'completed';
  }

  /** What is charged is given back, but for the payment that has bought the order. */
  #cancel(paymentIds: unknown): void {
    const bought = this.state === 'completed' ? this.payments.at(-1) : undefined;
    for (const payment of this.payments) {
      if (!Array.isArray(paymentIds) || !paymentIds.includes(payment.paymentId)) continue;
      const { refusesCancel } = this;
      const isRefused =
        typeof refusesCancel === 'boolean' ? refusesCancel : refusesCancel.includes(payment.paymentId);
      if (payment === bought || isRefused) throw refusal('error.sim.orderClosed', 'cart-closed');
      if (payment.status === 'WAITING') payment.status = 'CANCELLED_BY_USER';
      if (payment.status === 'PAID') payment.status = 'ABANDONED';
    }
  }

  #notify(success: boolean): void {
    const isPaid = this.payments.some(({ status }) => ['PAID', 'AUTHORIZED'].includes(status));
    if (success && !isPaid) throw refusal('error.sim.paymentNotFound', 'box-office-refused');
    if (this.state === 'paying') this.state = success ? 'completed' : 'ended';
    if (this.state === 'open' && success && this.completesReopened) this.state = 'completed';
  }

  #reopen(): void {
    if (this.state === 'completed') throw refusal('error.sim.orderClosed', 'cart-closed');
    if (this.state === 'ended' && !this.isHolding) throw refusal('error.sim.orderExpired', 'cart-ended');
    this.state = 'open';
  }
}

const refusal = (code: string, problem: ProblemCode) =>
  new ProblemError(problem, {}, { cause: new S360Refusal(code, '') });

/** Attempts that can be cut off before or after they were written down. What was written outlives the crash. */
export class FakeAttempts extends OrderAttempts {
  /** Of what is to be written. */
  fate: (change: AttemptMove) => 'before' | 'after' | undefined = () => undefined;

  override begin(fresh: NewAttempt): Promise<Attempt | undefined> {
    return this.#write({ state: 'intent' }, () => super.begin(fresh));
  }

  override move(...[attempt, change, db]: Parameters<OrderAttempts['move']>): Promise<Attempt> {
    return this.#write(change, () => super.move(attempt, change, db));
  }

  async #write<T>(change: AttemptMove, write: () => Promise<T>): Promise<T> {
    const fate = this.fate(change);
    if (fate === 'before') throw new Crash('database');
    const written = await write();
    if (fate === 'after') throw new Crash('database');
    return written;
  }
}

/** A catalog in which the first ticket of the office's order is only sold with the others. */
export const catalog = {
  tariff: (tariffId: string) => ({ name: '', requiresTariffIds: tariffId === '33' ? ['31'] : [] }),
};

/** Records whose attempts can be cut off, and in which the order has a buyer. */
export async function trialState(clock: Clock): Promise<OrderRecords & { readonly attempts: FakeAttempts }> {
  const records = await trialRecords(clock);
  await records.buyers.put({
    orderId: '10000000321',
    contactNumber: '9042',
    contactAddressId: null,
    savedAt: 0,
  });
  return Object.assign(records, { attempts: new FakeAttempts(records.parts) });
}
