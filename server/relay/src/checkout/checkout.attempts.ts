/** An attempt to pay an order, beside the order and the payments as S-360 tells them. */
import { randomBytes } from 'node:crypto';
import {
  AttemptMoved,
  currentOf,
  ticketsOf,
  type Attempt,
  type Decision,
  type Order,
  type OrderDesk,
  type Outcome,
  type RaisedReason,
  type StartedPayment,
} from '../order/index.js';
import type { Clock } from '../state/index.js';
import { seenOf, type PaymentStanding, type SeenPayment } from './checkout.mapping.js';

export interface AttemptTools {
  readonly desk: OrderDesk;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: { error(facts: object, message: string): void };
}

/** Where the payment of an order stands: how it ended, undecided, or not begun. */
export type Standing = Outcome | 'waiting' | 'none';

/** Until the relay looks at a payment that has moved. */
export const soonMs = 5_000;
/** After a "no", S-360 is asked again: after a moment, then ever later. */
const watchAgainMs = 30_000;
const dayMs = 24 * 3_600_000;
/** Whether the money of a completed order has come shows on the next day, and once more after a week: a look is a call for each order sold. */
export const moneyDueMs = { first: dayMs, last: 7 * dayMs };
/** Whether a payment began whose answer was lost shows within a minute, mostly. */
export const lookForLostMs = 60_000;

/** Our own opaque word for a payment, which comes back with the browser. */
export const newReference = (): string => randomBytes(16).toString('base64url');

/** What is agreed upon by who pays for the order as it is. */
export const agreementOn = (order: Order): Attempt['agreed'] => ({
  amountMinor: order.totalMinor,
  currency: order.currency.code,
  ticketIds: ticketsOf(order).map(({ ticket }) => ticket.id),
});

/** Whether the order is what the payer agreed to pay for. */
export function isAsAgreed(order: Order, { agreed }: Attempt): boolean {
  const now = agreementOn(order);
  const isSameTickets = [...now.ticketIds].sort().join() === [...agreed.ticketIds].sort().join();
  return isSameTickets && now.amountMinor === agreed.amountMinor && now.currency === agreed.currency;
}

/**
 * The attempt under way with its payment. Where the relay has no ids of its own, since an answer was lost or its memory, the payment is
 * one of those that S-360 tells, and is written down. Undefined where there is none.
 */
export async function adopted(
  order: Order,
  { attempts, seen }: { attempts: readonly Attempt[]; seen: readonly SeenPayment[] },
  { desk, clock, log }: AttemptTools,
): Promise<(Attempt & { payment: NonNullable<Attempt['payment']> }) | undefined> {
  const attempt = currentOf(attempts) ?? attempts.findLast(({ state }) => state === 'void');
  if (attempt?.payment) return { ...attempt, payment: attempt.payment };
  const foreign = seen.filter(
    (payment) => !attempts.some((other) => other.payment && seenOf(other.payment, [payment])),
  );
  const found = mostAlive(foreign);
  if (!found) return undefined;
  const payment = {
    paymentId: found.paymentId,
    identification: found.identification,
    transactionId: found.transactionId,
  };
  const records = desk.records.attempts;
  const fresh = () =>
    records.begin({
      ...{ orderId: order.orderId, reference: newReference(), agreed: agreementOn(order), payment },
      ...{ handOver: 'widget', startedAt: clock.now() },
    });
  const taken = attempt ? await notedOn(attempt, payment, { desk, log }) : await fresh();
  return taken && { ...taken, payment };
}

/** Where its ids can't be written down the payment goes on all the same: S-360 tells them to whoever asks. */
export async function notedOn(
  attempt: Attempt,
  payment: StartedPayment,
  { desk, log }: Pick<AttemptTools, 'desk' | 'log'>,
): Promise<Attempt> {
  try {
    return await desk.records.attempts.move(attempt, { state: 'begun', payment, lookInMs: soonMs });
  } catch (error) {
    if (error instanceof AttemptMoved) throw error;
    log.error({ orderId: attempt.orderId, err: error }, 'the ids of a payment were not written down');
    return attempt;
  }
}

/** One that is paid or undecided comes first, so that a failed one from before never ends a payment that is still going on. */
function mostAlive(seen: readonly SeenPayment[]): SeenPayment | undefined {
  const standing = (wanted: PaymentStanding) => seen.find((payment) => payment.standing === wanted);
  return standing('paid') ?? standing('pending') ?? seen.at(-1);
}

/** Leaves a payment to people. */
export async function raise(attempt: Attempt, reason: RaisedReason, tools: AttemptTools): Promise<'raised'> {
  const { desk, clock, log } = tools;
  const { orderId, attemptId } = attempt;
  const decidedAt = attempt.decidedAt ?? clock.now();
  await desk.records.attempts.raise(attempt, { reason, decidedAt, lookInMs: soonMs });
  await desk.forget(orderId);
  log.error({ orderId, attemptId, reason }, 'a payment needs people: npm run orders -- raised');
  return 'raised';
}

/** S-360 has decided: where that can't be written down, whoever asks next finds it out again. */
export async function ended(attempt: Attempt, outcome: Decision, tools: AttemptTools): Promise<Decision> {
  const { desk, clock, log } = tools;
  const move = { state: outcome, decidedAt: clock.now(), lookInMs: lookAfter(outcome, attempt) };
  await desk.records.attempts.move(attempt, move).catch((error: unknown) => {
    if (error instanceof AttemptMoved) throw error;
    log.error({ orderId: attempt.orderId, err: error }, 'the end of a payment was not written down');
  });
  return outcome;
}

/** What S-360 has said of a payment may turn: without one there is nothing to look at. */
function lookAfter(outcome: Decision, { payment }: Attempt): number | null {
  if (!payment) return null;
  return outcome === 'paid' ? moneyDueMs.first : watchAgainMs;
}

/** The cart is as it was. Where S-360 was asked for a payment and never answered, one may begin yet. */
export async function dropped(attempt: Attempt, { desk }: Pick<AttemptTools, 'desk'>): Promise<'none'> {
  const lookInMs = attempt.handOver === 'widget' ? lookForLostMs : null;
  await desk.records.attempts.move(attempt, { state: 'void', lookInMs });
  return 'none';
}
