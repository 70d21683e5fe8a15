import { readFile } from 'node:fs/promises';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { buyBestSeat, EventPage } from '../pages/event.page.js';
import { SeatPickerPage } from '../pages/seat-picker.page.js';
import { expect, expectAccessible, test } from './journey.js';

test('buys two seats on the map by mouse, and opens the tickets', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('The Magic Flute');
  await expectAccessible(page);
  await event.chooseDate(1);
  await event.openMap();

  const seats = new SeatPickerPage(page);
  await seats.openSection(/^Dress circle/);
  await expectAccessible(page);
  const first = await seats.clickFreeSeat();
  const second = await seats.clickFreeSeat();
  expect(first).not.toBe(second);
  await seats.expectChosen(2);
  await expect(
    seats.picker.getByText('Seats stay free for others until you add them to the cart.'),
  ).toBeVisible();
  await expectAccessible(page);
  await seats.add();
  await expect(seats.picker.getByText(/2 seats are in your cart/i).first()).toBeVisible();
  await seats.checkOut();

  const checkout = new CheckoutPage(page);
  await checkout.expectStep('Who are the tickets for?');
  await expectAccessible(page);
  await checkout.fillContact();
  await checkout.toDelivery();
  await expectAccessible(page);
  await checkout.chooseDelivery(/Mobile/);
  await expectAccessible(page);
  await checkout.toPayment();
  await expect(checkout.payment.getByRole('button', { name: /^Pay/ })).toBeVisible();
  await expectAccessible(page);
  await checkout.pay(cards.paid);
  await checkout.expectPaid(2);
  await expectAccessible(page);

  const download = page.waitForEvent('download');
  await checkout.checkout.getByRole('button', { name: 'Download all tickets' }).click();
  const file = await readFile(await (await download).path(), 'latin1');
  expect(file.startsWith('%PDF-')).toBe(true);

  await page.goto('/orders.html');
  await expect(page.getByRole('heading', { name: 'The Magic Flute' }).first()).toBeVisible();
  await expect(page.getByRole('img', { name: /^Entry code/ }).first()).toBeVisible();
  await expectAccessible(page);
});

test('pays after the bank’s check in the frame', async ({ page }) => {
  await buyBestSeat(page, 2);
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.bankInFrame);
  await confirmAtBank(checkout);
  await checkout.expectPaid(1);
});

test('comes back from the bank’s own page to the tickets', async ({ page }) => {
  await buyBestSeat(page, 2);
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.bankPage);
  await page.waitForURL(/epc/);
  await page
    .getByRole('button', { name: /confirm|approve|allow/i })
    .first()
    .click();
  await page.waitForURL(/checkout\.html/);
  await checkout.expectPaid(1);
  await expect(checkout.checkout.getByRole('heading', { name: /^See you on/ })).toBeFocused();
  await expect(page.getByText('Your cart is empty.')).toHaveCount(0);
  expect(page.url()).not.toContain('s360-return');
});

test('buys the best seats in two tariffs', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('The Magic Flute');
  await event.chooseDate(2);
  await event.chooseCategory(/^D\b/);
  await event.oneMore('Full price');
  await event.oneMore('Full price');
  await event.oneMore('Under 26');
  await event.addToCart();
  await expect(page.getByText(/3 tickets are in your cart/).first()).toBeVisible();
  await expectAccessible(page);
  await page.goto('/cart.html');
  const cart = page.locator('s360-cart');
  const tariffs = cart.getByRole('combobox', { name: /^Tariff for/ });
  await expect(tariffs).toHaveCount(3);
  const chosen = await tariffs.evaluateAll((all) =>
    all.map((one) => (one as HTMLSelectElement).selectedOptions[0]?.text),
  );
  expect(chosen.map((text) => text?.split(',')[0]).sort()).toEqual(['Full price', 'Full price', 'Under 26']);
  await expect(cart.getByText('3 tickets').first()).toBeVisible();
  await expectAccessible(page);
  await cart.getByRole('link', { name: 'Check out' }).click();
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(3);
});

test('buys a museum pass, which has no seat', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('Museum day pass');
  await event.oneMore('Full price');
  await expectAccessible(page);
  await event.addToCart();
  await event.checkOut();
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(1);
  await expect(checkout.checkout.getByText('Row', { exact: true })).toHaveCount(0);
});

test('buys a timed visit', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('Paper Cities');
  await event.chooseDate(3);
  await event.chooseVisit(0);
  await event.oneMore('Full price');
  await event.addToCart();
  await event.checkOut();
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(1);
});

async function confirmAtBank({ payment }: CheckoutPage): Promise<void> {
  await payment
    .getByRole('button', { name: /confirm|approve|allow/i })
    .first()
    .click();
}
