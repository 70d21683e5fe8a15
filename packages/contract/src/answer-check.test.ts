import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAnswer, checkCode, checkedFetch, checkReply, type SeenAnswer } from './answer-check.js';
import type { Reply } from './endpoints.js';
import { ProblemError } from './problem.js';
import { toProblem } from './problem-reply.js';

const states: Reply<'getSeatStates'> = {
  performanceId: '1',
  planHash: '1d2b9417030627bf',
  version: 1,
  asOf: '2026-12-05T19:00:00Z',
  stale: false,
  all: null,
  changes: [],
};
const answer = (change: Partial<SeenAnswer> = {}): SeenAnswer => ({
  method: 'GET',
  path: '/v1/performances/1/seat-states?since=3',
  status: 200,
  contentType: 'application/json; charset=utf-8',
  text: JSON.stringify(states),
  ...change,
});
const refused = (code: ConstructorParameters<typeof ProblemError>[0], status: number) =>
  answer({
    status,
    contentType: 'application/problem+json; charset=utf-8',
    text: JSON.stringify(toProblem(new ProblemError(code))),
  });

describe('an answer of the relay', () => {
  it('may be a reply that the contract promises, or a problem that it names', () => {
    checkAnswer(answer());
    checkAnswer(answer({ status: 304, text: '' }));
    checkAnswer(refused('not-found', 404));
    checkAnswer(refused('request-invalid', 400));
  });

  it('is refused with the place where a member is missing, of another kind, or unknown', () => {
    const wrong = { ...states, version: '1', planHash: undefined, colour: 'red' };
    const check = () => checkAnswer(answer({ text: JSON.stringify(wrong) }));
    assert.throws(check, /^TypeError: getSeatStates .*planHash: .*version: .*colour/);
  });

  it('is refused where the endpoint does not name the code, or the status is not that of the code', () => {
    assert.throws(
      () => checkAnswer(refused('payment-refused', 402)),
      /getSeatStates answered payment-refused/,
    );
    assert.throws(() => checkAnswer(refused('not-found', 410)), /not-found with status 410/);
  });

  it('is refused where its media type is another one', () => {
    assert.throws(() => checkAnswer(answer({ contentType: 'text/html' })), /text\/html instead of/);
    const pdf = { path: '/v1/order/tickets.pdf', text: '%PDF-' };
    checkAnswer(answer({ ...pdf, contentType: 'application/pdf' }));
    assert.throws(() => checkAnswer(answer(pdf)), /instead of application\/pdf/);
  });

  it('is not looked at where no endpoint answers', () => {
    checkAnswer(answer({ path: '/healthz', text: 'ok' }));
    checkAnswer(answer({ method: 'DELETE', status: 405, text: '' }));
  });

  it('is checked on its way through fetch, and reaches the caller untouched', async () => {
    const url = 'https://relay.example.org/v1/performances/1/seat-states';
    const fetching = (body: object) => checkedFetch(async () => Response.json(body))(url);
    assert.deepEqual(await (await fetching(states)).json(), states);
    await assert.rejects(fetching({}), /getSeatStates answered what its contract does not promise/);
  });
});

describe('what a test says in the place of the relay', () => {
  it('must be a reply of the endpoint', () => {
    assert.equal(checkReply('getSeatStates', states), states);
    assert.throws(() => checkReply('getSeatStates', { ...states, version: 0.5 }), /version/);
    assert.throws(() => checkReply('getTicketsPdf', 'a text' as never), /no file/);
  });

  it('must be a code of the endpoint', () => {
    assert.equal(checkCode('getCart', 'cart-token-invalid'), 'cart-token-invalid');
    assert.throws(() => checkCode('getShop', 'cart-token-invalid'), /getShop answered cart-token-invalid/);
  });
});
