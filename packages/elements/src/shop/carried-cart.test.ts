import { expect } from '@open-wc/testing';
import { carriedIn } from './carried-cart.js';
import { cartMark } from './cart-mark.js';

const relay = 'https://tickets.example.org/relay';
const encoded = encodeURIComponent(relay);
const value = `to-k_en7.${encoded}`;
const here = 'https://theatre.example.org/shop/cart?lang=en';
const before = 'https://theatre.example.org/event';
const cart = { token: 'to-k_en7', relay: encoded };

describe('a cart in the fragment of an address', () => {
  for (const [mark, rest] of [
    ['#', here],
    ['#/checkout?', `${here}#/checkout`],
    ['#/checkout?step=1&', `${here}#/checkout?step=1`],
  ])
    it(`is found and taken out behind "${mark}"`, () => {
      expect(carriedIn(`${here}${mark}${cartMark}${value}`, before)).to.deep.equal({ cart, rest });
    });

  it('is not looked for where it does not stand', () => {
    for (const href of [here, `${here}#top`, `${here}&${cartMark}${value}`, `${here}#my-${cartMark}${value}`])
      expect(carriedIn(href, before), href).to.equal(null);
  });

  for (const referrer of [
    '',
    'https://evil.example.org/',
    'https://theatre.example.org.evil.example/',
    'http://theatre.example.org/event',
    'nonsense',
  ])
    it(`is taken out but not believed when the page before was "${referrer}"`, () => {
      expect(carriedIn(`${here}#${cartMark}${value}`, referrer)).to.deep.equal({ cart: null, rest: here });
    });

  for (const odd of ['', 'token', 'token.', `.${encoded}`, 'a b.c', 'to"ken.c'])
    it(`is taken out but not believed as "${odd}"`, () => {
      const found = carriedIn(`${here}#${cartMark}${odd}`, before);
      expect(found?.rest).to.equal(here);
      expect(found?.cart).to.equal(null);
    });
});
