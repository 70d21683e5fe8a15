import { expect } from '@open-wc/testing';
import type { CartItem } from '@s360-widgets/contract';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { waitUntil } from '../patience.fixture.js';
import { clearPages, type Given, refuse, within } from '../pieces/shop.fixture.js';
import { idOf, seatAt, seatMap, statesWith, unknownStates } from './seat-picker.fixture.js';
import { cartWith, clickSeat, painted, reads, show, type Shown } from './seat-picker.page.fixture.js';

describe('<s360-seat-picker>', () => {
  before(async () => {
    await setViewport({ width: 1240, height: 1100 });
    await emulateMedia({ reducedMotion: 'reduce' });
  });
  afterEach(() => {
    clearPages();
    location.hash = '';
  });

  describe('on the map', () => {
    it('chooses and lets go of the seat that is clicked', async () => {
      const shown = await show();
      await painted(shown);
      const chosen: unknown[] = [];
      shown.page.addEventListener('s360-seats-selected', ({ detail }) => chosen.push(detail.seatIds));
      await clickSeat(shown, 'left A 3');
      await reads(shown, 'Row A, seat 3');
      expect(shown.see.text).to.contain('Stalls left').and.to.contain('1 of 2').and.to.contain('€84.00');
      expect(shown.spoken()).to.equal('Stalls left, row A, seat 3 chosen. 1 seat, €84.00 in total.');
      expect(shown.picker.seatIds).to.deep.equal([idOf('left A 3')]);
      await clickSeat(shown, 'left A 3');
      await waitUntil(() => shown.picker.seatIds.length === 0);
      expect(shown.spoken()).to.contain('let go. No seat chosen.');
      expect(chosen).to.deep.equal([[idOf('left A 3')], []]);
    });

    it('names each seat, moves with the arrow keys and chooses with Enter', async () => {
      const shown = await show();
      await painted(shown);
      const { map, cell } = shown;
      (map().shadowRoot!.querySelector('[role="gridcell"][tabindex="0"]') as HTMLElement).focus();
      expect(cell()).to.equal('Stalls left, row A, seat 1, €84, clear view, free');
      await sendKeys({ press: 'ArrowRight' });
      await waitUntil(() => cell()?.includes('row A, seat 2'));
      await sendKeys({ press: 'ArrowDown' });
      await waitUntil(() => cell()?.includes('row B, seat 2'));
      await sendKeys({ press: 'ArrowDown' });
      await waitUntil(() => cell() === 'Stalls left, row C, seat 2, €56, companion’s seat, free');
      await sendKeys({ press: 'End' });
      await waitUntil(() => cell()?.includes('row C, seat 8'));
      await sendKeys({ press: 'PageDown' });
      await waitUntil(() => cell()?.includes('Stalls right, row A, seat 9'));
      await sendKeys({ press: 'Enter' });
      await reads(shown, 'Row A, seat 9');
      await waitUntil(() => cell() === 'Stalls right, row A, seat 9, €84, clear view, yours');
      expect(map().shadowRoot!.activeElement!.getAttribute('aria-selected')).to.equal('true');
    });

    it('goes from an area’s tag to its seats, and with Escape back to the tag', async () => {
      const shown = await show();
      await painted(shown);
      const { map, cell } = shown;
      const tag = map().shadowRoot!.querySelectorAll<HTMLElement>('.tag')[1]!;
      expect(tag.textContent?.replace(/\s+/g, ' ').trim()).to.equal('Balcony from €32');
      tag.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => cell()?.startsWith('Balcony, row A, seat 1, €32'));
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => map().shadowRoot!.activeElement?.textContent?.includes('Balcony'));
    });

    it('keeps the page light: one row of cells', async () => {
      const shown = await show();
      await painted(shown);
      expect(shown.map().shadowRoot!.querySelectorAll('[role="row"]')).to.have.length(1);
      expect(shown.map().shadowRoot!.querySelectorAll('*').length).to.be.below(200);
    });

    it('says how many seats have the pressed price', async () => {
      const shown = await show();
      await painted(shown);
      shown.see.button(/€32/).click();
      await waitUntil(() => shown.map().shadowRoot!.textContent?.includes('20 at €32'));
      expect(shown.see.button(/€32/).getAttribute('aria-pressed')).to.equal('true');
      expect(shown.map().shadowRoot!.textContent).to.contain('none at €32');
    });
  });

  describe('in the list', () => {
    const listed = html`<s360-seat-picker performance-id="5006" view="list"></s360-seat-picker>`;
    const inside = async (shown: Shown) => {
      await waitUntil(() => shown.see.has('s360-seat-list') && shown.list().shadowRoot);
      await shown.list().updateComplete;
      return within(shown.list());
    };

    it('chooses what the map shows as chosen', async () => {
      const shown = await show({}, listed);
      const rows = await inside(shown);
      rows.button(/Balcony/).click();
      await waitUntil(() => rows.hasButton(/^Balcony, row A, seat 4/));
      rows.button(/^Balcony, row A, seat 4/).click();
      await reads(shown, 'Row A, seat 4');
      await waitUntil(() => rows.button(/^Balcony, row A, seat 4/).getAttribute('aria-pressed') === 'true');
      await expect(shown.picker).to.be.accessible();
      shown.see.button('Map').click();
      await waitUntil(() => shown.see.has('s360-seat-map'));
      expect(shown.picker.view).to.equal('map');
      expect([...shown.map().own]).to.deep.equal([seatAt('balcony A 4')]);
    });

    it('leaves out what has no seats together', async () => {
      const states = statesWith({ 'balcony A 2': 1, 'balcony B 2': 2 });
      const shown = await show({ answers: { getSeatMap: { ...seatMap, states } } }, listed);
      const rows = await inside(shown);
      rows.button(/Balcony/).click();
      await waitUntil(() => rows.hasButton(/^Balcony, row B, seat 1/));
      expect(rows.button(/^Balcony, row B, seat 2/).getAttribute('aria-disabled')).to.equal('true');
      rows.get('[role="switch"]').click();
      await waitUntil(() => !rows.hasButton(/^Balcony, row A, seat 1,/));
      expect(rows.hasButton(/^Balcony, row A, seat 3,/)).to.equal(true);
    });
  });

  describe('the choice', () => {
    it('says why no more can be chosen', async () => {
      const shown = await show(
        {},
        html`<s360-seat-picker performance-id="5006" max-seats="1"></s360-seat-picker>`,
      );
      await painted(shown);
      await clickSeat(shown, 'left A 1');
      await reads(shown, '1 of 1');
      await clickSeat(shown, 'left A 2');
      await reads(shown, 'One seat is the most you can choose here');
      expect(shown.picker.seatIds).to.have.length(1);
    });

    it('counts what the cart has already, and shows it as the visitor’s', async () => {
      const shown = await show({
        kept: { 'cart-token': 't' },
        answers: {
          getSeatMap: { ...seatMap, maxTickets: 2, states: statesWith({ 'left A 1': 2, 'left A 2': 2 }) },
          getCart: cartWith('left A 1', 'left A 2'),
        },
      });
      await painted(shown);
      await waitUntil(() => shown.map().own.size === 2);
      (shown.map().shadowRoot!.querySelector('[tabindex="0"]') as HTMLElement).focus();
      await sendKeys({ press: 'ArrowLeft' });
      await waitUntil(() => shown.cell() === 'Stalls left, row A, seat 2, €84, clear view, in your cart');
      await clickSeat(shown, 'left A 3');
      await reads(shown, 'Your cart has all two that one order may hold.');
    });

    it('picks the best seats together', async () => {
      const shown = await show();
      await painted(shown);
      shown.see.button('Pick the best for me').click();
      await reads(shown, '2 of 2');
      const [a, b] = shown.picker.seatIds.map(Number);
      expect(Math.abs(a! - b!)).to.equal(1);
      expect(shown.spoken()).to.match(/^2 seats chosen: Balcony, row .* in total\.$/);
    });

    it('says so when there are none together at the pressed price', async () => {
      const gaps = Object.fromEntries(
        ['A', 'B'].flatMap((row) => [2, 4, 6, 8, 10].map((n) => [`balcony ${row} ${n}`, 1])),
      );
      const shown = await show({ answers: { getSeatMap: { ...seatMap, states: statesWith(gaps) } } });
      shown.see.button(/€32/).click();
      shown.see.button('Pick the best for me').click();
      await reads(shown, 'There are no two seats together');
      expect(shown.see.text).to.contain('2 of 2').and.to.contain('Press another price to look further.');
    });

    it('hints at a seat left on its own, and moves the party', async () => {
      const states = statesWith({ 'left A 1': 1 });
      const shown = await show({ answers: { getSeatMap: { ...seatMap, states } } });
      await painted(shown);
      await clickSeat(shown, 'left A 3');
      await clickSeat(shown, 'left A 4');
      await reads(shown, 'Seat 2 would be left on its own');
      expect(shown.see.text).to.contain('Move along the row, or take three.');
      await expect(shown.picker).to.be.accessible();
      shown.see.button('Move for me').click();
      await waitUntil(() => shown.picker.seatIds.includes(idOf('left A 5')));
      expect(shown.picker.seatIds).to.deep.equal([idOf('left A 4'), idOf('left A 5')]);
      expect(shown.see.text).not.to.contain('on its own');
    });

    it('keeps the keyboard’s place when a seat is let go in the tray', async () => {
      const shown = await show();
      await painted(shown);
      await clickSeat(shown, 'left A 1');
      await reads(shown, 'Row A, seat 1');
      const letGo = shown.see.button('Let go of Row A, seat 1');
      letGo.focus();
      letGo.click();
      await waitUntil(() => shown.see.focused?.textContent?.trim() === 'Your seats');
    });

    it('begins anew with another performance', async () => {
      const shown = await show();
      await painted(shown);
      await clickSeat(shown, 'left A 1');
      await reads(shown, 'Row A, seat 1');
      shown.answer({ getSeatMap: { ...seatMap, performanceId: '5007', title: 'Rusalka' } });
      shown.picker.performanceId = '5007';
      await reads(shown, 'Rusalka');
      await reads(shown, '0 of 2');
      expect(shown.picker.seatIds).to.deep.equal([]);
    });

    it('explains a tariff’s condition, and that it needs a companion', async () => {
      const shown = await show();
      await painted(shown);
      await clickSeat(shown, 'left A 1');
      await reads(shown, 'Row A, seat 1');
      const menu = shown.see.get<HTMLSelectElement>('select');
      expect(menu.getAttribute('aria-label')).to.equal('Tariff for Row A, seat 1');
      const take = (id: string) => {
        menu.value = id;
        menu.dispatchEvent(new Event('change'));
      };
      take('2');
      await reads(shown, 'Proof of age at the door');
      expect(shown.see.text).to.contain('€42.00');
      take('3');
      await reads(shown, '“Child” is not sold by itself');
      expect(shown.see.text).to.contain('Choose “Full price” for at least one of your seats.');
      expect(shown.see.get('[part="add"]').getAttribute('aria-disabled')).to.equal('true');
      await clickSeat(shown, 'left A 2');
      await waitUntil(() => !shown.see.text.includes('not sold by itself'));
    });
  });

  describe('into the cart', () => {
    const chosen = async (given: Given = {}) => {
      const shown = await show(given);
      await painted(shown);
      await clickSeat(shown, 'left A 1');
      await clickSeat(shown, 'left A 2');
      await reads(shown, '2 of 2');
      return shown;
    };
    const asked = ({ calls }: Shown) =>
      calls.filter(({ name }) => name === 'openCart').map(({ given }) => given.body as { items: CartItem[] });

    it('adds all seats with one request, then shows the ways on', async () => {
      const shown = await chosen({
        answers: { openCart: { token: 't', cart: cartWith('left A 1', 'left A 2') } },
      });
      const wishes: unknown[] = [];
      shown.page.addEventListener('s360-cart-add-request', ({ detail }) => wishes.push(detail));
      shown.see.button('Add 2 seats to cart').click();
      await reads(shown, '2 seats are in your cart');
      expect(wishes).to.deep.equal([{ performanceId: '5006', eventId: '101', ticketCount: 2 }]);
      expect(asked(shown)).to.have.length(1);
      expect(asked(shown)[0]!.items).to.deep.equal([
        {
          kind: 'seats',
          performanceId: '5006',
          seats: ['left A 1', 'left A 2'].map((place) => ({
            seatId: idOf(place),
            seatCategoryId: '31',
            tariffId: '1',
          })),
        },
      ]);
      expect(shown.see.text).to.match(/We hold your seats until \d\d:\d\d/);
      expect(shown.see.link('Check out').getAttribute('href')).to.equal('#checkout');
      await expect(shown.picker).to.be.accessible();
    });

    it('leaves the step to a page that wants it', async () => {
      const shown = await chosen();
      shown.page.addEventListener('s360-cart-add-request', (event) => event.preventDefault());
      shown.see.button('Add 2 seats to cart').click();
      expect(asked(shown)).to.have.length(0);
      expect(shown.picker.seatIds).to.have.length(2);
    });

    it('says which seat has just gone, keeps the others, and finds new ones', async () => {
      const openCart = refuse('seats-taken', { seatIds: [idOf('left A 2')] });
      const shown = await chosen({ answers: { openCart } });
      shown.see.button('Add 2 seats to cart').click();
      await reads(shown, 'Row A, seat 2 has just gone');
      expect(shown.see.text).to.contain('Your other seat is still chosen.');
      expect(shown.see.hasButton('Keep one seat')).to.equal(true);
      await expect(shown.picker).to.be.accessible();
      shown.see.button('Find two together').click();
      await waitUntil(() => shown.picker.seatIds.length === 2);
      expect(shown.picker.seatIds).not.to.include(idOf('left A 2'));
    });

    it('says in its own words what else stood in the way', async () => {
      const shown = await chosen({ answers: { openCart: refuse('box-office-busy') } });
      shown.see.button('Add 2 seats to cart').click();
      await reads(shown, 'The box office is very busy');
      expect(shown.picker.seatIds).to.have.length(2);
    });
  });

  it('notices within seconds that a chosen seat is gone', async () => {
    const gone = { ...statesWith(), all: null, version: 2, changes: [seatAt('left A 1') + 1, 2] };
    const shown = await show({ answers: { getSeatStates: gone } });
    await painted(shown);
    await clickSeat(shown, 'left A 1');
    await clickSeat(shown, 'left A 2');
    await reads(shown, '2 of 2');
    await shown.clock.pass(15);
    await reads(shown, 'Row A, seat 1 has just gone');
    expect(shown.picker.seatIds).to.deep.equal([idOf('left A 2')]);
  });

  it('says that nobody knows yet what is free, calls no seat sold, and shows the seats within seconds of the answer', async () => {
    const answers = { getSeatMap: { ...seatMap, states: unknownStates }, getSeatStates: unknownStates };
    const shown = await show(
      { answers },
      html`<s360-seat-picker performance-id="5006" event-url="#event"></s360-seat-picker>`,
    );
    await reads(shown, 'We don’t know yet which seats are free');
    for (const claim of ['none left', 'Sold', 'Nothing is left'])
      expect(shown.see.text).not.to.contain(claim);
    expect(shown.see.link('Choose by price').getAttribute('href')).to.equal('#event');
    await expect(shown.picker).to.be.accessible();
    await shown.clock.pass(5);
    await reads(shown, 'We don’t know yet which seats are free');
    shown.answer({ getSeatStates: { ...statesWith(), version: 2 } });
    await shown.clock.pass(5);
    await painted(shown);
    expect(shown.see.text).not.to.contain('We don’t know yet');
    await clickSeat(shown, 'left A 3');
    await reads(shown, 'Row A, seat 3');
  });

  describe('in a narrow container', () => {
    before(() => setViewport({ width: 390, height: 844 }));
    after(() => setViewport({ width: 1240, height: 1100 }));

    it('asks how many, picks the best, and folds the choice into a sheet', async () => {
      const shown = await show();
      await painted(shown);
      await waitUntil(() => shown.see.hasButton('Pick the best 2'));
      await expect(shown.picker).to.be.accessible();
      shown.see.button('Pick the best 2').click();
      await waitUntil(() => shown.see.hasButton(/^Add 2 seats to cart ?€\d+\.00$/));
      expect(shown.see.all('.chips button')).to.have.length(2);
      await expect(shown.picker).to.be.accessible();
      shown.see.all('.chips button')[0]!.click();
      await waitUntil(() => shown.picker.seatIds.length === 1);
    });
  });

  describe('with long prices', () => {
    after(() => setViewport({ width: 1240, height: 1100 }));
    const currency = { code: 'HUF', digits: 2 };
    const seatCategories = seatMap.seatCategories.map((category) => ({
      ...category,
      prices: category.prices.map((price) => ({ ...price, amountMinor: price.amountMinor * 40_000 })),
    }));

    for (const width of [1240, 820, 390])
      it(`writes them within their buttons, in a window of ${width} pixels`, async () => {
        await setViewport({ width, height: 1100 });
        const { see } = await show({ answers: { getSeatMap: { ...seatMap, currency, seatCategories } } });
        await waitUntil(() => see.text.includes('3,360,000'));
        for (const button of see.all('.prices button')) {
          const [box, text] = [button, button.querySelector('b')!].map((part) =>
            part.getBoundingClientRect(),
          );
          expect(text!.left - box!.left, 'room before').to.be.above(11);
          expect(box!.right - text!.right, 'room behind').to.be.above(11);
        }
      });
  });

  describe('when there is nothing to choose from', () => {
    const told = (change: object) => show({ answers: { getSeatMap: { ...seatMap, ...change } } });

    it('shows the outline of a hall while it waits', async () => {
      const shown = await show({ answers: { getSeatMap: () => new Promise(() => {}) } });
      expect(shown.see.get('[role="status"]').getAttribute('aria-label')).to.equal('Loading the seat plan');
      await expect(shown.picker).to.be.accessible();
    });

    it('says that the relay can’t be reached, and tries again', async () => {
      const shown = await show({ answers: { getSeatMap: refuse('relay-unreachable') } });
      await reads(shown, 'We can’t reach the box office');
      await expect(shown.picker).to.be.accessible();
      shown.answer({ getSeatMap: seatMap });
      shown.see.button('Try again').click();
      await waitUntil(() => shown.see.has('s360-seat-map'));
    });

    it('sends visitors on where there is no seat plan', async () => {
      const element = html`<s360-seat-picker performance-id="5006" event-url="#event"></s360-seat-picker>`;
      const shown = await show({ answers: { getSeatMap: refuse('not-found') } }, element);
      await reads(shown, 'There is no seat plan for this date');
      expect(shown.see.link('Choose by price').getAttribute('href')).to.equal('#event');
    });

    it('says when the sale opens, and when it is over', async () => {
      const onSaleAt = '2026-11-30T10:00:00+01:00';
      await reads(await told({ saleState: 'soon', onSaleAt }), /On sale Mon, 10:00/);
      await reads(await told({ saleState: 'ended' }), 'Sale closed');
      const soldOut = await told({ saleState: 'sold-out' });
      await reads(soldOut, 'Nothing is left. Choose another date.');
      await expect(soldOut.picker).to.be.accessible();
    });

    it('says that nothing is left, and that the news are old', async () => {
      const all = { ...statesWith(), all: btoa('\x55'.repeat(17)) };
      await reads(await told({ states: all }), 'Nothing is left for this date');
      await reads(await told({ states: statesWith({}, true) }), 'Availability may be out of date');
    });
  });

  it('speaks French', async () => {
    const shown = await show({ lang: 'fr', answers: { getSeatMap: { ...seatMap, language: 'fr' } } });
    await painted(shown);
    const first = shown.map().shadowRoot!.querySelector('[role="gridcell"]')!;
    expect(first.getAttribute('aria-label')).to.equal(
      'Parterre gauche, rang A, place 1, 84\u00a0€, bonne visibilité, libre',
    );
    expect(shown.see.hasButton('Choisir les meilleures pour moi')).to.equal(true);
  });

  it('is accessible with the whole map', async () => {
    const shown = await show();
    await painted(shown);
    await expect(shown.picker).to.be.accessible();
  });
});
