import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { programme, programmeWithGoods } from '../pieces/programme.fixture.js';
import { clearPages, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './event-list.js';

const before = location.href;

/** The page as if it had been opened with these parameters. */
function visit(query: string): void {
  const url = new URL(before);
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.set(name, value);
  history.replaceState(null, '', url);
}

async function show(
  template: TemplateResult = html`<s360-event-list></s360-event-list>`,
  listEvents = programme,
) {
  const { page } = await shopWith(template, { answers: { listEvents } });
  const lists = [...page.querySelectorAll('s360-event-list')].map((element) => {
    const see = within(element);
    return {
      element,
      see,
      titles: () => see.all('.card h2, .row h3').map((each) => each.textContent),
    };
  });
  const until = async (isIt: () => boolean) => {
    for (let tries = 0; tries < 100 && !isIt(); tries++) await settled(page);
    expect(isIt(), 'it came in the end').to.equal(true);
  };
  return { ...lists[0]!, lists, until };
}

/** What of the address is the list's. */
const asked = () =>
  [...new URLSearchParams(location.search)]
    .filter(([name]) => name.startsWith('s360-list-'))
    .map(([name, value]) => `${name.slice('s360-list-'.length)}=${value}`);

describe('<s360-event-list> and the page’s address', () => {
  afterEach(clearPages);

  for (const [query, titles] of [
    ['s360-list-search=flute', ['The Magic Flute']],
    ['s360-list-topic=EXHIBITION', ['Paper Cities']],
    ['s360-list-kind=pass,goods', ['Paper Cities', 'Lumen tote bag']],
    ['s360-list-kind=pass&s360-list-venue=20', []],
    ['s360-list-from=2026-12-05&s360-list-to=2026-12-05', ['Paper Cities', 'Fidelio']],
    ['s360-list-available=', ['The Magic Flute', 'Paper Cities', 'Lumen tote bag']],
    ['s360-list-layout=list&s360-list-search=Fidelio', ['Fidelio']],
  ] as const) {
    it(`shows at once what ?${query} asks for`, async () => {
      visit(query);
      const { see, titles: shown, until } = await show(undefined, programmeWithGoods);
      await until(() => see.has('.card h2, .row h3, .notice'));
      expect(shown()).to.deep.equal([...titles]);
      expect(see.has('.row')).to.equal(query.includes('layout=list'));
      expect(asked(), 'the address stays as it is').to.have.members(
        query.split('&').map((each) => each.slice('s360-list-'.length)),
      );
    });
  }

  it('passes over what can’t be read', async () => {
    visit(
      's360-list-when=someday&s360-list-from=5.12.&s360-list-kind=elephant&s360-list-price=-1&s360-list-pages=x&s360-list-layout=mosaic&s360-list-none=1',
    );
    const { see, titles, until } = await show();
    await until(() => see.has('.card h2'));
    expect(titles()).to.have.length(3);
    expect(see.has('.found .link'), 'a way to clear').to.equal(false);
  });

  it('keeps there what a visitor sets, beside what is the page’s own, and nothing once it is cleared', async () => {
    visit('page=7');
    history.replaceState({ of: 'the page' }, '');
    const { element, see, until } = await show();
    see.fill('input[type=search]', 'o');
    await until(() => asked().length === 1);
    [...see.all('.segment input')]
      .find(({ parentElement }) => parentElement?.textContent.includes('List'))!
      .click();
    await until(() => asked().length === 2);
    expect(asked()).to.have.members(['search=o', 'layout=list']);
    expect(new URLSearchParams(location.search).get('page')).to.equal('7');
    expect(history.state).to.deep.equal({ of: 'the page' });
    see.button('Clear filters').click();
    await settled(element);
    expect(asked()).to.deep.equal(['layout=list']);
  });

  it('keeps how much is shown, and the month of the calendar', async () => {
    const { see, until } = await show(html`<s360-event-list limit="1"></s360-event-list>`);
    see.button('Show 1 more').click();
    await until(() => asked().length === 1);
    expect(asked()).to.deep.equal(['pages=2']);
    clearPages();
    visit('s360-list-pages=2');
    const again = await show(html`<s360-event-list limit="1"></s360-event-list>`);
    await again.until(() => again.titles().length > 0);
    expect(again.titles()).to.have.length(2);
    clearPages();
    visit('s360-list-day=2027-01-01');
    const calendar = await show(html`<s360-event-list layout="calendar"></s360-event-list>`);
    await calendar.until(() => calendar.see.has('.month-head h2'));
    expect(calendar.see.get('.month-head h2').textContent).to.equal('January 2027');
    calendar.see.button('Month before').click();
    await calendar.until(() => asked().includes('day=2026-12-01'));
  });

  it('follows the way back within the page', async () => {
    const { see, titles, until } = await show();
    see.fill('input[type=search]', 'flute');
    await until(() => titles().length === 1);
    const address = new URL(location.href);
    address.searchParams.set('s360-list-search', 'Fidelio');
    history.replaceState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
    await until(() => titles()[0] === 'Fidelio');
    expect(see.get<HTMLInputElement>('input[type=search]').value).to.equal('Fidelio');
  });

  it('belongs to the first list of a page that can be set: others, and short ones without filters, are left as they are', async () => {
    visit('s360-list-search=Fidelio');
    const { lists, until } = await show(html`<s360-event-list filters-hidden></s360-event-list>
      <s360-event-list></s360-event-list>
      <s360-event-list></s360-event-list>`);
    await until(() => lists.every(({ titles }) => titles().length > 0));
    expect(lists.map(({ titles }) => titles().length)).to.deep.equal([3, 1, 3]);
  });
});
