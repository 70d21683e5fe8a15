import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Refusal } from '../refusal.js';
import { type Jobs, createJobs } from './jobs.js';

let jobs: Jobs;
let finish: (value: { statusCode: string }) => void;
let fail: (error: Error) => void;
let starts: number;

const begin = () => {
  starts += 1;
  return new Promise<{ statusCode: string }>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
};

beforeEach(() => {
  jobs = createJobs();
  starts = 0;
});
afterEach(() => finish({ statusCode: 'late' }));

describe('a call that takes long', () => {
  it('is answered with in_progress, and later with its result', async () => {
    const first = await jobs.run('getCatalogDetailed', undefined, 0, begin);
    assert.equal(first.statusCode, 'in_progress');
    const requestId = 'requestId' in first ? first.requestId : 0;
    assert.deepEqual(await jobs.run('getCatalogDetailed', requestId, 0, begin), { ...first });
    finish({ statusCode: 'success' });
    assert.deepEqual(await jobs.run('getCatalogDetailed', requestId, 1000, begin), { statusCode: 'success' });
    assert.equal(starts, 1);
  });

  it('can be polled again when the answer was lost', async () => {
    const first = await jobs.run('closeOrder', undefined, 0, begin);
    const requestId = 'requestId' in first ? first.requestId : 0;
    finish({ statusCode: 'success' });
    for (let poll = 0; poll < 2; poll += 1) {
      assert.deepEqual(await jobs.run('closeOrder', requestId, 1000, begin), { statusCode: 'success' });
    }
    assert.equal(starts, 1);
  });

  it('is refused at the poll when it is refused', async () => {
    const first = await jobs.run('closeOrder', undefined, 0, begin);
    const requestId = 'requestId' in first ? first.requestId : 0;
    fail(new Refusal('error.sim.orderExpired', 'too late'));
    await assert.rejects(jobs.run('closeOrder', requestId, 1000, begin), /too late/);
  });
});

describe('a requestId', () => {
  it('that nobody gave starts a call as if there were none', async () => {
    const answer = jobs.run('getCatalogDetailed', 1, 1000, begin);
    finish({ statusCode: 'success' });
    assert.deepEqual(await answer, { statusCode: 'success' });
  });

  it('belongs to its method', async () => {
    const first = await jobs.run('closeOrder', undefined, 0, begin);
    const requestId = 'requestId' in first ? first.requestId : 0;
    assert.equal(jobs.has('closeOrder', requestId), true);
    assert.equal(jobs.has('getOrderDetails', requestId), false);
  });
});
