import type { Locator, Page } from '@playwright/test';
import { buyer, CheckoutPage, cards } from '../pages/checkout.page.js';
import { Keyboard } from '../pages/keyboard.js';
import { expect, test } from './journey.js';

test('buys two seats on the map by keyboard only', async ({ page }) => {
  const keys = new Keyboard(page);
  await page.goto('/');
  await keys.type('The Magic Flute', page.getByRole('searchbox'));
  await keys.press('Enter', page.getByRole('link', { name: 'The Magic Flute' }));

  const dates = page.getByRole('radiogroup', { name: 'Choose a date' });
  await keys.tabTo(dates.getByRole('radio', { checked: true }));
  while (!(await dates.getByRole('radio', { name: /, On sale$/, checked: true }).count()))
    await keys.press('ArrowRight');
  await keys.press('Enter', page.getByRole('button', { name: 'Pick on the map' }));

  const picker = page.locator('s360-seat-picker');
  await keys.tabTo(picker.getByRole('grid').locator('[tabindex="0"]'));
  if (!/, free$/.test(await keys.focusedName())) await keys.moveToFreeSeat();
  await keys.press('Enter');
  await expect(picker.getByRole('button', { name: /^Add 1 seat/ })).toBeVisible();
  await keys.moveToFreeSeat();
  await keys.press('Enter');
  await keys.press('Enter', picker.getByRole('button', { name: 'Add 2 seats to cart' }));
  await keys.press('Enter', picker.getByRole('link', { name: 'Check out' }));

  await checkOut(keys, page);
});

test('buys two seats of a stand by keyboard only', async ({ page }) => {
  const keys = new Keyboard(page);
  await page.goto('/');
  await keys.type('FC Lumen – Alpina 1898', page.getByRole('searchbox'));
  await keys.press('Enter', page.getByRole('link', { name: 'FC Lumen – Alpina 1898' }));
  await keys.press('Enter', page.getByRole('button', { name: 'Pick on the map' }));

  const picker = page.locator('s360-seat-picker');
  await keys.press('Enter', picker.getByRole('button', { name: /^West stand/ }));
  await expectSeen(picker);
  await keys.press('Enter');
  await expect(picker.getByRole('button', { name: /^Add 1 seat/ })).toBeVisible();
  await keys.press('n');
  await expectSeen(picker);
  await keys.press('Enter');
  await keys.press('Enter', picker.getByRole('button', { name: 'Add 2 seats to cart' }));
  await keys.press('Enter', picker.getByRole('link', { name: 'Check out' }));
  await checkOut(keys, page);
});

/** The focus is on a free seat, and the seat is on the screen. */
async function expectSeen(picker: Locator): Promise<void> {
  const seat = picker.getByRole('gridcell', { name: /, free$/ }).and(picker.locator(':focus'));
  await expect(seat).toBeInViewport();
}

/** From the contact to the paid order. */
async function checkOut(keys: Keyboard, page: Page): Promise<void> {
  const steps = new CheckoutPage(page);
  const { checkout, payment } = steps;
  await expect(checkout.getByRole('heading', { name: 'Who are the tickets for?' })).toBeVisible();
  await keys.type(buyer.email, checkout.getByRole('textbox', { name: 'Email' }));
  await keys.type(buyer.firstName, checkout.getByRole('textbox', { name: 'First name' }));
  await keys.type(buyer.lastName, checkout.getByRole('textbox', { name: 'Last name' }));
  await keys.type('Switz', checkout.getByRole('combobox', { name: 'Country' }));
  await keys.press('Enter', checkout.getByRole('button', { name: 'Continue to delivery' }));
  await keys.press('Space', checkout.getByRole('radio').first());
  await keys.press('Enter', checkout.getByRole('button', { name: 'Continue to review' }));
  await keys.press('Space', checkout.getByRole('checkbox', { name: /terms of sale/ }));
  await keys.press('Enter', checkout.getByRole('button', { name: 'Continue to payment' }));
  await expect(payment.getByRole('button', { name: /^Pay/ })).toBeVisible();
  await keys.fillCard(payment, cards.paid);
  await steps.expectPaid(2);
}
