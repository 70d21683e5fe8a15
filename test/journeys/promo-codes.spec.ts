import { CheckoutPage, buyer, cards } from '../pages/checkout.page.js';
import { EventPage } from '../pages/event.page.js';
import { expect, expectAccessible, test } from './journey.js';
import type { Page } from '@playwright/test';

/** A cart with so many full prices of the second date of The Magic Flute, opened on its page. */
async function fillCart(page: Page, tickets: number) {
  const event = new EventPage(page);
  await event.find('The Magic Flute');
  await event.chooseDate(1);
  for (let n = 0; n < tickets; n++) await event.oneMore('Full price');
  await event.addToCart();
  await expect(page.getByRole('heading', { name: /is in your cart|are in your cart/ })).toBeVisible();
  await page.goto('/cart.html');
  const cart = page.locator('s360-cart');
  const redeem = async (code: string) => {
    const open = cart.getByRole('button', { name: 'Have a promo code?' });
    const field = cart.getByRole('textbox', { name: 'Promo code' });
    await expect(open.or(field)).toBeVisible();
    if (await open.isVisible()) await open.click();
    await field.fill(code);
    await cart.getByRole('button', { name: 'Apply' }).click();
  };
  return { cart, redeem };
}

const cents = (text: string | null) =>
  Number(/€([\d,]+\.\d\d)(?!.*€)/s.exec(text ?? '')?.[1]?.replace(',', '')) * 100;

test('a code for two of three tickets: the cart says which are reduced and what is due, and that is paid', async ({
  page,
}) => {
  const { cart, redeem } = await fillCart(page, 3);
  const total = cart.locator('[part="total"]');
  const before = cents(await total.textContent());
  await redeem('AUTUMN');
  await expect(cart.getByText('This code has ended.')).toBeVisible();
  await expectAccessible(page);
  await redeem('duo50');
  await expect(cart.getByText('DUO50 applied', { exact: true })).toBeVisible();
  await expect(cart.getByText('Duo offer, for 2 of 3 tickets')).toBeVisible();
  await expect(cart.locator('s')).toHaveCount(2);
  await expectAccessible(page);
  const prices = await cart.locator('.ticket-price').allTextContents();
  const due = cents(await total.textContent());
  expect(due).toBeLessThan(before);
  expect(Math.round(prices.map(cents).reduce((sum, price) => sum + price, 0))).toBe(Math.round(due));

  await cart.getByRole('link', { name: 'Check out' }).click();
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(3);
});

test('a code that takes all off: no card is asked for, and it is good once for a buyer', async ({ page }) => {
  const { redeem, cart } = await fillCart(page, 1);
  await redeem('GUEST');
  await expect(cart.locator('[part="total"]')).toHaveText(/Free|€0.00/);
  await cart.getByRole('link', { name: 'Check out' }).click();
  const checkout = new CheckoutPage(page);
  const guest = { ...buyer, email: 'guest.of.the.house@example.org' };
  await checkout.fillContact(guest);
  await checkout.toDelivery();
  await checkout.chooseDelivery(/Mobile/);
  await checkout.completeOrder();
  await checkout.expectPaid(1);

  const again = await fillCart(page, 1);
  await again.redeem('GUEST');
  await expect(again.cart.getByText('GUEST applied', { exact: true })).toBeVisible();
  await again.cart.getByRole('link', { name: 'Check out' }).click();
  await checkout.fillContact({ ...guest, email: 'Guest.of.the.House@example.org' });
  await checkout.toDelivery();
  await checkout.chooseDelivery(/Mobile/);
  await checkout.completeOrder();
  await expect(checkout.checkout.getByText('Buy The Magic Flute again?')).toBeVisible();
  await checkout.completeOrder();
  await expect(checkout.checkout.getByText('This code has been used already')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/cart.html');
  await again.cart.getByRole('button', { name: 'Remove the code GUEST' }).click();
  await expect(again.cart.locator('[part="total"]')).toHaveText(/€[1-9]/);
});
