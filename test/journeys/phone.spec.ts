import type { Page } from '@playwright/test';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { EventPage } from '../pages/event.page.js';
import { SeatPickerPage } from '../pages/seat-picker.page.js';
import { expect, expectAccessible, test } from './journey.js';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

test('buys two seats on a phone, and nothing is wider than the screen', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('The Magic Flute');
  await expectFits(page);
  await event.chooseDate(3);
  await event.openMap();
  const seats = new SeatPickerPage(page);
  await expectFits(page);
  await expectAccessible(page);
  await seats.picker.getByRole('button', { name: /^Pick the best 2/ }).tap();
  await seats.expectChosen(2);
  await seats.add();
  await seats.checkOut();
  const checkout = new CheckoutPage(page);
  await checkout.expectStep('Who are the tickets for?');
  await expectFits(page);
  await expectAccessible(page);
  await checkout.goToPayment();
  await expectFits(page);
  await checkout.pay(cards.paid);
  await checkout.expectPaid(2);
  await expectFits(page);
  await expectAccessible(page);
});

async function expectFits(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, 'sideways scrolling').toBeLessThanOrEqual(0);
}
