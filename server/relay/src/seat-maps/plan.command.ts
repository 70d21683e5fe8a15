import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { encodePlan, type PlanSummary } from './plan.encode.js';
import { type PlanFault, readPlan } from './plan.geojson.js';
import { type PlanEntry, planIndex } from './plan.files.js';

/**
 * `npm run plan -- import FILE.geojson [FILE.geojson.gz …] [--out DIR]`
 *
 * Turns halls' GeoJSON into plans that the relay serves. A file with faults is refused as a whole, with every fault
 * named; exit code 1. DIR is meant from where one stands; unless it is given, it is RELAY_PLAN_DIR of the environment or of
 * `server/relay/.env`, which means the same folder as it does to the relay.
 */
const USAGE = 'usage: npm run plan -- import FILE.geojson [FILE.geojson.gz …] [--out DIR]';
const RELAY_FOLDER = fileURLToPath(new URL('../../', import.meta.url));
const ENVIRONMENT_FILE = join(RELAY_FOLDER, '.env');
/** A file with one wrong column has as many faults as seats: enough to see what is wrong. */
const FAULTS_SHOWN = 50;

/** A file that passed, ready to be stored. */
interface Imported {
  entry: PlanEntry;
  json: string;
  summary: PlanSummary;
}

/** Returns the exit code: 0 all imported, 1 a file refused, 2 called wrongly. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' } },
  });
  const [verb, ...files] = positionals;
  if (verb !== 'import' || files.length === 0) {
    console.error(USAGE);
    return 2;
  }
  if (existsSync(ENVIRONMENT_FILE)) process.loadEnvFile(ENVIRONMENT_FILE);
  const planDirectory = resolve(RELAY_FOLDER, process.env.RELAY_PLAN_DIR?.trim() || 'plans');
  const directory = values.out === undefined ? planDirectory : resolve(values.out);
  let failed = 0;
  for (const file of files) {
    const imported = await importFile(file);
    if ('faults' in imported) {
      failed++;
      reportFaults(file, imported.faults);
    } else {
      await store(directory, imported);
      reportPlan(file, imported);
    }
  }
  return failed > 0 ? 1 : 0;
}

/** Reads, checks and encodes one file; touches nothing. */
async function importFile(file: string): Promise<Imported | { faults: PlanFault[] }> {
  let json: unknown;
  try {
    const bytes = await readFile(file);
    json = JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  } catch (error) {
    return {
      faults: [
        { index: -1, message: `can't be read: ${error instanceof Error ? error.message : String(error)}` },
      ],
    };
  }
  const { hall, faults } = readPlan(json);
  if (!hall) return { faults };
  const { plan, summary } = encodePlan(hall);
  const text = JSON.stringify(plan);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const { code, logicalConfigurationId } = hall;
  return { entry: { code, logicalConfigurationId, hash, seatCount: summary.seats }, json: text, summary };
}

/** Writes the plan first and the index last, so that a reader never finds an entry without its plan. */
async function store(directory: string, { entry, json }: Imported): Promise<void> {
  await mkdir(directory, { recursive: true });
  const path = resolve(directory, 'index.json');
  const { plans: before } = planIndex.parse(
    JSON.parse(await readFile(path, 'utf8').catch(() => '{"plans":[]}')),
  );
  await writeFile(resolve(directory, `${entry.hash}.json`), json);
  const others = before.filter((other) => other.logicalConfigurationId !== entry.logicalConfigurationId);
  const plans = [...others, entry].sort((a, b) => (a.code < b.code ? -1 : 1));
  await writeFile(path, `${JSON.stringify({ plans }, null, 2)}\n`);
  const unused = before.filter(({ hash }) => !plans.some((plan) => plan.hash === hash));
  for (const { hash } of unused) await rm(resolve(directory, `${hash}.json`), { force: true });
}

/** One line a fault: which feature, by position and id, and what is wrong with it. */
function reportFaults(file: string, faults: readonly PlanFault[]): void {
  console.error(
    `${basename(file)}: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}, not imported`,
  );
  for (const { index, id, message } of faults.slice(0, FAULTS_SHOWN)) {
    const where = index < 0 ? 'the file' : `feature ${index}${id === undefined ? '' : ` (id ${id})`}`;
    console.error(`  ${where}: ${message}`);
  }
  if (faults.length > FAULTS_SHOWN) console.error(`  and ${faults.length - FAULTS_SHOWN} more`);
}

/** The sizes that a browser pays: once, since plans are cached for ever. */
function reportPlan(file: string, { entry, json, summary }: Imported): void {
  const { seats, sections, rows, arcs, lines, irregular } = summary;
  console.log(`${basename(file)}: ${entry.code} imported as ${entry.hash}`);
  console.log(`  ${seats} seats in ${sections} sections and ${rows} rows`);
  console.log(`  ${arcs} arcs, ${lines} lines, ${irregular} irregular runs`);
  console.log(`  ${Buffer.byteLength(json)} bytes, ${brotliCompressSync(json).length} as brotli`);
}

process.exitCode = await main(process.argv.slice(2));
