import { expect } from '@open-wc/testing';
import type { Cart } from '@s360-widgets/contract';
import { html } from 'lit';
import { cart, knownCart, readyCart, shipmentModes, shop } from '../pieces/purchase.fixture.js';
import { clearPages, type Given, settled, shopWith, within } from '../pieces/shop.fixture.js';
import { waitUntil } from '../patience.fixture.js';
import './checkout.js';
import '../pieces/cart-states.js';
import './unread-cart.js';

const address = { street: 'Seeweg 4', zipCode: '8002', town: 'Zurich', countryCode: 'CH' };
const posted = { shipmentModeId: '44', kind: 'post', name: 'By post' } as const;
const nameless = { shipmentModeId: '41', kind: 'other', name: '' } as const;

/** The details were given, and can't be read just now. */
const unreadContact = (change: Partial<Cart> = {}) => cart({ unread: ['contact'], ...change });

async function show(shown: Cart, given: Given = {}) {
  const shopOf = await shopWith(html`<s360-checkout cart-url="#cart"></s360-checkout>`, {
    kept: { 'cart-token': 't' },
    ...given,
    answers: { getShop: shop, getCart: shown, listShipmentModes: { shipmentModes }, ...given.answers },
  });
  const element = shopOf.page.querySelector('s360-checkout') as HTMLElement;
  const rest = () => settled(shopOf.page);
  await rest();
  return { ...shopOf, element, see: within(element), rest };
}

const factOf = (see: ReturnType<typeof within>, label: string) => {
  const found = see.all('.facts > div').find((fact) => fact.querySelector('dt')?.textContent === label);
  if (!found) throw new Error(`There is no fact ${label}`);
  return found;
};

describe('what of a cart can not be read just now', () => {
  afterEach(clearPages);

  it('is said in place of the ways of delivery, which nobody waits for in vain', async () => {
    const { see, answer, rest, element, calls } = await show(unreadContact());
    expect(see.text).to.contain('Your details are saved, but can’t be shown just now');
    expect(see.has('.pulse')).to.equal(false);
    expect(see.has('input')).to.equal(false);
    expect(calls.map(({ name }) => name)).not.to.contain('listShipmentModes');
    await expect(element).to.be.accessible();
    answer({ getCart: knownCart() });
    see.button('Try again').focus();
    see.button('Try again').click();
    await rest();
    expect(see.text).to.contain('Mobile tickets').and.not.to.contain('are saved');
    expect(see.focused?.hasAttribute('data-title'), 'where the focus is').to.equal(true);
  });

  it('is said in French', async () => {
    const { see } = await show(unreadContact(), { lang: 'fr' });
    expect(see.text).to.contain('Vos coordonnées sont enregistrées');
    expect(see.hasButton('Réessayer')).to.equal(true);
  });

  it('stays said when the next try fails too, and once it is read the step is as ever', async () => {
    const { see, answer, rest } = await show(unreadContact());
    see.button('Try again').click();
    await rest();
    expect(see.text).to.contain('Your details are saved');
    answer({ getCart: knownCart() });
    see.button('Try again').click();
    await rest();
    expect(see.button(/Continue to review/)).to.be.instanceOf(HTMLElement);
  });

  it('is asked for again by itself, not in a page that was left', async () => {
    const { see, answer, clock, element, calls } = await show(unreadContact());
    const asked = () => calls.filter(({ name }) => name === 'getCart').length;
    const before = asked();
    await clock.pass(15);
    expect(asked()).to.equal(before + 1);
    await clock.pass(15);
    expect(asked()).to.equal(before + 2);
    answer({ getCart: knownCart() });
    await clock.pass(15);
    expect(see.text).to.contain('Mobile tickets');
    await clock.pass(60);
    expect(asked()).to.equal(before + 3);
    element.remove();
    await clock.pass(60);
    expect(asked()).to.equal(before + 3);
  });

  it('never looks like an empty form, and the way on asks for nothing again', async () => {
    const { see, rest, calls, element } = await show(unreadContact());
    see.button('Back to details').click();
    await rest();
    expect(see.get('h2').textContent).to.equal('Who are the tickets for?');
    expect(see.text).to.contain('Your details are saved, but can’t be shown just now');
    expect(see.has('input, select')).to.equal(false);
    expect(see.link('Back to cart').getAttribute('href')).to.equal('#cart');
    await expect(element).to.be.accessible();
    see.button(/Continue to delivery/).click();
    await rest();
    expect(see.get('h2').textContent).to.equal('How would you like your tickets?');
    expect(calls.map(({ name }) => name)).not.to.contain('saveContact');
  });

  it('shows the form with what is saved as soon as that can be read', async () => {
    const { see, rest, answer } = await show(unreadContact());
    see.button('Back to details').click();
    await rest();
    answer({ getCart: knownCart() });
    see.button('Try again').click();
    await rest();
    expect(see.get<HTMLInputElement>('#email').value).to.equal('elena@example.org');
  });

  it('takes away nothing that somebody has typed here', async () => {
    const { see, rest, store, answer } = await show(cart());
    see.fill('#firstName', 'Elena');
    answer({ getCart: unreadContact() });
    await store.dispatch('cart-load', {});
    await rest();
    expect(see.get<HTMLInputElement>('#firstName').value).to.equal('Elena');
  });

  it('leads on to the review where the way of delivery was chosen', async () => {
    const { see, rest, calls } = await show(unreadContact({ shipment: posted }));
    expect(see.get('h2').textContent).to.equal('Is everything right?');
    see.button('Back to delivery').click();
    await rest();
    expect(see.text).to.contain('Your details are saved');
    see.button(/Continue to review/).click();
    await rest();
    expect(see.get('h2').textContent).to.equal('Is everything right?');
    expect(calls.map(({ name }) => name)).not.to.contain('chooseShipment');
  });

  it('is said in the review beside its name: the details', async () => {
    const { see, rest, answer, element } = await show(unreadContact({ shipment: posted }));
    const details = factOf(see, 'Your details');
    expect(details.textContent).to.contain('saved, but can’t be shown just now');
    expect(details.textContent).not.to.contain('Change');
    const delivery = factOf(see, 'Delivery');
    expect(delivery.textContent).to.contain('By post');
    expect(delivery.textContent, 'the address is not read with the details').to.contain(
      'The address is saved, but can’t be shown just now.',
    );
    await expect(element).to.be.accessible();
    answer({ getCart: readyCart({ shipment: posted, address }) });
    see.button('Try again: Your details').click();
    await rest();
    expect(factOf(see, 'Your details').textContent).to.contain('Elena').and.not.to.contain('saved');
    expect(factOf(see, 'Delivery').textContent).to.contain('Seeweg 4').and.not.to.contain('saved');
  });

  it('is said in the review beside its name: the way of delivery', async () => {
    const { see, rest, answer } = await show(knownCart({ shipment: nameless, unread: ['shipment'] }));
    expect(factOf(see, 'Your details').textContent).to.contain('Elena');
    expect(factOf(see, 'Delivery').textContent).to.contain(
      'Your choice is saved, but can’t be shown just now.',
    );
    answer({ getCart: readyCart() });
    see.button('Try again: Delivery').click();
    await rest();
    expect(factOf(see, 'Delivery').textContent).to.contain('Mobile tickets').and.not.to.contain('saved');
  });

  it('does not keep anybody from paying', async () => {
    const shown = unreadContact({ shipment: nameless, unread: ['contact', 'shipment'] });
    const { see, rest, calls } = await show(shown);
    expect(see.all('.facts button').map(({ textContent }) => textContent?.trim())).to.deep.equal([
      'Try again',
      'Try again',
    ]);
    see.get<HTMLInputElement>('#terms').click();
    see.button(/Continue to payment/).click();
    await waitUntil(() => calls.some(({ name }) => name === 'startPayment'));
    await rest();
  });
});
