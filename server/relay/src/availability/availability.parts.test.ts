import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { S360Refusal } from '../s360/index.js';
import { askInParts } from './availability.parts.js';

const ids = Array.from({ length: 300 }, (_, index) => String(10_229_210_000_001 + index));
const refusal = (detail: string, statusCode = 'error.unknown') =>
  new ProblemError('box-office-refused', {}, { cause: new S360Refusal(statusCode, detail) });

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
  assert.deepEqual(await askInParts(ids, 300, ask), { lines: ids, refused: [], unclear: [] });
  assert.deepEqual(asked, [300]);
});

test('a performance that S-360 names as unknown is left out at once, and only that one', async () => {
  const unknown = [ids[7] ?? '', ids[200] ?? ''];
  const { ask, asked } = s360(unknown, (id) => `performance ${id} is unknown`);
  const { lines, refused } = await askInParts(ids, 300, ask);
  assert.deepEqual([...refused].sort(), unknown);
  assert.equal(lines.length, 298);
  assert.deepEqual(asked, [300, 299, 298]);
});

test('one that S-360 does not name is found by halves, in few calls, and all others are counted', async () => {
  for (const unknown of [[0], [149], [299], [3, 4], [10, 290]].map((at) =>
    at.map((index) => ids[index] ?? ''),
  )) {
    const { ask, asked } = s360(unknown);
    const { lines, refused } = await askInParts(ids, 300, ask);
    assert.deepEqual([...refused].sort(), unknown);
    assert.deepEqual(
      [...lines].sort(),
      ids.filter((id) => !unknown.includes(id)),
    );
    assert.ok(asked.length <= 40, `${asked.length} calls`);
  }
});

test('where all is refused, or something else is wrong, the error is told', async () => {
  await assert.rejects(askInParts(ids, 300, s360(ids).ask), ProblemError);
  await assert.rejects(askInParts(['1'], 300, s360(['1']).ask), ProblemError);
  await assert.rejects(askInParts(['1', '2'], 300, s360(['1', '2']).ask), ProblemError);
  for (const error of [new ProblemError('box-office-down'), refusal('', 'http 401'), new TypeError('no')]) {
    let calls = 0;
    const failing = () => {
      calls++;
      return Promise.reject(error);
    };
    await assert.rejects(askInParts(ids, 300, failing), error);
    assert.equal(calls, 1);
  }
});

test('nothing is asked about nothing', async () => {
  const { ask, asked } = s360([]);
  assert.deepEqual(await askInParts([], 300, ask), { lines: [], refused: [], unclear: [] });
  assert.deepEqual(asked, []);
});

test('hundreds of unknown performances cost a bounded number of calls, and the rest is counted', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => String(10_229_210_000_001 + index));
  const unknown = many.slice(300, 900);
  for (const toDetail of [undefined, (id: string) => `performance ${id} is unknown`]) {
    const { ask, asked } = s360(unknown, toDetail);
    const { lines, refused, unclear } = await askInParts(many, 300, ask);
    assert.ok(asked.length <= 49, `${asked.length} calls`);
    assert.deepEqual(
      lines,
      many.filter((id) => !unknown.includes(id)),
    );
    assert.deepEqual([...refused, ...unclear].sort(), unknown);
  }
});
