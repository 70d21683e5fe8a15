import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { bagLine, cart, endedCart, line } from '../pieces/purchase.fixture.js';
import { clearPages, type Given, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './cart-button.js';

const kept = { 'cart-token': 't' };
const plain = html`<s360-cart-button cart-url="#cart"></s360-cart-button>`;
const labelled = html`<s360-cart-button cart-url="#cart" with-label></s360-cart-button>`;

async function show(given: Given = {}, element = plain) {
  const shop = await shopWith(element, { kept, answers: { getCart: cart() }, ...given });
  const shown = shop.page.querySelector('s360-cart-button') as HTMLElement;
  return { ...shop, shown, see: within(shown) };
}

describe('<s360-cart-button>', () => {
  afterEach(clearPages);

  it('leads to the cart, with the count and the end of the hold in its name', async () => {
    const { see, shown } = await show();
    expect(see.link('Cart, 2 tickets, held until 10:11').getAttribute('href')).to.equal('#cart');
    expect(see.get('[part="badge"]').textContent).to.equal('2');
    await expect(shown).to.be.accessible();
  });

  it('counts as items what is no ticket', async () => {
    const { see } = await show({ answers: { getCart: cart({ lines: [line, bagLine] }) } });
    expect(see.link('Cart, 4 items, held until 10:11')).to.exist;
  });

  it('is large enough to touch', async () => {
    const { see } = await show();
    const { width, height } = see.get('[part="base"]').getBoundingClientRect();
    expect(width).to.be.at.least(44);
    expect(height).to.be.at.least(44);
  });

  it('shows no badge when the cart is empty', async () => {
    const { see, shown } = await show({ kept: {} });
    expect(see.link('Cart, empty')).to.exist;
    expect(see.has('[part="badge"]')).to.equal(false);
    await expect(shown).to.be.accessible();
  });

  it('stops counting at ninety-nine', async () => {
    const { see } = await show({ answers: { getCart: { ...cart(), ticketCount: 120 } } });
    expect(see.get('[part="badge"]').textContent).to.equal('99+');
  });

  it('reads out what changed, but not what was there from the start', async () => {
    const { see, store, answer, page } = await show();
    expect(see.get('[role="status"]').textContent).to.equal('');
    answer({ removeTickets: cart({ lines: [{ ...line, tickets: line.tickets.slice(1) }] }) });
    await store.dispatch('tickets-remove', { ticketIds: ['71'] });
    await settled(page);
    expect(see.get('[role="status"]').textContent).to.equal('1 ticket in your cart, €86.40.');
  });

  it('is silent when the cart was sold, but not when it was emptied', async () => {
    const { see, store, answer, page } = await show();
    answer({ getCart: cart({ state: 'completed' }) });
    await store.dispatch('cart-load', {});
    await settled(page);
    expect(see.get('[role="status"]').textContent).to.equal('');
    expect(see.link('Cart, empty')).to.exist;

    const other = await show();
    await other.store.dispatch('cart-dismiss', {});
    await settled(other.page);
    expect(other.see.get('[role="status"]').textContent).to.equal('Your cart is empty.');
  });

  it('shows word, count and clock', async () => {
    const { see, shown, clock } = await show({}, labelled);
    expect(see.get('[part="label"]').textContent?.replace(/\s+/g, ' ').trim()).to.equal('Cart 2 · 11:32');
    await expect(shown).to.be.accessible();
    await clock.pass(10 * 60);
    expect(see.get('[part="label"]').textContent?.replace(/\s+/g, ' ').trim()).to.equal('Cart 1:32');
    await expect(shown).to.be.accessible();
  });

  it('reads out the end of the hold', async () => {
    const { see, answer, clock } = await show();
    answer({ getCart: endedCart() });
    await clock.pass(12 * 60);
    expect(see.get('[role="status"]').textContent).to.equal('The hold on your seats has ended.');
    expect(see.link('Cart. The hold on your seats has ended.')).to.exist;
  });

  it('shows the count without a link where it knows no address', async () => {
    const { see, shown } = await show({}, html`<s360-cart-button></s360-cart-button>`);
    expect(see.get('[role="img"]').getAttribute('aria-label')).to.contain('2 tickets');
    await expect(shown).to.be.accessible();
  });
});
