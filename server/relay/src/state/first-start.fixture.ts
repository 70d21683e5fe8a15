/** For tests: opens the database as a relay does at its start, says so, and stays until it is ended. Its argument: the settings as JSON. */
import { createSystemClock } from './clock.js';
import { Database, type DatabaseSettings } from './database.js';

const settings = JSON.parse(process.argv[2] ?? '{}') as DatabaseSettings;
const log = { warn: () => undefined };
const database = await Database.open(settings, { clock: createSystemClock(), log });
process.once('SIGTERM', () => void database.close().then(() => process.exit(0)));
setInterval(() => undefined, 60_000);
console.log('open');
