import type { PaymentOutcome, ProblemCode } from '@s360-widgets/contract';
import type { Step, VisitorPlan } from './visitor.plan.js';

/** What a visitor was told at one step, in the words of the contract. */
export type Told =
  | { readonly kind: 'cart'; readonly orderId: string; readonly state: string; readonly totalMinor: number }
  | {
      readonly kind: 'begun';
      readonly orderId: string;
      readonly transaction: string | null;
      readonly amountMinor: number;
    }
  /** By the provider's form, which knows nothing of the order. */
  | { readonly kind: 'card'; readonly step: string }
  | { readonly kind: 'outcome'; readonly status: PaymentOutcome['status']; readonly tickets: number }
  | { readonly kind: 'problem'; readonly code: ProblemCode }
  /** The tab was closed, so nobody heard. */
  | { readonly kind: 'nothing' };

export interface Heard {
  /** By S-360's clock: milliseconds since 1970. */
  readonly at: number;
  readonly step: Step;
  readonly told: Told;
}

/** How a visit ended for the visitor. `gave-up`: told a problem too often, or one that trying again does not mend. */
export type Ending = PaymentOutcome['status'] | 'tab-closed' | 'gave-up';

/** A visitor's own account of a purchase: to be held against the box office's books. */
export interface Account {
  /** What opens the cart again; empty where none was opened. */
  readonly token: string;
  readonly plan: VisitorPlan;
  readonly heard: readonly Heard[];
  readonly ending: Ending;
}

/** The orders that a visitor knows of; a click that came twice may have opened two. */
export function ordersOf({ heard }: Account): string[] {
  const named = heard.flatMap(({ told }) => ('orderId' in told ? told.orderId : []));
  return [...new Set(named)];
}

/** What the visitor was last told of the payment, if anything. */
export function lastOutcome({ heard }: Account): PaymentOutcome['status'] | undefined {
  const outcomes = heard.flatMap(({ told }) => (told.kind === 'outcome' ? told.status : []));
  return outcomes.at(-1);
}
