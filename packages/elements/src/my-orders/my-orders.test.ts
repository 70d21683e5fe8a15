import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { Order } from '@s360-widgets/contract';
import { html } from 'lit';
import { order, shop, ticket } from '../pieces/purchase.fixture.js';
import { type Answers, clearPages, refuse, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './my-orders.js';

const museum = order({
  orderId: '4712',
  tickets: [
    ticket({
      id: '81',
      eventId: '105',
      performanceId: null,
      title: 'Paper Cities',
      name: 'Day ticket',
      startAt: '2026-12-01T00:00:00+01:00',
      endAt: '2027-02-28T23:59:00+01:00',
      seat: null,
      tariffName: 'Concession',
    }),
  ],
});
const cancelled = order({
  orderId: '4702',
  tickets: [ticket({ title: 'Don Carlos', eventId: '107', state: 'cancelled', code: null })],
});
const used = order({
  orderId: '4650',
  tickets: [
    ticket({
      title: 'Mahler',
      eventId: '102',
      startAt: '2026-11-14T19:30:00+01:00',
      state: 'used',
      code: null,
    }),
  ],
});

async function show(orders: readonly Order[], answers: Answers = {}, fallback = false) {
  const byToken = new Map(orders.map((each) => [each.orderId, each]));
  const shopOf = await shopWith(
    fallback
      ? html`<s360-my-orders><a href="#shop">The shop</a></s360-my-orders>`
      : html`<s360-my-orders></s360-my-orders>`,
    {
      kept: { orders: orders.map(({ orderId }) => ({ orderId, token: orderId })) },
      answers: {
        getShop: shop,
        getOrder: (given) => byToken.get((given as unknown as { token: string }).token),
        ...answers,
      },
    },
  );
  const shown = shopOf.page.querySelector('s360-my-orders') as HTMLElement;
  await settled(shopOf.page);
  return { ...shopOf, shown, see: within(shown), rest: () => settled(shopOf.page) };
}

/** The files that the browser was asked to save, instead of saving them. */
function saved() {
  const files: { name: string; href: string }[] = [];
  const keep = (event: Event) => {
    const link = event.target as HTMLAnchorElement;
    if (!link.download) return;
    event.preventDefault();
    files.push({ name: link.download, href: link.href });
  };
  document.addEventListener('click', keep);
  return { files, stop: () => document.removeEventListener('click', keep) };
}

describe('<s360-my-orders>', () => {
  afterEach(clearPages);

  it('sorts by nearness: dated, any day, changed', async () => {
    const { see, shown } = await show([cancelled, museum, used, order()]);
    expect(see.all('h2').map(({ textContent }) => textContent)).to.deep.equal([
      'In 15 days',
      'Any day',
      'Changed',
    ]);
    expect(
      see.all('[role="tab"]').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()),
    ).to.deep.equal(['Upcoming 4', 'Past 1']);
    await expect(shown).to.be.accessible();
  });

  it('shows a ticket with its place and its code, dark on white with a quiet zone of four', async () => {
    const { see } = await show([order()]);
    const card = see.get('[part="ticket"]');
    expect(card.textContent?.replace(/\s+/g, ' ')).to.match(/Area\s?Stalls right\s?Row\s?H\s?Seat\s?18/);
    const code = card.querySelector('svg[role="img"]');
    expect(code?.getAttribute('aria-label')).to.equal('Entry code, Stalls right, row H, seat 18');
    expect(code?.getAttribute('viewBox')).to.equal('-4 -4 29 29');
    expect(code?.querySelector('rect')?.getAttribute('fill')).to.equal('#fff');
  });

  const onView = (see: ReturnType<typeof within>, selector: string) =>
    see.all(selector).filter((found) => found.checkVisibility());

  it('shows one ticket of a visit, and all of them when asked', async () => {
    const { see, rest } = await show([order()]);
    expect(onView(see, '[part="ticket"]')).to.have.length(1);
    expect(see.text).to.contain('1 more ticket: Stalls right, row H, seat 19');
    see.button('Show all 2').click();
    await rest();
    expect(onView(see, '[part="ticket"]')).to.have.length(2);
    expect(see.text).to.contain('Ticket 2 of 2');
    expect(see.button('Show fewer').getAttribute('aria-expanded')).to.equal('true');
  });

  it('says which parts of a paid order can not be shown yet, and shows the tickets', async () => {
    const { see } = await show([order({ unread: ['contact', 'codes'] })]);
    const { textContent: text } = see.get('[part="note"]');
    expect(text).to.contain('Your name and email are kept');
    expect(text).to.contain('code can’t be drawn');
    expect(text).not.to.contain('How you get your tickets');
    expect(see.get('[part="note"] button').textContent).to.contain('Try now');
    expect(see.get('[part="ticket"]').textContent).to.contain('Stalls right');
  });

  it('prints every ticket as one block, dark ink on white, and nothing to press', async () => {
    const { see, page } = await show([order()]);
    page.style.cssText = 'color: #eee; background: #111';
    await emulateMedia({ media: 'print' });
    try {
      const tickets = onView(see, '[part="ticket"]');
      expect(tickets).to.have.length(2);
      expect(tickets.map((ticket) => getComputedStyle(ticket).breakInside)).to.deep.equal(['avoid', 'avoid']);
      expect(onView(see, '.ticket-card .code')).to.have.length(2);
      expect(onView(see, 'button')).to.deep.equal([]);
      expect(onView(see, '.more-tickets'), 'all tickets are there').to.deep.equal([]);
      expect(getComputedStyle(see.get('[part="ticket"]')).color).to.equal('rgb(20, 25, 30)');
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('moves between the tabs with the arrow keys', async () => {
    const { see, rest, shown } = await show([order(), used]);
    see.get('#tab-upcoming').focus();
    await sendKeys({ press: 'ArrowRight' });
    await rest();
    expect(see.focused?.id).to.equal('tab-past');
    expect(see.all('h2').map(({ textContent }) => textContent)).to.deep.equal(['November']);
    expect(see.get('[part="stub"]').textContent?.trim()).to.equal('Used');
    await expect(shown).to.be.accessible();
  });

  it('shows no code for a cancelled ticket, but what it means', async () => {
    const { see } = await show([cancelled]);
    expect(see.get('[part="stub"]').textContent).to.contain('Cancelled');
    expect(see.has('[part="stub"] svg[role="img"]')).to.equal(false);
    expect(see.text).to.contain('This ticket is no longer valid.');
  });

  it('shows a code in full screen, on white, and gives the focus back', async () => {
    const { see, rest, shown } = await show([order()]);
    const opener = see.button('Full screen: entry code, Stalls right, row H, seat 18');
    opener.focus();
    opener.click();
    await rest();
    const dialog = see.get<HTMLDialogElement>('dialog');
    expect(dialog.open).to.equal(true);
    expect(getComputedStyle(dialog).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(dialog.querySelector('.code')?.getBoundingClientRect().width).to.be.at.least(280);
    expect(dialog.textContent).to.contain('Turn the brightness of your screen up.');
    await expect(shown).to.be.accessible();
    see.button('Close').click();
    await rest();
    expect(see.has('dialog')).to.equal(false);
    expect(see.focused).to.equal(opener);
  });

  it('saves the ticket as a PDF and the visit as a calendar file', async () => {
    const { files, stop } = saved();
    const pdf = new Blob(['%PDF'], { type: 'application/pdf' });
    const { see, rest, calls } = await show([order()], { getTicketsPdf: pdf });
    see.button('PDF, Stalls right, row H, seat 18').click();
    await rest();
    see.button('Calendar: add The Magic Flute').click();
    await rest();
    stop();
    expect(calls.at(-1)?.name).to.equal('getTicketsPdf');
    expect(files.map(({ name }) => name)).to.deep.equal(['tickets-4711.pdf', 'tickets.ics']);
    const calendar = await (await fetch(files[1]?.href ?? '')).text();
    expect(calendar).to.contain('DTSTART:20261212T180000Z');
    expect(calendar).to.contain('Stalls right\\, row H\\, seats 18 and 19\\nOrder 4711');
  });

  it('says what stood in the way of a file', async () => {
    const { see, rest } = await show([order()], { getTicketsPdf: refuse('tickets-not-ready') });
    see.button('PDF, Stalls right, row H, seat 18').click();
    await rest();
    expect(see.get('.note').textContent).to.contain('Your tickets are not ready yet');
  });

  it('offers no calendar for a ticket of any day', async () => {
    const { see } = await show([museum]);
    expect(see.text).to.contain('Valid on any day until Sun 28 Feb. Opera House');
    expect(see.hasButton(/^Calendar/)).to.equal(false);
  });

  it('says that a code is still to come', async () => {
    const { see, shown } = await show([order({ tickets: [ticket({ state: 'pending', code: null })] })]);
    expect(see.get('[part="stub"]').textContent).to.contain('The code will be here shortly.');
    await expect(shown).to.be.accessible();
  });

  it('says that there is nothing yet', async () => {
    const { see, shown } = await show([]);
    expect(see.text).to.contain('No tickets on this device yet');
    await expect(shown).to.be.accessible();
  });

  it('says that the box office can’t be reached, and tries again', async () => {
    const { see, answer, rest, shown } = await show([order()], { getOrder: refuse('relay-unreachable') });
    expect(see.text).to.contain('What you have bought stays yours.');
    await expect(shown).to.be.accessible();
    answer({ getOrder: order() });
    see.button('Try again').click();
    await rest();
    expect(see.text).to.contain('The Magic Flute');
  });

  it('shows the page’s own content when the box office can’t be reached', async () => {
    const { see } = await show([order()], { getOrder: refuse('relay-unreachable') }, true);
    expect(see.has('slot')).to.equal(true);
  });
});
