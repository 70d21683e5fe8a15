import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { waitUntil } from '../patience.fixture.js';
import { clearPages, within } from '../pieces/shop.fixture.js';
import { plan, seatAt, seatMap, statesWith } from './seat-picker.fixture.js';
import { painted, reads, show, type Shown } from './seat-picker.page.fixture.js';

const cellOf = ({ map }: Shown, place: string) =>
  map().shadowRoot!.querySelector<HTMLElement>(`[data-kind="seat"][data-index="${seatAt(place)}"]`);
const firstCell = ({ map }: Shown) => map().shadowRoot!.querySelector<HTMLElement>('[tabindex="0"]')!;
const tagOf = ({ map }: Shown, name: RegExp) => within(map()).button(name);

/** A real click on the middle of an element, as soon as it lies there and keeps still. */
async function clickOn(target: HTMLElement): Promise<void> {
  const middle = (): [number, number] => {
    const { left, top, width, height } = target.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)];
  };
  let before = '';
  await waitUntil(() => {
    const now = String(middle());
    const isStill = now === before;
    before = now;
    return isStill && target.contains((target.getRootNode() as ShadowRoot).elementFromPoint(...middle()));
  }, 'it can be clicked');
  await sendMouse({ type: 'click', position: middle() });
}

/** Whether a seat is painted within the map. */
function isShown({ map }: Shown, place: string): boolean {
  const { x, y } = map().placeOf(seatAt(place))!;
  return x > 0 && y > 0 && x < map().clientWidth && y < map().clientHeight;
}

/** The map with the grid's row of the stalls, row C. */
async function inRowC(): Promise<Shown> {
  const shown = await show();
  await painted(shown);
  firstCell(shown).focus();
  await waitUntil(() => cellOf(shown, 'left A 1'));
  await sendKeys({ press: 'ArrowDown' });
  await sendKeys({ press: 'ArrowDown' });
  await waitUntil(() => shown.cell()?.includes('row C, seat 1'));
  return shown;
}

describe('the focus in <s360-seat-picker>', () => {
  before(async () => {
    await setViewport({ width: 1240, height: 1100 });
    await emulateMedia({ reducedMotion: 'reduce' });
  });
  afterEach(clearPages);

  for (const key of ['Enter', 'Space']) {
    it(`stays on a seat that something else has focused, and ${key} chooses that seat`, async () => {
      const shown = await inRowC();
      cellOf(shown, 'left C 5')!.focus();
      await sendKeys({ press: key });
      await reads(shown, 'Row C, seat 5');
      expect(shown.picker.seatIds).to.have.length(1);
      await waitUntil(() => /row C, seat 5.*yours$/.test(shown.cell() ?? ''), 'the focus stays');
      cellOf(shown, 'left C 7')!.focus();
      await sendKeys({ press: key });
      await waitUntil(() => shown.picker.seatIds.length === 2);
      expect(shown.spoken()).to.contain('row C, seat 7 chosen');
    });
  }

  it('goes on from a seat that something else has focused', async () => {
    const shown = await inRowC();
    cellOf(shown, 'left C 5')!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => shown.cell()?.includes('row C, seat 6'));
  });

  it('jumps to the next free seat and back, over what is sold', async () => {
    const states = statesWith(
      Object.fromEntries([3, 4, 5, 6, 7, 8].map((number) => [`left A ${number}`, 1])),
    );
    const shown = await show({ answers: { getSeatMap: { ...seatMap, states } } });
    await painted(shown);
    firstCell(shown).focus();
    await sendKeys({ press: 'n' });
    await waitUntil(() => shown.cell()?.includes('row A, seat 2'));
    await sendKeys({ press: 'n' });
    await waitUntil(() => shown.cell()?.includes('row B, seat 1'));
    await sendKeys({ press: 'N' });
    await waitUntil(() => shown.cell()?.includes('row A, seat 2'));
    expect(shown.map().shadowRoot!.querySelector('#help')!.textContent).to.contain(
      'N goes to the next free seat',
    );
  });

  it('jumps to free seats of the pressed prices only', async () => {
    const shown = await show();
    await painted(shown);
    shown.see.button(/€32/).click();
    await shown.map().updateComplete;
    firstCell(shown).focus();
    await sendKeys({ press: 'n' });
    await waitUntil(() => shown.cell()?.startsWith('Balcony, row A, seat 1'));
  });

  it('opens an area on a free seat that is shown', async () => {
    const taken = Array.from({ length: 8 }, (_, k) =>
      ['A', 'B', 'C'].map((row) => [`left ${row} ${k + 1}`, 1] as const),
    ).flat();
    const states = statesWith(Object.fromEntries(taken));
    const shown = await show({ answers: { getSeatMap: { ...seatMap, states } } });
    await painted(shown);
    tagOf(shown, /^Stalls/).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => shown.cell()?.startsWith('Stalls right, row A, seat 9'));
    expect(shown.cell()).to.match(/free$/);
    await waitUntil(() => isShown(shown, 'right A 9'), 'the seat is shown');
  });

  it('chooses nothing that is out of sight', async () => {
    const shown = await inRowC();
    shown.map().pan(-2000, -900);
    await sendKeys({ press: 'Enter' });
    await reads(shown, 'Row C, seat 1');
    await waitUntil(() => isShown(shown, 'left C 1'), 'the seat is shown');
  });

  it('keeps the focus when a pointer opens an area, without a ring', async () => {
    const shown = await show();
    await painted(shown);
    await clickOn(tagOf(shown, /^Balcony/));
    await waitUntil(() => shown.cell()?.startsWith('Balcony, row A'), 'the seat has the focus');
    expect(within(shown.map()).has('.card')).to.equal(false);
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => within(shown.map()).has('.card'));
  });

  it('keeps the card while keys go along a row', async () => {
    const shown = await inRowC();
    for (const seat of [2, 3, 4]) {
      await sendKeys({ press: 'ArrowRight' });
      await waitUntil(() => shown.cell()?.includes(`row C, seat ${seat},`), `the focus is on seat ${seat}`);
      await shown.map().updateComplete;
      expect(within(shown.map()).has('.card')).to.equal(true);
    }
  });

  it('names each area with what is left there', async () => {
    const states = statesWith(
      Object.fromEntries(
        ['A', 'B'].flatMap((row) => Array.from({ length: 10 }, (_, k) => [`balcony ${row} ${k + 1}`, 1])),
      ),
    );
    const shown = await show({ answers: { getSeatMap: { ...seatMap, states } } });
    await painted(shown);
    expect(tagOf(shown, /^Stalls/).getAttribute('aria-label')).to.equal('Stalls, from €56, 48 seats free');
    expect(tagOf(shown, /^Balcony/).getAttribute('aria-label')).to.equal('Balcony, Sold out');
    expect(tagOf(shown, /^Balcony/).textContent).to.contain('none left');
  });

  it('says the area of each seat that was picked', async () => {
    const shown = await show();
    await painted(shown);
    shown.see.button('Pick the best for me').click();
    await waitUntil(() => /Balcony, row ., seat \d+ and Balcony, row/.test(shown.spoken() ?? ''));
  });
});

describe('the focus in the list', () => {
  afterEach(clearPages);

  it('goes to the first row that was not shown before', async () => {
    const [left, , balcony] = plan.sections;
    const tall = { ...plan, sections: [{ ...left!, rows: 6 }, balcony!] };
    const shown = await show(
      { answers: { getSeatPlan: tall } },
      html`<s360-seat-picker performance-id="5006" view="list"></s360-seat-picker>`,
    );
    await waitUntil(() => shown.see.has('s360-seat-list') && shown.list().shadowRoot?.querySelector('h3'));
    const list = within(shown.list());
    list.button(/Stalls/).click();
    await waitUntil(() => list.hasButton(/^Show \d more row/));
    list.button(/^Show \d more row/).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !list.hasButton(/^Show \d more row/));
    const focused = shown.list().shadowRoot!.activeElement?.getAttribute('aria-label');
    expect(focused).to.match(/^Stalls left, row B, seat 9,/);
  });
});

describe('wheelchair spaces and companions’ seats', () => {
  const listed = html`<s360-seat-picker performance-id="5006" view="list"></s360-seat-picker>`;
  const tariffs = [
    { ...seatMap.tariffs[0]! },
    { ...seatMap.tariffs[1]!, id: '2', name: 'Wheelchair user', description: '' },
  ];
  const given = { answers: { getSeatMap: { ...seatMap, tariffs } } };

  before(() => setViewport({ width: 1240, height: 1100 }));
  afterEach(clearPages);

  it('are not added before their tariff is chosen', async () => {
    const shown = await show(given);
    await painted(shown);
    shown.map().dispatchEvent(new CustomEvent('seat-pick', { detail: { seat: seatAt('left C 1') } }));
    await reads(shown, 'Row C, seat 1 is a wheelchair space');
    const add = shown.see.get('[part="add"]');
    expect(add.getAttribute('aria-disabled')).to.equal('true');
    const menu = shown.see.get<HTMLSelectElement>('select');
    expect(menu.selectedOptions[0]!.textContent.trim()).to.equal('Choose a tariff');
    shown.see.button('Add 1 seat to cart').click();
    expect(shown.calls.some(({ name }) => name === 'addToCart')).to.equal(false);
    menu.value = '2';
    menu.dispatchEvent(new Event('change'));
    await waitUntil(() => !shown.see.get('.tray').textContent?.includes('is a wheelchair space'));
    expect(shown.see.get('[part="add"]').getAttribute('aria-disabled')).to.equal('false');
    expect(shown.see.text).to.contain('€28.00').and.to.contain('Wheelchair space');
  });

  it('come last in the list, however near to the stage they are', async () => {
    const kept = ['left C 1', 'left C 2'];
    const taken = ['A', 'B', 'C'].flatMap((row) =>
      Array.from({ length: 8 }, (_, k) => `left ${row} ${k + 1}`),
    );
    const states = statesWith(
      Object.fromEntries(taken.filter((place) => !kept.includes(place)).map((place) => [place, 1])),
    );
    const shown = await show({ answers: { getSeatMap: { ...seatMap, states } } }, listed);
    await waitUntil(() => shown.see.has('s360-seat-list') && shown.list().shadowRoot?.querySelector('h3'));
    const names = () =>
      [...shown.list().shadowRoot!.querySelectorAll('h3 b')].map(({ textContent }) => textContent);
    expect(names()).to.deep.equal(['Stalls right', 'Balcony', 'Stalls left']);
    const order = shown.list().shadowRoot!.querySelector('select')!;
    order.value = 'cheap';
    order.dispatchEvent(new Event('change'));
    await waitUntil(() => names()[0] === 'Balcony');
    expect(names().at(-1)).to.equal('Stalls left');
  });

  it('are never offered to fill a gap', async () => {
    const taken = ['left C 1', 'left C 4', 'left C 5', 'left C 6', 'left C 7', 'left C 8'];
    const states = statesWith(Object.fromEntries(taken.map((place) => [place, 1])));
    const shown = await show({ answers: { getSeatMap: { ...seatMap, states } } });
    await painted(shown);
    shown.map().dispatchEvent(new CustomEvent('seat-pick', { detail: { seat: seatAt('left C 3') } }));
    await reads(shown, 'Row C, seat 3');
    expect(shown.see.text).not.to.contain('left on its own');
  });
});
