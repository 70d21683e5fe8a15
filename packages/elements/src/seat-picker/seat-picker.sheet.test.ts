import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { waitUntil } from '../patience.fixture.js';
import { clearPages, settled, within } from '../pieces/shop.fixture.js';
import { seatAt } from './seat-picker.fixture.js';
import { painted, reads, show, type Shown } from './seat-picker.page.fixture.js';

/** A page with a header of its own, as tall as pages have it. */
const page = html`<div style="height: 130px"></div>
  <s360-seat-picker performance-id="5006" checkout-url="#checkout"></s360-seat-picker>`;

async function choose(shown: Shown, place: string): Promise<void> {
  shown.map().dispatchEvent(new CustomEvent('seat-pick', { detail: { seat: seatAt(place) } }));
  await reads(shown, /Add \d seats? to cart/);
}

/** What the sheet is like, by what has been done. */
const states: Record<string, (shown: Shown) => Promise<void>> = {
  'while nothing is chosen': async () => {},
  'with a seat chosen': (shown) => choose(shown, 'left A 3'),
  'with a seat left on its own': async (shown) => {
    await choose(shown, 'left A 2');
    await reads(shown, /left on its own/);
  },
  'with its details open': async (shown) => {
    await choose(shown, 'left A 2');
    shown.see.get('summary').click();
    await settled(shown.page);
  },
};

/** What a finger on the middle of a control would touch is that control. */
function canBeTouched(control: HTMLElement): boolean {
  const { left, top, width, height } = control.getBoundingClientRect();
  let [touched, inner] = [
    null as Element | null,
    document.elementFromPoint(left + width / 2, top + height / 2),
  ];
  while (inner && inner !== touched) {
    touched = inner;
    inner = touched.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2) ?? touched;
  }
  return control.contains(touched);
}

const nameOf = (control: HTMLElement) => control.ariaLabel ?? control.textContent.trim();
const untouchable = (controls: HTMLElement[]) =>
  controls.filter((control) => !canBeTouched(control)).map(nameOf);

for (const [width, height] of [
  [390, 844],
  [320, 568],
] as const) {
  describe(`<s360-seat-picker> on a screen of ${width} by ${height}`, () => {
    before(async () => {
      await setViewport({ width, height });
      await emulateMedia({ reducedMotion: 'reduce' });
    });
    afterEach(clearPages);

    for (const [state, reach] of Object.entries(states)) {
      it(`leaves every control within reach ${state}`, async () => {
        const shown = await show({}, page);
        await painted(shown);
        await waitUntil(() => shown.see.has('.sheet'), 'the sheet');
        within(shown.map())
          .button(/^Stalls/)
          .click();
        await waitUntil(() => shown.map().shadowRoot!.querySelector('.zoom:not(.overview)'), 'zoomed');
        await reach(shown);
        const zoom = [...shown.map().shadowRoot!.querySelectorAll<HTMLElement>('.zoom button')];
        expect(zoom.map(nameOf)).to.deep.equal(['Zoom in', 'Zoom out', 'Show the whole plan']);
        // On a tall screen as the page is; where the sheet takes most of it, with the map at the upper edge.
        if (height < 600 || state.includes('details')) shown.map().scrollIntoView({ block: 'start' });
        expect(untouchable(zoom), 'out of reach on the map').to.deep.equal([]);
        for (const control of shown.see.all('.sheet :is(button, select, summary)')) {
          if (!control.checkVisibility()) continue;
          control.scrollIntoView({ block: 'nearest' });
          expect(untouchable([control]), 'out of reach in the sheet').to.deep.equal([]);
        }
      });
    }
  });
}
