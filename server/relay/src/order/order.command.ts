import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSystemClock, Database } from '../state/index.js';
import type { Attempt, RaisedReason } from './order.attempt.js';
import { OrderRecords } from './order.records.js';
import type { UndoState } from './order.undoings.js';

/**
 * `npm run orders -- raised | undone | settled ATTEMPT`
 *
 * Payments that need people: charged, and the order can't be completed, or nobody can tell. `raised` lists them with what to do;
 * `undone` lists those that the relay itself has had cancelled at S-360; `settled` says that one was dealt with. Works on the database of
 * RELAY_DATABASE_URL or RELAY_STATE_DIR, of the environment or of `server/relay/.env`, beside a running relay. Exit code 1 where there is
 * none, or none of that name; 2 when called wrongly.
 */
const usage = 'usage: npm run orders -- raised | undone | settled ATTEMPT';
const relayFolder = fileURLToPath(new URL('../../', import.meta.url));
const environmentFile = resolve(relayFolder, '.env');

const remedies: Record<RaisedReason, string> = {
  'paid-twice': 'charged beside another payment of the same order: pay this one back',
  'paid-after-change': 'charged for a cart that was changed since: pay it back, or sell what was agreed',
  'paid-after-end': 'charged after the hold ended: sell the same seats if they are free, or pay it back',
  'not-completed':
    'charged, and S-360 did not complete the order: complete it in the back office, or pay it back',
  undecided: 'undecided for a week: ask the payment provider',
  'taken-back':
    'the tickets are out, and the money did not come or was taken back: ask the buyer for it, or cancel the tickets in the back office',
};

const undoWords: Record<UndoState, string> = {
  asked: 'the relay has asked S-360 to cancel it, and S-360 has not said what came of that: look there first',
  refused: 'the relay has asked S-360 to cancel it, and S-360 has refused',
  done: 'the relay has had it cancelled at S-360',
};

async function main([verb, attemptId, ...rest]: string[]): Promise<number> {
  const isList = (verb === 'raised' || verb === 'undone') && attemptId === undefined;
  const isSettling = verb === 'settled' && attemptId !== undefined;
  if (rest.length > 0 || (!isList && !isSettling)) {
    console.error(usage);
    return 2;
  }
  if (existsSync(environmentFile)) process.loadEnvFile(environmentFile);
  const { RELAY_STATE_DIR: folder, RELAY_DATABASE_URL: url } = process.env;
  const target = { folder: resolve(relayFolder, folder?.trim() || '.state'), url: url?.trim() || undefined };
  const [clock, log] = [createSystemClock(), { warn: console.error, error: console.error }];
  const database = await Database.open(target, { clock, log });
  try {
    const records = new OrderRecords({ database, clock, log });
    if (attemptId !== undefined) return tellSettled(attemptId, await records.attempts.settle(attemptId));
    return await (verb === 'raised' ? listRaised(records) : listUndone(records));
  } finally {
    await database.close();
  }
}

async function listRaised({ attempts, undoings }: OrderRecords): Promise<number> {
  const raised = await attempts.raised();
  if (raised.length === 0) console.log('No payment needs people.');
  for (const attempt of raised) {
    const { attemptId, orderId, reason } = attempt;
    console.log(`order ${orderId}: ${reason ? remedies[reason] : ''}`);
    tellPayment(attempt);
    const undoing = await undoings.of(attemptId);
    if (undoing) console.log(`  ${undoWords[undoing.state]}`);
    console.log(`  when done: npm run orders -- settled ${attemptId}`);
  }
  return raised.length === 0 ? 1 : 0;
}

async function listUndone({ attempts, undoings }: OrderRecords): Promise<number> {
  const undone = await attempts.ofIds(await undoings.done());
  if (undone.length === 0) console.log('The relay has had no payment cancelled that was raised.');
  for (const attempt of undone) {
    console.log(`order ${attempt.orderId}: ${undoWords.done} (${attempt.reason})`);
    tellPayment(attempt);
  }
  return undone.length === 0 ? 1 : 0;
}

function tellPayment({ agreed, payment, startedAt }: Attempt): void {
  const { amountMinor, currency, ticketIds } = agreed;
  const begun = new Date(startedAt).toISOString();
  console.log(`  ${amountMinor} minor units of ${currency}, ${ticketIds.length} tickets, begun ${begun}`);
  console.log(
    `  payment ${payment?.paymentId ?? 'unknown'}, transaction ${payment?.transactionId ?? 'unknown'}`,
  );
}

function tellSettled(attemptId: string, isSettled: boolean): number {
  console.log(isSettled ? `${attemptId} is settled.` : `No payment ${attemptId} is raised.`);
  return isSettled ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
