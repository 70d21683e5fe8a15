import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { hallPlans } from './halls/halls.js';
import { planGeoJson } from './halls/plan.geojson.js';

/**
 * `node server/simulator/dist/season/plans.command.js`: writes the halls' seat plans to `server/simulator/plans/`.
 * The files are kept with the sources; run this after a change of a hall's drawing. Large ones are gzipped.
 */
const directory = new URL('../../plans/', import.meta.url);
const largestPlain = 10_000_000;

await mkdir(directory, { recursive: true });
for (const plan of hallPlans()) {
  const json = Buffer.from(planGeoJson(plan));
  const isLarge = json.length > largestPlain;
  const file = new URL(`${plan.hall.code.toLowerCase()}.geojson${isLarge ? '.gz' : ''}`, directory);
  const bytes = isLarge ? gzipSync(json, { level: 9 }) : json;
  await writeFile(file, bytes);
  console.log(`${fileURLToPath(file)}: ${plan.hall.seats.length} seats, ${bytes.length} bytes`);
}
