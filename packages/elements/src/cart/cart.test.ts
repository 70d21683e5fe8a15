import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { waitUntil } from '../patience.fixture.js';
import {
  bagLine,
  cart,
  endedCart,
  euros,
  event,
  guidedLine,
  line,
  passLine,
  payingCart,
  packageLine,
  seasonLine,
  shop,
} from '../pieces/purchase.fixture.js';
import { clearPages, type Given, refuse, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './cart.js';
import '../pieces/cart-states.js';

const kept = { 'cart-token': 't' };
const full = cart({ lines: [line, passLine] });

async function show({ answers, ...given }: Given = {}, element = plain) {
  const shopOf = await shopWith(element, {
    kept,
    answers: { getShop: shop, getCart: full, getEvent: event, ...answers },
    ...given,
  });
  const shown = shopOf.page.querySelector('s360-cart') as HTMLElement;
  return { ...shopOf, shown, see: within(shown), rest: () => settled(shopOf.page) };
}
const plain = html`<s360-cart checkout-url="#checkout" browse-url="#programme"></s360-cart>`;

describe('<s360-cart>', () => {
  afterEach(() => {
    clearPages();
    location.hash = '';
  });

  it('shows each seat with its price, fees and the total', async () => {
    const { see, shown } = await show();
    expect(see.text).to.contain('Stalls right, row H, seat 18');
    expect(see.text).to.contain('Sat 12 Dec, 19:00. Opera House');
    expect(see.text).to.contain('Day ticket, any day until Sun 28 Feb');
    expect(see.get('[part="summary"]').textContent).to.match(/4 tickets\s+€184.00/);
    expect(see.get('[part="total"]').textContent).to.contain('€186.40');
    expect(see.text).to.contain('Includes €5.41 VAT');
    expect(see.link('Check out').getAttribute('href')).to.equal('#checkout');
    await expect(shown).to.be.accessible();
  });

  it('names the language and theme of a guided visit', async () => {
    const { see, shown } = await show({ answers: { getCart: cart({ lines: [guidedLine] }) } });
    expect(see.text).to.contain('Guided visit in French · Highlights, Tue 1 Dec, 11:00. Museum of Form');
    await expect(shown).to.be.accessible();
  });

  it('names in a French cart what a guided visit has: a language alone, or a theme alone', async () => {
    const french = { languageCode: 'de', languageName: 'allemand', themeId: null, themeName: '' };
    const garden = { languageCode: null, languageName: '', themeId: '32', themeName: 'Le jardin' };
    const lines = [french, garden].map((tour, n) => ({
      ...guidedLine,
      id: `l${n}`,
      name: 'Visite guidée',
      tour,
    }));
    const { see } = await show({ answers: { getCart: cart({ lines }) }, lang: 'fr' });
    expect(see.text)
      .to.contain('Visite guidée en allemand, mar')
      .and.contain('Visite guidée · Le jardin, mar');
  });

  it('says how much of the tickets’ price is fees where that is in it', async () => {
    const fee = { kind: 'booking', name: 'Booking fee', amount: euros(240), isIncluded: true } as const;
    const { see, shown } = await show({ answers: { getCart: cart({ fees: [fee], total: euros(16800) }) } });
    const rows = see.all('.totals > div').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(rows).to.deep.equal(['2 tickets €168.00', 'of which Booking fee €2.40', 'Total €168.00']);
    await expect(shown).to.be.accessible();
  });

  it('counts as items what is no ticket', async () => {
    const { see, shown } = await show({ answers: { getCart: cart({ lines: [line, bagLine] }) } });
    expect(see.get('[part="summary"]').textContent).to.match(/4 items/);
    expect(see.text).to.contain('Red velvet');
    see.button('Remove 2 items for Lumen tote bag').click();
    await settled(shown.getRootNode() as Document);
    expect(see.get('.question').textContent).to.contain('Remove all 2 items?').and.not.contain('place');
  });

  it('shows what a package holds and how many of it, which goes with the package alone', async () => {
    const { see } = await show({ answers: { getCart: cart({ lines: [packageLine] }) } });
    await waitUntil(() => see.has('.held'));
    const parts = see.all('.held li').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(parts).to.deep.equal([
      'La traviata Sat 19 Dec, 19:00. Opera House Stalls left, row F, seats 7 and 8',
      '2 × The season book Book',
    ]);
    expect(see.all('.held button')).to.deep.equal([]);
  });

  it('shows the dates of season tickets with their seats, which go with their ticket alone', async () => {
    const { see, shown, rest } = await show({ answers: { getCart: cart({ lines: [seasonLine] }) } });
    await waitUntil(() => see.has('.held'));
    await rest();
    const dates = see.all('.held li').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(dates).to.deep.equal([
      'La traviata Sat 19 Dec, 19:00. Opera House Stalls left, row F, seats 7 and 8',
      'Carmen Sat 30 Jan, 19:00. Opera House Stalls left, row F, seats 7 and 8',
      'Giselle Sat 13 Mar, 19:30. Opera House Stalls left, row F, seats 7 and 8',
    ]);
    expect(see.all('[data-remove]').length, 'ways to remove').to.equal(1);
    expect(see.all('select').length).to.equal(0);
    await expect(shown).to.be.accessible();
  });

  it('tells the time of day first, then what is left, and ticks', async () => {
    const { see, clock } = await show();
    expect(see.get('[part="clock"]').textContent).to.match(/We hold your seats until\s+10:11/);
    expect(see.get('[role="timer"]').textContent).to.contain('11:32');
    await clock.pass(1);
    expect(see.get('[role="timer"]').textContent).to.contain('11:31');
  });

  it('announces five, two and one minutes, and changes its tone at two', async () => {
    const { see, clock } = await show();
    const spoken = () =>
      see
        .all('[role="status"]')
        .map(({ textContent }) => textContent?.trim())
        .join('');
    expect(spoken()).to.equal('');
    await clock.pass(6 * 60 + 32);
    expect(spoken()).to.equal('5 minutes left to check out.');
    await clock.pass(3 * 60);
    expect(spoken()).to.equal('2 minutes left to check out.');
    expect(see.get('.hurry').textContent).to.contain('2:00 left.');
    await clock.pass(60);
    expect(spoken()).to.equal('One minute left to check out.');
  });

  it('removes a seat only when asked twice, then puts the focus on the next one', async () => {
    const { see, answer, calls, rest } = await show();
    see.button('Remove Stalls right, row H, seat 18').click();
    await rest();
    expect(see.focused?.textContent).to.contain('Remove 1 ticket');
    expect(calls.map(({ name }) => name)).to.not.contain('removeTickets');
    answer({ removeTickets: cart({ lines: [{ ...line, tickets: line.tickets.slice(1) }, passLine] }) });
    await sendKeys({ press: 'Enter' });
    await rest();
    expect(calls.at(-1)?.given.body).to.deep.equal({ ticketIds: ['71'] });
    expect(see.text).to.not.contain('seat 18');
    expect(see.text).to.contain('1 ticket removed.');
    expect(see.focused?.dataset.remove).to.be.a('string');
  });

  it('keeps the seats when the person changes their mind', async () => {
    const { see, rest, calls } = await show();
    see.button('Remove 2 tickets for The Magic Flute').click();
    await rest();
    see.button('Keep them').click();
    await rest();
    expect(see.focused?.getAttribute('aria-label')).to.equal('Remove 2 tickets for The Magic Flute');
    expect(calls.map(({ name }) => name)).to.not.contain('removeTickets');
  });

  it('lets the page veto a removal', async () => {
    const { see, page, rest, calls } = await show();
    const heard: unknown[] = [];
    page.addEventListener('s360-tickets-remove-request', (request) => {
      heard.push(request.detail);
      request.preventDefault();
    });
    see.button('Remove 2 tickets for The Magic Flute').click();
    await rest();
    see.button('Remove 2 tickets').click();
    await rest();
    expect(heard).to.deep.equal([{ ticketIds: ['71', '72'] }]);
    expect(calls.map(({ name }) => name)).to.not.contain('removeTickets');
  });

  it('says what stood in the way, and keeps the cart', async () => {
    const { see, rest } = await show({ answers: { removeTickets: refuse('box-office-busy') } });
    see.button('Remove Stalls right, row H, seat 18').click();
    await rest();
    see.button('Remove 1 ticket').click();
    await rest();
    expect(see.get('.note').textContent).to.contain('The box office is very busy');
    expect(see.text).to.contain('seat 18');
  });

  it('changes the tariff of a seat, of those that anybody may take', async () => {
    const { see, answer, calls, rest } = await show();
    const menu = see.get<HTMLSelectElement>('select[aria-label="Tariff for Stalls right, row H, seat 18"]');
    expect([...menu.options].map(({ text }) => text.trim())).to.deep.equal([
      'Full price, €84.00',
      'Under 26, €42.00',
    ]);
    const [first, ...others] = line.tickets;
    const young = {
      ...first!,
      tariffId: '2',
      tariffName: 'Under 26',
      price: { amountMinor: 4200, currency: { code: 'EUR', digits: 2 } },
    };
    answer({ changeTicket: cart({ lines: [{ ...line, tickets: [young, ...others] }] }) });
    see.fill('select', '2');
    await rest();
    expect(calls.at(-1)?.given).to.deep.include({ params: { ticketId: '71' }, body: { tariffId: '2' } });
    expect(see.text).to.contain('Under 26 chosen. The total is now €128.40.');
  });

  it('says what other tariffs cost with the digits of the catalog, and what is in the cart with those of the order', async () => {
    const fine = (amountMinor: number) => ({ amountMinor, currency: { code: 'EUR', digits: 3 } });
    const tickets = line.tickets.map((ticket) => ({ ...ticket, price: fine(83_995) }));
    const finer = cart({ lines: [{ ...line, tickets }], total: fine(170_390) });
    const { see } = await show({ answers: { getCart: finer } });
    const menu = see.get<HTMLSelectElement>('select');
    expect([...menu.options].map(({ text }) => text.trim())).to.deep.equal([
      'Full price, €84.00',
      'Under 26, €42.00',
    ]);
    expect(see.get('.ticket-price').textContent?.trim()).to.equal('€83.995');
    expect(see.text).to.contain('€170.390');
  });

  it('asks the page before it goes to the checkout', async () => {
    const { see, page } = await show();
    let url: string | null = '';
    page.addEventListener('s360-checkout-request', (request) => {
      url = request.detail.url;
      request.preventDefault();
    });
    see.link('Check out').click();
    expect(url).to.equal('#checkout');
    expect(location.hash).to.equal('');
  });

  it('leaves the checkout to the page where it knows no address', async () => {
    const { see, page } = await show({}, html`<s360-cart></s360-cart>`);
    let url: string | null = 'none';
    page.addEventListener('s360-checkout-request', (request) => (url = request.detail.url));
    see.button('Check out').click();
    expect(url).to.equal(null);
  });

  describe('when the hold has ended', () => {
    const ended = async () => {
      const given = await show();
      given.answer({ getCart: endedCart() });
      await given.clock.pass(12 * 60);
      return given;
    };

    it('says so and shows what had been chosen', async () => {
      const { see, shown } = await ended();
      expect(see.get('[role="alert"]').textContent).to.contain('The hold on your seats has ended');
      expect(see.text).to.contain('Stalls right, row H, seats 18 and 19');
      await expect(shown).to.be.accessible();
    });

    it('tries for the same seats', async () => {
      const { see, answer, calls, rest } = await ended();
      answer({ openCart: { token: 't2', cart: cart({ expiresAt: '2026-11-27T10:27:00+01:00' }) } });
      see.button('Try the same seats').click();
      await rest();
      await waitUntil(() => !see.hasButton('Trying…'));
      await rest();
      expect(calls.at(-1)?.name).to.equal('openCart');
      expect(see.get('[role="timer"]').textContent).to.contain(':');
    });

    it('says that they have gone, and offers others only', async () => {
      const { see, answer, rest } = await ended();
      answer({ openCart: refuse('seats-taken') });
      see.button('Try the same seats').click();
      await rest();
      await waitUntil(() => !see.hasButton('Trying…'));
      await rest();
      expect(see.text).to.contain('These seats have just gone');
      expect(see.hasButton('Try the same seats')).to.equal(false);
    });

    it('puts the cart away for others', async () => {
      const { see, rest } = await ended();
      see.button('Choose others').click();
      await rest();
      expect(see.text).to.contain('Your cart is empty');
    });
  });

  it('can’t be changed while it is being paid, and says where', async () => {
    const { see, shown } = await show({ answers: { getCart: payingCart() } });
    expect(see.text).to.contain('A payment for this cart is under way');
    expect(see.link('Go to the payment').getAttribute('href')).to.equal('#checkout');
    expect(see.has('[data-remove], select')).to.equal(false);
    await expect(shown).to.be.accessible();
  });

  it('says that it is empty, and how long seats are held', async () => {
    const { see, shown } = await show({ kept: {} });
    for (let tries = 0; tries < 100 && !see.has('[part="notice"]'); tries++) await settled(shown);
    expect(see.text).to.contain('Your cart is empty');
    expect(see.text).to.contain('held for 15 minutes');
    expect(see.link('See what’s on').getAttribute('href')).to.equal('#programme');
    await expect(shown).to.be.accessible();
  });

  it('shows grey boxes while it loads', async () => {
    const { shown, see } = await show({ answers: { getCart: () => new Promise(() => {}) } });
    expect(see.get('[aria-busy="true"]')).to.exist;
    await expect(shown).to.be.accessible();
  });

  it('says that the box office can’t be reached, and tries again', async () => {
    const { see, answer, rest, shown } = await show({ answers: { getCart: refuse('relay-unreachable') } });
    expect(see.text).to.contain('We can’t reach the box office');
    expect(see.link('Call +41 44 555 01 01').getAttribute('href')).to.equal('tel:+41445550101');
    await expect(shown).to.be.accessible();
    answer({ getCart: full });
    see.button('Try again').click();
    await rest();
    expect(see.text).to.contain('The Magic Flute');
  });

  it('keeps the cart in sight when it can’t be read again, and says how long it is safe', async () => {
    const { see, answer, store, rest } = await show();
    answer({ getCart: refuse('relay-unreachable') });
    await store.dispatch('cart-load', {});
    await rest();
    expect(see.get('.note').textContent).to.contain('Nothing is lost; your cart is safe until 10:11.');
    expect(see.text).to.contain('The Magic Flute');
  });

  it('speaks French', async () => {
    const { see } = await show({ lang: 'fr' });
    expect(see.text).to.contain('Stalls right, rang H, place 18');
    expect(see.link('Commander')).to.exist;
  });
});
