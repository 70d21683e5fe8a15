import { expect } from '@open-wc/testing';
import type { Store } from '@s360-widgets/store';
import { cartMark } from './cart-mark.js';
import { carryCart } from './unkept-cart.js';

const relay = 'https://tickets.example.org';
const carried = `${cartMark}t1.https%3A%2F%2Ftickets.example.org`;

/** What the tests change: the cart that the browser does not keep. */
const state = { unkeptToken: 't1' as string | null, cart: { value: { state: 'open' } } };
carryCart({ state } as unknown as Store, relay);

/** A link in a shadow root, as the kit's are; it is not followed. */
function linkTo(href: string, host = 's360-test-host'): HTMLAnchorElement {
  const element = document.createElement(host);
  const link = document.createElement('a');
  link.setAttribute('href', href);
  link.textContent = 'Cart';
  element.attachShadow({ mode: 'open' }).append(link);
  document.body.append(element);
  return link;
}

/** The address that a click would lead to. */
function followed(
  link: HTMLAnchorElement,
  event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }),
) {
  let followedTo = '';
  window.addEventListener(
    event.type,
    (last) => {
      followedTo = link.href;
      last.preventDefault();
    },
    { once: true },
  );
  link.dispatchEvent(event);
  return followedTo;
}

const isAsked = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
const soon = () => new Promise((resolve) => setTimeout(resolve));

describe('a cart that the browser does not keep', () => {
  beforeEach(() => {
    Object.assign(state, { unkeptToken: 't1', cart: { value: { state: 'open' } } });
    window.dispatchEvent(new Event('pointerdown'));
  });

  for (const [href, sign] of [
    ['/cart', '#'],
    ['/cart?lang=en', '#'],
    ['/app#/cart', '?'],
    ['/app#/cart?step=1', '&'],
  ] as const)
    it(`goes with the link to ${href}, and stands in the page no longer than the click`, async () => {
      const link = linkTo(href);
      expect(followed(link)).to.equal(`${location.origin}${href}${sign}${carried}`);
      expect(link.referrerPolicy).to.equal('same-origin');
      await soon();
      expect(link.getAttribute('href')).to.equal(href);
      expect(link.referrerPolicy).to.equal('');
    });

  it('goes into a new tab as well', () => {
    const event = new MouseEvent('auxclick', { bubbles: true, composed: true, cancelable: true, button: 1 });
    expect(followed(linkTo('/cart'), event)).to.contain(carried);
  });

  it('goes to no other site, and with no link but the kit’s', () => {
    expect(followed(linkTo('https://elsewhere.example.org/cart'))).to.equal(
      'https://elsewhere.example.org/cart',
    );
    expect(followed(linkTo('/cart', 'theatre-header'))).to.equal(`${location.origin}/cart`);
    expect(followed(linkTo('mailto:box@example.org'))).to.equal('mailto:box@example.org');
  });

  it('stays where the page stays, or takes the click over', () => {
    expect(followed(linkTo(`${location.href.replace(/#.*/, '')}#cart`))).not.to.contain(carried);
    const link = linkTo('/cart');
    link.addEventListener('click', (event) => event.preventDefault());
    expect(followed(link)).to.equal(`${location.origin}/cart`);
  });

  it('goes with no link once the browser keeps it', () => {
    state.unkeptToken = null;
    expect(followed(linkTo('/cart'))).to.equal(`${location.origin}/cart`);
  });

  it('makes the browser ask before the page is left otherwise', () => {
    expect(isAsked()).to.equal(true);
    followed(linkTo('/cart'));
    expect(isAsked()).to.equal(false);
    window.dispatchEvent(new Event('keydown'));
    expect(isAsked()).to.equal(true);
  });

  it('lets the visitor go to the bank, and when there is nothing to lose', () => {
    state.cart.value.state = 'paying';
    expect(isAsked()).to.equal(false);
    state.unkeptToken = null;
    state.cart.value.state = 'open';
    expect(isAsked()).to.equal(false);
  });
});
