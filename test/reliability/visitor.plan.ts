import type { Chance } from './chance.js';

/** What a visitor does on the way, in its order; `leave`, `report` and `look` come once for each attempt to pay. */
export const steps = [
  'open',
  'contact',
  'shipment',
  'review',
  'begin',
  'card',
  'report',
  'leave',
  'look',
] as const;
export type Step = (typeof steps)[number];

/** The provider's cards, by what becomes of them. */
export const cards = {
  paid: '4111111111111111',
  refused: '4000000000000002',
  cancelled: '4000000000009979',
  slow: '4000000000000119',
  'never-returns': '4000000000000259',
} as const;
export type Card = keyof typeof cards;

export interface PaymentPlan {
  readonly card: Card;
  /**
   * `report`: the page passes on what the form said. `leave`: goes back while the card is being charged. `turn-back`: goes
   * back without giving a card. `wait`: the page hears nothing of the form and only asks.
   */
  readonly then: 'report' | 'leave' | 'turn-back' | 'wait';
}

/** All that a visitor will do, whatever is answered. */
export interface VisitorPlan {
  readonly tickets: number;
  /** The click that comes twice, at once. */
  readonly doubleClickAt: Step | null;
  /** Where the tab is closed: before the step's request, or while it is under way. */
  readonly tabCloses: { readonly step: Step; readonly moment: 'before' | 'during' } | null;
  /** One after another, as long as nothing is charged and the cart is open. */
  readonly payments: readonly PaymentPlan[];
}

/** A visitor's plan, drawn. About a third closes the tab, a quarter clicks twice, and half would pay with the first card. */
export function drawPlan(chance: Chance): VisitorPlan {
  const closing = { step: chance.pick(steps), moment: chance.pick(['before', 'during'] as const) };
  const clicked = chance.pick(steps.filter((step) => step !== 'card'));
  return {
    tickets: chance.whole(1, 4),
    doubleClickAt: chance.strikes(0.25) ? clicked : null,
    tabCloses: chance.strikes(0.35) ? closing : null,
    payments: [drawPayment(chance), drawPayment(chance), drawPayment(chance)],
  };
}

function drawPayment(chance: Chance): PaymentPlan {
  const odd = chance.pick(['refused', 'cancelled', 'slow', 'never-returns'] as const);
  const other = chance.pick(['leave', 'turn-back', 'wait'] as const);
  return {
    card: chance.strikes(0.5) ? 'paid' : odd,
    then: chance.strikes(0.6) ? 'report' : other,
  };
}
