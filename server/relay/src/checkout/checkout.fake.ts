/** For tests: S-360's side of one order with its payment, as the simulator plays it, with a way to fail at any call. */
import { ProblemError, type ProblemCode } from '@s360-widgets/contract';
import { FakeS360, type FakeCall, type WireObject } from '../s360/fake.js';
import { S360Refusal } from '../s360/index.js';
import type { Journal } from '../state/index.js';
import type { PaymentEntry } from './checkout.journal.js';
import type { PayableOrder } from './checkout.start.js';

export class Crash extends Error {}

/** What befalls a call: `before` it reaches S-360, or `after` it had its effect. */
export type Fate = 'before' | 'after' | 'timeout-before' | 'timeout-after';

export class FakeBoxOffice extends FakeS360 {
  state: PayableOrder['state'] = 'open';
  status = '';
  /** Whether the seats can still be had back after the order was abandoned. */
  isHolding = true;
  totalMinor = 5_000;
  expiresAt = '2026-12-01T20:15:00Z';
  shipment: { shipmentModeId: string } | null = { shipmentModeId: '71' };
  tickets = 2;
  refusesPayment: 'tariff-needs-companion' | 'box-office-refused' | undefined;
  readonly calls: string[] = [];
  readonly payments: { paymentId: string; identification: string; transactionId: string; status: string }[] =
    [];
  /** Decides the fate of the next calls, by operation. */
  fate: (operation: string) => Fate | undefined = () => undefined;

  protected override async answer({ name, args }: FakeCall): Promise<WireObject> {
    this.calls.push(name);
    const fate = this.fate(name);
    if (fate === 'before') throw new Crash(name);
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

  order(): PayableOrder {
    return {
      orderId: '10000000321',
      orderSecretId: 'k3',
      version: `${this.state} ${this.tickets} ${this.shipment?.shipmentModeId}`,
      state: this.state,
      currency: { code: 'EUR', digits: 2 },
      totalMinor: this.totalMinor,
      expiresAt: this.expiresAt,
      lines: Array.from({ length: this.tickets }, () => ({})),
      shipment: this.shipment,
      payments: this.payments,
    };
  }

  /** How often an operation was called. */
  count(operation: string): number {
    return this.calls.filter((call) => call === operation).length;
  }

  #answer(operation: string, args: WireObject): WireObject {
    if (operation === 'createPaymentsAndCloseOrder') return this.#create();
    if (operation === 'checkPayment') {
      return {
        paymentDetails: this.payments.map(({ paymentId, status }) => ({ paymentId, paymentStatus: status })),
      };
    }
    if (operation === 'notifyOrder') this.#notify(args.success === true);
    if (operation === 'reopenOrder') this.#reopen();
    if (operation === 'closeOrder') this.#close();
    if (operation === 'cancelPayment') {
      if (this.state === 'completed') throw refusal('error.sim.orderClosed', 'cart-closed');
      if (this.payments.at(-1)?.status === 'WAITING') this.decide('CANCELLED_BY_USER');
    }
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

  #notify(success: boolean): void {
    const isPaid = ['PAID', 'AUTHORIZED'].includes(this.payments.at(-1)?.status ?? '');
    if (success && !isPaid) throw refusal('error.sim.paymentNotFound', 'box-office-refused');
    if (this.state === 'paying') this.state = success ? 'completed' : 'ended';
  }

  #reopen(): void {
    if (this.state === 'completed') throw refusal('error.sim.orderClosed', 'cart-closed');
    if (this.state === 'ended' && !this.isHolding) throw refusal('error.sim.orderExpired', 'cart-ended');
    this.state = 'open';
  }
}

const refusal = (code: string, problem: ProblemCode) =>
  new ProblemError(problem, {}, { cause: new S360Refusal(code, '') });

/** A journal that can be cut off before or after it wrote. What it wrote outlives the crash. */
export class FakeJournal implements Journal<PaymentEntry> {
  readonly entries = new Map<string, PaymentEntry>();
  fate: (entry: PaymentEntry) => 'before' | 'after' | undefined = () => undefined;

  async get(orderId: string): Promise<PaymentEntry | undefined> {
    return this.entries.get(orderId);
  }
  async put(entry: PaymentEntry): Promise<void> {
    const fate = this.fate(entry);
    if (fate === 'before') throw new Crash('journal');
    this.entries.set(entry.orderId, entry);
    if (fate === 'after') throw new Crash('journal');
  }
  async remove(orderId: string): Promise<void> {
    this.entries.delete(orderId);
  }
  async all(): Promise<PaymentEntry[]> {
    return [...this.entries.values()];
  }
  async close(): Promise<void> {}
}
