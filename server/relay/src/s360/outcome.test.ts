import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toProblem } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { ItemFailure } from './answer-builder.js';
import {
  causeOf,
  ConnectionFailure,
  isRefusal,
  problemOfError,
  problemOfResult,
  problemOfStatus,
  refusalCode,
} from './outcome.js';
import { attestedOutcomes } from './outcomes.js';

test('a code of S-360 means what the institution says, and what is not told is a refusal without a closer word', () => {
  const outcomes = { 'error.order.lateSale': 'not-on-sale' } as const;
  const meaning = (statusCode: string) => problemOfResult({ statusCode }, outcomes)?.code;
  assert.equal(meaning('error.order.lateSale'), 'not-on-sale');
  for (const statusCode of ['error.sim.seatTaken', 'error.shipmentSent', 'constructor'])
    assert.equal(meaning(statusCode), 'box-office-refused');
});

test("of S-360 as such one code is attested, and none of the simulator's", () => {
  assert.equal(problemOfResult({ statusCode: 'error.order.availability' })?.code, 'not-enough-seats');
  assert.deepEqual(Object.keys(attestedOutcomes), ['error.order.availability']);
});

test("S-360's own code stays at hand, and its words out of what visitors are told", () => {
  const problem = problemOfResult({ statusCode: 'error.order.availability', statusDetail: 'words' });
  assert.equal(refusalCode(problem), 'error.order.availability');
  assert.doesNotMatch(JSON.stringify(problem && toProblem(problem)), /words|error\./);
});

test('a "no" is one by its meaning, or by its code where it has none; a fault or an error page is none', () => {
  const outcomes = { PERF_CLOSED: 'not-on-sale' } as const;
  assert.ok(isRefusal(problemOfResult({ statusCode: 'PERF_CLOSED' }, outcomes)));
  assert.ok(isRefusal(problemOfResult({ statusCode: 'error.new' }, outcomes)));
  for (const failure of [
    problemOfResult({ statusCode: 'PERF_LOST' }, outcomes),
    problemOfStatus(502),
    problemOfResult({}),
  ])
    assert.equal(isRefusal(failure), false);
});

test('success is no problem, no status at all is one', () => {
  assert.equal(problemOfResult({ statusCode: 'success', statusDetail: 'a warning' }), undefined);
  assert.equal(problemOfResult({})?.code, 'box-office-refused');
});

test('a status over the limit says when to try again', () => {
  for (const status of [509, 429]) assert.ok((problemOfStatus(status).details.retryAfterSeconds ?? 0) > 0);
  assert.equal(refusalCode(problemOfStatus(401)), 'http 401');
});

test("an answer that can't be read is the box office's refusal, a lost connection means that it is down", () => {
  assert.equal((problemOfError(new SyntaxError('bad JSON')) as ProblemError).code, 'box-office-refused');
  assert.equal(
    (problemOfError(new ConnectionFailure(new TypeError('fetch failed'))) as ProblemError).code,
    'box-office-down',
  );
  const timeout = Object.assign(new Error('late'), { name: 'TimeoutError' });
  assert.equal((problemOfError(timeout) as ProblemError).code, 'box-office-timeout');
});

test('what the caller aborted is passed on as it is', () => {
  const aborted = new AbortController();
  const reason = new Error('the visitor is gone');
  aborted.abort(reason);
  assert.equal(problemOfError(reason, aborted.signal), reason);
});

test('a mistake of ours is never told as trouble of the box office', () => {
  const mistake = new TypeError("Cannot read properties of undefined (reading 'amount')");
  assert.equal(problemOfError(mistake), mistake);
  const thrown = new RangeError('by code that took an item');
  assert.equal(problemOfError(new ItemFailure(thrown)), thrown);
});

test('an operator can tell an expired certificate from a name that is not found', () => {
  for (const code of ['CERT_HAS_EXPIRED', 'ENOTFOUND']) {
    const cause = Object.assign(new Error('of the socket'), { code });
    assert.equal(
      causeOf(problemOfError(new ConnectionFailure(new TypeError('fetch failed', { cause })))),
      code,
    );
  }
  assert.equal(causeOf(problemOfError(new SyntaxError('Unexpected token in "Ada Lovelace"'))), 'SyntaxError');
});
