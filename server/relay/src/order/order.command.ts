import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSystemClock, Database } from '../state/index.js';
import type { Attempt, RaisedReason } from './order.attempt.js';
import { OrderRecords } from './order.records.js';

/**
 * `npm run orders -- raised | settled ATTEMPT`
 *
 * Payments that need people: charged, and the order can't be completed, or nobody can tell. `raised` lists them with what to do;
 * `settled` says that one was dealt with. Works on the database of RELAY_DATABASE_URL or RELAY_STATE_DIR, of the environment or of
 * `server/relay/.env`, beside a running relay. Exit code 1 where none is raised, or none of that name; 2 when called wrongly.
 */
const usage = 'usage: npm run orders -- raised | settled ATTEMPT';
const relayFolder = fileURLToPath(new URL('../../', import.meta.url));
const environmentFile = resolve(relayFolder, '.env');

const remedies: Record<RaisedReason, string> = {
  'paid-twice': 'charged beside another payment of the same order: pay this one back',
  'paid-after-change': 'charged for a cart that was changed since: pay it back, or sell what was agreed',
  'paid-after-end': 'charged after the hold ended: sell the same seats if they are free, or pay it back',
  'not-completed':
    'charged, and S-360 did not complete the order: complete it in the back office, or pay it back',
  undecided: 'undecided for a week: ask the payment provider',
};

async function main([verb, attemptId, ...rest]: string[]): Promise<number> {
  const isList = verb === 'raised' && attemptId === undefined;
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
    const { attempts } = new OrderRecords({ database, clock, log });
    if (attemptId === undefined) return list(await attempts.raised());
    return tellSettled(attemptId, await attempts.settle(attemptId));
  } finally {
    await database.close();
  }
}

function list(raised: readonly Attempt[]): number {
  if (raised.length === 0) console.log('No payment needs people.');
  for (const { attemptId, orderId, agreed, payment, startedAt, reason } of raised) {
    const { amountMinor, currency, ticketIds } = agreed;
    console.log(`order ${orderId}: ${reason ? remedies[reason] : ''}`);
    console.log(
      `  ${amountMinor} minor units of ${currency}, ${ticketIds.length} tickets, begun ${new Date(startedAt).toISOString()}`,
    );
    console.log(
      `  payment ${payment?.paymentId ?? 'unknown'}, transaction ${payment?.transactionId ?? 'unknown'}`,
    );
    console.log(`  when done: npm run orders -- settled ${attemptId}`);
  }
  return raised.length === 0 ? 1 : 0;
}

function tellSettled(attemptId: string, isSettled: boolean): number {
  console.log(isSettled ? `${attemptId} is settled.` : `No payment ${attemptId} is raised.`);
  return isSettled ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
