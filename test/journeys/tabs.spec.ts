import { buyer, CheckoutPage, cards } from '../pages/checkout.page.js';
import { buyBestSeat, EventPage } from '../pages/event.page.js';
import { expect, test } from './journey.js';

test('a second tab and a reload see the same cart', async ({ context, page }) => {
  await buyBestSeat(page, 5);
  const checkout = new CheckoutPage(page);
  await checkout.fillContact();
  await checkout.toDelivery();
  await expect(page.getByRole('link', { name: 'Cart, 1 ticket' })).toBeVisible();

  const second = await context.newPage();
  const event = new EventPage(second);
  await event.find('The Magic Flute');
  await expect(second.getByRole('link', { name: 'Cart, 1 ticket' })).toBeVisible();
  await event.chooseDate(5);
  await event.oneMore('Full price');
  await event.addToCart();
  await expect(second.getByRole('link', { name: 'Cart, 2 tickets' })).toBeVisible();

  await expect(page.getByRole('link', { name: 'Cart, 2 tickets' })).toBeVisible();
  await page.reload();
  await checkout.expectStep('How would you like your tickets?');
  await checkout.chooseDelivery(/Mobile/);
  await expect(checkout.checkout.getByText(buyer.email)).toBeVisible();
  await checkout.toPayment();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(2);
  await expect(second.getByRole('link', { name: 'Cart, empty' })).toBeVisible();
});
