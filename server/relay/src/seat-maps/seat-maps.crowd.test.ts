import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FREE, packStates, TAKEN, unpackStates } from '@s360-widgets/seat-codec';
import type { SeatStates } from '@s360-widgets/contract';
import { pointOfSale } from '../order/order.trial.js';
import { budgetOn, exchange, order, shop as pointOfSaleCall } from '../s360/budget.trial.js';
import { operations, type BudgetLimits } from '../s360/index.js';
import type { BudgetedCall } from '../s360/budget.rules.js';
import { Caller } from '../s360/s360.js';
import type { Request } from '../s360/transport.js';
import { createTimedClock } from '../state/clock.trial.js';
import { atRest, emptyDatabase, trialLog } from '../state/database.trial.js';
import { SeatMaps } from './seat-maps.adapter.js';
import { hallFolder, hallPlans } from './seat-maps.trial.js';

const startsAt = '2026-12-05T19:00:00Z';
const minute = 60_000;
const counts = { share: 'availability', operation: operations.getUpdatedAvailabilities, things: [] } as const;
const log = { ...trialLog, debug: () => undefined };

/** A relay on a clock that passes when the test says so, before an S-360 that takes half a second for each answer. */
async function shop(limits: Partial<BudgetLimits>) {
  const clock = createTimedClock(startsAt);
  const database = await emptyDatabase(clock);
  const sent: { operation: string; performanceId: string; at: number }[] = [];
  const transport = {
    async send({ operation, args, items }: Request) {
      sent.push({ operation, performanceId: args.performanceId as string, at: clock.elapsed() });
      await clock.wait(500);
      items?.['seatsAvailabilityData.seatAvailabilities']?.({ seatId: '103', availability: true }, [0]);
      return { statusCode: 'success' };
    },
  };
  const budget = budgetOn({ database, clock }, limits);
  const s360 = new Caller(transport, { clock, log, budget });
  const seatMaps = new SeatMaps({
    ...{ s360, database, clock, pointOfSale, log },
    plans: await hallPlans(await hallFolder()),
    catalog: {
      hallOf: () => ({ logicalConfigurationId: '90', seatCategoryIds: ['11'] }),
      seatMapOf: () => undefined,
    },
  });
  const seats = () => sent.filter(({ operation }) => operation === 'getSeatsAvailability');
  /** Another part of the relay makes a call, for which there must be room at once. */
  const call = async (budgeted: BudgetedCall) => {
    await exchange(budget, budgeted);
    sent.push({ operation: budgeted.operation.name, performanceId: '', at: clock.elapsed() });
  };
  return { clock, call, seatMaps, sent, seats, pass: (ms: number) => clock.pass(ms, () => atRest(database)) };
}

type Shop = Awaited<ReturnType<typeof shop>>;

/** Does something again and again until it is over, and tells what it came to. */
async function again<T>(
  { clock }: Shop,
  everyMs: number,
  forMs: number,
  work: (times: number) => Promise<T>,
) {
  const done: T[] = [];
  const until = clock.elapsed() + forMs;
  for (let times = 0; clock.elapsed() < until; times++) {
    done.push(await work(times));
    await clock.wait(everyMs);
  }
  return done;
}

/** Most of the instants that lie within one minute. */
function mostInAMinute(instants: readonly number[]): number {
  const within = (from: number) => instants.filter((at) => at >= from && at < from + minute).length;
  return Math.max(...instants.map(within));
}

test('under sixty readers for three minutes no look at seats fails, it gets older; lists and carts keep their room', async () => {
  const trial = await shop({ callsPerMinute: 180 });
  const { seatMaps, call, sent, seats } = trial;
  const forMs = 3 * minute;
  const carts = again(trial, 2_000, forMs + minute, () => call(order));
  await trial.pass(minute);
  const readers = Array.from({ length: 60 }, (_, reader) =>
    again(trial, 6_000, forMs, (times) => seatMaps.states(String(1 + ((reader * 37 + times * 11) % 300)))),
  );
  const lists = again(trial, 62_000, forMs, () => call(counts));
  const catalog = again(trial, 20_000, forMs, () => call(pointOfSaleCall));
  await trial.pass(forMs + 10_000);

  const looks = (await Promise.all(readers)).flat();
  assert.ok(looks.length > 800, `${looks.length} looks`);
  for (const look of looks) assert.ok(isHonest(look, seats()), JSON.stringify(look));
  const [unknown, old] = [looks.filter(({ asOf }) => asOf === null), looks.filter(({ stale }) => stale)];
  assert.ok(unknown.length > 0 && old.length > unknown.length, 'there were more readers than calls');
  assert.deepEqual([(await lists).length, (await catalog).length, (await carts).length], [3, 9, 120]);
  assert.ok(mostInAMinute(sent.map(({ at }) => at)) <= 180);
  assert.ok(mostInAMinute(seats().map(({ at }) => at)) <= 81);
});

/** As old as is told: of an answer of S-360, or of none, where no seat is said to be free. */
function isHonest({ performanceId, asOf, all }: SeatStates, asked: Shop['sent']): boolean {
  const states = unpackStates(all ?? '', 6);
  if (asOf === null) return !states.includes(FREE);
  const offset = Date.parse(startsAt) - 5_000;
  const isOfAnswer = asked.some(
    (call) => call.performanceId === performanceId && call.at + offset === Date.parse(asOf),
  );
  return (
    isOfAnswer &&
    packStates(states.slice(0, 5)) === packStates(Uint8Array.of(TAKEN, TAKEN, FREE, TAKEN, TAKEN))
  );
}

test('where S-360 may be asked for one performance a minute, a crowd is served first and then in turn, and nobody is forgotten', async () => {
  const trial = await shop({ spacing: 'method' });
  const { seatMaps, seats } = trial;
  const forMs = 8 * minute;
  const lookers = [...Array.from({ length: 60 }, () => '1'), '2', '3', '4', '5'];
  const looking = lookers.map((performanceId) =>
    again(trial, 15_000, forMs, () => seatMaps.states(performanceId)),
  );
  await trial.pass(forMs + 10_000);
  await Promise.all(looking);
  const asked = seats().map(({ performanceId }) => performanceId);
  assert.equal(asked[0], '1');
  assert.equal(new Set(asked).size, 5, asked.join());
  assert.ok(asked.filter((performanceId) => performanceId === '1').length >= 3, asked.join());
  assert.equal(mostInAMinute(seats().map(({ at }) => at)), 1);
});
