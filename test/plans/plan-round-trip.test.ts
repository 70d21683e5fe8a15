import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { COMPANION, decodePlan, holds, type Plan, RESTRICTED, WHEELCHAIR } from '@s360-widgets/seat-map';
import type { PlanColumns } from '@s360-widgets/seat-codec';
import { type HallFile, type SeatFeature, smallHall } from './small-hall.js';

/** From `test/dist/plans` and from `test/plans` alike, the project is the first folder above with a `server` in it. */
const root = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../../../' : '../../', import.meta.url),
);
const command = join(root, 'server/relay/dist/seat-maps/plan.command.js');
const halls = join(root, 'server/simulator/plans');
const folder = mkdtempSync(join(tmpdir(), 'plans-'));

interface Outcome {
  code: number;
  out: string;
  err: string;
}

const run = (...args: string[]) => runIn({}, ...args);

function runIn(options: { cwd?: string; env?: NodeJS.ProcessEnv }, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], options, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}

function save(name: string, hall: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(hall));
  return path;
}

interface Index {
  plans: { code: string; logicalConfigurationId: string; hash: string; seatCount: number }[];
}

function indexOf(out: string): Index {
  return JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')) as Index;
}

async function importHall(file: string, code: string): Promise<Plan> {
  const out = join(folder, code);
  const { code: exit, err } = await run('import', file, '--out', out);
  assert.equal(exit, 0, err);
  const entry = indexOf(out).plans[0]!;
  assert.equal(entry.code, code);
  return decodePlan(JSON.parse(readFileSync(join(out, `${entry.hash}.json`), 'utf8')) as PlanColumns);
}

function seatsOf(hall: HallFile): SeatFeature[] {
  return hall.features.filter(
    (feature): feature is SeatFeature => (feature as SeatFeature).geometry.type === 'Point',
  );
}

/** Every seat of the file is in the plan, where the file has it and under the same names. */
function assertSame(plan: Plan, hall: HallFile): void {
  const seats = seatsOf(hall);
  const reach = Math.max(plan.pitch / 200, 1.5);
  assert.equal(plan.size, seats.length);
  for (const { properties, geometry } of seats) {
    const seat = plan.indexOfSeat(properties.id);
    assert.equal(plan.seatId(seat), properties.id);
    const [x, y] = geometry.coordinates;
    const off = Math.hypot(plan.x[seat]! - x, plan.y[seat]! - y);
    assert.ok(off <= reach + 0.01, `seat ${properties.id} stands ${off} units away`);
    assert.equal(plan.rowName[plan.rowOf[seat]!], properties.row);
    assert.equal(plan.seatNumber(seat), properties.number);
    assert.equal(plan.categories[plan.category[seat]!], properties.seatCategoryId);
    const section = plan.sections[plan.sectionOf[seat]!]!;
    assert.equal(section.blockId, properties.block?.id);
    assert.equal(plan.areas[section.area]!.id, properties.area.id);
    assert.deepEqual(section.name, (properties.block ?? properties.area).name);
    assert.ok(holds(section.outline, x, y), `seat ${properties.id} stands outside its section's floor`);
    const marks =
      (properties.stageVisibilityType === 'VISIBLE' ? 0 : RESTRICTED) |
      (properties.seatKind === 'WHEELCHAIR'
        ? WHEELCHAIR
        : properties.seatKind === 'COMPANION'
          ? COMPANION
          : 0);
    assert.equal(plan.marks[seat], marks);
  }
}

describe('a hall on its way from GeoJSON to the browser', () => {
  after(() => rmSync(folder, { recursive: true }));

  it('keeps every seat of a hall that has one of everything', async () => {
    const hall = smallHall();
    const plan = await importHall(save('small.geojson', hall), 'SMALL');
    assertSame(plan, hall);
    assert.deepEqual(
      plan.decor.map(({ kind, name }) => [kind, name.fr]),
      [['stage', 'Scène']],
    );
    assert.deepEqual(
      plan.zones.map(({ areaId, categoryId }) => [areaId, categoryId]),
      [['10229130000003', '10229150000003']],
    );
  });

  for (const file of readdirSync(halls).sort()) {
    it(`keeps every seat of ${file}`, async () => {
      const bytes = readFileSync(join(halls, file));
      const hall = JSON.parse(
        (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'),
      ) as HallFile;
      assertSame(await importHall(join(halls, file), hall.hall.code), hall);
    });
  }

  it('puts the front row first and the seats of a row from left to right', async () => {
    const plan = await importHall(save('small.geojson', smallHall()), 'SMALL');
    assert.deepEqual(plan.rowName, ['A', 'B', 'C', 'A', 'B', 'C', 'D']);
    for (let seat = 1; seat < plan.size; seat++) {
      if (plan.rowOf[seat] === plan.rowOf[seat - 1]) assert.ok(plan.x[seat]! > plan.x[seat - 1]!);
    }
  });

  it('refuses a file with faults as a whole and names each of them', async () => {
    const hall = smallHall();
    const seats = seatsOf(hall);
    Object.assign(seats[0]!.properties, { row: undefined });
    seats[1]!.geometry.coordinates[0] = 4000.5;
    seats[2]!.properties.id = seats[3]!.properties.id;
    const out = join(folder, 'refused');
    const { code, err } = await run('import', save('bad.geojson', hall), '--out', out);
    assert.equal(code, 1);
    assert.match(err, /3 faults, not imported/);
    assert.match(err, /feature 1 \(id 10229400000001\): properties\.row is missing/);
    assert.match(err, /feature 2 \(id 10229400000002\): geometry\.coordinates\.0 must be a whole number/);
    assert.match(err, /feature 4 \(id 10229400000004\): has the id of feature 3/);
    assert.throws(() => indexOf(out));
  });

  it('means by RELAY_PLAN_DIR the folder that the relay means, wherever one stands', async () => {
    const out = join(folder, 'of-the-relay');
    const env = { ...process.env, RELAY_PLAN_DIR: relative(join(root, 'server/relay'), out) };
    const { code, err } = await runIn({ cwd: folder, env }, 'import', save('small.geojson', smallHall()));
    assert.equal(code, 0, err);
    assert.equal(indexOf(out).plans[0]?.code, 'SMALL');
  });

  it('keeps one plan a hall: a second import replaces the first, others stay', async () => {
    const out = join(folder, 'again');
    const other = smallHall();
    other.hall = { ...other.hall, code: 'OTHER', logicalConfigurationId: '10229120000008' };
    other.features.pop();
    await run('import', save('small.geojson', smallHall()), save('other.geojson', other), '--out', out);
    const first = indexOf(out);
    assert.deepEqual(
      first.plans.map(({ code }) => code),
      ['OTHER', 'SMALL'],
    );
    const changed = smallHall();
    seatsOf(changed)[0]!.properties.number = '99';
    await run('import', save('small.geojson', changed), '--out', out);
    const second = indexOf(out);
    assert.equal(second.plans[0]!.hash, first.plans[0]!.hash);
    assert.notEqual(second.plans[1]!.hash, first.plans[1]!.hash);
    assert.deepEqual(
      readdirSync(out).sort(),
      [...second.plans.map(({ hash }) => `${hash}.json`), 'index.json'].sort(),
    );
  });

  it('names the same hall the same, whenever it is imported', async () => {
    const file = save('small.geojson', smallHall());
    await run('import', file, '--out', join(folder, 'once'));
    await run('import', file, '--out', join(folder, 'twice'));
    assert.deepEqual(indexOf(join(folder, 'once')), indexOf(join(folder, 'twice')));
  });

  it('says how it is used when called otherwise', async () => {
    const { code, err } = await run('export');
    assert.equal(code, 2);
    assert.match(err, /usage: npm run plan/);
  });
});
