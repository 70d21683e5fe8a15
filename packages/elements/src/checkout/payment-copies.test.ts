import { expect } from '@open-wc/testing';
import { outcome, payingCart, readyCart } from '../pieces/purchase.fixture.js';
import { clearPages, within } from '../pieces/shop.fixture.js';
import { atReview, form, provider } from './payment.fixture.js';

/** Ways in which pages are copied, as routers, page builders and caches do it. Each gives the page's content anew. */
const copies: Record<string, (page: HTMLElement) => void> = {
  'is cloned': (page) => page.replaceChildren(...clonesOf(page)),
  'is parsed again': (page) => {
    page.innerHTML = page.innerHTML.replaceAll('\u00AD', '');
  },
  'is restored from a cache': (page) => {
    const cached = clonesOf(page);
    page.replaceChildren(document.createElement('p'));
    page.replaceChildren(...cached);
  },
  'has its checkout replaced by a copy': (page) => {
    const checkout = page.querySelector('s360-checkout');
    checkout?.replaceWith(checkout.cloneNode(true));
  },
};

const clonesOf = (page: HTMLElement) => [...page.childNodes].map((node) => node.cloneNode(true));
const checkoutIn = (page: HTMLElement) => page.querySelector('s360-checkout') as HTMLElement;

describe('the card form in a page that', () => {
  afterEach(clearPages);

  for (const [title, copy] of Object.entries(copies)) {
    it(`${title} is there once, and alive`, async () => {
      const { start, mounted, unmounts } = provider();
      const { page, pay, rest, answer } = await atReview({ startPayment: start });
      await pay();
      answer({ getCart: payingCart(), getPaymentOutcome: outcome({}) });
      copy(page);
      await rest();
      const shown = checkoutIn(page);
      expect(form(shown)).to.have.length(1);
      expect(mounted.length - unmounts()).to.equal(1);
      expect(mounted.at(-1)?.target).to.equal(form(shown)[0]);
    });

    it(`${title} is gone after the way back, and there once when it is paid again`, async () => {
      const { start, mounted, unmounts } = provider();
      const { page, pay, rest, answer } = await atReview({ startPayment: () => structuredClone(start) });
      await pay();
      answer({ getCart: payingCart(), getPaymentOutcome: outcome({}) });
      copy(page);
      await rest();
      const shown = checkoutIn(page);
      const see = within(shown);
      answer({ leavePayment: outcome({ status: 'cancelled', cart: readyCart() }), getCart: readyCart() });
      see.button('Back to review').click();
      await rest();
      expect(form(shown)).to.have.length(0);
      expect(mounted.length).to.equal(unmounts());
      see.get('#terms').click();
      see.button(/Continue to payment/).click();
      await rest();
      expect(form(shown)).to.have.length(1);
      expect(mounted.length - unmounts()).to.equal(1);
    });
  }

  it('holds a copy beside the first stands in the copy alone, and can be taken back', async () => {
    const { start, mounted, unmounts } = provider();
    const { page, shown, see, pay, rest, answer } = await atReview({ startPayment: start });
    await pay();
    answer({ getCart: payingCart(), getPaymentOutcome: outcome({}) });
    page.append(...clonesOf(page));
    await rest();
    expect(page.querySelectorAll('[slot="payment"]')).to.have.length(1);
    expect(mounted.length - unmounts()).to.equal(1);
    expect(see.text).to.contain('A payment for this cart is under way');
    see.button('Go on here').click();
    await rest();
    expect(form(shown)).to.have.length(1);
    expect(page.querySelectorAll('[slot="payment"]')).to.have.length(1);
  });

  it('comes with a form of before shows none at a step that has none', async () => {
    const { shown, page, rest } = await atReview({});
    const copy = shown.cloneNode(true) as HTMLElement;
    copy.innerHTML =
      '<div slot="payment" data-s360-payment>card form</div><div slot="payment">the page’s own</div>';
    page.replaceChildren(copy);
    await rest();
    expect([...form(copy)].map(({ textContent }) => textContent)).to.deep.equal(['the page’s own']);
  });
});
