import { testFixtures } from '../s360/fixtures.js';
import type { S360 } from '../s360/index.js';
import { AvailabilityAdapter } from './availability.adapter.js';

const adapter = (s360: S360) => new AvailabilityAdapter(s360, () => '466000001');
const getPerformances = async (s360: S360) =>
  (await adapter(s360).getPerformances(['401', '9007199254740993'])).lines;
const getUpdates = (s360: S360) => adapter(s360).getUpdates(['301', '302'], '2026-11-24T19:00:00.000Z');

await testFixtures(new URL('../../src/availability/fixtures/', import.meta.url), {
  'getPerformanceAvailability--by-category': getPerformances,
  'getPerformanceAvailability--unknown-performance': getPerformances,
  'getProductAvailability--visits': async (s360) => (await adapter(s360).getPasses(['302'])).lines,
  'getUpdatedAvailabilities--some': getUpdates,
  'getUpdatedAvailabilities--none': getUpdates,
});
