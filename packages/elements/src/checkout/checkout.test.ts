import { expect } from '@open-wc/testing';
import type { Cart, ProblemCode } from '@s360-widgets/contract';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { waitUntil } from '../patience.fixture.js';
import {
  cart,
  contact,
  endedCart,
  knownCart,
  line,
  order,
  readyCart,
  shipmentModes,
  shop,
} from '../pieces/purchase.fixture.js';
import { clearPages, type Given, refuse, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './checkout.js';
import './payment-notes.js';
import '../pieces/cart-states.js';
import './address-form.js';
import './confirmation-step.js';

const kept = { 'cart-token': 't' };
const plain = html`<s360-checkout terms-url="#terms" cart-url="#cart"></s360-checkout>`;

async function show({ answers, ...given }: Given = {}, element = plain) {
  const shopOf = await shopWith(element, {
    kept,
    answers: {
      getShop: shop,
      getCart: cart(),
      saveContact: knownCart(),
      listShipmentModes: { shipmentModes },
      chooseShipment: readyCart(),
      ...answers,
    },
    ...given,
  });
  const shown = shopOf.page.querySelector('s360-checkout') as HTMLElement;
  await settled(shopOf.page);
  return { ...shopOf, shown, see: within(shown), rest: () => settled(shopOf.page) };
}

const fillContact = (see: ReturnType<typeof within>) => {
  see.fill('#email', 'elena@example.org');
  see.fill('#firstName', 'Elena');
  see.fill('#lastName', 'Marchetti');
  see.fill('#countryCode', 'CH');
};

describe('<s360-checkout>', () => {
  afterEach(clearPages);

  describe('your details', () => {
    it('asks who buys, with what browsers fill in by themselves', async () => {
      const { see, shown } = await show();
      expect(see.get('h2').textContent).to.equal('Who are the tickets for?');
      const tokens = see.all('input, select').map((field) => field.getAttribute('autocomplete'));
      expect(tokens).to.deep.equal(['email', 'given-name', 'family-name', 'tel', 'country']);
      expect(see.get('[aria-current="step"]').textContent).to.contain('Your details');
      expect(see.link('Back to cart').getAttribute('href')).to.equal('#cart');
      await expect(shown).to.be.accessible();
    });

    it('does not take the focus from the page when it first appears', async () => {
      const { see } = await show();
      expect(see.focused).to.equal(null);
    });

    it('names all four steps where there is room for it', async () => {
      await setViewport({ width: 1000, height: 800 });
      const { see } = await show();
      const names = see.all('.step-name');
      expect(names.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
        '1. Your details',
        '2. Delivery',
        '3. Review',
        '4. Payment',
      ]);
      for (const name of names) expect(name.getBoundingClientRect().width).to.be.above(50);
    });

    it('lists what is wrong, takes the focus there, and leads to each field', async () => {
      const { see, rest, shown, calls } = await show();
      see.fill('#email', 'elena@');
      see.button(/Continue to delivery/).click();
      await rest();
      expect(see.focused?.textContent).to.contain('4 things need your attention');
      expect(see.get('#email').getAttribute('aria-invalid')).to.equal('true');
      expect(see.get('#email-error').textContent).to.equal('Add the part after the @, such as example.org');
      expect(calls.map(({ name }) => name)).to.not.contain('saveContact');
      await expect(shown).to.be.accessible();
      see.link('Last name: enter your last name').click();
      expect(see.focused?.id).to.equal('lastName');
    });

    it('takes a mistake back as soon as it is mended', async () => {
      const { see, rest } = await show();
      see.button(/Continue to delivery/).click();
      await rest();
      see.fill('#email', 'elena@example.org');
      await rest();
      expect(see.has('#email-error')).to.equal(false);
      expect(see.text).to.contain('3 things need your attention');
    });

    it('does not scold a field that was only passed by', async () => {
      const { see, rest } = await show();
      see.fill('#email', '');
      await rest();
      expect(see.has('.error')).to.equal(false);
    });

    it('goes on to the delivery and puts the focus on its title', async () => {
      const { see, rest, calls } = await show();
      fillContact(see);
      see.button(/Continue to delivery/).click();
      await rest();
      expect(calls.find(({ name }) => name === 'saveContact')?.given.body).to.deep.equal({ contact });
      expect(see.focused?.textContent).to.equal('How would you like your tickets?');
    });

    it('keeps what was typed when the relay refuses it, and marks the field', async () => {
      const { see, rest } = await show({
        answers: {
          saveContact: refuse('request-invalid', {
            fields: [{ path: 'body.contact.email', reason: 'email' }],
          }),
        },
      });
      fillContact(see);
      see.button(/Continue to delivery/).click();
      await rest();
      expect(see.get<HTMLInputElement>('#email').value).to.equal('elena@example.org');
      expect(see.get('#email-error').textContent).to.equal('The box office can’t take this. Check it');
    });

    it('says what stood in the way', async () => {
      const { see, rest } = await show({ answers: { saveContact: refuse('contact-refused') } });
      fillContact(see);
      see.button(/Continue to delivery/).click();
      await rest();
      expect(see.get('[role="alert"]').textContent).to.contain('The box office can’t take these details');
    });

    it('has words too for what only a newer relay knows', async () => {
      const { see, rest } = await show({
        isRelayOther: true,
        answers: { saveContact: refuse('queue-full' as ProblemCode) },
      });
      fillContact(see);
      see.button(/Continue to delivery/).click();
      await rest();
      expect(see.get('[role="alert"]').textContent).to.contain('That did not work');
    });

    it('has what was given before when the visitor comes back to it', async () => {
      const { see, rest } = await show({ answers: { getCart: knownCart() } });
      see.button('Back to details').click();
      await rest();
      expect(see.get<HTMLInputElement>('#firstName').value).to.equal('Elena');
      expect(see.get<HTMLSelectElement>('#countryCode').value).to.equal('CH');
    });
  });

  describe('delivery', () => {
    const atDelivery = (answers: Given['answers'] = {}) =>
      show({ answers: { getCart: knownCart(), ...answers } });

    it('offers what the box office offers, each with its price', async () => {
      const { see, shown } = await atDelivery();
      expect(
        see.all('label.option').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()),
      ).to.deep.equal([
        'Mobile tickets Free On this page and under My tickets, at once after payment.',
        'By post €7.50 By letter to your address.',
      ]);
      expect(see.has('#street')).to.equal(false);
      await expect(shown).to.be.accessible();
    });

    it('asks to choose', async () => {
      const { see, rest } = await atDelivery();
      see.button(/Continue to review/).click();
      await rest();
      expect(see.focused?.textContent).to.contain('Choose how you get your tickets');
      see.link('Choose how you get your tickets').click();
      expect(see.focused?.id).to.equal('delivery-41');
    });

    it('asks for an address only where one is needed', async () => {
      const { see, rest, calls, shown } = await atDelivery();
      see.get('#delivery-44').click();
      await rest();
      see.button(/Continue to review/).click();
      await rest();
      expect(see.focused?.textContent).to.contain('3 things need your attention');
      await expect(shown).to.be.accessible();
      see.fill('#street', 'Lake Road 1');
      see.fill('#zipCode', '8001');
      see.fill('#town', 'Zurich');
      see.button(/Continue to review/).click();
      await rest();
      expect(calls.find(({ name }) => name === 'chooseShipment')?.given.body).to.deep.equal({
        shipmentModeId: '44',
        address: { street: 'Lake Road 1', zipCode: '8001', town: 'Zurich', countryCode: 'CH' },
      });
      expect(see.focused?.textContent).to.equal('Is everything right?');
    });

    it('says that nothing is delivered to the country', async () => {
      const { see, shown } = await atDelivery({ listShipmentModes: { shipmentModes: [] } });
      expect(see.text).to.contain('No delivery to this country');
      await expect(shown).to.be.accessible();
    });

    it('can ask again when the ways did not come', async () => {
      const { see, answer, rest } = await atDelivery({ listShipmentModes: refuse('box-office-down') });
      expect(see.text).to.contain('The box office does not answer');
      answer({ listShipmentModes: { shipmentModes } });
      see.button('Try again').click();
      await rest();
      expect(see.all('label.option')).to.have.length(2);
    });
  });

  describe('review', () => {
    const atReview = (answers: Given['answers'] = {}) =>
      show({ answers: { getCart: readyCart(), ...answers } });

    it('shows everything that was given, and the way to change each', async () => {
      const { see, rest, shown } = await atReview();
      expect(see.get('.facts').textContent?.replace(/\s+/g, ' ')).to.contain(
        'Elena Marchetti elena@example.org',
      );
      expect(see.text).to.contain('Stalls right, row H, seats 18 and 19');
      await expect(shown).to.be.accessible();
      see.button('Change: Delivery').click();
      await rest();
      expect(see.focused?.textContent).to.equal('How would you like your tickets?');
    });

    it('asks for the terms before the payment', async () => {
      const { see, rest, shown, calls } = await atReview();
      expect(see.link('terms of sale').getAttribute('href')).to.equal('#terms');
      see.button(/Continue to payment/).click();
      await rest();
      expect(see.focused?.textContent).to.contain('Accept the terms of sale to go on');
      expect(calls.map(({ name }) => name)).to.not.contain('startPayment');
      await expect(shown).to.be.accessible();
    });

    it('lets the page veto the payment', async () => {
      const { see, rest, page, calls } = await atReview();
      const heard: unknown[] = [];
      page.addEventListener('s360-payment-start-request', (request) => {
        heard.push(request.detail);
        request.preventDefault();
      });
      see.get('#terms').click();
      see.button(/Continue to payment/).click();
      await rest();
      expect(heard).to.deep.equal([{ totalMinor: 17040, currency: 'EUR', currencyDigits: 2 }]);
      expect(calls.map(({ name }) => name)).to.not.contain('startPayment');
    });

    it('says the old and the new total when it has changed', async () => {
      const { see, answer, rest } = await atReview({ startPayment: refuse('total-changed') });
      answer({ getCart: readyCart({ total: { amountMinor: 18000, currency: { code: 'EUR', digits: 2 } } }) });
      see.get('#terms').click();
      see.button(/Continue to payment/).click();
      await rest();
      expect(see.get('.note').textContent).to.contain('The total is now €180.00');
      expect(see.get('.note').textContent).to.contain('It was €170.40.');
    });

    it('says the old total with its own digits when the new one has others', async () => {
      const { see, answer, rest } = await atReview({ startPayment: refuse('total-changed') });
      answer({
        getCart: readyCart({ total: { amountMinor: 180_005, currency: { code: 'EUR', digits: 3 } } }),
      });
      see.get('#terms').click();
      see.button(/Continue to payment/).click();
      await rest();
      expect(see.get('.note').textContent).to.contain('The total is now €180.005');
      expect(see.get('.note').textContent).to.contain('It was €170.40.');
    });
  });

  describe('when the hold ends in the form', () => {
    const ended = async () => {
      const given = await show();
      fillContact(given.see);
      given.answer({ getCart: endedCart() });
      await given.clock.pass(12 * 60);
      return given;
    };

    it('says what to do and loses nothing that was typed', async () => {
      const { see, shown } = await ended();
      expect(see.get('[role="alert"]').textContent).to.contain('What you have entered is kept.');
      expect(see.get<HTMLInputElement>('#email').value).to.equal('elena@example.org');
      await expect(shown).to.be.accessible();
    });

    it('leads back from the button to what can be done', async () => {
      const { see, rest, calls } = await ended();
      see.button(/Continue to delivery/).click();
      await rest();
      expect(see.focused?.textContent).to.contain('Try the same seats');
      expect(calls.map(({ name }) => name)).to.not.contain('saveContact');
    });

    it('goes on with the same seats in a new cart', async () => {
      const { see, answer, rest } = await ended();
      const fresh = cart({ orderId: '4712', expiresAt: '2026-11-27T10:30:00+01:00' });
      answer({ openCart: { token: 't2', cart: fresh }, getCart: fresh });
      see.button('Try the same seats').click();
      await rest();
      await waitUntil(() => !see.hasButton('Trying…'));
      await rest();
      expect(see.has('[role="alert"]')).to.equal(false);
      expect(see.get<HTMLInputElement>('#email').value).to.equal('elena@example.org');
    });

    it('keeps the focus when the button that had it goes', async () => {
      const { see, answer, rest } = await ended();
      const fresh = cart({ orderId: '4712', expiresAt: '2026-11-27T10:30:00+01:00' });
      answer({ openCart: { token: 't2', cart: fresh }, getCart: fresh });
      see.button('Try the same seats').focus();
      see.button('Try the same seats').click();
      await rest();
      await waitUntil(() => !see.hasButton('Trying…'));
      await rest();
      expect(see.focused?.textContent).to.equal('Who are the tickets for?');
    });
  });

  describe('when the relay is away', () => {
    it('says one thing at each step, with what is safe, and the same button goes on', async () => {
      const away = refuse('relay-unreachable');
      const steps: [getCart: Cart, answer: Given['answers'], button: RegExp][] = [
        [cart(), { saveContact: away }, /Continue to delivery/],
        [knownCart(), { chooseShipment: away }, /Continue to review/],
        [readyCart(), { startPayment: away }, /Continue to payment/],
      ];
      for (const [getCart, answers, button] of steps) {
        const { see, shown, rest, answer } = await show({ answers: { getCart } });
        if (see.has('#email')) fillContact(see);
        for (const choice of see.all('#delivery-41, #terms')) choice.click();
        answer({ ...answers, getCart: away });
        see.button(button).click();
        await rest();
        expect(
          see.all('.note').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()),
        ).to.deep.equal(['We can’t reach the box office Nothing is lost; your cart is safe until 10:11.']);
        expect(see.all('button').filter(({ textContent }) => /Try again/.test(textContent))).to.have.length(
          0,
        );
        await expect(shown).to.be.accessible();
        clearPages();
      }
    });

    it('says once that the hold has ended, though a step heard of it too', async () => {
      const { see, rest, answer } = await show();
      fillContact(see);
      answer({ saveContact: refuse('cart-ended'), getCart: endedCart() });
      see.button(/Continue to delivery/).click();
      await rest();
      expect(see.all('.note')).to.have.length(1);
    });

    it('keeps the focus when the ways of delivery are asked for again', async () => {
      const { see, answer, rest } = await show({
        answers: { getCart: knownCart(), listShipmentModes: refuse('box-office-down') },
      });
      answer({ listShipmentModes: { shipmentModes } });
      see.button('Try again').focus();
      see.button('Try again').click();
      await rest();
      expect(see.focused?.textContent).to.equal('How would you like your tickets?');
    });
  });

  it('says that the cart is empty', async () => {
    const { see, shown } = await show({ kept: {} });
    expect(see.text).to.contain('Your cart is empty');
    await expect(shown).to.be.accessible();
  });

  it('says that the box office can’t be reached, and tries again', async () => {
    const { see, answer, rest } = await show({ answers: { getCart: refuse('relay-unreachable') } });
    expect(see.text).to.contain('We can’t reach the box office');
    answer({ getCart: cart() });
    see.button('Try again').click();
    await rest();
    expect(see.text).to.contain('Who are the tickets for?');
  });

  it('shows the page’s own content when the box office can’t be reached', async () => {
    const { see } = await show(
      { answers: { getCart: refuse('relay-unreachable') } },
      html`<s360-checkout><a href="#shop">Book at the shop</a></s360-checkout>`,
    );
    expect(see.has('slot:not([name])')).to.equal(true);
  });

  it('confirms an order that was paid while nobody looked', async () => {
    const { see, shown } = await show({
      answers: { getCart: cart({ state: 'completed' }), getOrder: order() },
    });
    expect(see.get('h2').textContent).to.equal('See you on 12\u00a0December, Elena');
    expect(see.text).to.contain('€170.40, order 4711.');
    expect(see.all('[part="ticket"]')).to.have.length(2);
    await expect(shown).to.be.accessible();
  });

  it('says where tickets are that can’t be shown here', async () => {
    const posted = order({
      downloadable: false,
      shipment: { shipmentModeId: '44', kind: 'post', name: 'By post' },
    });
    const { see } = await show({ answers: { getCart: cart({ state: 'completed' }), getOrder: posted } });
    expect(see.text).to.contain('Your 2 tickets will be sent by post.');
    expect(see.hasButton(/Download/)).to.equal(false);
    expect(see.text).to.contain('Sent by post');
  });

  it('speaks French', async () => {
    const { see, shown } = await show({ lang: 'fr', answers: { getCart: knownCart({ lines: [line] }) } });
    expect(see.get('h2').textContent).to.equal('Comment souhaitez-vous vos billets ?');
    await expect(shown).to.be.accessible();
  });
});
