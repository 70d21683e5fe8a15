import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');

/** Refusals that a relay's visitors do not meet: a mistake of the caller's program, or of a login that a relay does not make. */
const mistakes = ['error.sim.invalidParameter', 'error.sim.loginTaken', 'error.sim.paymentNotFound'];

test('outcomes.json tells a relay what each refusal of ours means, and no other', async () => {
  const outcomes = Object.keys(JSON.parse(await read('../outcomes.json')) as object);
  const refusals = new Set((await read('../src/refusal.ts')).match(/error\.sim\.[A-Za-z]+/g));
  assert.deepEqual([...refusals].filter((code) => !mistakes.includes(code)).sort(), outcomes.sort());
});
