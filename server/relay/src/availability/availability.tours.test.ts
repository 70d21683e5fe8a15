import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError, type ProblemCode } from '@s360-widgets/contract';
import { S360Refusal } from '../s360/index.js';
import { createManualClock } from '../state/index.js';
import type { TimedTour } from './availability.mapping.js';
import { AvailabilityTours } from './availability.tours.js';

const french = { languageCode: 'fr', themeId: '31' };
const english = { languageCode: 'en', themeId: '31' };
const pass = { productId: '3', timeslotIds: ['701', '702'] };
const other = { productId: '4', timeslotIds: ['801'] };

const refusal = (detail: string) =>
  new ProblemError('box-office-refused', {}, { cause: new S360Refusal('error.any', detail) });

/** Over an S-360 whose answers the test sets. */
function setUp() {
  const say = () => undefined;
  const s360 = {
    calls: [] as string[],
    tours: [
      { timeslotId: '701', ...english },
      { timeslotId: '701', ...french },
    ] as TimedTour[],
    problem: undefined as ProblemCode | undefined,
  };
  const clock = createManualClock('2026-12-01T12:00:00Z');
  const tours = new AvailabilityTours({
    async getTours(passId, timeslotIds) {
      s360.calls.push(`${passId} at ${timeslotIds.join()}`);
      if (s360.problem === 'box-office-refused') throw refusal(`pass ${passId} is unknown`);
      if (s360.problem) throw new ProblemError(s360.problem);
      return s360.tours.filter(({ timeslotId }) => timeslotIds.includes(timeslotId));
    },
    clock,
    log: { debug: say, info: say, warn: say, error: say },
  });
  return { s360, clock, tours };
}

test('a pass is asked about once for all its times, and again when it was counted again', async () => {
  const { s360, tours } = setUp();
  assert.equal(await tours.ask([pass]), true);
  assert.equal(await tours.ask([pass]), false);
  assert.deepEqual(tours.of('701'), [english, french]);
  assert.deepEqual(tours.of('702'), []);
  assert.equal(tours.of('999'), undefined);
  tours.expect(['3', '5']);
  s360.tours = [{ timeslotId: '702', ...french }];
  await tours.ask([pass]);
  assert.deepEqual([tours.of('701'), tours.of('702')], [[], [french]]);
  assert.deepEqual(s360.calls, ['3 at 701,702', '3 at 701,702']);
});

test('times that are new in the catalog are asked about', async () => {
  const { s360, tours } = setUp();
  await tours.ask([pass]);
  await tours.ask([{ ...pass, timeslotIds: ['702', '703'] }]);
  assert.deepEqual(s360.calls, ['3 at 701,702', '3 at 702,703']);
});

test('a pass for which S-360 lists nothing at all is left to the counts of its times', async () => {
  const { s360, tours } = setUp();
  await tours.ask([pass]);
  s360.tours = [];
  tours.expect(['3']);
  await tours.ask([pass]);
  assert.deepEqual([tours.of('701'), tours.of('702')], [undefined, undefined]);
});

test('what S-360 has no time for is asked about in the next round, and what was known stays', async () => {
  const { s360, tours } = setUp();
  await tours.ask([pass]);
  tours.expect(['3']);
  s360.problem = 'box-office-busy';
  assert.equal(await tours.ask([pass, other]), false);
  assert.deepEqual(tours.of('701'), [english, french]);
  s360.problem = undefined;
  await tours.ask([pass, other]);
  assert.deepEqual(s360.calls.slice(1), ['3 at 701,702', '3 at 701,702', '4 at 801']);
});

test('a pass that S-360 will not answer for is asked about again after an hour, and costs no other its answer', async () => {
  const { s360, clock, tours } = setUp();
  s360.problem = 'box-office-refused';
  await tours.ask([pass, other]);
  await tours.ask([pass, other]);
  assert.deepEqual(s360.calls, ['3 at 701,702', '4 at 801']);
  clock.advance(3_600_000);
  await tours.ask([pass]);
  assert.equal(s360.calls.length, 3);
});
