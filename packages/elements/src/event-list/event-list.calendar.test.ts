import { expect } from '@open-wc/testing';
import type { EventList } from '@s360-widgets/contract';
import { html } from 'lit';
import { event, performance, programme } from '../pieces/programme.fixture.js';
import { clearPages, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './event-list.js';
import './event-list.calendar.js';

const busy = ['13', '15', '17', '19', '21'].map((hour) =>
  performance(`9${hour}`, `2026-12-19T${hour}:00:00+01:00`),
);

/** Two months, with a full day, one sold out and one cancelled; a museum on all days, and a book at any time. */
const season: EventList = {
  ...programme,
  events: [
    event('101', 'The Magic Flute', {
      performances: [
        performance('1', '2026-11-20T19:00:00+01:00'),
        performance('2', '2026-12-05T19:00:00+01:00'),
        performance('3', '2027-01-17T19:00:00+01:00', { saleState: 'sold-out', availability: 'none' }),
        ...busy,
      ],
    }),
    event('102', 'Don Carlos', {
      performances: [performance('4', '2026-12-05T15:00:00+01:00', { saleState: 'cancelled' })],
    }),
    event('103', 'Paper Cities', {
      ...{ kind: 'pass', firstAt: '2026-12-01T00:00:00+01:00', lastAt: '2026-12-31T23:59:00+01:00' },
      performances: [],
    }),
    event('106', 'The season book', { kind: 'goods', firstAt: null, lastAt: null, performances: [] }),
  ],
};

async function show({ width = 1000, events = season.events, from = '', to = '' } = {}) {
  const list = html`<s360-event-list
    layout="calendar"
    from=${from}
    to=${to}
    style="width: ${width}px"
  ></s360-event-list>`;
  const shop = await shopWith(list, { answers: { listEvents: { ...season, events } } });
  const element = shop.page.querySelector('s360-event-list')!;
  const see = within(element);
  const rest = () => settled(shop.page);
  for (let tries = 0; tries < 100 && !see.has('.calendar'); tries++) await rest();
  const words = (found: Element) => found.textContent.replace(/\s+/g, ' ').trim();
  const click = async (name: string | RegExp) => {
    see.button(name).click();
    await rest();
  };
  return {
    ...{ element, see, rest, click },
    month: () => see.get('.month-head h2').textContent,
    /** What is seen of a day. */
    day: (number: number) =>
      [...see.all('.calendar td:not(.other)')][number - 1]!.querySelectorAll<HTMLElement>('.entry'),
    entries: () => see.all('.calendar .entry').map(words),
    agenda: () => see.all('.agenda .entry').map(words),
    titles: () => see.all('.row h3').map(words),
  };
}

describe('<s360-event-list layout="calendar">', () => {
  afterEach(clearPages);

  it('shows the first month in which something is still to come, each performance on its day, in time order, with its state in words', async () => {
    const { element, month, entries, see } = await show();
    expect(month()).to.equal('December');
    expect(entries().slice(0, 2)).to.deep.equal([
      '15:00 Don Carlos, CancelledOpera House',
      '19:00 The Magic Flute, On saleOpera House',
    ]);
    expect(see.get('.calendar caption').textContent).to.equal('December');
    expect(see.all('.calendar th').map((head) => head.getAttribute('abbr'))).to.deep.equal([
      ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    ]);
    expect(see.all('.calendar td')).to.have.length(35);
    await expect(element).to.be.accessible();
  });

  it('leads to the very performance', async () => {
    const { day } = await show();
    const { searchParams } = new URL((day(5)[1] as HTMLAnchorElement).href);
    expect(searchParams.get('event')).to.equal('101');
    expect(searchParams.get('performance')).to.equal('2');
  });

  it('keeps to the days of its attributes', async () => {
    const { month, entries, see } = await show({ from: '2026-12-19', to: '2027-01-10' });
    expect(month()).to.equal('December');
    expect(entries()[0]).to.match(/^13:00 The Magic Flute/);
    expect(entries()).to.have.length(3);
    expect(see.button('Month after').getAttribute('aria-disabled')).to.equal('true');
  });

  it('keeps three of a day and a way to the rest, to which the focus goes', async () => {
    const { day, click, see } = await show();
    expect(day(19)).to.have.length(3);
    await click(/^2 more, Saturday,? 19 December$/);
    expect(day(19)).to.have.length(5);
    expect(see.focused).to.equal(day(19)[3]);
    expect(see.hasButton(/more/)).to.equal(false);
  });

  it('turns to other months as far as there is something, and back to today', async () => {
    const { month, click, entries, see } = await show();
    expect(see.button('Month before').getAttribute('aria-disabled')).to.equal('false');
    await click('Month after');
    expect(month()).to.equal('January 2027');
    expect(entries()).to.deep.equal(['19:00 The Magic Flute, Sold outOpera House']);
    await click('Month after');
    expect(month()).to.equal('January 2027');
    await click('Today');
    expect(month()).to.equal('November');
    expect(see.text).to.contain('Nothing is on in this month.');
    expect(see.get('[aria-current="date"]').textContent.trim()).to.equal('27');
  });

  it('lists below what is on all along in that month, and what has no dates', async () => {
    const { titles, click } = await show();
    expect(titles()).to.deep.equal(['Paper Cities', 'The season book']);
    await click('Month after');
    expect(titles()).to.deep.equal(['The season book']);
  });

  it('goes by the filters, performance by performance', async () => {
    const { see, rest, entries } = await show();
    see.get('[role="switch"]').click();
    await rest();
    expect(entries().join()).to.contain('19:00 The Magic Flute').and.not.contain('Don Carlos');
  });

  it('shows the next day with something to come where it is narrow, and any other at a touch', async () => {
    const { element, agenda, click, see } = await show({ width: 360 });
    expect(see.get('.agenda h3').textContent).to.match(/^Saturday,? 5 December$/);
    expect(agenda()).to.have.length(2);
    expect(see.all('.calendar .entry').every((entry) => entry.getClientRects().length === 0)).to.equal(true);
    await click(/^Saturday,? 19 December$/);
    expect(agenda()).to.have.length(5);
    expect(see.button(/^Saturday,? 19 December$/).getAttribute('aria-pressed')).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('is empty in words where there is nothing but what has no dates', async () => {
    const { see, titles } = await show({ events: season.events.slice(3) });
    expect(see.text).to.contain('Nothing is on in this month.');
    expect(titles()).to.deep.equal(['The season book']);
  });

  it('shows a week, day by day and whole, and turns to the next one', async () => {
    const { element, see, month, entries, rest } = await show({ from: '2026-12-01' });
    see.all('.spans input')[1]!.click();
    await rest();
    expect(month()).to.equal('Mon 30 Nov – Sun 6 Dec');
    expect(see.all('.calendar tbody tr')).to.have.length(1);
    expect(entries()).to.have.length(2);
    see.button('Week after').click();
    await rest();
    see.button('Week after').click();
    await rest();
    expect(entries(), 'all five of the full day').to.have.length(5);
    await expect(element).to.be.accessible();
  });

  it('shows a month as an agenda, day under day', async () => {
    const { element, see, agenda, rest } = await show({ from: '2026-12-01' });
    see.all('.spans input')[2]!.click();
    await rest();
    expect(see.has('.calendar')).to.equal(false);
    expect(see.all('.agenda h3').map((each) => each.textContent)).to.deep.equal([
      'Saturday 5 December',
      'Saturday 19 December',
    ]);
    expect(agenda()).to.have.length(7);
    await expect(element).to.be.accessible();
  });
});
