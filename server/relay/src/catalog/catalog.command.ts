import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSystemClock, Database, Snapshots } from '../state/index.js';
import { catalogKinds, toKept, type KeptCatalog } from './catalog.kept.js';
import type { Catalog } from './catalog.model.js';

/**
 * `npm run catalog -- show | accept`
 *
 * What to do about an answer of S-360 that the relay kept aside since it is empty or has lost too much. `show` tells what is served,
 * what is aside and what would be gone; `accept` has a running relay take it within seconds, another one at its next start. Works on
 * RELAY_STATE_DIR, of the environment or of `server/relay/.env`. Exit code 1 where nothing is aside, 2 when called wrongly.
 */
const USAGE = 'usage: npm run catalog -- show | accept';
const RELAY_FOLDER = fileURLToPath(new URL('../../', import.meta.url));
const ENVIRONMENT_FILE = join(RELAY_FOLDER, '.env');
/** Of a season that is gone the first names tell enough. */
const NAMES_SHOWN = 20;

async function main([verb, ...rest]: string[]): Promise<number> {
  if ((verb !== 'show' && verb !== 'accept') || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  if (existsSync(ENVIRONMENT_FILE)) process.loadEnvFile(ENVIRONMENT_FILE);
  const { RELAY_STATE_DIR, RELAY_DATABASE_URL } = process.env;
  const folder = resolve(RELAY_FOLDER, RELAY_STATE_DIR?.trim() || '.state');
  const url = RELAY_DATABASE_URL?.trim() || undefined;
  const log = { warn: console.error, error: console.error };
  const database = await Database.open({ folder, url }, { clock: createSystemClock(), log });
  try {
    console.log(url === undefined ? `In ${folder}` : 'In the PostgreSQL of RELAY_DATABASE_URL');
    return await carryOut(verb, new Snapshots({ database, log }));
  } finally {
    await database.close();
  }
}

async function carryOut(verb: 'show' | 'accept', snapshots: Snapshots): Promise<number> {
  const read = async (kind: string) => {
    const newest = await snapshots.newest(kind);
    return newest && toKept(newest);
  };
  const [good, aside] = [await read(catalogKinds.good), await read(catalogKinds.aside)];
  report('served', good);
  report('aside', aside);
  if (!aside) return 1;
  reportLoss(good?.catalog, aside.catalog);
  return verb === 'accept' ? accept(snapshots) : 0;
}

async function accept(snapshots: Snapshots): Promise<number> {
  const isAccepted = await snapshots.move(catalogKinds.aside, catalogKinds.good);
  console.log(isAccepted ? 'Accepted: the relays take it within seconds.' : 'It is not aside any more.');
  return isAccepted ? 0 : 1;
}

function report(place: string, kept: KeptCatalog | undefined): void {
  if (!kept) {
    console.log(`  ${place}: none`);
    return;
  }
  const { catalog, loadedAt, doubt } = kept;
  const size = `${catalog.events.size} events, ${catalog.performances.size} performances`;
  const why = doubt ? `; ${doubt.lostPercent} % of what is to come is lost` : '';
  console.log(`  ${place}: ${size}, loaded at ${loadedAt}${why}`);
}

function reportLoss(before: Catalog | undefined, after: Catalog): void {
  const gone = [...(before?.events.values() ?? [])].filter(({ id }) => !after.events.has(id));
  for (const { id, title } of gone.slice(0, NAMES_SHOWN))
    console.log(`  gone: ${id} ${Object.values(title)[0] ?? ''}`);
  if (gone.length > NAMES_SHOWN) console.log(`  and ${gone.length - NAMES_SHOWN} more`);
}

process.exitCode = await main(process.argv.slice(2));
