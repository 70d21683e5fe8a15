import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { detail } from '../pieces/programme.fixture.js';
import { clearPages, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './event.js';

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** An event with more days than fit, in a page as wide as a desk's screen. */
async function show() {
  await setViewport({ width: 900, height: 900 });
  const [evening] = detail().performances;
  const performances = Array.from({ length: 20 }, (_, index) => {
    const day = String(index + 1).padStart(2, '0');
    return { ...evening!, id: `20${day}`, startAt: `2026-12-${day}T19:00:00+01:00` };
  });
  const { page } = await shopWith(html`<s360-event event-id="101"></s360-event>`, {
    answers: { getEvent: detail({ performances }) },
  });
  const see = within(page.querySelector('s360-event')!);
  const strip = see.get('.strip');
  const scrollTo = async (left: number) => {
    strip.scrollTo({ left, behavior: 'instant' });
    await nextFrame();
    await nextFrame();
  };
  const last = () => strip.scrollWidth - strip.clientWidth;
  expect(last(), 'pixels to scroll').to.be.above(200);
  const chosen = () => see.get<HTMLInputElement>('.day :checked').parentElement;
  return { page, see, strip, scrollTo, last, chosen };
}

function middleOf(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** The date under a place, if there is one. */
const dateAt = ([x, y]: [number, number]) =>
  document.querySelector('s360-event')!.shadowRoot!.elementFromPoint(x, y)?.closest('.day') ?? null;

describe('the dates of <s360-event>', () => {
  afterEach(async () => {
    await resetMouse();
    clearPages();
  });

  for (const end of ['first', 'last'] as const) {
    it(`takes the date that was pressed, though the strip comes to rest at its ${end} one meanwhile`, async () => {
      const { page, see, scrollTo, last, chosen } = await show();
      const beside = () => scrollTo(end === 'first' ? 6 : last() - 6);
      await beside();
      await beside();
      const pressed = see.all('.day').at(end === 'first' ? 3 : -2)!;
      await sendMouse({ type: 'move', position: middleOf(pressed) });
      await sendMouse({ type: 'down' });
      await scrollTo(end === 'first' ? 0 : last());
      await sendMouse({ type: 'up' });
      await settled(page);
      expect(chosen()?.textContent).to.equal(pressed.textContent);
    });
  }

  it('lets no date come under a pointer that goes to the later ones again and again', async () => {
    const { page, see, last, strip, chosen } = await show();
    const before = chosen();
    const place = middleOf(see.button('Later dates'));
    for (let press = 0; press < 6; press++) {
      expect(dateAt(place), 'what is under the pointer').to.equal(null);
      await sendMouse({ type: 'click', position: place });
      await nextFrame();
      await nextFrame();
    }
    await settled(page);
    expect(strip.scrollLeft, 'shows the last').to.be.closeTo(last(), 1);
    expect(chosen(), 'what was chosen').to.equal(before);
  });

  it('says at which end the dates are, and offers no way where all are in sight', async () => {
    const { see, scrollTo, last } = await show();
    const canGo = (name: string) => see.button(name).getAttribute('aria-disabled') !== 'true';
    expect([canGo('Earlier dates'), canGo('Later dates')]).to.deep.equal([false, true]);
    await scrollTo(last() / 2);
    expect([canGo('Earlier dates'), canGo('Later dates')]).to.deep.equal([true, true]);
    await scrollTo(last());
    expect([canGo('Earlier dates'), canGo('Later dates')]).to.deep.equal([true, false]);
    clearPages();
    const few = await shopWith(html`<s360-event event-id="101"></s360-event>`, {
      answers: { getEvent: detail() },
    });
    const seeFew = within(few.page.querySelector('s360-event')!);
    expect(seeFew.button('Later dates').checkVisibility()).to.equal(false);
  });
});
