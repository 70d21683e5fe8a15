import { DatabaseSync } from '@photostructure/sqlite';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '../journeys/journey.js';
import type { Stack } from '../journeys/stack.js';
import { visitorOf } from './visitor.js';

/** What `npm run catalog` runs. */
const command = fileURLToPath(new URL('../../server/relay/dist/catalog/catalog.command.js', import.meta.url));
const run = promisify(execFile);

interface CatalogFacts {
  events: number;
  stale: boolean;
  keptAside: { reason: string; events: number; eventsBefore: number; lostPercent: number } | null;
}

const readiness = async ({ relay }: Stack) => {
  const answer = await fetch(`${relay}/readyz`);
  const { catalog } = (await answer.json()) as { catalog: CatalogFacts };
  return { status: answer.status, ...catalog };
};

/** A relay with an older catalog is ready before it has heard S-360. */
const isAside = async (stack: Stack, expected: boolean) =>
  expect.poll(async () => (await readiness(stack)).keptAside !== null).toBe(expected);

const titles = async (stack: Stack) => {
  const { events } = await visitorOf(stack).call('listEvents', { query: { lang: 'en' } });
  return events.map(({ title }) => title).sort();
};

/** S-360 gives its catalog away every ten minutes; a relay that starts anew after that asks for it. */
async function restart(stack: Stack, folder: string, setup: { products?: number }): Promise<void> {
  await stack.stopRelay();
  await stack.control('setup-update', setup);
  await stack.control('clock', { advanceSeconds: 11 * 60 });
  endSpacing(folder);
  await stack.startRelay({ RELAY_STATE_DIR: folder });
}

/** The relay has its own count of the ten minutes, which nobody can turn. */
function endSpacing(folder: string): void {
  const file = join(folder, 'relay.db');
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  database.exec('delete from call_spacing');
  database.close();
}

const catalog = (verb: 'show' | 'accept', folder: string) =>
  run(process.execPath, [command, verb], { env: { ...process.env, RELAY_STATE_DIR: folder } });

const logged = (stack: Stack, message: string) =>
  stack
    .relayLog()
    .split('\n')
    .filter((line) => line.includes(message))
    .map((line) => JSON.parse(line) as { level: number | string; events: number; reason?: string });

let folder: string;
test.beforeEach(async ({ stack }) => {
  folder = await mkdtemp(join(tmpdir(), 's360-relay-'));
  await restart(stack, folder, {});
});
test.afterEach(async ({ stack }) => {
  await stack.stopRelay();
  await stack.control('setup-update', {});
  await stack.control('clock', { advanceSeconds: 11 * 60 });
  await stack.startRelay();
  await rm(folder, { recursive: true, force: true });
});

for (const [what, products, reason] of [
  ['is empty', 0, 'empty'],
  ['has lost most', 2, 'loss'],
] as const) {
  test(`the programme stays while S-360 answers a catalog that ${what}, until the operator accepts it`, async ({
    stack,
  }) => {
    const before = await readiness(stack);
    expect(before).toMatchObject({ status: 200, keptAside: null });
    const programme = await titles(stack);

    await restart(stack, folder, { products });
    await isAside(stack, true);
    const doubted = await readiness(stack);
    expect(doubted).toMatchObject({ status: 200, events: before.events, stale: true });
    expect(doubted.keptAside).toMatchObject({ reason, eventsBefore: before.events });
    expect(doubted.keptAside?.lostPercent).toBeGreaterThan(50);
    expect(await titles(stack)).toEqual(programme);
    const said = logged(stack, 'catalog kept aside: npm run catalog -- show, then accept if it is right');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ reason, events: doubted.keptAside?.events });

    const shown = await catalog('show', folder);
    expect(shown.stdout).toContain(`served: ${before.events} events`);
    expect(shown.stdout).toContain(`aside: ${doubted.keptAside?.events} events`);
    expect(shown.stdout).toMatch(/gone: \d+ \S/);
    expect((await readiness(stack)).keptAside, 'to look changes nothing').not.toBeNull();

    expect((await catalog('accept', folder)).stdout).toContain('Accepted');
    await isAside(stack, false);
    const accepted = await readiness(stack);
    expect(accepted).toMatchObject({ status: 200, events: doubted.keptAside?.events });
    await expect.poll(async () => (await titles(stack)).length).toBeLessThan(programme.length / 2);
    expect(logged(stack, 'catalog accepted by hand')).toHaveLength(1);
    await expect(catalog('accept', folder), 'there is nothing more to accept').rejects.toMatchObject({
      code: 1,
    });
  });
}

test('a doubtful catalog is forgotten as soon as S-360 answers a whole one', async ({ stack }) => {
  const { events } = await readiness(stack);
  await restart(stack, folder, { products: 0 });
  await isAside(stack, true);
  await restart(stack, folder, {});
  await isAside(stack, false);
  expect(await readiness(stack)).toMatchObject({ status: 200, events, keptAside: null });
  // The good one is on disk before the other goes.
  const shown = () =>
    catalog('show', folder).then(
      () => 0,
      ({ code }: { code?: unknown }) => code,
    );
  await expect.poll(shown).toBe(1);
});
