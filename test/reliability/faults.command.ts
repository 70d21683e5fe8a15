/**
 * `npm run faults -- --purchases N --seed S --relays K`: visitors buy while everything breaks, then the box office's books, the database
 * and what each visitor was told are compared. `--database sqlite|postgres`: relays, box office and database are processes, and their time
 * goes faster. `--virtual`: in worlds of one process each, as many as it takes, each from a seed of its own, by which it can be seen again.
 * Exit code 1 where anything is found, 2 when called wrongly.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type PlantedName, plantedBugs } from './planted.js';
import type { DatabaseName } from './processes/run-database.js';
import { shownBy, Tally } from './report.js';
import type { RunSettings } from './run.js';
import { sceneOf } from './scenes.js';
import { everything, purchasesAnOutage } from './schedule.js';
import { faultsIn } from './verdict.js';
import { inShares, tellShown, type Share } from './virtual/side-by-side.js';

const usage =
  'usage: npm run faults -- --virtual | --database sqlite|postgres [--purchases N] [--seed S] [--relays K]';

interface Wishes {
  readonly purchases: number;
  readonly seed: number;
  readonly relays: number;
  /** Undefined: in a virtual world. */
  readonly database: DatabaseName | undefined;
  readonly planted: PlantedName | undefined;
  readonly scenes: readonly PlantedName[];
  /** Undefined: all worlds, side by side. */
  readonly share: Share | undefined;
}

function readWishes(): Wishes | undefined {
  const { values } = parseArgs({
    options: {
      virtual: { type: 'boolean', default: false },
      database: { type: 'string' },
      purchases: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      relays: { type: 'string', default: '1' },
      /** For the run's own tests: a bug to plant, and scenes in place of the whole, each with as many purchases. */
      planted: { type: 'string' },
      scene: { type: 'string', multiple: true, default: [] },
      /** For a run's own processes: `0/2` and `1/2` are halves of it. */
      share: { type: 'string' },
    },
  });
  const [purchases, seed, relays] = [values.purchases, values.seed, values.relays].map(Number);
  const { planted, scene: scenes, virtual, database } = values;
  const areWhole = [purchases, seed, relays].every(
    (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  );
  const isKnown = [planted, ...scenes].every((name) => name === undefined || name in plantedBugs);
  const isOne = virtual ? database === undefined : database === 'sqlite' || database === 'postgres';
  if (!isOne || !areWhole || !purchases || !relays || !isKnown) return undefined;
  const names = { planted, scenes, database } as Pick<Wishes, 'planted' | 'scenes' | 'database'>;
  const [from, every] = (values.share ?? '').split('/').map(Number);
  const share = every ? { from: from ?? 0, every } : undefined;
  return { purchases, seed: seed ?? 0, relays, ...names, share };
}

/** Purchases of one virtual world. */
const aWorld = 50;
/** Visits between two words of how far a run of processes has come. */
const visitsAWord = 100;
/** Of so many worlds one has an hour without S-360. */
const anOutage = 10;

/** What comes into each world of a run, and how to ask for that world alone. */
function worldsOf({ purchases, seed, scenes }: Wishes): (RunSettings & { alone: string })[] {
  if (scenes.length > 0)
    return scenes.map((scene) => ({
      ...{ purchases, seed, script: sceneOf[scene](), alone: ` --scene ${scene}` },
    }));
  return Array.from({ length: Math.ceil(purchases / aWorld) }, (_, at) => ({
    ...{ purchases: Math.min(aWorld, purchases - at * aWorld), seed: seed + at, alone: '' },
    script: everything((seed + at) % anOutage === 0),
  }));
}

async function runVirtual(wishes: Wishes, tally: Tally): Promise<void> {
  const worlds = worldsOf(wishes);
  const { share } = wishes;
  if (share)
    await runWorlds(
      worlds.filter((_, at) => at % share.every === share.from),
      wishes,
      tally,
    );
  else if (worlds.length === 1 || wishes.scenes.length > 0) await runWorlds(worlds, wishes, tally);
  else
    for (const shown of await inShares(fileURLToPath(import.meta.url), process.argv.slice(2)))
      tally.add(shown);
}

async function runWorlds(
  worlds: ReturnType<typeof worldsOf>,
  { relays, planted }: Wishes,
  tally: Tally,
): Promise<void> {
  const { VirtualMachine } = await import('./virtual/virtual-machine.js');
  const machine = await VirtualMachine.open(planted);
  const { run } = await import('./run.js');
  for (const { alone, ...settings } of worlds) {
    const { purchases, seed } = settings;
    const report = await machine.inWorld({ seed, relays, purchases }, (world) => run(world, settings));
    tally.add(shownBy(report));
    console.log(`  world of seed ${seed}: ${machine.time.trail}`);
    if (faultsIn(report.verdict) === 0) continue;
    const more = alone + (planted ? ` --planted ${planted}` : '');
    const numbers = `--purchases ${purchases} --seed ${seed} --relays ${relays}`;
    console.log(`  again: npm run faults -- --virtual ${numbers}${more}`);
  }
}

async function runProcesses(database: DatabaseName, wishes: Wishes, tally: Tally): Promise<void> {
  const { ProcessWorld } = await import('./processes/process-world.js');
  const { run } = await import('./run.js');
  const world = await ProcessWorld.open({ ...wishes, database });
  const { purchases, seed } = wishes;
  const script = everything(purchases > purchasesAnOutage / 2);
  const onVisit = (over: number) => {
    const rate = world.time.meanRate.toFixed(1);
    if (over % visitsAWord === 0)
      console.log(`  ${over} of ${purchases} visits are over, time goes ${rate} times`);
  };
  try {
    const report = run(world, { purchases, seed, script, onVisit });
    tally.add(shownBy(await Promise.race([report, world.crashed])));
    console.log(`  time went ${world.time.meanRate.toFixed(1)} times as fast as the machine's`);
  } finally {
    await world.stop();
  }
}

async function main(): Promise<number> {
  const wishes = readWishes();
  if (!wishes) {
    console.error(usage);
    return 2;
  }
  const began = process.hrtime()[0];
  const tally = new Tally();
  const { purchases, seed, relays, database, share } = wishes;
  if (share) {
    await runVirtual(wishes, tally);
    await tellShown(tally.shown);
    return 0;
  }
  console.log(`${purchases} purchases, seed ${seed}, ${relays} relays, ${database ?? 'virtual'}`);
  await (database ? runProcesses(database, wishes, tally) : runVirtual(wishes, tally));
  for (const line of tally.lines()) console.log(line);
  const seconds = process.hrtime()[0] - began;
  console.log(`  ${tally.isClean ? 'nothing found' : 'FOUND'}, ${seconds} s`);
  return tally.isClean ? 0 : 1;
}

process.exit(await main());
