import { expect } from '@open-wc/testing';
import { type CallFailure, ProblemError } from '@s360-widgets/contract/problem';
import { html, type TemplateResult } from 'lit';
import { waitUntil } from '../patience.fixture.js';
import '../event/event.js';
import '../event-list/event-list.js';
import '../seat-picker/seat-picker.js';
import { detail, programme } from '../pieces/programme.fixture.js';
import { type Answers, clearPages, refuse, settled, shopWith } from '../pieces/shop.fixture.js';
import { explainPage } from './explain.page.js';
import { oddAddress } from './explain.relay.js';

const unreachable = (failure: CallFailure, message = '') =>
  new ProblemError('relay-unreachable', { failure }, { message });

async function show(template: TemplateResult, answers: Answers = {}, isDebug = true) {
  const given = await shopWith(template, {
    answers: { listEvents: programme, getEvent: detail(), ...answers },
    isDebug,
  });
  const element = given.page.firstElementChild!;
  const panels = () => [...element.shadowRoot!.querySelectorAll('[data-debug]')];
  const shown = () => waitUntil(() => panels().length, 'a panel is shown');
  /** What the panel says at rest: a widget that is rendered anew as a whole takes it away for a moment. */
  const said = async () => {
    await shown();
    await settled(given.page);
    await shown();
    return panels()[0]!.textContent;
  };
  return { ...given, element, panels, said };
}

const list = html`<s360-event-list></s360-event-list>`;

describe('the debug panel', () => {
  afterEach(clearPages);

  it('is one, however often the widget is rendered', async () => {
    const { element, panels, page, said } = await show(
      html`<s360-event-list topic="Nope"></s360-event-list>`,
    );
    await said();
    for (let round = 0; round < 5; round++) {
      (element as HTMLElement & { requestUpdate(): void }).requestUpdate();
      await settled(page);
    }
    await said();
    expect(panels()).to.have.length(1);
  });

  it('stays as it is while the relay is asked again', async () => {
    const { panels, page, said, store, answer } = await show(
      html`<s360-event-list topic="Nope"></s360-event-list>`,
    );
    const before = await said();
    let reply: (list: typeof programme) => void = () => {};
    answer({ listEvents: () => new Promise((resolve) => (reply = resolve)) });
    const asked = store.dispatch('events-load', {});
    await settled(page);
    expect(panels()[0]?.textContent).to.equal(before);
    reply(programme);
    await asked;
    await settled(page);
    expect(panels()[0]?.textContent).to.equal(before);
  });

  it('goes when what was wrong is mended', async () => {
    const { element, panels, said } = await show(html`<s360-event-list topic="Nope"></s360-event-list>`);
    await said();
    element.removeAttribute('topic');
    await waitUntil(() => !panels().length, 'the panel is gone');
  });

  it('is not shown to visitors, nor where nothing is wrong', async () => {
    const odd = html`<s360-event-list topic="Nope" sesaon="1"></s360-event-list>`;
    const explained = await show(odd);
    await waitUntil(() => explained.panels().length > 0, 'the code that explains is there');
    const { panels: toVisitors, page: visited } = await show(odd, {}, false);
    for (let round = 0; round < 10; round++) await settled(visited);
    expect(toVisitors()).to.have.length(0);
    const { panels, page } = await show(list);
    for (let round = 0; round < 10; round++) await settled(page);
    expect(panels()).to.have.length(0);
  });

  const written: [string, TemplateResult, string[]][] = [
    [
      'a topic that there is not',
      html`<s360-event-list topic="Opra, ${programme.topics[0]!.name}"></s360-event-list>`,
      ['topic="Opra" names none', programme.topics[0]!.name],
    ],
    [
      'a season that there is not',
      html`<s360-event-list season="2031"></s360-event-list>`,
      ['season="2031" names none', programme.seasons[0]!.name],
    ],
    [
      'a venue that there is not',
      html`<s360-event-list venue="Opra House"></s360-event-list>`,
      ['venue="Opra House" names none', programme.venues[0]!.name],
    ],
    [
      'a product that there is not',
      html`<s360-event-list product="NIX"></s360-event-list>`,
      ['product="NIX" names none', programme.events[0]!.code],
    ],
    [
      'dates that can’t be read',
      html`<s360-event-list from="1.12.2026" to="soon"></s360-event-list>`,
      ['from="1.12.2026" can’t be read', 'to="soon" can’t be read', '2026-12-01'],
    ],
    [
      'dates the wrong way round',
      html`<s360-event-list from="2026-12-31" to="2026-12-01"></s360-event-list>`,
      ['is after to="2026-12-01"'],
    ],
    [
      'a count that is none',
      html`<s360-event-list limit="-3"></s360-event-list>`,
      ['limit="-3" is no count'],
    ],
    [
      'a layout that is unknown',
      html`<s360-event-list layout="calendar"></s360-event-list>`,
      ['layout="calendar" is unknown', 'cards, list'],
    ],
    [
      'a misspelt attribute',
      html`<s360-event-list sesaon="1"></s360-event-list>`,
      ['no attribute “sesaon”. Did you mean “season”?'],
    ],
    ['an event id that is none', html`<s360-event event-id="xx"></s360-event>`, ['event-id="xx" is no id']],
    ['no event at all', html`<s360-event></s360-event>`, ['Neither an attribute nor the address', '?event=']],
    [
      'a performance id that is none',
      html`<s360-seat-picker performance-id="xx"></s360-seat-picker>`,
      ['performance-id="xx" is no id'],
    ],
  ];
  for (const [title, template, sentences] of written)
    it(`tells of ${title}`, async () => {
      const text = await (await show(template)).said();
      for (const sentence of sentences) expect(text).to.contain(sentence);
    });

  it('tells of product families that are on sale and not shown', async () => {
    const unsold = [{ family: 'SEASONTICKET', products: 3 }];
    const { said } = await show(list, { listEvents: { ...programme, unsold } });
    expect(await said()).to.contain(
      '3 of the product family SEASONTICKET on sale here, which the kit does not show',
    );
  });

  it('says nothing of what pages and frameworks put on every element', async () => {
    const { panels, page } = await show(
      html`<s360-event-list id="l" class="wide" style="color: red" data-id="7" aria-label="Programme" data-theme="dark" lang="en" x-data v-cloak></s360-event-list>`,
    );
    await settled(page);
    expect(panels()).to.have.length(0);
  });

  for (const [title, look, sentence] of [
    ['text too pale for its page', 'color: #aaa; background: #fff', 'text colour has a contrast of 2.3:1'],
    ['a picture behind it', 'color: #fff; background: linear-gradient(#123, #321)', 'A picture lies behind'],
    [
      'an ink by token that can’t be read on the ground by token',
      '--s360-color-ink: #999; --s360-color-ground: #888',
      '--s360-color-ink has a contrast of 1.2:1',
    ],
    [
      'an accent that no text can be read on',
      '--s360-color-accent: oklch(.56 .12 195)',
      'Text on --s360-color-accent has a contrast of',
    ],
  ] as const)
    it(`tells of ${title}`, async () => {
      const { said } = await show(html`<s360-event-list style=${look}></s360-event-list>`);
      expect(await said()).to.contain(sentence);
    });

  it('tells of no colours on a dark page whose text can be read', async () => {
    const dark = 'color: #eee; background: #111';
    const { panels, page } = await show(html`<s360-event-list style=${dark}></s360-event-list>`);
    await settled(page);
    expect(panels()).to.have.length(0);
  });

  it('tells of an event that there is not, and which there are', async () => {
    const both = html`<s360-event event-id="999"></s360-event><s360-event-list></s360-event-list>`;
    const { said, store, page, element } = await show(both, { getEvent: refuse('not-found') });
    expect(await said()).to.contain('no event 999');
    await store.dispatch('events-load', {});
    (element as HTMLElement & { requestUpdate(): void }).requestUpdate();
    await settled(page);
    expect(await said()).to.contain(programme.events[0]!.id);
  });

  it('tells of a performance without a plan', async () => {
    const { said } = await show(html`<s360-seat-picker performance-id="1"></s360-seat-picker>`, {
      getSeatMap: refuse('not-found'),
    });
    expect(await said()).to.contain('no seat plan for the performance 1');
  });

  for (const [failure, message, sentence] of [
    ['time-limit', '', 'did not answer in time'],
    ['not-a-relay', 'HTTP 404, text/html', 'is no relay of this kit (HTTP 404, text/html)'],
    ['other-shape', 'listEvents answered another shape: events', 'in a shape that this script can’t read'],
  ] as const)
    it(`tells ${failure} apart`, async () => {
      const { said } = await show(list, { listEvents: unreachable(failure, message) });
      expect(await said()).to.contain(sentence);
    });

  it('names the problem of a relay that answers with one', async () => {
    const { said } = await show(list, {
      listEvents: new ProblemError('box-office-down', {}, { requestId: 'r7' }),
    });
    expect(await said())
      .to.contain('“box-office-down”')
      .and.contain('r7');
  });
});

describe('a relay’s address', () => {
  const page = new URL('https://theatre.example.org/programme');
  for (const [relay, sentence] of [
    ['localhost:8080', 'lacks its scheme'],
    ['tickets.example.org', 'no whole address'],
    ['/relay', 'https://theatre.example.org/relay'],
    ['https://tickets.example.org/embed/s360.js', 'before /embed/: https://tickets.example.org.'],
    ['http://tickets.example.org', 'This page is https and the relay is not'],
    ['https://tickets.example.org', null],
    ['http://localhost:8080', null],
  ] as const)
    it(`"${relay}" is ${sentence === null ? 'fine' : 'told'}`, () => {
      const odd = oddAddress(relay, page);
      if (sentence === null) expect(odd).to.equal(null);
      else expect(odd).to.contain(sentence);
    });
});

describe('a tag that is none of the kit', () => {
  for (const [written, sentence] of [
    ['<s360-evnt-list limit="3"></s360-evnt-list>', 'Did you mean <s360-event-list>?'],
    ['<s360-seatpicker></s360-seatpicker>', 'Did you mean <s360-seat-picker>?'],
    ['<s360-wallet></s360-wallet>', 'There are: <s360-shop>'],
    ['<div data-s360="eventlist"></div>', 'Did you mean data-s360="event-list"?'],
  ] as const)
    it(`is told: ${written}`, async () => {
      const page = document.createElement('main');
      document.body.append(page);
      explainPage(page);
      page.innerHTML = written;
      await waitUntil(() => page.querySelector('[data-debug]'), 'a panel is shown');
      page.append('more');
      await settled(page);
      const panels = page.querySelectorAll('[data-debug]');
      expect(panels).to.have.length(1);
      expect(panels[0]!.textContent).to.contain(sentence);
      page.remove();
    });
});
