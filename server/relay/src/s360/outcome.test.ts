import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toProblem } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import {
  causeOf,
  ConnectionFailure,
  ItemFailure,
  problemOfError,
  problemOfResult,
  problemOfStatus,
  refusalCode,
} from './outcome.js';

const meanings = {
  'error.order.availability': 'not-enough-seats',
  'error.sim.seatTaken': 'seats-taken',
  'error.sim.orderNotFound': 'cart-ended',
  'error.sim.orderExpired': 'cart-ended',
  'error.sim.orderClosed': 'cart-closed',
  'error.sim.orderBusy': 'payment-in-progress',
  'error.sim.notOnSale': 'not-on-sale',
  'error.sim.requiredTariffMissing': 'tariff-needs-companion',
  'error.sim.quantityExceeded': 'too-many-tickets',
  'error.sim.contactNotFound': 'contact-missing',
  'error.sim.shipmentModeNotAllowed': 'shipment-mode-refused',
  'error.sim.paymentAmountMismatch': 'total-changed',
  'error.sim.ticketsNotReady': 'tickets-not-ready',
  'error.sim.invalidParameter': 'box-office-refused',
  'error.shipmentSent': 'box-office-refused',
};
for (const [statusCode, code] of Object.entries(meanings)) {
  test(`${statusCode} is ${code}, and its own code stays at hand`, () => {
    const problem = problemOfResult({ statusCode, statusDetail: 'words' });
    assert.equal(problem?.code, code);
    assert.equal(refusalCode(problem), statusCode);
    assert.doesNotMatch(JSON.stringify(problem && toProblem(problem)), /words|error\./);
  });
}

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
