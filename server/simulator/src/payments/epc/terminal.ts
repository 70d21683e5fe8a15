import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../../clock.js';
import type { Payment } from '../payment.js';
import { isOpen, isPaid } from '../payment.js';
import type { PaymentDesk } from '../payment-desk.js';
import { type CardField, type CardForm, masked, outcomeOf, wrongFields } from './cards.js';

/** What the page does next. `silent` is the browser that never comes back: it waits for ever. */
export type Step = 'paid' | 'refused' | 'cancelled' | 'ended' | 'bank' | 'bank-page' | 'silent';

export type Decision = 'approve' | 'refuse' | 'cancel';

/** The card form's and the bank's way to the payments. Every answer is safe to ask for again. */
export class Terminal {
  constructor(
    private readonly desk: PaymentDesk,
    private readonly clock: Clock,
    /** How long the slow card takes. */
    private readonly slowMs: number,
  ) {}

  find(transaction: string): Payment | undefined {
    return /^\d{9,10}$/.test(transaction) ? this.desk.byTransaction(Number(transaction)) : undefined;
  }

  /** The wrong fields, or what comes next. */
  async pay(payment: Payment, card: CardForm): Promise<{ wrong: CardField[] } | { step: Step }> {
    const wrong = wrongFields(card, this.clock.now());
    if (wrong.length > 0) return { wrong };
    return { step: isOpen(payment) ? await this.#charge(payment, card) : stepOf(payment) };
  }

  /** The Cancel button. */
  cancel(payment: Payment): Step {
    return this.#end(payment, 'CANCELLED_BY_USER');
  }

  /** The cardholder's answer on the bank's page. Nothing was asked before a card was given. */
  decide(payment: Payment, decision: Decision): Step {
    if (payment.status === 'WAITING') return 'ended';
    const statuses = { approve: 'PAID', refuse: 'FAILED', cancel: 'CANCELLED_BY_USER' } as const;
    return this.#end(payment, statuses[decision]);
  }

  /** Every test card goes its own way. */
  async #charge(payment: Payment, card: CardForm): Promise<Step> {
    const outcome = outcomeOf(card.number);
    switch (outcome) {
      case 'bank':
      case 'bank-page':
        this.desk.move(payment, 'IN_PROGRESS', seen(card));
        return outcome;
      case 'refused':
        return this.#end(payment, 'FAILED', card);
      case 'cancelled':
        return this.#end(payment, 'CANCELLED_BY_USER', card);
      case 'slow':
        this.desk.move(payment, 'IN_PROGRESS');
        await delay(this.slowMs, undefined, { ref: false });
        return this.#end(payment, 'PAID', card);
      case 'never-returns':
        this.#end(payment, 'PAID', card);
        return 'silent';
      default:
        return this.#end(payment, 'PAID', card);
    }
  }

  #end(payment: Payment, status: 'PAID' | 'FAILED' | 'CANCELLED_BY_USER', card?: CardForm): Step {
    this.desk.move(payment, status, card && seen(card));
    return stepOf(payment);
  }
}

/** What is kept of a card. */
function seen(card: CardForm) {
  return { maskedNumber: masked(card.number), owner: card.name.trim() };
}

/** How a payment has ended; `ended` for one that was given up by the shop. */
export function stepOf(payment: Payment): Step {
  if (isPaid(payment)) return 'paid';
  if (payment.status === 'FAILED') return 'refused';
  return payment.status === 'CANCELLED_BY_USER' ? 'cancelled' : 'ended';
}
