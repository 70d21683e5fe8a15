import type { Operation, Share } from './operation.js';

/** What the institution may ask, by its contract. */
export interface BudgetLimits {
  readonly callsPerMinute: number;
  /** 0 = as many as are needed. */
  readonly callsPerMonth: number;
  /**
   * What "once a minute" is counted for: the method, as the vendor's page reads, or each thing that a method asks about, so that two
   * visitors can look at the seats of two performances.
   */
  readonly spacing: 'method' | 'thing';
}

/** What the budget must know of an operation. */
type BudgetedOperation = Pick<Operation, 'name' | 'spacing' | 'deadlineMs'>;

export interface BudgetedCall {
  readonly share: Share;
  readonly operation: BudgetedOperation;
  /** What the call asks about: ids of performances; empty = one for all. */
  readonly things: readonly string[];
  /** A poll of a call that S-360 is still working on: counts as a call, but is exempt from spacing and pace. */
  readonly isPoll?: boolean;
}

/** Whether S-360 limits how often the operation itself may be called. */
export const isSpaced = ({ spacing }: BudgetedOperation): boolean => spacing !== undefined;

/** Two calls may travel at different speeds; S-360 must still see the full time between them. */
export const marginMs = 1_000;
/** How long a call counts when it is over. */
export const minuteMs = 60_000 + marginMs;
/** Between two calls for payments while S-360 wants to be left alone. */
const trickleMs = 2_000;
/** So many refreshes may come at once where the month asks for a pace: the questions of one round. */
const refreshesAtOnce = 6;

/**
 * How much of a minute's calls may be gone before a share must leave the rest to those above it. What is above the checkout's
 * ceiling is for finishing what was paid, and nothing else can touch it.
 */
const ceilings: Record<Share, number> = {
  payment: 1,
  checkout: 0.85,
  availability: 0.65,
  catalog: 0.5,
  seats: 0.45,
  'seats-again': 0.35,
};

/** How many calls of the last minute, of whatever share, leave no room for one of this share. */
export const ceilingOf = (share: Share, { callsPerMinute }: BudgetLimits): number =>
  Math.max(1, Math.floor(callsPerMinute * ceilings[share]));

/** Whether what is asked is the same for all visitors, and may be older when calls are short. */
export const isRefresh = (share: Share): boolean => share !== 'payment' && share !== 'checkout';

/** What decides whether a call may be made. Instants by the database's even count; null = never, or none. */
export interface Standing {
  readonly now: number;
  /** Of as many calls as the share may see in a minute the oldest; later than now for one that is still under way. */
  readonly oldestAt: number | null;
  /** When all that the call asks about may be asked about again. */
  readonly freeAt: number | null;
  readonly pausedUntil: number | null;
  readonly paymentAt: number | null;
  readonly refreshDueAt: number | null;
  /** How far apart the month wants such calls, ms; 0 = as they come. */
  readonly paceMs: number;
}

/** Milliseconds until the call may be made; 0 = now. */
export function waitFor(share: Share, standing: Standing): number {
  const { now, freeAt } = standing;
  return Math.max(0, fullFor(share, standing), forMonth(share, standing), (freeAt ?? now) - now);
}

/** How long all calls of the share must wait, whatever they ask about; 0 or less = not at all. */
export function fullFor(share: Share, standing: Standing): number {
  const { now, oldestAt } = standing;
  const forMinute = oldestAt === null ? 0 : Math.min(oldestAt, now) + minuteMs - now;
  return Math.max(forMinute, pauseFor(share, standing));
}

function forMonth(share: Share, { now, refreshDueAt, paceMs }: Standing): number {
  if (!isRefresh(share) || paceMs === 0) return 0;
  return (refreshDueAt ?? now) - (refreshesAtOnce - 1) * paceMs - now;
}

/** While all others are silent, what was paid goes on in a trickle: a payer is not kept waiting by a crowd. */
function pauseFor(share: Share, { now, pausedUntil, paymentAt }: Standing): number {
  const pause = (pausedUntil ?? now) - now;
  if (share !== 'payment') return pause;
  return Math.min(pause, (paymentAt ?? now - trickleMs) + trickleMs - now);
}

/** What of a call is spaced: its method, or the method with each thing. Empty where nothing is. */
export function subjectsOf({ operation, things, isPoll }: BudgetedCall, { spacing }: BudgetLimits): string[] {
  if (isPoll || !isSpaced(operation)) return [];
  const { name } = operation;
  if (spacing === 'method' || things.length === 0) return [name];
  return [...new Set(things)].map((thing) => `${name} ${thing}`);
}

/** How long what was asked about is left alone. */
export const spacingOf = ({ operation }: BudgetedCall): number =>
  (operation.spacing?.everyMs ?? 0) + marginMs;
