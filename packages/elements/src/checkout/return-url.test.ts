import { expect } from '@open-wc/testing';
import { restoreFragment, returnUrl, takeReturn } from './return-url.js';

const start = location.href;
const show = (address: string) => history.replaceState({ kept: true }, '', address);
const here = () => location.href.slice(location.origin.length);
const toBank = (given = '') => returnUrl(given).slice(location.origin.length);

/** Addresses as hosts have them; each must come back as it was. */
const addresses = [
  '/checkout',
  '/checkout?',
  '/checkout?x=1',
  '/index.php?/checkout',
  '/p?preview&q=a%20b+c&q=%C3%A9',
  '/p?a=1;b=2&empty=&=nameless',
  '/p?path=/a/b&next=https://x.example/?y=1',
  '/checkout#step',
  '/checkout?x=1#frag',
  '/app#/checkout',
  '/app?x=1#/checkout?tab=2&s=%20',
  '/app#!/caf%C3%A9',
];

/** What banks and payment services put behind the address. */
const additions = ['', '&ORDER_IDENTIFIER=s1', '&status=ok&redirectResult=a%2Bb'];

describe('the way to the bank and back', () => {
  afterEach(() => {
    document.querySelector('base')?.remove();
    history.replaceState(null, '', start);
  });

  for (const address of addresses) {
    it(`touches nothing of ${address}`, () => {
      for (const addition of additions) {
        show(address);
        const away = toBank();
        expect(away).to.not.contain('#');
        expect(away.startsWith(address.replace(/#.*/, ''))).to.equal(true);
        show(away + addition);
        expect(takeReturn()).to.equal(true);
        expect(here()).to.equal(address);
        expect(history.state).to.deep.equal({ kept: true });
        expect(takeReturn()).to.equal(false);
      }
    });
  }

  it('resolves against the document’s base, as links do', () => {
    show('/shop/a/b?x=1');
    const base = document.createElement('base');
    base.href = '/shop/';
    document.head.append(base);
    expect(toBank('checkout.html')).to.equal('/shop/checkout.html?s360-return=1');
    expect(toBank('?pay')).to.equal('/shop/?pay&s360-return=1');
    expect(toBank('/pay#here')).to.equal('/pay?s360-return=%23here');
    expect(returnUrl('https://other.example/pay')).to.equal('https://other.example/pay?s360-return=1');
    expect(toBank()).to.equal('/shop/a/b?x=1&s360-return=1');
  });

  it('has its mark once, also from a page that still has one', () => {
    show('/pay?x=1&s360-return=1&ORDER_IDENTIFIER=s1');
    expect(toBank()).to.equal('/pay?x=1&s360-return=1');
  });

  it('keeps a fragment that the bank did not drop, and ends well with one that can’t be read', () => {
    show('/pay?s360-return=%23a#b');
    takeReturn();
    expect(here()).to.equal('/pay#b');
    show('/pay?s360-return=%23%E0%A4%A');
    expect(takeReturn()).to.equal(true);
    expect(here()).to.equal('/pay');
  });

  it('leaves pages alone that nobody comes back to', () => {
    show('/pay?not-s360-return=1&x=s360-return=1');
    expect(takeReturn()).to.equal(false);
    restoreFragment();
    expect(here()).to.equal('/pay?not-s360-return=1&x=s360-return=1');
  });

  it('tells an app that routes by fragments where it was, before the checkout is there', async () => {
    show('/app?x=1&s360-return=%23%2Fcheckout&ORDER_IDENTIFIER=s1');
    const heard = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    restoreFragment();
    await heard;
    expect(location.hash).to.equal('#/checkout');
    expect(takeReturn()).to.equal(true);
    expect(here()).to.equal('/app?x=1#/checkout');
  });
});
