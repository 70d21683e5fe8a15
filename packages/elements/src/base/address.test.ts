import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '../event/event.js';
import '../event-list/event-list.js';
import '../seat-picker/seat-picker.js';
import { detail, programme } from '../pieces/programme.fixture.js';
import { type Answers, clearPages, settled, shopWith, within } from '../pieces/shop.fixture.js';
import { plan, seatMap } from '../seat-picker/seat-picker.fixture.js';
import { idByPattern } from './address.pattern.js';

const home = location.href;
const { navigation: told } = Object.getOwnPropertyDescriptors(window);
const untold: PropertyDescriptor = { value: undefined, configurable: true };
const go = (address: string) => history.pushState(null, '', address);
const idOf = (call: unknown, name: string) => (call as { params: Record<string, string> }).params[name]!;

const answers: Answers = {
  listEvents: programme,
  getEvent: (call) => ({ ...detail(), id: idOf(call, 'eventId'), title: `Event ${idOf(call, 'eventId')}` }),
  getSeatMap: (call) => ({ ...seatMap, title: `Performance ${idOf(call, 'performanceId')}` }),
  getSeatPlan: plan,
};

async function show(template: TemplateResult) {
  const { page, calls } = await shopWith(template, { answers });
  const rest = async (milliseconds = 0) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    for (let round = 0; round < 6; round++) await settled(page);
  };
  await rest();
  return { page, calls, rest, see: within(page.firstElementChild!) };
}

/** Goes back, and waits until the browser has. */
const back = () =>
  new Promise<void>((resolve) => {
    window.addEventListener('popstate', () => resolve(), { once: true });
    history.back();
  });

const event = html`<s360-event></s360-event>`;
const picker = html`<s360-seat-picker></s360-seat-picker>`;

const followers: [string, TemplateResult, string, string][] = [
  ['<s360-event>', event, 'event', 'Event'],
  [
    '<s360-event event-param>',
    html`<s360-event event-param="s360-event"></s360-event>`,
    's360-event',
    'Event',
  ],
  ['<s360-seat-picker>', picker, 'performance', 'Performance'],
  [
    '<s360-seat-picker performance-param>',
    html`<s360-seat-picker performance-param="date"></s360-seat-picker>`,
    'date',
    'Performance',
  ],
];

describe('the address of the page', () => {
  afterEach(() => {
    clearPages();
    history.replaceState(null, '', home);
    if (told) Object.defineProperty(window, 'navigation', told);
  });

  for (const isTold of [true, false])
    for (const [title, template, parameter, name] of followers) {
      const browser = isTold ? '' : ', in a browser that tells of no change';

      it(`is followed by ${title} at once when a script changes it, and by going back${browser}`, async () => {
        if (!isTold) Object.defineProperty(window, 'navigation', untold);
        go(`?${parameter}=101`);
        const { see, rest } = await show(template);
        expect(see.text).to.contain(`${name} 101`);
        go(`?lang=en&${parameter}=102#dates`);
        await rest(isTold ? 0 : 300);
        expect(see.text).to.contain(`${name} 102`).and.not.contain('101');
        await back();
        await rest();
        expect(see.text).to.contain(`${name} 101`);
        history.replaceState(null, '', `?${parameter}=103`);
        await rest(isTold ? 0 : 300);
        expect(see.text).to.contain(`${name} 103`);
      });
    }

  it('drops a choice that was made for the event before', async () => {
    go('?event=101');
    const { see, rest } = await show(event);
    see.button('One more, Full price').click();
    await rest();
    expect(see.text).to.match(/1 (×|ticket)/);
    go('?event=102');
    await rest();
    expect(see.text)
      .to.contain('Event 102')
      .and.not.match(/1 ×|1 ticket/);
  });

  it('is not followed by an element that is told what to show', async () => {
    const { see, rest } = await show(html`<s360-event event-id="101"></s360-event>`);
    go('?event=102');
    await rest();
    expect(see.text).to.contain('Event 101');
  });

  it('is followed by an element that comes back into the page', async () => {
    go('?event=101');
    const { page, see, rest } = await show(event);
    const shown = page.firstElementChild!;
    shown.remove();
    go('?event=102');
    page.append(shown);
    await rest();
    expect(see.text).to.contain('Event 102');
  });

  it('names the event in an attribute in whatever quotes an editor has put it', async () => {
    const { see } = await show(html`<s360-event event-id="”101“ "></s360-event>`);
    expect(see.text).to.contain('Event 101');
  });

  it('names no event by what is no id, nor by digits that the page did not say are one', async () => {
    for (const address of ['?event=purchase', '?event=', '/season-2026/', '/2026/', '/e/102']) {
      go(address);
      const { calls } = await show(event);
      expect(
        calls.map(({ name }) => name),
        address,
      ).not.to.contain('getEvent');
      clearPages();
    }
  });

  it('names the event by its path where the page says so', async () => {
    go('/events/FLUTE/101/?from=list');
    const { see } = await show(html`<s360-event event-url="/events/{code}/{id}"></s360-event>`);
    expect(see.text).to.contain('Event 101');
  });

  it('is made for an event with the parameter that the page names', async () => {
    const { see } = await show(
      html`<s360-event-list event-url="/show?lang=en" event-param="s360-event"></s360-event-list>`,
    );
    const urls = see.all('a[part="card"]').map((link) => (link as HTMLAnchorElement).href);
    expect(urls[0]).to.match(/\/show\?lang=en&s360-event=\d+$/);
  });
});

describe('an id in the address by a pattern', () => {
  afterEach(() => history.replaceState(null, '', home));

  for (const [pattern, address, id] of [
    ['/e/{id}', '/e/101', '101'],
    ['/e/{id}', '/e/101/', '101'],
    ['/e/{id}', '/e/101?a=1#b', '101'],
    ['/e/{id}', '/e/101/dates', ''],
    ['/e/{id}', '/shop/e/101', ''],
    ['/e/{id}', '/season-2026/', ''],
    ['/e/{code}-{id}', '/e/FLUTE-2-101', '101'],
    ['/app#/e/{id}', '/app#/e/101', '101'],
    ['/show.html?event={id}', '/show.html?event=101', '101'],
    ['/show.html?event={id}', '/showxhtml?event=101', ''],
    [`${location.origin}/e/{id}`, '/e/101', '101'],
    ['https://elsewhere.example.org/e/{id}', '/e/101', ''],
    ['/e/{code}', '/e/101', ''],
    ['', '/e/101', ''],
  ] as const)
    it(`"${pattern}" in ${address} is "${id}"`, () => {
      history.replaceState(null, '', address);
      expect(idByPattern(pattern)).to.equal(id);
    });
});
