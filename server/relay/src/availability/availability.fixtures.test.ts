import { testFixtures } from '../s360/fixtures.js';
import type { S360 } from '../s360/index.js';
import { AvailabilityAdapter } from './availability.adapter.js';
import type { PerformanceStock, VisitStock } from './availability.mapping.js';
import type { Questions } from './availability.parts.js';

const adapter = (s360: S360) => new AvailabilityAdapter(s360, () => '466000001');
async function linesOf<T>(
  ids: readonly string[],
  ask: (questions: Questions<T>) => Promise<unknown>,
): Promise<readonly T[]> {
  const heard: T[] = [];
  await ask({ ids, heard: (_, lines) => void heard.push(...lines) });
  return heard;
}
const getPerformances = (s360: S360) =>
  linesOf<PerformanceStock>(['401', '9007199254740993'], (questions) =>
    adapter(s360).getPerformances(questions),
  );
const getUpdates = (s360: S360) => adapter(s360).getUpdates(['301', '302'], '2026-11-24T19:00:00.000Z');

await testFixtures(new URL('../../src/availability/fixtures/', import.meta.url), {
  'getAvailableThemeAndLanguage--some': (s360) => adapter(s360).getTours('302', ['701', '702', '703']),
  'getPerformanceAvailability--by-category': getPerformances,
  'getPerformanceAvailability--unknown-performance': getPerformances,
  'getProductAvailability--visits': (s360) =>
    linesOf<VisitStock>(['302'], (questions) => adapter(s360).getPasses(questions)),
  'getUpdatedAvailabilities--some': getUpdates,
  'getUpdatedAvailabilities--none': getUpdates,
});
