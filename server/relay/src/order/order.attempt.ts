import * as z from 'zod';

/** How a payment ended: charged, or not for one of three reasons; or in a way that people must look at. */
export const outcome = z.enum(['paid', 'refused', 'cancelled', 'expired', 'raised']);
export type Outcome = z.infer<typeof outcome>;
/** How it ended as S-360 sees it. */
export type Decision = Exclude<Outcome, 'raised'>;

/**
 * | state | |
 * |---|---|
 * | `intent` | written down; S-360 may have been asked, and may not have answered |
 * | `begun` | the visitor pays, or S-360's own checkout has taken over |
 * | `paid` | S-360 has completed the order; for a week it may still turn out that the money did not come |
 * | `refused`, `cancelled`, `expired` | a "no" of S-360, which it may take back for two days |
 * | `raised` | charged, and the order can't be completed, or it is completed and not charged, or nobody can tell: for people |
 * | `void` | nothing was begun |
 * | `settled` | was raised, and people have dealt with it |
 */
export const attemptState = z.enum(['intent', 'begun', ...outcome.options, 'void', 'settled']);
export type AttemptState = z.infer<typeof attemptState>;

/** Why people must look at a payment. */
export const raisedReason = z.enum([
  /** Charged beside another payment of the same order. */
  'paid-twice',
  /** Charged, and the order holds something else by now. */
  'paid-after-change',
  /** Charged, and the order has ended: its seats may be sold to others. */
  'paid-after-end',
  /** Charged, and S-360 does not complete the order. */
  'not-completed',
  /** S-360 has not said for a week what became of it, and does not let it be cancelled. */
  'undecided',
  /** Paid, and the order completed by it; then its money did not come, or was taken back. */
  'taken-back',
]);
export type RaisedReason = z.infer<typeof raisedReason>;

/** What the relay must keep of a payment that was begun: S-360 wants both to finish or to cancel it. */
export interface StartedPayment {
  readonly paymentId: string;
  readonly identification: string;
  /** What the payment widget is given. */
  readonly transactionId: string;
}

/** What the visitor agreed to pay for. */
export interface Agreed {
  readonly amountMinor: number;
  readonly currency: string;
  readonly ticketIds: readonly string[];
}

/** One try to pay an order. Holds nothing personal. */
export interface Attempt {
  readonly attemptId: string;
  readonly orderId: string;
  /** 1, 2, 3 within the order. */
  readonly no: number;
  /** ORDER_IDENTIFIER: our own word for this payment. */
  readonly reference: string;
  readonly agreed: Agreed;
  /**
   * With `redirect`, S-360's own checkout takes the money and finishes the order: the relay only watches. With `none` there
   * is nothing to pay: the relay closes the order itself.
   */
  readonly handOver: 'widget' | 'redirect' | 'none';
  readonly state: AttemptState;
  /** Null until S-360 has made the payment, and always without the widget. */
  readonly payment: StartedPayment | null;
  /** Another one after each change. */
  readonly version: number;
  /** Milliseconds since 1970, as `decidedAt`, which is null while undecided. */
  readonly startedAt: number;
  readonly decidedAt: number | null;
  /** Looks at it that the relay has made by itself, since it came into its state. */
  readonly looks: number;
  readonly reason: RaisedReason | null;
}

/** The last of an order's attempts that still says something of it. */
export const currentOf = (attempts: readonly Attempt[]): Attempt | undefined =>
  attempts.findLast(({ state }) => state !== 'void' && state !== 'settled');

/**
 * What an order's attempts have come to, whatever else became of one of them: who has the tickets has them, be it that the operator must
 * look after the money, and who was charged for nothing is told that people look at it. Undefined where neither is so.
 */
export function verdictOn(attempts: readonly Attempt[]): 'paid' | 'raised' | undefined {
  if (
    attempts.some(({ state, reason }) => state === 'paid' || (state === 'raised' && reason === 'taken-back'))
  )
    return 'paid';
  return attempts.some(({ state }) => state === 'raised') ? 'raised' : undefined;
}

/** The end of an attempt that has one. */
export function outcomeOf({ state }: Attempt): Outcome | undefined {
  return outcome.safeParse(state).data;
}

/** What is known of an attempt before it is written down. */
export type NewAttempt = Pick<
  Attempt,
  'orderId' | 'reference' | 'agreed' | 'handOver' | 'startedAt' | 'payment'
>;
