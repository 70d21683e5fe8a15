import { expect } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendMouse, setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../patience.fixture.js';
import { clearPages, within } from '../pieces/shop.fixture.js';
import { idOf } from './seat-picker.fixture.js';
import { clickSeat, painted, reads, screenPlace, show } from './seat-picker.page.fixture.js';

/** What pages do to their size, and how a style sheet says it. */
const pages = {
  'a page as it is': '',
  'zoom on html': 'html { zoom: 1.25 }',
  'zoom on body': 'body { zoom: 1.1 }',
  'zoom on a wrapper': 'body > div { zoom: 0.6 }',
  'zoom within zoom': 'html { zoom: 1.25 } body { zoom: 0.9 } body > div { zoom: 0.7 }',
  'zoom on the picker itself': 's360-seat-picker { zoom: 1.3 }',
  'a scaled wrapper': 'body > div { transform: scale(0.6) }',
  'a turned wrapper': 'body > div { transform: rotate(3deg) }',
  'a mirrored wrapper': 'body > div { transform: scaleX(-1) }',
  'a turned wrapper in a zoomed page':
    'html { zoom: 1.2 } body > div { transform: rotate(-4deg) scale(0.7) skewX(5deg) }',
  'zoom within a scaled wrapper': 'body > div { transform: scale(0.8) } s360-seat-picker { zoom: 1.2 }',
};

/** Lays a style sheet over the page until the test is over. */
function restyle(text: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}

describe('<s360-seat-picker> in a page that has been resized', () => {
  before(async () => {
    await setViewport({ width: 1240, height: 1100 });
    await emulateMedia({ reducedMotion: 'reduce' });
  });
  afterEach(async () => {
    document.adoptedStyleSheets = [];
    clearPages();
    await resetMouse();
  });

  for (const [name, text] of Object.entries(pages)) {
    it(`chooses the seat that is clicked, and names the one under the mouse: ${name}`, async () => {
      restyle(text);
      const shown = await show();
      await painted(shown);
      shown.map().scrollIntoView({ block: 'center' });
      await clickSeat(shown, 'left A 3');
      await waitUntil(() => shown.picker.seatIds.length > 0, 'a seat is chosen');
      expect(shown.picker.seatIds).to.deep.equal([idOf('left A 3')]);
      await sendMouse({ type: 'move', position: screenPlace(shown, 'balcony B 10') });
      await waitUntil(
        () => /Balcony, row B, seat 10/.test(shown.map().shadowRoot!.textContent ?? ''),
        'a card',
      );
      await clickSeat(shown, 'right C 15');
      await reads(shown, 'Row C, seat 15');
    });

    it(`moves with the mouse that drags it: ${name}`, async () => {
      restyle(text);
      const shown = await show();
      await painted(shown);
      shown.map().scrollIntoView({ block: 'center' });
      const map = within(shown.map());
      for (let step = 0; step < 2; step++) map.button('Zoom in').click();
      await waitUntil(() => !map.has('.tag'), 'the seats are near');
      const before = screenPlace(shown, 'balcony A 4');
      const box = shown.map().getBoundingClientRect();
      const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
      await sendMouse({ type: 'move', position: [x, y] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [x - 30, y - 24] });
      await sendMouse({ type: 'up' });
      const after = screenPlace(shown, 'balcony A 4');
      const off = Math.hypot(after[0] - before[0] + 30, after[1] - before[1] + 24);
      expect(off, 'pixels from the mouse').to.be.below(2);
    });
  }
});
