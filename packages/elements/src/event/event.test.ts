import type { SeatCategory } from '@s360-widgets/contract';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, type TemplateResult } from 'lit';
import { waitUntil } from '../patience.fixture.js';
import { cart as cartOf, shop as shopOfVenue } from '../pieces/purchase.fixture.js';
import { bag, bundle, detail, pass, seasonTicket } from '../pieces/programme.fixture.js';
import { type Answers, clearPages, refuse, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './event.js';

const plain = html`<s360-event event-id="101"></s360-event>`;
const ofSeason = html`<s360-event event-id="108"></s360-event>`;
const ofPackage = html`<s360-event event-id="109"></s360-event>`;
const ofBag = html`<s360-event event-id="105"></s360-event>`;

async function show(answers: Answers = {}, template: TemplateResult = plain, lang: 'en' | 'fr' = 'en') {
  const shop = await shopWith(template, { answers: { getEvent: detail(), ...answers }, lang });
  const shown = shop.page.querySelector('s360-event')!;
  const see = within(shown);
  const press = async (name: string | RegExp) => {
    see.button(name).click();
    await settled(shop.page);
  };
  /** Chooses the option whose label reads so. */
  const choose = async (name: RegExp) => {
    const label = see.all('label').find((each) => name.test(each.textContent));
    label?.querySelector('input')?.click();
    await settled(shop.page);
  };
  return { ...shop, shown, see, press, choose };
}

const opened = () => ({ token: 't', cart: cartOf() });

describe('<s360-event>', () => {
  afterEach(clearPages);

  it('shows what it is, when and for how much, and passes an audit', async () => {
    const { see, shown } = await show();
    expect(see.text).to.contain('The Magic Flute').and.contain('€32 – €165').and.contain('2 h 50');
    expect(see.get('[part="description"]').textContent).to.contain('Three riddles & a flute <b>');
    await expect(shown).to.be.accessible();
  });

  for (const [code, digits, text] of [
    ['JPY', 0, 'JP¥8,400'],
    ['KWD', 3, 'KWD 8.400'],
    ['RSD', 2, 'RSD 84'],
    ['HUF', 2, 'HUF 84'],
  ] as const) {
    it(`shows 8400 minor units of ${code} with ${digits} digits as ${text}`, async () => {
      const { see } = await show({ getEvent: { ...detail(), currency: { code, digits } } });
      expect(see.all('.category')[0]?.textContent.replace(/\s/g, ' ')).to.contain(text);
    });
  }

  it('names no price that only members may pay, in a category or an hour', async () => {
    const { tariffs, performances, ...event } = detail();
    const forMembers = { ...tariffs[0]!, id: '9', name: 'Member', membersOnly: true };
    const cheap = (each: SeatCategory) => ({
      ...each,
      prices: [{ tariffId: '9', amountMinor: 1000 }, ...each.prices],
    });
    const answer = {
      ...event,
      tariffs: [forMembers, ...tariffs],
      performances: performances.map((each) => ({ ...each, seatCategories: each.seatCategories.map(cheap) })),
    };
    const { see } = await show({ getEvent: answer });
    const [first] = see.all('.category');
    expect(first?.textContent).to.contain('€84').and.not.contain('€10');
  });

  it('shows the event and its dates whatever the time zone is called', async () => {
    const { see } = await show({ getEvent: { ...detail(), timeZone: 'Mars/Olympus' } });
    expect(see.text).to.contain('The Magic Flute');
    expect(see.all('.day').length).to.be.greaterThan(0);
  });

  describe('where only people with an account may buy', () => {
    const forAccounts = { ...shopOfVenue, signIn: 'before-checkout' } as const;

    it('leads to the shop of the venue, and shows dates and prices alone', async () => {
      const getShop = { ...forAccounts, shopUrl: 'https://shop.example.org/' };
      const { see, shown } = await show({ getShop });
      await waitUntil(() => see.hasLink('To the ticket shop'), 'the way to the shop is shown');
      expect(see.link('To the ticket shop').getAttribute('href')).to.equal('https://shop.example.org/');
      expect(see.text).to.contain('You need a customer account').and.contain('€84');
      expect(see.all('.day')).to.have.length(2);
      expect(see.hasButton('Add to cart')).to.equal(false);
      expect(see.hasButton(/^One more/)).to.equal(false);
      await expect(shown).to.be.accessible();
    });

    it('names the phone where the venue has no shop of its own, else the box office', async () => {
      const first = await show({ getShop: { ...forAccounts, signIn: 'before-catalog' } });
      await waitUntil(() => first.see.text.includes('+41 44 555 01 01'), 'the phone is named');
      clearPages();
      const other = await show({ getShop: { ...forAccounts, supportPhone: null } }, plain, 'fr');
      await waitUntil(() => other.see.text.includes('La billetterie vous vend'), 'the box office is named');
    });
  });

  it('offers the days, then the hours of a day', async () => {
    const { see, choose } = await show();
    expect(see.all('.day')).to.have.length(2);
    expect(see.all('.occasions label')).to.have.length(1);
    await choose(/Saturday,? 5 December 2026, On sale/);
    expect(
      see.all('.occasions label').map((each) => each.textContent.replace(/\s+/g, ' ').trim()),
    ).to.deep.equal(['15:00Matinee On salefrom €32', '19:00 On salefrom €32']);
  });

  it('goes from day to day by the arrow keys, with one tab stop', async () => {
    const { see, page } = await show();
    see.get('.day input').focus();
    await sendKeys({ press: 'ArrowRight' });
    await settled(page);
    expect(see.get<HTMLInputElement>('.day:last-child input').checked).to.equal(true);
    expect(see.all('.occasions label')).to.have.length(2);
  });

  it('counts tickets and names the total before anything is held', async () => {
    const { see, press, calls, shown } = await show();
    expect(see.button('Add to cart').getAttribute('aria-disabled')).to.equal('true');
    expect(see.text).to.contain('Choose how many tickets you need.');
    await press('One more, Full price');
    await press('One more, Child');
    expect(see.text).to.contain('2 tickets€126.00');
    expect(see.text).to.contain('A booking fee of €1.20 a ticket is added in the cart.');
    expect(calls.some(({ name }) => name === 'openCart')).to.equal(false);
    await expect(shown).to.be.accessible();
  });

  it('stops at the most tickets of an order', async () => {
    const { see, press } = await show();
    for (const _ of [1, 2, 3, 4]) await press('One more, Full price');
    expect(see.text).to.contain('3 tickets').and.contain('At most 3 tickets in one order.');
    expect(see.button('One more, Full price').getAttribute('aria-disabled')).to.equal('true');
  });

  it('says that a tariff needs another before the box office refuses it', async () => {
    const { see, press, calls } = await show();
    await press('One more, Child');
    expect(see.text).to.contain('“Child” is sold only together with Full price. Add one to go on.');
    const reason = see.button('Add to cart').getAttribute('aria-describedby');
    expect(see.get(`#${reason}`).textContent).to.contain('Add one to go on.');
    await press('Add to cart');
    expect(calls.some(({ name }) => name === 'openCart')).to.equal(false);
  });

  it('adds the best seats and says what is held until when', async () => {
    const { see, press, calls, shown, page } = await show({ openCart: opened() });
    await press('One more, Full price');
    await press('Add to cart');
    const [added] = calls.filter(({ name }) => name === 'openCart');
    expect(added?.given.body).to.deep.equal({
      items: [
        {
          kind: 'best-seats',
          performanceId: '1001',
          seatCategoryId: '31',
          tariffs: [{ tariffId: '1', quantity: 1 }],
        },
      ],
    });
    expect(see.text).to.contain('tickets are in your cart').and.contain('We hold your seats until 10:11.');
    expect(see.focused?.getAttribute('part')).to.equal('box');
    await expect(shown).to.be.accessible();
    let url: string | null | undefined;
    page.addEventListener('s360-checkout-request', (request) => {
      url = request.detail.url;
    });
    await press('Check out');
    expect(url).to.equal(null);
  });

  it('leads to the pages that the site has for cart and checkout', async () => {
    const { see, press } = await show(
      { openCart: opened() },
      html`<s360-event event-id="101" cart-url="/cart" checkout-url="/pay"></s360-event>`,
    );
    await press('One more, Full price');
    await press('Add to cart');
    expect(see.link('Check out').getAttribute('href')).to.equal('/pay');
    expect(see.link('See the cart').getAttribute('href')).to.equal('/cart');
  });

  it('leaves the step to a page that objects', async () => {
    const { page, press, calls } = await show({ openCart: opened() });
    page.addEventListener('s360-cart-add-request', (request) => {
      expect(request.detail).to.deep.equal({ eventId: '101', performanceId: '1001', ticketCount: 1 });
      request.preventDefault();
    });
    await press('One more, Full price');
    await press('Add to cart');
    expect(calls.some(({ name }) => name === 'openCart')).to.equal(false);
  });

  it('says in words why tickets could not be added, and keeps the choice', async () => {
    const { see, press, shown } = await show({ openCart: refuse('not-enough-seats') });
    await press('One more, Full price');
    await press('Add to cart');
    expect(see.get('[role=alert]').textContent).to.contain('There are not enough places left');
    expect(see.text).to.contain('1 ticket€84.00');
    await expect(shown).to.be.accessible();
  });

  it('shows the map in its own place and goes back', async () => {
    const { see, press, page, shown } = await show();
    const needed: string[] = [];
    page.addEventListener('s360-element-needed', ({ detail: { tag } }) => needed.push(tag));
    await press('Pick on the map');
    expect(see.get('s360-seat-picker').getAttribute('performance-id')).to.equal('1001');
    expect(needed).to.deep.equal(['s360-seat-picker']);
    const { shadowRoot: root } = shown;
    expect(root!.activeElement?.textContent, 'what is said').to.equal('Choose your seats');
    await press('Back to best seats');
    expect(see.has('s360-seat-picker')).to.equal(false);
    expect(root!.activeElement?.textContent, 'what has the focus').to.contain('Pick on the map');
  });

  it('sells a timed visit, and a day ticket for any day', async () => {
    const { see, press, choose, calls } = await show({ getEvent: pass, openCart: opened() });
    expect(see.text).to.contain('10:00 – 11:30');
    await choose(/Day ticket/);
    expect(see.text).to.contain('Valid on any day until').and.not.contain('10:00 – 11:30');
    await press('One more, Full price');
    await press('Add to cart');
    const [added] = calls.filter(({ name }) => name === 'openCart');
    expect(added?.given.body).to.deep.equal({
      items: [{ kind: 'item', eventId: '103', itemId: '62', tariffs: [{ tariffId: '1', quantity: 1 }] }],
    });
  });

  it('sells goods without a word of tickets, by item', async () => {
    const { see, press, choose, calls, shown } = await show({ getEvent: bag, openCart: opened() }, ofBag);
    expect(see.text)
      .to.contain('Red velvet')
      .and.match(/Raw linen\s*€19/);
    expect(see.text).not.to.match(/ticket|seat|date/i);
    await expect(shown).to.be.accessible();
    await press('One more, Full price');
    expect(see.get('.total').textContent).to.match(/1 item\s*€24.00/);
    expect(see.get('.asked').textContent.trim()).to.match(/1\s*× Red velvet/);
    await press('Add to cart');
    expect(calls.find(({ name }) => name === 'openCart')?.given.body).to.deep.equal({
      items: [{ kind: 'item', eventId: '105', itemId: '81', tariffs: [{ tariffId: '1', quantity: 1 }] }],
    });
    expect(see.get('[part="box"]').textContent).to.contain('2 items are in your cart');
    await choose(/Night blue/);
    expect(see.text).to.contain('It may come back');
    expect(see.hasButton('Add to cart'), 'what is gone').to.equal(false);
    await choose(/Red velvet/);
    expect(see.hasButton('Add to cart'), 'the way back').to.equal(true);
  });

  it('sells a season ticket for as many dates as it is good for', async () => {
    const answers = { getEvent: seasonTicket, openCart: opened() };
    const { see, press, choose, calls, shown } = await show(answers, ofSeason);
    const isOff = (name: RegExp) =>
      see
        .all('label')
        .find((each) => name.test(each.textContent))
        ?.querySelector('input')?.disabled;
    expect(see.text).to.contain('4 dates').and.contain('Choose 2 dates').and.contain('0 of 2 chosen');
    expect(see.text)
      .to.match(/Two evenings\s*from €100/)
      .and.match(/All evenings\s*€300/);
    expect(isOff(/Tosca/), 'called off').to.equal(true);
    await expect(shown).to.be.accessible();
    await press('One more, Full price');
    expect(see.button('Add to cart').getAttribute('aria-disabled')).to.equal('true');
    expect(see.get('#add-hint').textContent).to.contain('Choose 2 more dates to go on.');
    await choose(/Giselle/);
    await choose(/La traviata/);
    expect(see.text).to.contain('2 of 2 chosen');
    expect(isOff(/Carmen/), 'one too many').to.equal(true);
    expect(see.get('[part="box"]').textContent).to.contain('the same on every date');
    expect(see.get('.total').textContent).to.match(/1 season ticket\s*€160.00/);
    await press('Add to cart');
    expect(calls.find(({ name }) => name === 'openCart')?.given.body).to.deep.equal({
      items: [
        {
          ...{ kind: 'season-ticket', eventId: '108', itemId: '91', seatCategoryId: '31' },
          performanceIds: ['601', '604'],
          tariffs: [{ tariffId: '1', quantity: 1 }],
        },
      ],
    });
  });

  it('says what a package holds, asks for no more than which evening, and adds all of it', async () => {
    const answers = { getEvent: bundle, openCart: opened() };
    const { see, press, choose, calls, shown } = await show(answers, ofPackage);
    expect(see.text)
      .to.match(/2 × Carmen\s*Sat 30 Jan/)
      .and.match(/In each package\s*The season book\s*Book/)
      .and.contain('Choose how many packages you want.');
    const radios = see.all('input[name="part-0"]') as HTMLInputElement[];
    expect(radios.map(({ checked, disabled }) => [checked, disabled])).to.deep.equal([
      [false, true],
      [true, false],
      [false, false],
    ]);
    await choose(/Giselle/);
    await press('One more, Full price');
    await expect(shown).to.be.accessible();
    await press('Add to cart');
    expect(calls.find(({ name }) => name === 'openCart')?.given.body).to.deep.equal({
      items: [
        {
          ...{ kind: 'package', eventId: '109', itemId: '95', seatCategoryId: '31' },
          parts: [
            { performanceId: '604', quantity: 2 },
            { itemId: '85', quantity: 1 },
          ],
          tariffs: [{ tariffId: '1', quantity: 1 }],
        },
      ],
    });
  });

  it('names a choice among items of one thing by that, and what is gone as sold out', async () => {
    const [bagItem] = bundle.packageLines?.[1]?.parts ?? [];
    if (!bagItem) throw new Error('no part');
    const colours = ['Red velvet', 'Night blue'].map((name, n) => ({
      ...bagItem,
      id: `8${n}`,
      title: 'Tote bag',
      name,
    }));
    const packageLines = [{ quantity: 1, choiceCount: 1, parts: colours }];
    const { see } = await show({ getEvent: { ...bundle, packageLines } }, ofPackage);
    expect(see.text)
      .to.contain('Choose one: Tote bag')
      .and.match(/Red velvet\s*Night blue/)
      .and.not.contain('In each package');
  });

  it('names all dates of a season ticket that is for all, and asks for none', async () => {
    const { see, choose, shown } = await show({ getEvent: seasonTicket }, ofSeason);
    await choose(/All evenings/);
    expect(see.text)
      .to.contain('4 dates, all included')
      .and.match(/Carmen\s*Sat 30 Jan/);
    expect(see.all('input[type="checkbox"]')).to.deep.equal([]);
    await expect(shown).to.be.accessible();
  });

  it('offers what the venue offers along, each on its own page, and asks the page before', async () => {
    const offered = { id: '105', code: 'TOTEBAG', kind: 'goods' as const, title: 'Lumen tote bag' };
    const crossSells = [{ ...offered, pictureUrl: null, priceFromMinor: 1900, priceToMinor: 2400 }];
    const getEvent = detail({ crossSells });
    const at = (url: string) => html`<s360-event event-id="101" event-url=${url}></s360-event>`;
    const { see, shown } = await show({ getEvent }, at('/on/{code}/{id}'));
    const link = see.link(/Lumen tote bag/);
    expect(link.textContent.replace(/\s+/g, ' ').trim()).to.contain('Lumen tote bag').and.contain('from €19');
    expect(link.getAttribute('href')).to.equal('/on/TOTEBAG/105');
    await expect(shown).to.be.accessible();
    const heard: string[] = [];
    shown.addEventListener('s360-event-select-request', (asked) => {
      asked.preventDefault();
      heard.push(asked.detail.eventId);
    });
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
    link.dispatchEvent(click);
    expect(heard).to.deep.equal(['105']);
    expect(click.defaultPrevented).to.equal(true);
    const alone = await show({ getEvent });
    expect(alone.see.text, 'a page that has no way to others').not.to.contain('Goes well with it');
  });

  it('says of the fee for each ticket whether prices hold it', async () => {
    const added = await show();
    expect(added.see.text).to.contain('A booking fee of €1.20 a ticket is added in the cart.');
    const bookingFee = { amountMinor: 120, isIncluded: true };
    const { see } = await show({ getEvent: detail({ bookingFee }) });
    expect(see.text)
      .to.contain('Prices include a booking fee of €1.20 a ticket.')
      .and.not.contain('is added');
  });

  it('keeps to the least and the most that are sold at once', async () => {
    const { see, press, choose } = await show({ getEvent: bag }, ofBag);
    await choose(/Raw linen/);
    expect(see.text).to.contain('At least 2');
    const count = () => see.get('.tariffs output').textContent;
    await press('One more, Full price');
    expect(count()).to.equal('2');
    await press('One less, Full price');
    expect(count()).to.equal('0');
    for (let times = 0; times < 6; times++) await press('One more, Full price');
    expect(count()).to.equal('4');
    expect(see.text).to.contain('At most 4 in one order');
  });

  for (const [saleState, words] of [
    ['soon', 'Tickets can’t be bought yet.'],
    ['sold-out', 'Returned tickets are sold here again.'],
    ['cancelled', 'This performance will not take place.'],
    ['moved', 'Tickets already bought stay valid.'],
    ['ended', 'Tickets can no longer be bought here.'],
    ['box-office', 'Tickets for this date are sold at the box office.'],
  ] as const) {
    it(`says why nothing is sold: ${saleState}`, async () => {
      const closed = { saleState, availability: 'none' as const };
      const performances = detail()
        .performances.slice(0, 1)
        .map((each) => ({ ...each, ...closed }));
      const { see, shown } = await show({ getEvent: detail({ ...closed, performances }) });
      expect(see.text).to.contain(words);
      expect(see.hasButton('Add to cart')).to.equal(false);
      await expect(shown).to.be.accessible();
    });
  }

  it('finds its event in the address of the page', async () => {
    const before = location.href;
    history.replaceState(null, '', '?event=101');
    const { see } = await show({}, html`<s360-event></s360-event>`);
    history.replaceState(null, '', before);
    expect(see.text).to.contain('The Magic Flute');
  });

  it('begins with the performance that the address names, and goes along when it names another', async () => {
    const before = location.href;
    const chosen = () =>
      see.all('label:has(input:checked)').map((label) => label.textContent.replace(/\s+/g, ' '));
    history.replaceState(null, '', '?event=101&performance=1003');
    const { see, page } = await show({}, html`<s360-event></s360-event>`);
    expect(chosen()[0]).to.match(/5 December/);
    expect(chosen()[1]).to.contain('19:00');
    history.replaceState(null, '', '?event=101&performance=999999');
    await settled(page);
    history.replaceState(null, '', before);
    expect(chosen()[0]).to.match(/28 November/);
  });

  it('says that there is no such event', async () => {
    const { see, shown } = await show({ getEvent: refuse('not-found') });
    expect(see.text).to.contain('This event is not on the programme');
    await expect(shown).to.be.accessible();
  });

  it('shows the page’s own content when the relay can’t be reached', async () => {
    const { see } = await show(
      { getEvent: refuse('relay-unreachable') },
      html`<s360-event event-id="101"><a href="#">Book here</a></s360-event>`,
    );
    expect(see.has('slot')).to.equal(true);
  });

  it('speaks French', async () => {
    const { see } = await show({ getEvent: { ...detail(), title: 'La Flûte' } }, plain, 'fr');
    expect(see.text).to.contain('Choisir une date').and.contain('Ajouter au panier');
  });
});
