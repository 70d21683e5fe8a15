import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogFiles, readCatalog, type CatalogFiles, type KeptCatalog } from './catalog.files.js';
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
  const folder = resolve(RELAY_FOLDER, process.env.RELAY_STATE_DIR?.trim() || '.state');
  const files = catalogFiles(folder);
  const [good, aside] = await Promise.all([readCatalog(files.good), readCatalog(files.aside)]);
  console.log(`In ${folder}`);
  report('served', good);
  report('aside', aside);
  if (!aside) return 1;
  reportLoss(good?.catalog, aside.catalog);
  return verb === 'accept' ? accept(files) : 0;
}

async function accept(files: CatalogFiles): Promise<number> {
  const isAccepted = await files.accept();
  console.log(isAccepted ? 'Accepted: the relay takes it within seconds.' : 'It is not aside any more.');
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
