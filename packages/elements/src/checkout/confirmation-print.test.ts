import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { html } from 'lit';
import { cart, order, shop, ticket } from '../pieces/purchase.fixture.js';
import { clearPages, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './checkout.js';
import './confirmation-step.js';

const tickets = Array.from({ length: 7 }, (_, index) => ticket({ id: String(80 + index) }));

describe('the confirmation on paper', () => {
  afterEach(async () => {
    await emulateMedia({ media: 'screen' });
    clearPages();
  });

  for (const look of ['color: #222; background: #fff', 'color: #eee; background: #111'])
    it(`has every ticket as one block, dark ink on white, and nothing to press: ${look}`, async () => {
      const { page } = await shopWith(
        html`<s360-checkout terms-url="#terms" orders-url="#orders"></s360-checkout>`,
        {
          kept: { 'cart-token': 't' },
          answers: { getShop: shop, getCart: cart({ state: 'completed' }), getOrder: order({ tickets }) },
          look,
        },
      );
      await settled(page);
      const checkout = page.querySelector('s360-checkout') as HTMLElement;
      const see = within(checkout);
      await emulateMedia({ media: 'print' });
      const printed = (selector: string) => see.all(selector).filter((part) => part.checkVisibility());
      const cards = printed('[part="ticket"]');
      expect(cards).to.have.length(7);
      expect(new Set(cards.map((card) => getComputedStyle(card).breakInside))).to.deep.equal(
        new Set(['avoid']),
      );
      expect(printed('.ticket-card .code')).to.have.length(7);
      expect(printed('a, button')).to.deep.equal([]);
      expect(getComputedStyle(checkout).backgroundColor).to.equal('rgb(255, 255, 255)');
      expect(getComputedStyle(see.get('h2')).color).to.equal('rgb(20, 25, 30)');
    });
});
