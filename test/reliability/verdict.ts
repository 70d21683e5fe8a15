/** What three parties say of the same purchases: the box office's books, the relay's database, and the visitors. */
import { type Account, ordersOf, type Told } from './account.js';

/** An order as the simulator's books have it: see its `control/books.ts`. */
export interface BookedOrder {
  readonly orderId: string;
  readonly orderState: string;
  readonly closedAt?: string;
  readonly heldTooLongSeconds: number;
  readonly saleAmount: number;
  readonly tickets: readonly { readonly performanceId?: string; readonly place?: number }[];
  readonly payments: readonly BookedPayment[];
}

export interface BookedPayment {
  readonly paymentId: string;
  /** Thousandths. */
  readonly amount: number;
  readonly paymentStatus: string;
  readonly isCharged: boolean;
}

export interface Books {
  readonly orders: readonly BookedOrder[];
  readonly calls: { readonly mostInAMinute: number; readonly limit: number };
}

/** An attempt to pay as the relay's database has it. */
export interface WrittenAttempt {
  readonly orderId: string;
  readonly state: string;
  readonly reason: string | null;
}

/** A write to an order, from when it came to S-360 to when it was done there. */
export interface TappedWrite {
  /** Empty for one that is to be opened. */
  readonly orderId: string;
  readonly relay: string;
  readonly operation: string;
  /** The same, sent before, where no relay has looked at what came of it. */
  readonly repeats: { readonly relay: string; readonly beganAt: number } | undefined;
  readonly beganAt: number;
  readonly endedAt: number;
}

/** All that is said of a run when it is over. */
export interface Evidence {
  readonly books: Books;
  readonly attempts: readonly WrittenAttempt[];
  readonly accounts: readonly Account[];
  /** What who comes back at the end is told, by order. */
  readonly toldAtLast: ReadonlyMap<string, string>;
  /** Payments that were charged after their "no", by order. */
  readonly chargedLate: ReadonlySet<string>;
  readonly writes: readonly TappedWrite[];
}

/** What must never be, each with the purchases that it was found in. */
export type Verdict = ReadonlyMap<Fault, readonly string[]>;

const checks = {
  'charged twice and not raised': chargedTwice,
  'paid without ticket and not raised': paidWithoutTicket,
  'seat sold twice': soldTwice,
  'hold leaked past its expiry': heldTooLong,
  'told failed though paid': toldFailed,
  'budget exceeded': overBudget,
  'told paid though not sold': toldPaid,
  'sold other than agreed': soldOther,
  'raised though in order': raisedInOrder,
  'begun and not written down': notWritten,
  'write repeated blindly': writtenAgain,
  'two relays writing to one order at once': writtenTogether,
} satisfies Record<string, (known: Known) => readonly string[]>;
export type Fault = keyof typeof checks;

export function judge(evidence: Evidence): Verdict {
  const known = new Known(evidence);
  const named = Object.entries(checks) as [Fault, (evidence: Known) => readonly string[]][];
  return new Map(named.map(([name, check]) => [name, check(known)]));
}

export const faultsIn = (verdict: Verdict): number =>
  [...verdict.values()].reduce((sum, found) => sum + found.length, 0);

/** The evidence, by order. */
class Known {
  readonly orders: ReadonlyMap<string, BookedOrder>;
  readonly #attempts = new Map<string, WrittenAttempt[]>();

  constructor(readonly evidence: Evidence) {
    this.orders = new Map(evidence.books.orders.map((order) => [order.orderId, order]));
    for (const attempt of evidence.attempts)
      this.#attempts.set(attempt.orderId, [...this.attemptsOf(attempt.orderId), attempt]);
  }

  attemptsOf(orderId: string): readonly WrittenAttempt[] {
    return this.#attempts.get(orderId) ?? [];
  }

  isRaised(orderId: string): boolean {
    return this.attemptsOf(orderId).some(({ state }) => state === 'raised');
  }

  chargesOf(orderId: string): readonly BookedPayment[] {
    return this.orders.get(orderId)?.payments.filter(({ isCharged }) => isCharged) ?? [];
  }
}

/** Of one order, or of all orders of one visitor: a purchase is one. */
function chargedTwice(known: Known): string[] {
  const ofOrders = [...known.orders.keys()].map((orderId) => [orderId]);
  const purchases = [...ofOrders, ...known.evidence.accounts.map(ordersOf)];
  const twice = purchases.filter(
    (orderIds) =>
      orderIds.flatMap((orderId) => known.chargesOf(orderId)).length > 1 &&
      !orderIds.some((orderId) => known.isRaised(orderId)),
  );
  return [...new Set(twice.map((orderIds) => orderIds.join('+')))];
}

function paidWithoutTicket(known: Known): string[] {
  return [...known.orders.values()]
    .filter(({ orderState }) => orderState !== 'CLOSED')
    .filter(({ orderId }) => known.chargesOf(orderId).length > 0 && !known.isRaised(orderId))
    .map(({ orderId, orderState }) => `${orderId} is ${orderState}`);
}

function soldTwice({ orders }: Known): string[] {
  const buyers = new Map<string, string[]>();
  for (const { orderId, orderState, tickets } of orders.values()) {
    if (orderState !== 'CLOSED') continue;
    for (const { performanceId, place } of tickets) {
      if (performanceId === undefined || place === undefined) continue;
      const seat = `${performanceId}/${place}`;
      buyers.set(seat, [...(buyers.get(seat) ?? []), orderId]);
    }
  }
  return [...buyers]
    .filter(([, orderIds]) => orderIds.length > 1)
    .map(([seat, ids]) => `${seat}: ${ids.join()}`);
}

/** At the end of a run all payments are decided: nothing is kept from other buyers any more but what people must look at. */
function heldTooLong(known: Known): string[] {
  return [...known.orders.values()]
    .filter(({ orderId, heldTooLongSeconds }) => heldTooLongSeconds > 0 && !known.isRaised(orderId))
    .map(({ orderId, heldTooLongSeconds }) => `${orderId}: ${heldTooLongSeconds} s`);
}

const noes: readonly string[] = ['refused', 'cancelled', 'expired', 'none'];
/** A "no" to who asks what became of a payment. */
const isNo = (told: Told): boolean => told.kind === 'outcome' && noes.includes(told.status);

/**
 * Told "no" when the order was complete already, or told so at last of a payment that was charged then. One that was charged after its
 * "no" is told of to who comes back.
 */
function toldFailed(known: Known): string[] {
  const { accounts, toldAtLast, chargedLate } = known.evidence;
  const wrongly = accounts.flatMap((account) => {
    const outcomes = account.heard.filter(({ told }) => told.kind === 'outcome');
    return ordersOf(account).filter((orderId) => {
      const closedAt = Date.parse(known.orders.get(orderId)?.closedAt ?? '');
      const atLast = lastOutcomeOf(account);
      const isCharged = known.chargesOf(orderId).length > 0 && !chargedLate.has(orderId);
      const toldAfter = outcomes.some(({ at, told }) => isNo(told) && at > closedAt + clockMs);
      return toldAfter || (isCharged && atLast !== undefined && isNo(atLast));
    });
  });
  const atLast = [...toldAtLast].filter(
    ([orderId, told]) => known.chargesOf(orderId).length > 0 && told !== 'paid' && told !== 'raised',
  );
  const standing = (orderId: string) => known.attemptsOf(orderId).map(({ state }) => state);
  return [
    ...wrongly,
    ...atLast.map(([orderId, told]) => `${orderId}: ${told}, with attempts ${standing(orderId).join()}`),
  ];
}

/** Of the payment that was begun last; undefined where nothing was told of that. */
function lastOutcomeOf({ heard }: Account): Told | undefined {
  const told = heard.map((one) => one.told);
  const begunLast = told.findLastIndex(({ kind }) => kind === 'begun');
  return told.slice(begunLast + 1).findLast(({ kind }) => kind === 'outcome');
}

/** What is asked and answered takes its time, and the books' clock is another one. */
const clockMs = 30_000;

function overBudget({ evidence }: Known): string[] {
  const { mostInAMinute, limit } = evidence.books.calls;
  return mostInAMinute > limit ? [`${mostInAMinute} calls in a minute, of ${limit}`] : [];
}

function toldPaid(known: Known): string[] {
  return known.evidence.accounts.flatMap((account) => {
    const isPaid = account.heard.some(({ told }) => told.kind === 'outcome' && told.status === 'paid');
    const isSold = ordersOf(account).some((orderId) => known.orders.get(orderId)?.orderState === 'CLOSED');
    return isPaid && !isSold ? [ordersOf(account).join('+')] : [];
  });
}

/** Another amount than was shown to who agreed to it. */
function soldOther(known: Known): string[] {
  return known.evidence.accounts.flatMap((account) => {
    const agreed = account.heard.flatMap(({ told }) => (told.kind === 'begun' ? told.amountMinor : []));
    return ordersOf(account).flatMap((orderId) => {
      const charged = known.chargesOf(orderId).map(({ amount }) => amount / 10);
      const isOther = agreed.length > 0 && charged.some((amountMinor) => !agreed.includes(amountMinor));
      return isOther ? `${orderId}: ${charged.join()} of ${agreed.join()}` : [];
    });
  });
}

/** People are told of a charge that stands alone, for an order that is complete: they would pay it back. */
function raisedInOrder(known: Known): string[] {
  return [...known.orders.values()]
    .filter(({ orderId, orderState }) => orderState === 'CLOSED' && known.isRaised(orderId))
    .map(({ orderId }) => orderId)
    .filter((orderId) => known.chargesOf(orderId).length < 2);
}

/** S-360 has more payments of an order than the relay has attempts. */
function notWritten(known: Known): string[] {
  return [...known.orders.values()]
    .filter(({ orderId, payments }) => payments.length > known.attemptsOf(orderId).length)
    .map(({ orderId }) => orderId);
}

function writtenAgain({ evidence }: Known): string[] {
  return evidence.writes.flatMap(({ orderId, operation, relay, beganAt, repeats }) =>
    repeats
      ? `${orderId}: ${operation} by ${relay}, ${beganAt - repeats.beganAt} ms after ${repeats.relay}`
      : [],
  );
}

function writtenTogether({ evidence }: Known): string[] {
  const byOrder = new Map<string, TappedWrite[]>();
  for (const write of evidence.writes.filter(({ orderId }) => orderId))
    byOrder.set(write.orderId, [...(byOrder.get(write.orderId) ?? []), write]);
  return [...byOrder].flatMap(([orderId, writes]) => {
    const together = writes.find((one) =>
      writes.some(
        (other) => other.relay !== one.relay && other.beganAt <= one.beganAt && one.beganAt < other.endedAt,
      ),
    );
    return together ? [`${orderId}: ${together.operation}`] : [];
  });
}
