import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';
import { waitUntil } from '../patience.fixture.js';
import { cart, endedCart, event, line, passLine, payingCart, shop } from '../pieces/purchase.fixture.js';
import { clearPages, type Given, refuse, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './cart.js';
import '../pieces/cart-states.js';

const single = { ...line, tickets: line.tickets.slice(0, 1) };

async function show({ answers, ...given }: Given = {}) {
  const shopOf = await shopWith(html`<s360-cart checkout-url="#checkout"></s360-cart>`, {
    kept: { 'cart-token': 't' },
    answers: { getShop: shop, getCart: cart(), getEvent: event, ...answers },
    ...given,
  });
  const shown = shopOf.page.querySelector('s360-cart') as HTMLElement;
  const rest = () => settled(shopOf.page);
  const see = within(shown);
  /** As with the keyboard: the focus is on what is pressed. */
  const press = async (name: string | RegExp) => {
    see.button(name).focus();
    await sendKeys({ press: 'Enter' });
    await rest();
  };
  return { ...shopOf, shown, see, rest, press };
}

describe('the focus in the cart', () => {
  afterEach(clearPages);

  it('goes to what is said once the last tickets are removed', async () => {
    const { see, press, answer } = await show();
    answer({ removeTickets: cart({ lines: [], fees: [], expiresAt: null }) });
    await press(/^Remove 2 tickets for/);
    await press('Remove 2 tickets');
    expect(see.focused?.textContent).to.equal('Your cart is empty');
  });

  it('goes to the next way to remove while there is one', async () => {
    const { see, press, answer } = await show({ answers: { getCart: cart({ lines: [line, passLine] }) } });
    answer({ removeTickets: cart({ lines: [passLine] }) });
    await press(/^Remove 2 tickets for The Magic Flute/);
    await press('Remove 2 tickets');
    expect(see.focused?.getAttribute('aria-label')).to.equal('Remove 2 tickets for Paper Cities');
  });

  it('goes to the tickets once they are held again', async () => {
    const { see, press, rest, answer, clock } = await show();
    answer({ getCart: endedCart() });
    await clock.pass(12 * 60);
    answer({ openCart: { token: 't2', cart: cart({ orderId: '4712' }) } });
    await press('Try the same seats');
    await waitUntil(() => !see.hasButton('Trying…'));
    await rest();
    expect(see.focused?.textContent).to.equal('The Magic Flute');
  });

  it('goes to what is said when the ended cart is put away', async () => {
    const { see, press, answer, clock } = await show();
    answer({ getCart: endedCart() });
    await clock.pass(12 * 60);
    await press('Choose others');
    expect(see.focused?.textContent).to.equal('Your cart is empty');
  });

  it('goes to the tickets when the box office is reached again', async () => {
    const { see, press, answer } = await show({ answers: { getCart: refuse('relay-unreachable') } });
    answer({ getCart: cart() });
    await press('Try again');
    expect(see.focused?.textContent).to.equal('The Magic Flute');
  });
});

describe('the cart', () => {
  afterEach(clearPages);

  it('says that it was sold, and never that it is empty, once it has become an order', async () => {
    const { see, store, answer, rest, shown } = await show();
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(see.text));
    observer.observe(shown.shadowRoot!, { childList: true, subtree: true, characterData: true });
    answer({ getCart: cart({ state: 'completed' }) });
    await store.dispatch('cart-load', {});
    await rest();
    observer.disconnect();
    expect(see.get('h2').textContent).to.equal('Your order is complete');
    expect(see.text).to.contain('Order 4711 is paid.');
    expect(said.filter((text) => /cart is empty/.test(text))).to.deep.equal([]);
    await expect(shown).to.be.accessible();
  });

  it('says one thing at a time', async () => {
    const { see, press, answer, shown } = await show({
      answers: { getCart: cart({ lines: [line, passLine] }) },
    });
    answer({ removeTickets: refuse('payment-in-progress'), getCart: payingCart() });
    await press(/^Remove 2 tickets for The Magic Flute/);
    await press('Remove 2 tickets');
    expect(see.all('.note').map(({ textContent }) => /under way/.test(textContent))).to.deep.equal([true]);
    await expect(shown).to.be.accessible();
  });

  for (const [lang, button, question] of [
    ['en', /^Remove 1 ticket for/, 'Remove the ticket?'],
    ['fr', /^Retirer 1 billet pour/, 'Retirer le billet ?'],
  ] as const) {
    it(`asks in ${lang} about one ticket as about one`, async () => {
      const { see, press } = await show({ lang, answers: { getCart: cart({ lines: [single] }) } });
      await press(button);
      expect(see.get('.question').textContent).to.contain(question);
    });
  }
});
