/** For tests: the budget of an institution with the contract that the test wants. */
import { trialLog } from '../state/database.trial.js';
import { Budget, type BudgetParts, type CallBudget, type Patience } from './budget.js';
import type { Taken } from './budget.rows.js';
import type { BudgetedCall, BudgetLimits } from './budget.rules.js';
import { operations } from './operations.js';

export const trialLimits: BudgetLimits = { callsPerMinute: 180, callsPerMonth: 0, spacing: 'thing' };

/** Without jitter, and with patience for a database on a machine that is busy. */
export const budgetOn = (
  { database, clock }: Pick<BudgetParts, 'database' | 'clock'>,
  limits: Partial<BudgetLimits> = {},
): Budget =>
  new Budget({
    ...{ database, clock, log: trialLog, random: () => 0, answerMs: 120_000 },
    limits: { ...trialLimits, ...limits },
  });

/** Takes a call that is over at once. */
export async function exchange(budget: Budget, call: BudgetedCall, patience?: Patience): Promise<Taken> {
  const taken = await budget.take(call, patience);
  await budget.end(taken);
  return taken;
}

const nothing = async (): Promise<void> => undefined;

/** For tests in which nothing is counted: there is room for every call, and no database. */
export const unlimited: CallBudget = {
  take: async (call) => ({ call, callId: '', takenAt: 0, day: '', refusals: 0, paceMs: 0 }),
  ...{ giveBack: nothing, fail: nothing, pause: nothing, succeed: nothing, end: nothing },
};

export const order: BudgetedCall = {
  share: 'checkout',
  operation: operations.createOrUpdateOrder,
  things: [],
};
export const payment: BudgetedCall = { share: 'payment', operation: operations.notifyOrder, things: [] };
export const catalog: BudgetedCall = {
  share: 'catalog',
  operation: operations.getCatalogDetailed,
  things: [],
};
export const shop: BudgetedCall = { share: 'catalog', operation: operations.getPOSConfig, things: [] };
export const seats = (performanceId: string): BudgetedCall => ({
  share: 'seats',
  operation: operations.getSeatsAvailability,
  things: [performanceId],
});
export const updates: BudgetedCall = {
  share: 'availability',
  operation: { name: 'getUpdatedAvailabilities', deadlineMs: 30_000 },
  things: [],
};
