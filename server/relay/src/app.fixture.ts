/** For tests of what crosses packages: a relay in the test's own process, and what one has written down. */
import { createSystemClock, Database, type AttemptRow, type DatabaseSettings } from './state/index.js';

export { createRelay, type Relay } from './app.js';
export { readConfig } from './config.js';
export { createLog } from './http/log.js';
export { createSystemClock };

/** The attempts to pay in a relay's database, as they stand there. */
export async function readAttempts(
  settings: DatabaseSettings,
): Promise<Pick<AttemptRow, 'order_id' | 'state' | 'reason'>[]> {
  const log = { warn: () => undefined };
  const database = await Database.open(settings, { clock: createSystemClock(), log });
  try {
    return await database.query.selectFrom('attempt').select(['order_id', 'state', 'reason']).execute();
  } finally {
    await database.close();
  }
}
