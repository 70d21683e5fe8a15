import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { operations, S360Refusal } from '../s360/index.js';
import { askInParts } from './availability.parts.js';
import { budgetOn } from '../s360/budget.trial.js';
import { emptyDatabase } from '../state/database.trial.js';
import { createManualClock } from '../state/index.js';

const ids = Array.from({ length: 300 }, (_, index) => String(10_229_210_000_001 + index));
const refusal = (detail: string, statusCode = 'error.unknown') =>
  new ProblemError('box-office-refused', {}, { cause: new S360Refusal(statusCode, detail) });

type Ask = (part: readonly string[], isRepeated: boolean) => Promise<readonly string[]>;

/** One round of questions, with all that was heard. */
async function search(
  ids: readonly string[],
  chunk: number,
  ask: Ask,
  suspects: readonly (readonly string[])[] = [],
) {
  const lines: string[] = [];
  const heard = (_: readonly string[], more: readonly string[]) => void lines.push(...more);
  const { refused, unclear } = await askInParts({ ids, suspects, heard }, chunk, ask);
  return { lines, refused, unclear: unclear.flat(), parts: unclear };
}

/** An S-360 that refuses every question with one of these in it. */
function s360(unknown: readonly string[], toDetail: (id: string) => string = () => 'something is unknown') {
  const asked: number[] = [];
  const ask = async (part: readonly string[]) => {
    asked.push(part.length);
    const first = part.find((id) => unknown.includes(id));
    if (first !== undefined) throw refusal(toDetail(first));
    return part;
  };
  return { ask, asked };
}

test('a question that S-360 answers is asked once', async () => {
  const { ask, asked } = s360([]);
  assert.deepEqual(await search(ids, 300, ask), { lines: ids, refused: [], unclear: [], parts: [] });
  assert.deepEqual(asked, [300]);
});

test('a performance that S-360 names as unknown is left out at once, and only that one', async () => {
  const unknown = [ids[7] ?? '', ids[200] ?? ''];
  const { ask, asked } = s360(unknown, (id) => `performance ${id} is unknown`);
  const { lines, refused } = await search(ids, 300, ask);
  assert.deepEqual([...refused].sort(), unknown);
  assert.equal(lines.length, 298);
  assert.deepEqual(asked, [300, 299, 298]);
});

test('one that S-360 does not name is found by halves, in few calls, and all others are counted', async () => {
  for (const unknown of [[0], [149], [299], [3, 4], [10, 290]].map((at) =>
    at.map((index) => ids[index] ?? ''),
  )) {
    const { ask, asked } = s360(unknown);
    const { lines, refused } = await search(ids, 300, ask);
    assert.deepEqual([...refused].sort(), unknown);
    assert.deepEqual(
      [...lines].sort(),
      ids.filter((id) => !unknown.includes(id)),
    );
    assert.ok(asked.length <= 40, `${asked.length} calls`);
  }
});

test('where all is refused, or something else is wrong, the error is told', async () => {
  await assert.rejects(search(ids, 300, s360(ids).ask), ProblemError);
  await assert.rejects(search(['1'], 300, s360(['1']).ask), ProblemError);
  await assert.rejects(search(['1', '2'], 300, s360(['1', '2']).ask), ProblemError);
  for (const error of [new ProblemError('box-office-down'), refusal('', 'http 401'), new TypeError('no')]) {
    let calls = 0;
    const failing = () => {
      calls++;
      return Promise.reject(error);
    };
    await assert.rejects(search(ids, 300, failing), error);
    assert.equal(calls, 1);
  }
});

test('where there is no room for another question, the rest is left for another time', async () => {
  const { ask, asked } = s360([]);
  const busy = new ProblemError('box-office-busy', { retryAfterSeconds: 61 });
  const withRoomFor = (questions: number) => (part: readonly string[]) =>
    asked.length < questions ? ask(part) : Promise.reject(busy);
  const heard = () => undefined;
  const answer = await askInParts({ ids, suspects: [['1', '2']], heard }, 100, withRoomFor(1));
  assert.deepEqual(answer, { refused: [], unclear: [['1', '2']], unasked: ids.slice(100) });
  await assert.rejects(search(ids, 100, withRoomFor(0)), busy);
});

test('nothing is asked about nothing', async () => {
  const { ask, asked } = s360([]);
  assert.deepEqual(await search([], 300, ask), { lines: [], refused: [], unclear: [], parts: [] });
  assert.deepEqual(asked, []);
});

test('hundreds of unknown performances cost a bounded number of calls, and the rest is counted', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => String(10_229_210_000_001 + index));
  const unknown = many.slice(300, 900);
  for (const toDetail of [undefined, (id: string) => `performance ${id} is unknown`]) {
    const { ask, asked } = s360(unknown, toDetail);
    const { lines, refused, unclear } = await search(many, 300, ask);
    assert.ok(asked.length <= 49, `${asked.length} calls`);
    assert.deepEqual(
      [...lines].sort(),
      many.filter((id) => !unknown.includes(id)),
    );
    assert.deepEqual([...refused, ...unclear].sort(), unknown);
  }
});

const many = Array.from({ length: 3_000 }, (_, index) => String(10_229_210_000_001 + index));

/** An S-360 behind the relay's own budget, on a clock that waiting moves: how long it all takes. */
async function timed(unknown: readonly string[]) {
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const budget = budgetOn({ database: await emptyDatabase(clock), clock });
  const heardAt = new Map<string, number>();
  const startedAt = clock.elapsed();
  let calls = 0;
  const ask: Ask = async (part) => {
    const call = {
      share: 'availability',
      operation: operations.getPerformanceAvailability,
      things: part,
    } as const;
    const taken = await budget.take(call, { patienceMs: 3_600_000 });
    calls++;
    clock.advance(300);
    if (part.some((id) => unknown.includes(id))) {
      await budget.fail(taken);
      throw refusal('something is unknown');
    }
    for (const id of part) heardAt.set(id, clock.elapsed() - startedAt);
    return part;
  };
  return { ask, heardAt, calls: () => calls, seconds: () => (clock.elapsed() - startedAt) / 1000 };
}

for (const [what, at] of [
  ['one unknown', [1_234]],
  ['one unknown in each of four chunks', [10, 410, 810, 2_999]],
] as const) {
  test(`the search among thousands is over within two minutes: ${what}`, async () => {
    const unknown = at.map((index) => many[index] ?? '');
    const { ask, heardAt, seconds } = await timed(unknown);
    let refused: readonly string[] = [];
    let suspects: readonly (readonly string[])[] = [];
    for (let round = 0; round === 0 || suspects.length > 0; round++) {
      const answer = await search(round === 0 ? many : [], 300, ask, suspects);
      refused = [...refused, ...answer.refused];
      suspects = answer.parts;
    }
    assert.deepEqual([...refused].sort(), unknown);
    assert.equal(heardAt.size, 3_000 - unknown.length);
    assert.ok(seconds() < 120, `${seconds()} s`);
  });
}

test('what S-360 answers for is heard at once, long before the search is over', async () => {
  const { ask, heardAt, seconds } = await timed([many[1_234] ?? '', many[2_345] ?? '']);
  let shownAfter: number | undefined;
  const heard = () => undefined;
  const onward = () => void (shownAfter ??= seconds());
  await askInParts({ ids: many, heard, onward }, 300, ask);
  const soon = [...heardAt.values()].filter((at) => at < 10_000).length;
  assert.equal(soon, 2_400);
  assert.ok(shownAfter !== undefined && shownAfter < 10, `${shownAfter} s`);
});

test('a search that one round does not end goes on where it stopped, and finds all in a few rounds', async () => {
  const unknown = many.filter((_, index) => index % 150 === 7);
  const { ask, asked } = s360(unknown);
  const [refused, lines] = [new Set<string>(), new Set<string>()];
  let suspects: readonly (readonly string[])[] = [];
  let rounds = 0;
  for (; rounds === 0 || suspects.length > 0; rounds++) {
    const before = asked.length;
    const answer = await search(rounds === 0 ? many : [], 300, ask, suspects);
    for (const id of answer.refused) refused.add(id);
    for (const id of answer.lines) lines.add(id);
    suspects = answer.parts;
    assert.ok(asked.length - before <= 49, `${asked.length - before} calls in a round`);
    assert.ok(rounds < 15, 'it comes to an end');
  }
  assert.deepEqual([...refused].sort(), unknown);
  assert.equal(lines.size, 3_000 - unknown.length);
});

test('where the budget has no room for the search, what was heard counts and the rest is left for later', async () => {
  const unknown = many[5] ?? '';
  let calls = 0;
  const ask: Ask = async (part) => {
    if (++calls > 4) throw new ProblemError('box-office-busy', { retryAfterSeconds: 30 });
    if (part.includes(unknown)) throw refusal('something is unknown');
    return part;
  };
  const { lines, refused, unclear } = await search(many.slice(0, 900), 300, ask);
  assert.equal(lines.length, 600);
  assert.deepEqual(refused, []);
  assert.deepEqual([...unclear].sort(), many.slice(0, 300));
});
