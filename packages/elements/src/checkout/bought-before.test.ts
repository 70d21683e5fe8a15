import { expect } from '@open-wc/testing';
import { line, readyCart, shop } from '../pieces/purchase.fixture.js';
import { clearPages } from '../pieces/shop.fixture.js';
import { atReview, form, provider } from './payment.fixture.js';

const minutesBefore = (minutes: number) =>
  new Date(Date.parse('2026-11-27T10:00:00+01:00') - minutes * 60_000).toISOString();

/** A review on a device that bought tickets for this performance so long ago. */
const bought = (performanceId: string | null, minutes: number, answers: Parameters<typeof atReview>[0]) =>
  atReview(answers, {
    orders: [{ orderId: '4700', token: 'o', bought: { at: minutesBefore(minutes), of: [performanceId] } }],
  });

describe('a purchase right after the same one', () => {
  afterEach(clearPages);

  it('is asked about once, in words that name the order before, and goes on with the next click', async () => {
    const { start, mounted } = provider();
    const { see, pay, names } = await bought(line.performanceId, 4, { startPayment: start });
    await pay();
    expect(names()).not.to.include('startPayment');
    expect(see.focused?.textContent).to.equal('Is everything right?');
    const asked = see.get('.note');
    expect(asked.textContent).to.contain('Buy The Magic Flute again?');
    expect(asked.textContent).to.contain('You bought the same at 09:56: it is order 4700.');
    expect(asked.querySelector('[role="status"]')).to.exist;
    expect(see.link('All my orders').getAttribute('href')).to.equal('#orders');
    await expect(see.get('form')).to.be.accessible();
    await pay();
    expect(names().filter((name) => name === 'startPayment')).to.have.length(1);
    expect(mounted).to.have.length(1);
  });

  it('is none where something else was bought, or long ago', async () => {
    for (const [performanceId, minutes] of [
      ['5007', 4],
      [line.performanceId, 20],
    ] as const) {
      const { start } = provider();
      const { shown, pay } = await bought(performanceId, minutes, { startPayment: start });
      await pay();
      expect(form(shown), `${performanceId}, ${minutes} minutes ago`).to.have.length(1);
      clearPages();
    }
  });

  it('tells the page of a payment only when one is begun', async () => {
    const { start } = provider();
    const { page, pay } = await bought(line.performanceId, 4, {
      getShop: shop,
      getCart: readyCart(),
      startPayment: start,
    });
    let requests = 0;
    page.addEventListener('s360-payment-start-request', () => requests++);
    await pay();
    expect(requests).to.equal(0);
    await pay();
    expect(requests).to.equal(1);
  });
});
