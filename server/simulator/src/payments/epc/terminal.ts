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
export interface Terminal {
  find(transaction: string): Payment | undefined;
  /** The wrong fields, or what comes next. */
  pay(payment: Payment, card: CardForm): Promise<{ wrong: CardField[] } | { step: Step }>;
  cancel(payment: Payment): Step;
  /** The cardholder's answer on the bank's page. */
  decide(payment: Payment, decision: Decision): Step;
}

export function createTerminal(desk: PaymentDesk, clock: Clock, slowMs: number): Terminal {
  function end(payment: Payment, status: 'PAID' | 'FAILED' | 'CANCELLED_BY_USER', card?: CardForm): Step {
    desk.move(payment, status, card && { maskedNumber: masked(card.number), owner: card.name.trim() });
    return stepOf(payment);
  }

  return {
    find: (transaction) =>
      /^\d{9,10}$/.test(transaction) ? desk.byTransaction(Number(transaction)) : undefined,

    async pay(payment, card) {
      const wrong = wrongFields(card, clock.now());
      if (wrong.length > 0) return { wrong };
      if (!isOpen(payment)) return { step: stepOf(payment) };
      const outcome = outcomeOf(card.number);
      switch (outcome) {
        case 'bank':
        case 'bank-page':
          desk.move(payment, 'IN_PROGRESS', { maskedNumber: masked(card.number), owner: card.name.trim() });
          return { step: outcome };
        case 'refused':
          return { step: end(payment, 'FAILED', card) };
        case 'cancelled':
          return { step: end(payment, 'CANCELLED_BY_USER', card) };
        case 'slow':
          desk.move(payment, 'IN_PROGRESS');
          await delay(slowMs, undefined, { ref: false });
          return { step: end(payment, 'PAID', card) };
        case 'never-returns':
          end(payment, 'PAID', card);
          return { step: 'silent' };
        default:
          return { step: end(payment, 'PAID', card) };
      }
    },

    cancel: (payment) => end(payment, 'CANCELLED_BY_USER'),

    decide(payment, decision) {
      if (payment.status === 'WAITING') return 'ended';
      const statuses = { approve: 'PAID', refuse: 'FAILED', cancel: 'CANCELLED_BY_USER' } as const;
      return end(payment, statuses[decision]);
    },
  };
}

/** How a payment has ended; `ended` for one that was given up by the shop. */
export function stepOf(payment: Payment): Step {
  if (isPaid(payment)) return 'paid';
  if (payment.status === 'FAILED') return 'refused';
  return payment.status === 'CANCELLED_BY_USER' ? 'cancelled' : 'ended';
}
