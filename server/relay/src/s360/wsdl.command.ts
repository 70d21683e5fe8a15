import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JsonFileError } from './json-file.js';
import { missingFrom } from './missing.js';
import { namesGiven } from './names.js';
import { serviceNames } from './services.js';
import { addressesOf, fetchWsdls } from './wsdl.fetch.js';
import { readServices, wsdlFolder } from './wsdl.js';

/**
 * `npm run wsdl -- https://{institution}.ws.secutix.com [Service=version …]`
 *
 * Fetches the WSDLs of the S-360 services, with the schemas that they import, into S360_WSDL_DIR, else into the relay's own
 * folder, which is committed. From then on requests are written and answers read by them. All files are written or
 * none: where one can't be had or what came can't be read, everything stays as it was, and the exit code is 1.
 */
const usage = 'usage: npm run wsdl -- https://{institution}.ws.secutix.com [CatalogService=v1_34 …]';

/** Returns the exit code: 0 written, 1 nothing written, 2 called wrongly. */
async function main(words: readonly string[]): Promise<number> {
  const addresses = addressesOf(words, serviceNames);
  if (!addresses) return complain([usage], 2);
  const { files, faults } = await fetchWsdls(addresses);
  if (faults.length > 0) return complain([...faults, 'Nothing was written.'], 1);
  // As in the relay's configuration, a relative folder is meant from the relay's own.
  const folder = resolve(
    fileURLToPath(new URL('../../', import.meta.url)),
    process.env.S360_WSDL_DIR ?? wsdlFolder,
  );
  return replace(folder, files);
}

/** Writes the files beside the folder, reads them there, and only then puts them in its place. */
async function replace(folder: string, files: ReadonlyMap<string, string>): Promise<number> {
  const fresh = await mkdtemp(join(dirname(folder), '.wsdl-'));
  try {
    await chmod(fresh, 0o755);
    for (const [name, text] of files) await writeFile(join(fresh, name), text);
    const source = { folder: fresh, operator: '', password: '', names: namesGiven() };
    const { models, unreadable } = await readServices(source, serviceNames);
    if (unreadable.length > 0)
      return complain([...unreadable.map(({ words }) => words), 'Nothing was written.'], 1);
    await exchange(fresh, folder);
    for (const [name, text] of files) console.log(`${name}: ${text.length} characters`);
    const missing = missingFrom(models).map(({ words }) => `  ${words}`);
    if (missing.length > 0) complain(['With these the relay will not become ready:', ...missing], 0);
    return 0;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The old folder is there until the new one is. */
async function exchange(fresh: string, folder: string): Promise<void> {
  const former = `${fresh}-former`;
  await rename(folder, former).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rename(former, folder);
    throw error;
  }
  await rm(former, { recursive: true, force: true });
}

function complain(lines: readonly string[], code: number): number {
  for (const line of lines) console.error(line);
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof JsonFileError)) throw error;
  process.exitCode = complain([error.message], 2);
}
