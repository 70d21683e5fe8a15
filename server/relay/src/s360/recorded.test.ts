import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@s360-widgets/contract/problem';
import { createManualClock } from '../state/clock.js';
import { emptyDatabase } from '../state/database.trial.js';
import { budgetOn } from './budget.trial.js';
import { operations } from './operations.js';
import { RecordedS360, type WriteLog } from './recorded.js';
import { Caller } from './s360.js';
import type { WireObject } from './shape.js';

/** S-360 that gives the answers in turn, and all that happens in the order in which it does. */
async function recorded(answers: (WireObject | Error)[], callsPerMinute = 180) {
  const events: string[] = [];
  const transport = {
    async send() {
      events.push('sent');
      const answer = answers.shift();
      assert.ok(answer, 'one call too many');
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const clock = createManualClock('2026-12-05T19:00:00Z');
  const log = { debug: () => undefined, warn: () => undefined };
  const writes: WriteLog = {
    async begin({ name }) {
      events.push(`begins ${name}`);
      return {
        isAtWork: async (requestId) => void events.push(`at work on ${requestId}`),
        end: async (result) => void events.push(result),
      };
    },
  };
  const budget = budgetOn({ clock, database: await emptyDatabase(clock) }, { callsPerMinute });
  const caller = new Caller(transport, { clock, log, budget });
  return { s360: new RecordedS360(caller, writes), events };
}

const success = { statusCode: 'success' };
const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
const unreachable = new ProblemError(
  'box-office-down',
  {},
  { cause: new TypeError('fetch failed', { cause: refused }) },
);

for (const [what, answers, then] of [
  ['done', [success], ['sent', 'done']],
  ['refused', [{ statusCode: 'error.shipmentSent' }], ['sent', 'refused']],
  ['lost', [new ProblemError('box-office-timeout')], ['sent', 'unclear']],
  ['answered by an error page', [new ProblemError('box-office-refused')], ['sent', 'unclear']],
  ['not taken for want of room', [new ProblemError('box-office-busy')], ['sent', 'unsent']],
  ['sent where nobody listens', [unreachable], ['sent', 'unsent']],
  [
    'at work for a while',
    [{ statusCode: 'in_progress', requestId: 7 }, success],
    ['sent', 'at work on 7', 'sent', 'done'],
  ],
  [
    'forgotten while S-360 was at work on it',
    [
      { statusCode: 'in_progress', requestId: 7 },
      { ...success, requestId: 8 },
    ],
    ['sent', 'at work on 7', 'sent', 'unclear'],
  ],
] as const) {
  test(`a write that is ${what} is written down before it is sent, with what came of it`, async () => {
    const { s360, events } = await recorded([...answers]);
    await s360.call(operations.reopenOrder, { orderId: '1' }).catch(() => undefined);
    assert.deepEqual(events, ['begins reopenOrder', ...then]);
  });
}

test('a write for which the budget has no room is known not to be sent', async () => {
  const { s360, events } = await recorded([success], 1);
  await s360.call(operations.reopenOrder, { orderId: '1' });
  const more = s360.call(operations.reopenOrder, { orderId: '1' }, { patienceMs: 0 });
  await assert.rejects(more, { code: 'box-office-busy' });
  assert.deepEqual(events.slice(3), ['begins reopenOrder', 'unsent']);
});
