import { expect } from '@open-wc/testing';
import type { Order, OrderPart } from '@s360-widgets/contract';
import { html } from 'lit';
import { order, outcome, payingCart, shop, ticket } from '../pieces/purchase.fixture.js';
import { clearPages, type Given, refuse, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './checkout.js';
import './confirmation-step.js';

const pending = [
  ticket({ state: 'pending', code: null }),
  ticket({ id: '72', state: 'pending', code: null }),
];

/** How the relay answers an order of which a part can't be read. */
const without: Record<OrderPart, Partial<Order>> = {
  contact: { firstName: '', email: '', unread: ['contact'] },
  shipment: { shipment: null, downloadable: false, unread: ['shipment'] },
  tickets: { tickets: pending, unread: ['tickets'] },
  codes: { tickets: [ticket({ code: null }), ticket({ id: '72' })], unread: ['codes'] },
};

async function paid(shown: Order, given: Given = {}) {
  const shopOf = await shopWith(html`<s360-checkout></s360-checkout>`, {
    kept: { 'cart-token': 't' },
    ...given,
    answers: {
      getShop: shop,
      getCart: payingCart(),
      getPaymentOutcome: outcome({ status: 'paid', cart: null, order: shown }),
      ...given.answers,
    },
  });
  const element = shopOf.page.querySelector('s360-checkout') as HTMLElement;
  const rest = () => settled(shopOf.page);
  await rest();
  return { ...shopOf, element, see: within(element), rest };
}

describe('the confirmation of an order of which something can not be read', () => {
  afterEach(clearPages);

  const said: Record<OrderPart, string> = {
    contact: 'Your name and email are kept',
    shipment: 'How you get your tickets is settled',
    tickets: 'Your tickets are yours',
    codes: 'A ticket’s code can’t be drawn',
  };
  for (const part of Object.keys(said) as OrderPart[]) {
    it(`says that it is paid, and in words of its own what is missing: ${part}`, async () => {
      const { see, element } = await paid(order(without[part]));
      expect(see.text).to.contain('order 4711').and.to.contain('€170.40');
      expect(see.text).to.contain('Your order is paid. Something can’t be shown just yet');
      for (const [name, words] of Object.entries(said))
        expect(see.text.includes(words), name).to.equal(name === part);
      expect(see.all('[part="ticket"]').length).to.be.greaterThan(0);
      await expect(element).to.be.accessible();
    });

    it(`shows it when the next try can read it: ${part}`, async () => {
      const { see, answer, rest } = await paid(order(without[part]), {
        answers: { getOrder: refuse('box-office-busy') },
      });
      see.button('Try now').focus();
      see.button('Try now').click();
      await rest();
      expect(see.text, 'still missing').to.contain(said[part]);
      answer({ getOrder: order() });
      see.button('Try now').click();
      await rest();
      expect(see.text).not.to.contain('can’t be shown').and.not.to.contain('can’t be drawn');
      expect(see.get('h2').textContent).to.equal('See you on 12\u00a0December, Elena');
      expect(see.focused?.hasAttribute('data-title'), 'where the focus is').to.equal(true);
    });
  }

  it('speaks of all that is missing in one note', async () => {
    const { see } = await paid(
      order({
        ...without.contact,
        ...without.shipment,
        ...without.tickets,
        unread: ['contact', 'shipment', 'tickets'],
      }),
    );
    const notes = see.all('[part="note"]').filter(({ textContent }) => textContent?.includes('is paid'));
    expect(notes.map((note) => note.querySelectorAll('button').length)).to.deep.equal([1]);
    expect(see.text).to.contain('can’t be shown at the moment. How you get');
  });

  it('calls nobody by an empty name', async () => {
    const dated = await paid(order(without.contact));
    expect(dated.see.get('h2').textContent).to.equal('See you on 12\u00a0December');
    const past = [ticket({ startAt: '2026-11-01T19:00:00+01:00' })];
    const { see } = await paid(order({ ...without.contact, tickets: past }));
    expect(see.get('h2').textContent).to.equal('Your tickets are booked');
    const french = await paid(order(without.contact), { lang: 'fr' });
    expect(french.see.get('h2').textContent).not.to.match(/[,\s]$/);
  });

  it('does not say where the tickets are while that is not known', async () => {
    const { see } = await paid(order(without.shipment));
    expect(see.text).not.to.contain('are below').and.not.to.contain('Show each code');
  });
});
