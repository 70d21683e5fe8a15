import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { waitUntil } from '../patience.fixture.js';
import { clearPages, within } from '../pieces/shop.fixture.js';
import { painted, reads, show, type Shown } from './seat-picker.page.fixture.js';

/** What has the focus, through all shadows. */
function focused(): HTMLElement | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active as HTMLElement | null;
}

const skips = (part: HTMLElement) => within(part).all('.skip');

/** One Tab from a seat, and Enter: at the chosen seats, with the way into the cart not far. */
async function skipsTo(shown: Shown): Promise<void> {
  await sendKeys({ press: 'Tab' });
  expect(focused()?.textContent.trim(), 'after the seat').to.equal('To your seats');
  expect(focused()!.getBoundingClientRect().width, 'is seen with the focus').to.be.above(60);
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => focused()?.id === 'tray', 'the focus is at the seats');
  let presses = 0;
  for (; presses < 8 && focused()?.getAttribute('part') !== 'add'; presses++)
    await sendKeys({ press: 'Tab' });
  expect(presses, 'Tabs to the button that adds').to.be.below(8);
  expect(shown.picker.seatIds).to.have.length(1);
}

for (const [screen, width] of [
  ['a desk', 1240],
  ['a phone', 390],
] as const)
  describe(`from a chosen seat to the tray, on ${screen}`, () => {
    before(async () => {
      await setViewport({ width, height: 900 });
      await emulateMedia({ reducedMotion: 'reduce' });
    });
    afterEach(clearPages);

    it('takes one Tab on the map', async () => {
      const shown = await show();
      await painted(shown);
      shown.map().shadowRoot!.querySelector<HTMLElement>('[tabindex="0"]')!.focus();
      await sendKeys({ press: 'n' });
      await waitUntil(() => shown.cell()?.endsWith('free'));
      expect(skips(shown.map()), 'before anything is chosen').to.deep.equal([]);
      await sendKeys({ press: 'Enter' });
      await reads(shown, /Add 1 seat to cart/);
      await waitUntil(() => skips(shown.map()).length === 1);
      await skipsTo(shown);
    });

    it('takes one Tab in the list', async () => {
      const shown = await show(
        {},
        html`<s360-seat-picker performance-id="5006" view="list"></s360-seat-picker>`,
      );
      await waitUntil(() => shown.see.has('s360-seat-list') && within(shown.list()).has('h3'));
      const list = within(shown.list());
      list.button(/Stalls/).click();
      await waitUntil(() => list.has('.seat'));
      expect(skips(shown.list()), 'before anything is chosen').to.deep.equal([]);
      list.button(/, free$/).focus();
      await sendKeys({ press: 'Enter' });
      await reads(shown, /Add 1 seat to cart/);
      await waitUntil(() => skips(shown.list()).length === 1);
      await skipsTo(shown);
    });
  });
