import type { Chance } from './chance.js';

/** What a visitor does on the way, in its order; `leave`, `report` and `look` come once for each attempt to pay. */
export const steps = [
  'open',
  'add',
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
  /** How long the form stays open before a card is given: past the end of the hold, or of the order, where that is long. */
  readonly pausesSeconds: number;
  /**
   * `report`: the page passes on what the form said. `leave`: goes back after the card was given; `race`: at the same moment.
   * `turn-back`: goes back without giving a card. `wait`: the page hears nothing of the form and only asks.
   */
  readonly then: 'report' | 'leave' | 'race' | 'turn-back' | 'wait';
  /** So long after its "no" the bank takes the money all the same; null: never. */
  readonly turnsAfterSeconds: number | null;
}

/** All that a visitor will do, whatever is answered. */
export interface VisitorPlan {
  /** Of the first click. */
  readonly tickets: number;
  /** Of a second click, on "the best places"; 0 for none. */
  readonly added: number;
  /** The price changes between the review and the click that agrees to it. */
  readonly priceChanges: boolean;
  /** The click that comes twice, at once. */
  readonly doubleClickAt: Step | null;
  /** Where the tab is closed: before the step's request, or while it is under way. */
  readonly tabCloses: { readonly step: Step; readonly moment: 'before' | 'during' } | null;
  /** One after another, as long as nothing is charged and the cart is open. */
  readonly payments: readonly PaymentPlan[];
}

/** How long S-360 keeps what a visitor holds; a pause is drawn to end before or after. */
export interface Lifetimes {
  readonly holdSeconds: number;
  /** Never longer, whatever is added or paid. */
  readonly orderSeconds: number;
}

/** A visitor's plan, drawn. About a third closes the tab, a quarter clicks twice, and half would pay with the first card. */
export function drawPlan(chance: Chance, lifetimes: Lifetimes): VisitorPlan {
  const closing = { step: chance.pick(steps), moment: chance.pick(['before', 'during'] as const) };
  const clicked = chance.pick(steps.filter((step) => step !== 'card'));
  const draw = () => drawPayment(chance, lifetimes);
  return {
    tickets: chance.whole(1, 3),
    added: chance.strikes(0.3) ? chance.whole(1, 2) : 0,
    priceChanges: chance.strikes(0.04),
    doubleClickAt: chance.strikes(0.25) ? clicked : null,
    tabCloses: chance.strikes(0.35) ? closing : null,
    payments: [draw(), draw(), draw()],
  };
}

function drawPayment(chance: Chance, { holdSeconds, orderSeconds }: Lifetimes): PaymentPlan {
  const odd = chance.pick(['refused', 'cancelled', 'slow', 'never-returns'] as const);
  const other = chance.pick(['leave', 'race', 'turn-back', 'wait'] as const);
  const tooLong = chance.pick([holdSeconds, orderSeconds]) + chance.whole(5, 60);
  const turnsAfter = chance.whole(1, 600);
  return {
    card: chance.strikes(0.5) ? 'paid' : odd,
    pausesSeconds: chance.strikes(0.06) ? tooLong : 0,
    then: chance.strikes(0.6) ? 'report' : other,
    turnsAfterSeconds: chance.strikes(0.15) ? turnsAfter : null,
  };
}
