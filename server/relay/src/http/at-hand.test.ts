import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { PreparedAnswer } from './answer.js';
import { endpoint } from './endpoint.js';
import { someEvents } from './trial.replies.js';
import { tryEndpoints } from './trial.js';

/** A relay for one test, with a season that can be renewed; it notes how often it was made and got, and what was logged. */
async function relay(t: TestContext) {
  const season = { events: 1, generation: 0, asked: 0, used: 0 };
  const logged: { message: string | undefined; facts: Record<string, unknown> }[] = [];
  const say = (facts: object, message?: string) => void logged.push({ message, facts: { ...facts } });
  const log = { debug: say, info: say, warn: say, error: say, child: (own: object) => childOf(own) };
  const childOf = (own: object): typeof log => ({
    ...log,
    info: (facts, message) => say({ ...own, ...facts }, message),
  });
  const list = endpoint('listEvents', () => {
    season.asked++;
    const { generation } = season;
    return PreparedAnswer.of(JSON.stringify(someEvents(season.events)), {
      cacheControl: 'public, max-age=15',
      reuse: { isCurrent: () => generation === season.generation, onUse: () => void season.used++ },
    });
  });
  const { origin, fetch, close, answersAtHand } = await tryEndpoints([list], undefined, log);
  t.after(close);
  const look = async (given: Record<string, string> = {}, lang = 'en') => {
    const answer = await fetch(`${origin}/v1/events?lang=${lang}`, { headers: { origin: page, ...given } });
    const { 'x-request-id': requestId, ...others }: Record<string, string | undefined> = Object.fromEntries(
      answer.headers,
    );
    delete others.date;
    return { status: answer.status, requestId, headers: others, text: await answer.text() };
  };
  return { season, logged, look, answersAtHand };
}
const page = 'https://www.example.org';

test('who asks the same gets the same answer and headers, under an id of their own, and nobody is asked', async (t) => {
  const { season, look } = await relay(t);
  const { requestId: firstId, ...first } = await look();
  const { requestId: secondId, ...second } = await look();
  assert.deepEqual(second, first);
  assert.equal(first.status, 200);
  assert.notEqual(secondId, firstId);
  assert.match(String(secondId), /^[0-9a-f-]{36}$/);
  assert.equal(season.asked, 1);
});

test('whoever gets it counts as one who looks, also who has it already', async (t) => {
  const { season, look } = await relay(t);
  const { headers } = await look();
  await look();
  await look({ 'if-none-match': headers.etag ?? '' });
  assert.deepEqual([season.asked, season.used], [1, 3]);
});

test('who gets it so is counted, and only who went through the app has a line in the log', async (t) => {
  const { logged, look, answersAtHand } = await relay(t);
  const { requestId } = await look();
  await look();
  await look();
  const lines = () => logged.filter(({ message }) => message === 'request');
  while (lines().length < 1) await new Promise(setImmediate);
  assert.deepEqual(
    lines().map(({ facts }) => [facts.requestId, facts.endpoint, facts.status]),
    [[requestId, 'listEvents', 200]],
  );
  assert.deepEqual(answersAtHand, ['listEvents', 'listEvents']);
});

test('who has the answer already is told so, as by the app', async (t) => {
  const { season, look } = await relay(t);
  const { headers } = await look();
  const known = { 'if-none-match': headers.etag ?? '' };
  const { status, text, requestId: _, ...atHand } = await look(known);
  assert.deepEqual([status, text, season.asked], [304, '', 1]);
  const { requestId: __, ...byApp } = await look({ ...known, 'x-request-id': 'one-of-a-proxy' });
  assert.deepEqual([byApp.status, season.asked], [304, 2]);
  assert.deepEqual(atHand.headers, byApp.headers);
});

test('an answer that is current no more is asked for anew', async (t) => {
  const { season, look } = await relay(t);
  const before = await look();
  Object.assign(season, { events: 2, generation: 1 });
  const after = await look();
  assert.notEqual(after.text, before.text);
  assert.notEqual(after.headers.etag, before.headers.etag);
  assert.equal((await look()).text, after.text);
  assert.equal(season.asked, 2);
});

test('another page, encoding or query is another question', async (t) => {
  const { season, look } = await relay(t);
  await look();
  const other = await look({ origin: 'https://shop.example.org' });
  assert.equal(other.headers['access-control-allow-origin'], 'https://shop.example.org');
  const plain = await look({ 'accept-encoding': 'identity' });
  assert.equal(plain.headers['content-encoding'], undefined);
  await look({}, 'fr');
  assert.equal((await look({}, 'english')).status, 400);
  assert.equal(season.asked, 4);
});

test('what brings more than its question is for the app: an id of its own, a proxy that nobody was told of', async (t) => {
  const { season, logged, look } = await relay(t);
  await look();
  assert.equal((await look({ 'x-request-id': 'abc-12345' })).requestId, 'abc-12345');
  await look({ 'x-forwarded-for': '203.0.113.7' });
  assert.equal(season.asked, 3);
  assert.ok(logged.some(({ message }) => message?.startsWith('X-Forwarded-For comes with requests')));
});
