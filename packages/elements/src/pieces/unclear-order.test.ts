import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../cart/cart.js';
import '../checkout/checkout.js';
import './cart-states.js';
import { payingCart, readyCart, shop } from './purchase.fixture.js';
import { clearPages, type Given, settled, shopWith, within } from './shop.fixture.js';

const unclear = () => readyCart({ state: 'unclear', expiresAt: null });

async function show(tag: 's360-cart' | 's360-checkout', given: Given = {}) {
  const template =
    tag === 's360-cart'
      ? html`<s360-cart checkout-url="#checkout"></s360-cart>`
      : html`<s360-checkout></s360-checkout>`;
  const shopOf = await shopWith(template, {
    kept: { 'cart-token': 't' },
    ...given,
    answers: { getShop: shop, getCart: unclear(), ...given.answers },
  });
  const element = shopOf.page.querySelector<HTMLElement>(tag)!;
  const rest = () => settled(shopOf.page);
  await rest();
  return { ...shopOf, element, see: within(element), rest };
}

describe('an order whose state nobody knows', () => {
  afterEach(clearPages);

  for (const tag of ['s360-cart', 's360-checkout'] as const) {
    it(`is shown by <${tag}> with its number and all that it holds, and nothing to pay or change`, async () => {
      const { see, element } = await show(tag);
      expect(see.text).to.contain('We can’t tell what has become of this order');
      expect(see.text).to.contain('order 4711').and.to.contain('Don’t pay for it again');
      expect(see.text).to.contain('The Magic Flute').and.to.contain('€170.40');
      expect(see.hasButton(/remove|check out|continue/i)).to.equal(false);
      expect(see.hasLink(/check out/i)).to.equal(false);
      expect(see.has('input, select')).to.equal(false);
      expect(see.text).not.to.match(/held|expired|ended|is paid|complete/i);
      expect(see.link('Call +41 44 555 01 01').getAttribute('href')).to.equal('tel:+41445550101');
      await expect(element).to.be.accessible();
    });

    it(`is asked about again from <${tag}>, and goes on where it can`, async () => {
      const { see, rest, answer } = await show(tag);
      see.button('Check again').click();
      await rest();
      expect(see.text).to.contain('We can’t tell');
      answer({ getCart: readyCart() });
      see.button('Check again').click();
      await rest();
      expect(see.text).not.to.contain('We can’t tell');
      expect(see.hasButton(/Continue to payment|Remove/) || see.hasLink('Check out')).to.equal(true);
    });

    it(`makes room for a new cart in <${tag}>`, async () => {
      const { see, rest } = await show(tag);
      see.button('Start a new cart').click();
      await rest();
      expect(see.text).to.contain('Your cart is empty');
    });

    it(`is spoken of in French in <${tag}>`, async () => {
      const { see } = await show(tag, { lang: 'fr' });
      expect(see.text).to.contain('ce qu’est devenue cette commande').and.to.contain('4711');
    });
  }

  it('never looks like a payment that is under way', async () => {
    const { see } = await show('s360-cart');
    const paying = await show('s360-cart', { answers: { getCart: payingCart() } });
    expect(paying.see.text).to.contain('A payment for this cart is under way');
    expect(see.text).not.to.contain('A payment for this cart is under way');
  });
});
