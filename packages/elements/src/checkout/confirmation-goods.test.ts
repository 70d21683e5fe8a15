import { expect } from '@open-wc/testing';
import { html } from 'lit';
import {
  guidedLine,
  guidedTour,
  order,
  outcome,
  payingCart,
  shop,
  ticket,
} from '../pieces/purchase.fixture.js';
import { clearPages, settled, shopWith, within } from '../pieces/shop.fixture.js';
import './checkout.js';
import './confirmation-step.js';

const bag = (id: string) =>
  ticket({
    ...{
      id,
      kind: 'goods',
      eventId: '106',
      performanceId: null,
      title: 'Lumen tote bag',
      name: 'Red velvet',
    },
    ...{ startAt: null, venueName: '', venueAddress: '', seat: null },
  });

async function paid(tickets: ReturnType<typeof ticket>[], lang: 'en' | 'fr' = 'en') {
  const { page } = await shopWith(html`<s360-checkout></s360-checkout>`, {
    kept: { 'cart-token': 't' },
    lang,
    answers: {
      getShop: shop,
      getCart: payingCart(),
      getPaymentOutcome: outcome({ status: 'paid', cart: null, order: order({ tickets }) }),
    },
  });
  await settled(page);
  const element = page.querySelector('s360-checkout') as HTMLElement;
  return { element, see: within(element) };
}

it('the confirmation names the language and theme of a guided visit', async () => {
  const { title, name, startAt, endAt, venueName, eventId } = guidedLine;
  const visit = ticket({
    ...{ id: '91', kind: 'pass', eventId, performanceId: null, title, name, startAt, endAt, venueName },
    ...{ tour: guidedTour, seat: null, tariffName: 'Concession' },
  });
  const { see, element } = await paid([visit]);
  expect(see.text).to.contain('Guided visit in French · Highlights, Concession');
  await expect(element).to.be.accessible();
  clearPages();
});

describe('the confirmation of what is no ticket', () => {
  afterEach(clearPages);

  it('speaks of items, and gives each its voucher', async () => {
    const { see, element } = await paid([bag('91'), bag('92')]);
    expect(see.get('h2').textContent).to.equal('Thank you, Elena');
    expect(see.text).to.contain('Your 2 items are below').and.to.contain('Red velvet, Full price');
    expect(see.get('[part="stub"]').textContent).to.contain('1 of 2').and.not.contain('Ticket');
    expect(see.text).not.to.match(/Add to calendar|Valid on/);
    await expect(element).to.be.accessible();
  });

  it('says when to come where a ticket is among it', async () => {
    const { see } = await paid([ticket(), bag('91')]);
    expect(see.get('h2').textContent).to.equal('See you on 12\u00a0December, Elena');
    expect(see.text).to.contain('Your 2 items are below').and.to.contain('Ticket 1 of 1');
  });

  it('speaks French', async () => {
    const { see } = await paid([bag('91')], 'fr');
    expect(see.text).to.contain('Merci, Elena').and.to.contain('Votre article est ci-dessous.');
  });
});
