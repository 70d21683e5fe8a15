import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import '../cart/cart.js';
import '../pieces/cart-states.js';
import '../checkout/checkout.js';
import '../event/event.js';
import '../seat-picker/seat-picker.js';
import { waitUntil } from '../patience.fixture.js';
import { plan, seatMap } from '../seat-picker/seat-picker.fixture.js';
import { detail } from './programme.fixture.js';
import { cart, endedCart, event, shop } from './purchase.fixture.js';
import { type Answers, clearPages, settled, shopWith, within } from './shop.fixture.js';

const words = 'Your browser does not keep your cart';
const kept = { 'cart-token': 't' };

async function show(template: TemplateResult, isStorageRefused: boolean, answers: Answers = {}) {
  const given = await shopWith(template, {
    kept: template === event1 || template === picker ? {} : kept,
    isStorageRefused,
    answers: {
      getShop: shop,
      getCart: cart(),
      getEvent: template === event1 ? detail() : event,
      openCart: { token: 't', cart: cart() },
      getSeatMap: seatMap,
      getSeatPlan: plan,
      ...answers,
    },
  });
  const see = within(given.page.firstElementChild!);
  const press = async (name: string | RegExp) => {
    await waitUntil(() => see.hasButton(name), `a button ${name}`);
    see.button(name).click();
    for (let round = 0; round < 10; round++) await settled(given.page);
  };
  return { ...given, see, press };
}
type Shown = Awaited<ReturnType<typeof show>>;

const event1 = html`<s360-event event-id="101" cart-url="/cart"></s360-event>`;
const picker = html`<s360-seat-picker performance-id="5006" cart-url="/cart"></s360-seat-picker>`;

const places: [string, TemplateResult, (shown: Shown) => Promise<void>][] = [
  ['<s360-cart>', html`<s360-cart></s360-cart>`, async () => {}],
  ['<s360-checkout>', html`<s360-checkout></s360-checkout>`, async () => {}],
  [
    '<s360-event> beside the way to the cart',
    event1,
    async ({ press }) => {
      await press('One more, Full price');
      await press('Add to cart');
    },
  ],
  [
    '<s360-seat-picker> beside the way to the cart',
    picker,
    async ({ press }) => {
      await press(/^Pick the best/);
      await press(/^Add 2 seats/);
    },
  ],
];

describe('a cart that the browser does not keep', () => {
  afterEach(clearPages);

  for (const [place, template, act] of places) {
    it(`is told in ${place}`, async () => {
      const shown = await show(template, true);
      await act(shown);
      expect(shown.see.text).to.contain(words);
    });

    it(`is not told in ${place} when the browser keeps it`, async () => {
      const shown = await show(template, false);
      await act(shown);
      expect(shown.see.text).not.to.contain(words);
    });
  }

  it('is not told before there is one, nor when it has ended', async () => {
    expect(
      (await show(html`<s360-cart></s360-cart>`, true, { getCart: endedCart() })).see.text,
    ).not.to.contain(words);
    expect((await show(event1, true)).see.text).not.to.contain(words);
  });

  it('is told so that an audit finds nothing', async () => {
    const { page } = await show(html`<s360-cart></s360-cart>`, true);
    await expect(page.firstElementChild!).to.be.accessible();
  });
});
