import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { cart, endedCart, order, outcome, payingCart, readyCart, shop } from '../pieces/purchase.fixture.js';
import { clearPages, type Given, refuse, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './checkout.js';
import './payment-notes.js';
import '../pieces/cart-states.js';
import './confirmation-step.js';

const paid = { orders: [{ orderId: '4711', token: 't', isConfirmed: true }] };
const justNow = order({ purchasedAt: '2026-11-27T09:59:00+01:00' });
const plain = html`<s360-checkout orders-url="#orders"></s360-checkout>`;

async function show({ answers, ...given }: Given = {}, element = plain) {
  const shopOf = await shopWith(element, { answers: { getShop: shop, ...answers }, ...given });
  const shown = shopOf.page.querySelector('s360-checkout') as HTMLElement;
  await settled(shopOf.page);
  return { ...shopOf, shown, see: within(shown), rest: () => settled(shopOf.page) };
}

const returned = () => history.replaceState(null, '', `${location.pathname}?s360-return=1`);

describe('after a payment', () => {
  afterEach(() => {
    clearPages();
    history.replaceState(null, '', location.pathname);
  });

  it('a reload shows the confirmation again, with the focus on its title', async () => {
    const { see, shown } = await show({ kept: paid, answers: { getOrder: justNow } });
    expect(see.get('h2').textContent).to.equal('See you on 12\u00a0December, Elena');
    expect(see.focused?.textContent).to.contain('See you on');
    expect(see.text).to.not.contain('cart is empty');
    expect(see.link('All my orders').getAttribute('href')).to.equal('#orders');
    await expect(shown).to.be.accessible();
  });

  it('days later the checkout leads to the order, and not to an empty cart alone', async () => {
    const { see, shown, rest } = await show({ kept: paid, answers: { getOrder: order() } });
    expect(see.get('h2').textContent).to.equal('Your order is complete');
    expect(see.text).to.contain('Order 4711 of Tue 24 Nov is paid.');
    expect(see.link('All my orders').getAttribute('href')).to.equal('#orders');
    await expect(shown).to.be.accessible();
    see.button('Show the order').click();
    await rest();
    expect(see.focused?.textContent).to.contain('See you on');
  });

  it('a reload without the relay says that what was bought is safe, and tries again', async () => {
    const { see, rest, answer } = await show({
      kept: paid,
      answers: { getOrder: refuse('relay-unreachable') },
    });
    expect(see.text).to.contain('What you have bought stays yours.');
    expect(see.text).to.not.contain('cart is empty');
    answer({ getOrder: justNow });
    see.button('Try again').click();
    await rest();
    expect(see.focused?.textContent).to.contain('See you on');
  });

  it('a page that the browser had kept, or another tab, goes on to the confirmation', async () => {
    const { see, store, answer, rest } = await show({
      kept: { 'cart-token': 't' },
      answers: { getCart: payingCart(), getPaymentOutcome: outcome({}) },
    });
    expect(see.text).to.contain('Your payment is not finished');
    answer({ getCart: cart({ state: 'completed' }), getOrder: justNow });
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await rest();
    expect(see.focused?.textContent).to.contain('See you on');
    expect(store.state.soldOrderId).to.equal('4711');
  });

  it('a cart that was sold but whose order can’t be read is not said to be empty alone', async () => {
    const { see, store, answer, rest } = await show({
      kept: { 'cart-token': 't' },
      answers: { getCart: readyCart() },
    });
    answer({ getCart: cart({ state: 'completed' }), getOrder: refuse('box-office-down') });
    await store.dispatch('cart-load', {});
    await rest();
    expect(see.text).to.contain('Order 4711 is paid.');
    answer({ getOrder: justNow });
    see.button('Show the order').click();
    await rest();
    expect(see.focused?.textContent).to.contain('See you on');
  });

  it('the way back from the bank’s page leads the focus to the title, whatever became of it', async () => {
    for (const [answer, title] of [
      [outcome({ status: 'paid', cart: null, order: justNow }), /See you on/],
      [outcome({}), /^Pay €170.40/],
      [outcome({ status: 'refused', cart: readyCart() }), /^Pay €170.40/],
      [outcome({ status: 'cancelled', cart: readyCart() }), /Is everything right/],
    ] as const) {
      returned();
      const { see } = await show({
        kept: { 'cart-token': 't' },
        answers: { getCart: payingCart(), reportPayment: answer },
      });
      expect(see.focused?.textContent).to.match(title);
      clearPages();
    }
  });

  it('the focus stays where a person has put it meanwhile', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const { see } = await show({ kept: paid, answers: { getOrder: justNow } });
    expect(see.focused).to.equal(null);
    expect(document.activeElement).to.equal(field);
    field.remove();
  });

  it('the hold that ended is not taken for a sale', async () => {
    const { see, store, rest } = await show({
      kept: { 'cart-token': 't' },
      answers: { getCart: endedCart() },
    });
    see.button('Choose others').focus();
    see.button('Choose others').click();
    await rest();
    expect(store.state.soldOrderId).to.equal(null);
    expect(see.text).to.contain('Your cart is empty');
    expect(see.focused?.textContent).to.equal('Your cart is empty');
  });
});
