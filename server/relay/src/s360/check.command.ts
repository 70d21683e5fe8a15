import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compare } from './comparison.js';
import { JsonFileError } from './json-file.js';
import { namesGiven } from './names.js';
import { reliedServices } from './operations.js';
import { addressesOf, fetchWsdls } from './wsdl.fetch.js';
import { readServices } from './wsdl.js';

/**
 * `npm run s360:check -- FOLDER` or `npm run s360:check -- https://{institution}.ws.secutix.com [Service=version …]`
 *
 * Holds WSDLs against all that the relay sends to S-360 and reads of it, and says for each service what they lack, name otherwise or type
 * otherwise, and which of the relay's guesses they settle. Nothing is written. A folder holds `<service>.wsdl` for each service. With
 * S360_NAMES_FILE, what that file says is named otherwise counts as found.
 */
const usage =
  'usage: npm run s360:check -- FOLDER | https://{institution}.ws.secutix.com [CatalogService=v1_34 …]';

/** Returns the exit code: 0 all fits, 1 something differs or could not be read, 2 called wrongly. */
async function main(words: readonly string[]): Promise<number> {
  const [source = ''] = words;
  const addresses = addressesOf(words, reliedServices);
  if (addresses) return checkAddresses(addresses);
  // npm starts in the project's folder, whoever calls it from another one.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), source);
  const isFolder = words.length === 1 && (await stat(folder).catch(() => undefined))?.isDirectory();
  if (isFolder) return checkFolder(folder);
  console.error(usage);
  return 2;
}

async function checkAddresses(addresses: Parameters<typeof fetchWsdls>[0]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 's360-check-'));
  try {
    const { files, faults } = await fetchWsdls(addresses);
    for (const fault of faults) console.error(fault);
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    const code = await checkFolder(
      folder,
      reliedServices.filter((service) => files.has(`${service}.wsdl`)),
    );
    return faults.length > 0 ? 1 : code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkFolder(folder: string, services = reliedServices): Promise<number> {
  const source = { folder, operator: '', password: '', names: namesGiven() };
  const { models, unreadable } = await readServices(source, services);
  for (const { words } of unreadable) console.error(words);
  const { differences, settled } = compare(models);
  for (const service of services) {
    const words = differences.get(service) ?? [];
    const verdict = models.has(service) ? (words.length > 0 ? words.length : 'nothing') : undefined;
    if (verdict !== undefined) console.log(`${service}: ${verdict} that the relay relies on differs`);
    for (const word of words) console.log(`  ${word}`);
  }
  console.log(`Guesses of ours that are so: ${settled.length}`);
  for (const word of settled) console.log(`  ${word}`);
  return differences.size > 0 || unreadable.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof JsonFileError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
