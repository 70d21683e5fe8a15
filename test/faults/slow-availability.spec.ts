import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../journeys/journey.js';
import { visitorOf } from './visitor.js';

const kind = 'error.unknownPerformance';

test(`a relay that starts anew is ready, and shows the programme, while each question about what is left is refused`, async ({
  stack,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 's360-relay-'));
  await stack.stopRelay();
  // S-360 gives its catalog away every ten minutes.
  await stack.control('clock', { advanceSeconds: 11 * 60 });
  await stack.control('fault', { method: 'getPerformanceAvailability', kind, times: 1_000 });
  await stack.startRelay({ RELAY_STATE_DIR: folder });
  const { events, stale } = await visitorOf(stack).call('listEvents', { query: { lang: 'en' } });
  expect(events.length).toBeGreaterThan(100);
  expect(stale).toBe(true);
  await stack.control('fault', { method: 'getPerformanceAvailability', kind, times: 1 });
  await stack.stopRelay();
  await stack.startRelay();
  await rm(folder, { recursive: true, force: true });
});
