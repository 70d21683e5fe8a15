import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { programme, programmeWithGoods } from '../pieces/programme.fixture.js';
import { clearPages, type Given, refuse, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './event-list.js';

const plain = html`<s360-event-list></s360-event-list>`;

async function show(template: TemplateResult = plain, given: Given = { answers: { listEvents: programme } }) {
  const shop = await shopWith(template, given);
  const list = shop.page.querySelector('s360-event-list')!;
  const see = within(list);
  const until = async (isIt: () => boolean) => {
    for (let tries = 0; tries < 100 && !isIt(); tries++) await settled(shop.page);
    expect(isIt(), 'it came in the end').to.equal(true);
  };
  /** Waits for the code of a part that is fetched when it is first used. */
  const waitFor = (selector: string) => until(() => see.has(selector));
  return {
    ...shop,
    list,
    see,
    until,
    waitFor,
    titles: () => see.all('.card h2, .row h3').map((each) => each.textContent),
  };
}

/** The text of a link as a screen reader has it. */
function spokenName(link: Element): string {
  const copy = link.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  return copy.textContent.trim();
}

describe('<s360-event-list>', () => {
  afterEach(clearPages);

  it('shows what is still to come, by date, and passes an audit', async () => {
    const { titles, see, list } = await show();
    expect(titles()).to.deep.equal(['The Magic Flute', 'Paper Cities', 'Fidelio']);
    expect(see.text).to.contain('3 events');
    await expect(list).to.be.accessible();
  });

  it('shows what is open on any day after what is on within a week, also before it opens that day', async () => {
    const museum = (firstAt: string) => ({
      ...programme,
      events: programme.events.map((event) => (event.kind === 'pass' ? { ...event, firstAt } : event)),
    });
    for (const [firstAt, order] of [
      ['2026-11-27T08:00:00+01:00', ['The Magic Flute', 'Paper Cities', 'Fidelio']],
      ['2026-11-27T18:00:00+01:00', ['The Magic Flute', 'Paper Cities', 'Fidelio']],
      ['2026-12-06T10:00:00+01:00', ['The Magic Flute', 'Fidelio', 'Paper Cities']],
    ] as const) {
      const { titles } = await show(plain, { answers: { listEvents: museum(firstAt) } });
      expect(titles(), firstAt).to.deep.equal(order);
    }
  });

  it('tells state, dates, venue and price of each', async () => {
    const { see } = await show();
    const [flute, cities, fidelio] = see
      .all('.card')
      .map((card) => card.textContent.replace(/\s+/g, ' ').trim());
    expect(flute).to.contain('On sale').and.contain('2 dates').and.contain('Sat 28 Nov – Sun 17 Jan 2027');
    expect(flute).to.contain('from €32');
    expect(cities).to.contain('Daily until 28 Feb 2027').and.contain('Museum of Form').and.match(/€12$/);
    expect(fidelio)
      .to.contain('Sold out')
      .and.contain('Sat 5 Dec, 19:00')
      .and.match(/See details$/);
  });

  it('names each link by its title first, as a card and as a row', async () => {
    for (const layout of ['cards', 'list']) {
      const { see, titles, waitFor } = await show(html`<s360-event-list layout=${layout}></s360-event-list>`);
      await waitFor('.card, .row');
      for (const [index, link] of see.all('.card, .row').entries())
        expect(spokenName(link).startsWith(titles()[index]!), spokenName(link)).to.equal(true);
    }
  });

  it('links to the page of an event', async () => {
    const urlOf = async (eventUrl: string) =>
      (
        await show(html`<s360-event-list event-url=${eventUrl}></s360-event-list>`)
      ).see.get<HTMLAnchorElement>('.card').href;
    expect(await urlOf('https://example.org/show/{id}')).to.equal('https://example.org/show/101');
    expect(await urlOf('https://example.org/{code}.html')).to.equal('https://example.org/THEMAGICFLUTE.html');
    expect(await urlOf('https://example.org/show?a=1')).to.equal('https://example.org/show?a=1&event=101');
  });

  it('asks the page before it follows a link, and tells it after', async () => {
    const { page, see } = await show();
    const told: string[] = [];
    let isVetoed = true;
    page.addEventListener('s360-event-select-request', (event) => isVetoed && event.preventDefault());
    page.addEventListener('s360-event-selected', ({ detail }) => told.push(detail.eventId));
    const follows = () => {
      const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
      window.addEventListener('click', (last) => Object.assign(click, { followed: !last.defaultPrevented }), {
        once: true,
      });
      window.addEventListener('click', (last) => last.preventDefault(), { once: true });
      see.get('.card').dispatchEvent(click);
      return (click as { followed?: boolean }).followed;
    };
    expect(follows()).to.equal(false);
    expect(told).to.deep.equal([]);
    isVetoed = false;
    expect(follows()).to.equal(true);
    expect(told).to.deep.equal(['101']);
  });

  it('keeps to its attributes, by id, name or code', async () => {
    const titlesOf = async (template: TemplateResult) => {
      const { titles, waitFor } = await show(template);
      await waitFor('.card h2, .row h3');
      return titles();
    };
    expect(await titlesOf(html`<s360-event-list topic="exhibition"></s360-event-list>`)).to.deep.equal([
      'Paper Cities',
    ]);
    expect(
      await titlesOf(html`<s360-event-list product="102, THEMAGICFLUTE"></s360-event-list>`),
    ).to.have.length(2);
    expect(await titlesOf(html`<s360-event-list to="2026-11-30"></s360-event-list>`)).to.deep.equal([
      'The Magic Flute',
    ]);
  });

  for (const [attributes, titles] of [
    ['from="2026-12-06T00:00:00+01:00"', ['The Magic Flute', 'Paper Cities']],
    ['from="2026-12-05T23:30:00Z"', ['The Magic Flute', 'Paper Cities']],
    ['from=" 2026-12-06 00:00:00"', ['The Magic Flute', 'Paper Cities']],
    ['from="20261206"', ['The Magic Flute', 'Paper Cities']],
    ['from="“2026-12-06”"', ['The Magic Flute', 'Paper Cities']],
    ['from="06.12.2026"', ['The Magic Flute', 'Fidelio', 'Paper Cities']],
    ['from="2026-12-99"', ['The Magic Flute', 'Fidelio', 'Paper Cities']],
    ['venue="Museum&nbsp;of  Form"', ['Paper Cities']],
    ['venue="”museum of form”"', ['Paper Cities']],
    ['topic="”Opera”, „Exhibition“"', ['The Magic Flute', 'Fidelio', 'Paper Cities']],
    ['venue="Mu&shy;seum of&#8203; Form, Elsewhere"', ['Paper Cities']],
  ] as const) {
    it(`understands ${attributes} as a content system writes it`, async () => {
      const template = document.createElement('template');
      template.innerHTML = `<s360-event-list ${attributes}></s360-event-list>`;
      const shown = await show(html`${template.content}`);
      await shown.waitFor('.card h2, .row h3');
      expect(shown.titles()).to.have.members([...titles]);
    });
  }

  it('finds by words, whatever their accents, and says what to drop when nothing is left', async () => {
    const { see, titles, waitFor, until, list } = await show();
    see.fill('input[type=search]', 'flùte opera');
    await until(() => titles().length === 1);
    expect(titles()).to.deep.equal(['The Magic Flute']);
    see.fill('input[type=search]', 'zzz');
    await waitFor('.notice');
    expect(see.text).to.contain('There are 3 events if you drop the search.');
    await expect(list).to.be.accessible();
    see.button('Drop the search').click();
    await settled(list);
    expect(titles()).to.have.length(3);
  });

  it('finds by what an event is about as well, in the words of the description', async () => {
    const { see, titles, until, calls, list } = await show(plain, {
      answers: {
        listEvents: programme,
        listDescriptions: {
          language: 'en',
          descriptions: [
            { eventId: '101', text: 'Children sing along. Afterwards, Fidelio.' },
            { eventId: '103', text: 'Drawings by hand, with a workshop for Children on Sundays' },
            { eventId: '999', text: 'Children of another season' },
          ],
        },
      },
    });
    expect(calls.filter(({ name }) => name === 'listDescriptions')).to.have.length(0);
    see.fill('input[type=search]', 'sundays');
    await until(() => titles().length === 1);
    expect(titles()).to.deep.equal(['Paper Cities']);
    see.fill('input[type=search]', 'fidelio');
    await until(() => titles().length === 2);
    expect(titles(), 'what is called so comes first').to.deep.equal(['Fidelio', 'The Magic Flute']);
    list.setAttribute('layout', 'list');
    await until(() => see.all('.row').length === 2);
    expect(titles(), 'in a list, by date').to.deep.equal(['The Magic Flute', 'Fidelio']);
    see.fill('input[type=search]', 'children museum');
    await until(() => titles().length === 1);
    expect(calls.filter(({ name }) => name === 'listDescriptions')).to.have.length(1);
  });

  it('filters by topic from a menu, with counts, and clears again', async () => {
    const { see, titles, waitFor, list, until } = await show();
    list.style.width = '1000px';
    const menu = see.all('summary').find((each) => each.textContent.includes('Topic'))!;
    menu.focus();
    menu.click();
    await waitFor('.panel input');
    await expect(list).to.be.accessible();
    const choice = see.all('details[open] label').find((each) => each.textContent.includes('Exhibition'))!;
    expect(choice.textContent).to.contain('1');
    choice.click();
    await until(() => titles().length === 1);
    expect(titles()).to.deep.equal(['Paper Cities']);
    menu.focus();
    await sendKeys({ press: 'Escape' });
    expect(see.has('details[open]')).to.equal(false);
    see.button('Clear filters').click();
    await settled(list);
    expect(titles()).to.have.length(3);
  });

  it('filters by kind of ticket in the same menu, where there is more than one', async () => {
    const { see, titles, waitFor, list, until } = await show(plain, {
      answers: { listEvents: programmeWithGoods },
    });
    list.style.width = '1000px';
    const menu = see.all('summary').find((each) => each.textContent.includes('Topic'))!;
    menu.click();
    await waitFor('.kinds input');
    const kind = (name: string) =>
      see.all('details[open] .kinds label').find((each) => each.textContent.includes(name));
    expect(kind('Memberships'), 'of which there are none').to.equal(undefined);
    kind('Goods')!.click();
    await until(() => titles().length === 1);
    expect(titles()).to.deep.equal(['Lumen tote bag']);
    expect(menu.textContent).to.contain('Goods');
    await expect(list).to.be.accessible();
  });

  it('opens all filters on a sheet whose button says the result', async () => {
    const { see, waitFor, list } = await show();
    list.style.width = '390px';
    see.button(/^Filters/).click();
    await waitFor('dialog[open]');
    expect(see.hasButton('Show 3 events')).to.equal(true);
    await expect(list).to.be.accessible();
    see.button('Show 3 events').click();
    expect(see.has('dialog[open]')).to.equal(false);
  });

  it('shows rows under their month', async () => {
    const { see, titles, waitFor, list } = await show(
      html`<s360-event-list layout="list"></s360-event-list>`,
    );
    await waitFor('h2.month');
    expect(see.all('h2.month').map((each) => each.textContent)).to.deep.equal(['November', 'December']);
    expect(titles()).to.have.length(3);
    await expect(list).to.be.accessible();
  });

  it('shows what has no date at the end, without one, and never among the events of some days', async () => {
    const answers = { listEvents: programmeWithGoods };
    const goods = (titles: (string | null)[]) => titles.indexOf('Lumen tote bag');
    const { see, titles } = await show(plain, { answers });
    expect(goods(titles())).to.equal(titles().length - 1);
    expect(see.all('.card').at(-1)?.textContent).not.to.match(/until|1970|Invalid/);
    const rows = await show(html`<s360-event-list layout="list"></s360-event-list>`, { answers });
    await rows.waitFor('h2.month');
    expect(rows.see.all('h2.month').at(-1)?.textContent).to.equal('At any time');
    await expect(rows.list).to.be.accessible();
    const days = await show(html`<s360-event-list from="2026-11-01" to="2027-12-31"></s360-event-list>`, {
      answers,
    });
    await days.waitFor('.card');
    expect(goods(days.titles())).to.equal(-1);
  });

  it('shows cards for a layout that it does not know, and warns once', async () => {
    const { warn } = console;
    const said: unknown[] = [];
    console.warn = (text: unknown) => said.push(text);
    const { see, waitFor, until } = await show(html`<s360-event-list layout="mosaic"></s360-event-list>
      <s360-event-list layout="mosaic"></s360-event-list>`);
    await waitFor('.card');
    expect(see.all('.card')).to.have.length(3);
    await until(() => said.length > 0);
    expect(said).to.deep.equal(['layout="mosaic" is unknown; cards are shown.']);
    console.warn = warn;
  });

  it('shows a few, then more, and puts the focus on the first new one', async () => {
    const { see, list } = await show(html`<s360-event-list limit="2"></s360-event-list>`);
    expect(see.text).to.contain('2 of 3 events');
    see.button('Show 1 more').click();
    await settled(list);
    expect(see.all('.card')).to.have.length(3);
    expect(see.focused?.textContent).to.contain('Fidelio');
  });

  it('keeps the page’s own content until the events are there, and brings it back when they are not to be had', async () => {
    const fallback = html`<s360-event-list><a href="#">Book here</a></s360-event-list>`;
    const { see, answer, store, page } = await show(fallback, {
      answers: { listEvents: refuse('relay-unreachable') },
    });
    expect(see.has('slot')).to.equal(true);
    expect(see.text).to.equal('');
    answer({ listEvents: programme });
    await store.dispatch('events-load', {});
    await settled(page);
    expect(see.has('slot')).to.equal(false);
    expect(see.all('.card')).to.have.length(3);
  });

  it('says that the box office can’t be reached, and tries again', async () => {
    const { see, answer, list, page } = await show(plain, { answers: {} });
    expect(see.text).to.contain('We can’t reach the box office');
    await expect(list).to.be.accessible();
    answer({ listEvents: programme });
    see.button('Try again').click();
    await settled(page);
    expect(see.all('.card')).to.have.length(3);
  });

  it('shows an old list with the time at which it was good', async () => {
    const { see, waitFor, list } = await show(plain, {
      answers: { listEvents: { ...programme, stale: true } },
    });
    await waitFor('.note');
    expect(see.text).to.contain('Last checked at 09:42.');
    expect(see.all('.card')).to.have.length(3);
    await expect(list).to.be.accessible();
  });

  it('has words for an empty programme', async () => {
    const { see, waitFor } = await show(plain, { answers: { listEvents: { ...programme, events: [] } } });
    await waitFor('.notice');
    expect(see.text).to.contain('No events at the moment');
  });

  it('speaks French', async () => {
    const { see } = await show(plain, { answers: { listEvents: programme }, lang: 'fr' });
    expect(see.text).to.contain('3 événements').and.contain('dès 32').and.contain('Complet');
  });
});
