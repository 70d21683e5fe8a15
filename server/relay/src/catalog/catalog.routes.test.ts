import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RichText } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { PreparedAnswer } from '../http/index.js';
import { CatalogAnswers, type AnswerContext } from './catalog.answers.js';
import { toCatalog, type CatalogEvent } from './catalog.model.js';
import { PreparedCatalog } from './catalog.routes.js';

const running = { state: 'RUNNING', salePeriods: [], override: null } as const;
const about = (text: string): RichText => [
  { kind: 'paragraph', runs: [{ text: 'Read ' }, { text, strong: true }] },
  { kind: 'list', ordered: false, items: [[{ text: 'one' }], [{ text: 'two' }]] },
];
const event = (id: string): CatalogEvent => ({
  ...running,
  id,
  code: id,
  kind: 'pass',
  title: { en: `Event ${id}`, fr: `Événement ${id}` },
  description: { en: about(`About ${id}`), fr: about(`Au sujet de ${id}`) },
  pictureUrl: null,
  seasonId: '1',
  topicId: null,
  alertPercent: null,
  performances: [],
  items: [
    {
      ...{ id: '7', name: {}, prices: [], seatCategories: [], performanceCount: 0 },
      ...{ firstAt: null, lastAt: null, quota: null, timeslots: [] },
    },
  ],
  included: [],
  packageLines: [],
  guided: null,
  crossSells: [],
});

/** A catalog whose events the test sets; none = S-360 was never reached. */
function setUp() {
  const state = { ids: ['1', '2'] as string[] | undefined, made: 0 };
  const context: Omit<AnswerContext, 'language'> = {
    mainLanguage: 'en',
    now: 0,
    asOf: '2026-12-01T12:00:00Z',
    stale: false,
    timeZone: 'UTC',
    maxTickets: 8,
    ticketFee: { of: () => null, named: (amountMinor) => amountMinor },
    alertPercent: 15,
    stock: {
      leftOfPerformance: () => 1,
      leftOfSeatCategory: () => 1,
      leftOfItem: () => 1,
      toursOf: () => undefined,
    },
    hasSeatMap: () => false,
  };
  const prepared = new PreparedCatalog({
    languages: ['en', 'fr'],
    answersIn(language) {
      if (!state.ids) throw new ProblemError('box-office-down');
      state.made++;
      const records = state.ids.map((id) => ({ kind: 'event' as const, value: event(id) }));
      return new CatalogAnswers(toCatalog({ code: 'EUR', digits: 2 }, records), { ...context, language });
    },
    onLook: () => undefined,
  });
  return { state, prepared };
}

const titles = (answer: PreparedAnswer): string[] => {
  const { events } = JSON.parse(answer.variants.identity.body.toString()) as { events: { title: string }[] };
  return events.map(({ title }) => title);
};

test('each language has its own list; a language that is not offered gets the first one', async () => {
  const { prepared } = setUp();
  assert.deepEqual(titles(await prepared.list('fr')), ['Événement 1', 'Événement 2']);
  assert.deepEqual(titles(await prepared.list('ja')), ['Event 1', 'Event 2']);
});

test('a list is made once for all visitors, also for those who come while it is being made', async () => {
  const { state, prepared } = setUp();
  await Promise.all(Array.from({ length: 50 }, () => prepared.list('en')));
  assert.equal(state.made, 1);
});

test('after a change the new list is served, and what changes while it is made is in it too', async () => {
  const { state, prepared } = setUp();
  await prepared.renew();
  state.ids = ['3'];
  const renewing = prepared.renew();
  state.ids = ['4'];
  await Promise.all([renewing, prepared.renew()]);
  assert.deepEqual(titles(await prepared.list('en')), ['Event 4']);
});

test('before there is a catalog the box office is down; the first one that comes is served', async () => {
  const { state, prepared } = setUp();
  state.ids = undefined;
  await prepared.renew();
  await assert.rejects(prepared.list('en'), { code: 'box-office-down' });
  state.ids = ['1'];
  assert.deepEqual(titles(await prepared.list('en')), ['Event 1']);
});

test('an event is made when first asked for, and one that is not there is not found', async () => {
  const { prepared } = setUp();
  const answer = await prepared.detail('2', 'fr');
  assert.match(answer.variants.identity.body.toString(), /"title":"Événement 2"/);
  await assert.rejects(prepared.detail('9', 'fr'), { code: 'not-found' });
});

test('what the events are about is told without its form, made once for all who search, and anew after a change', async () => {
  const { state, prepared } = setUp();
  const told = async (language: string) =>
    JSON.parse((await prepared.descriptions(language)).variants.identity.body.toString()) as unknown;
  assert.deepEqual(await told('fr'), {
    language: 'fr',
    descriptions: [
      { eventId: '1', text: 'Read Au sujet de 1 one two' },
      { eventId: '2', text: 'Read Au sujet de 2 one two' },
    ],
  });
  await prepared.descriptions('fr');
  assert.equal(state.made, 1);
  state.ids = ['3'];
  await prepared.renew();
  assert.deepEqual(await told('en'), {
    language: 'en',
    descriptions: [{ eventId: '3', text: 'Read About 3 one two' }],
  });
});
