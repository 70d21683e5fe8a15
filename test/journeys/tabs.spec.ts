import { buyer, CheckoutPage, cards } from '../pages/checkout.page.js';
import { buyBestSeat, EventPage } from '../pages/event.page.js';
import { expect, expectAccessible, test } from './journey.js';

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

test('who buys for the same evening again minutes later is asked once, and can go on', async ({
  context,
  page,
}) => {
  await buyBestSeat(page, 5);
  const first = new CheckoutPage(page);
  await first.goToPayment();
  await first.pay(cards.paid);
  await first.expectPaid(1);
  const told = await first.checkout.getByText(/order \d+/).innerText();
  const [number = ''] = /\d{6,}/.exec(told) ?? [];

  const tab = await context.newPage();
  await tab.setViewportSize({ width: 360, height: 640 });
  await buyBestSeat(tab, 5);
  const again = new CheckoutPage(tab);
  await again.fillContact();
  await again.toDelivery();
  await again.chooseDelivery(/Mobile/);
  await again.checkout.getByRole('checkbox', { name: /terms of sale/ }).check();
  await again.checkout.getByRole('button', { name: 'Continue to payment' }).click();
  await expect(again.checkout.getByText('Buy The Magic Flute again?')).toBeInViewport();
  await expect(again.checkout.getByText(new RegExp(`it is order ${number}\\.`))).toBeVisible();
  await expectAccessible(tab);
  await again.toPayment();
  await again.pay(cards.paid);
  await again.expectPaid(1);
});
