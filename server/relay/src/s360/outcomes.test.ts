import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { JsonFileError } from './json-file.js';
import { readOutcomes } from './outcomes.js';

async function fileOf(t: TestContext, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'outcomes-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'outcomes.json');
  await writeFile(file, text);
  return file;
}

test("an institution's file is added to what is attested, and has the last word", async (t) => {
  const file = await fileOf(
    t,
    '{"error.order.lateSale": "not-on-sale", "error.order.availability": "seats-taken"}',
  );
  assert.deepEqual(readOutcomes(file), {
    'error.order.availability': 'seats-taken',
    'error.order.lateSale': 'not-on-sale',
  });
});

const bad: [what: string, text: string, words: RegExp][] = [
  ['no JSON', '{error.a: seats-taken}', /is no JSON$/],
  ['no list by code', '["error.a"]', /is no list of outcomes: .*record/],
  ['a meaning that there is none of', '{"error.a": "seat-taken"}', /error\.a: .*"seats-taken"/],
  ['a meaning that is not for S-360 to give', '{"error.a": "internal"}', /error\.a: /],
  ['a code with spaces', '{"error a": "seats-taken"}', /error a: /],
];
for (const [what, text, words] of bad) {
  test(`a file with ${what} is told by its name and the entry`, async (t) => {
    const file = await fileOf(t, text);
    assert.throws(
      () => readOutcomes(file),
      (error) =>
        error instanceof JsonFileError && error.message.startsWith(file) && words.test(error.message),
    );
  });
}

test('a file that is not there is told by its name', () => {
  assert.throws(() => readOutcomes('/nowhere/outcomes.json'), {
    message: "/nowhere/outcomes.json can't be read",
  });
});
