/** For tests: a hall with a plan, as the plan tool writes it. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SeatPlan } from '@s360-widgets/contract';
import { SeatPlans } from './seat-maps.plans.js';

export const hash = '0123456789abcdef';

/** Six seats with the ids 101 to 105 and 201; the last one of a category that the performance does not sell. */
export const plan: SeatPlan = {
  format: 1,
  name: { en: 'Hall' },
  seatCount: 6,
  pitch: 100,
  areas: [{ id: '4', name: { en: 'Stalls' } }],
  sections: [{ area: 0, rows: 1, outline: [0, 0, 600, 0, 0, 100] }],
  rows: ['A'],
  runs: {
    ...{ seats: [6], x: [0], y: [0], dx: [500], dy: [0], bulge: [0], first: [1], step: [1, 1] },
    ...{ joined: [], loose: [] },
  },
  ids: [101, 1, 1, 4, 96, 1],
  numbers: [],
  categories: ['11', '12'],
  category: [0, 5, 1, 1],
  marks: { restricted: [], wheelchair: [], companion: [] },
  decor: [],
  zones: [],
};

/** A folder of plans with this one, for the logical configuration 90. */
export async function hallFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seat-maps-'));
  const entry = { code: 'HALL', logicalConfigurationId: '90', hash, seatCount: 6 };
  await writeFile(join(folder, 'index.json'), JSON.stringify({ plans: [entry] }));
  await writeFile(join(folder, `${hash}.json`), JSON.stringify(plan));
  return folder;
}

/** The hall's plan, read already: no clock of a test knows how long a file takes. */
export async function hallPlans(folder: string): Promise<SeatPlans> {
  const plans = await SeatPlans.open(folder);
  await plans.seatsOf('90');
  return plans;
}
