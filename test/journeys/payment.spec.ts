import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { buyBestSeat } from '../pages/event.page.js';
import { expect, expectAccessible, test } from './journey.js';

test('is refused, says that nothing was charged, and then pays', async ({ page }) => {
  await buyBestSeat(page, 3);
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.refused);
  await expect(checkout.checkout.getByText('Your bank refused the payment')).toBeVisible();
  await expect(checkout.checkout.getByText(/You were not charged\./)).toBeVisible();
  await checkout.expectStep(/^Pay /);
  await expect(checkout.payment.getByRole('textbox', { name: 'Card number' })).toHaveValue('');
  await expectAccessible(page);
  await checkout.pay(cards.paid);
  await checkout.expectPaid(1);
});

test('shows the confirmation again after a reload, in another tab and on the way back', async ({
  context,
  page,
}) => {
  await buyBestSeat(page, 3);
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(1);
  await page.reload();
  await checkout.expectPaid(1);
  await expect(checkout.checkout.getByRole('heading', { level: 2 }).first()).toBeFocused();
  await expectAccessible(page);
  await checkout.checkout.getByRole('link', { name: 'All my orders' }).click();
  await expect(page.getByRole('heading', { name: 'The Magic Flute' }).first()).toBeVisible();
  await page.goBack();
  await checkout.expectPaid(1);
  const second = await context.newPage();
  await second.goto('/checkout.html');
  await new CheckoutPage(second).expectPaid(1);
});

test('is cancelled by the visitor, and the cart is open again', async ({ page }) => {
  await buyBestSeat(page, 3);
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.payment.getByRole('button', { name: 'Cancel payment' }).click();
  await expect(checkout.checkout.getByText('The payment was cancelled')).toBeVisible();
  await page.goto('/cart.html');
  await page
    .locator('s360-cart')
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
});

test('waits with the visitor while the bank is slow', async ({ page }) => {
  await buyBestSeat(page, 3);
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.slow);
  await checkout.expectPaid(1);
});

test('is finalised although the browser is closed after paying', async ({ context, page, stack }) => {
  let orderId = '';
  page.on('response', async (response) => {
    if (response.request().method() !== 'GET' && response.url().includes('/v1/cart')) {
      orderId ||= /"orderId":"(\d+)"/.exec(await response.text().catch(() => ''))?.[1] ?? '';
    }
  });
  await buyBestSeat(page, 4);
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  const taken = page.waitForResponse(
    (answer) => answer.url().includes('/epc/') && answer.request().method() === 'POST',
  );
  await checkout.pay(cards.neverReturns);
  await taken;
  await page.close();

  const stateOf = async () => (await stack.control<{ orderState: string }>(`orders/${orderId}`)).orderState;
  await expect.poll(stateOf).toBe('CLOSED');

  const later = await context.newPage();
  await later.goto('/checkout.html');
  await new CheckoutPage(later).expectPaid(1);
  await later.goto('/orders.html');
  await expect(later.getByRole('heading', { name: 'The Magic Flute' })).toBeVisible();
});

test('goes on paying after a reload in the middle of it', async ({ page }) => {
  await buyBestSeat(page, 4);
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await expect(checkout.payment.getByRole('button', { name: /^Pay/ })).toBeVisible();
  await page.reload();
  await checkout.checkout.getByRole('button', { name: 'Continue payment' }).click();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(1);
});

test('goes back to the review from the payment, and the cart can be changed', async ({ page }) => {
  await buyBestSeat(page, 4);
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await expect(checkout.payment.getByRole('button', { name: /^Pay/ })).toBeVisible();
  await checkout.checkout.getByRole('button', { name: 'Back to review' }).click();
  await checkout.expectStep('Is everything right?');
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('says that the order is complete although the code of the confirmation can’t be had', async ({
  page,
}) => {
  await page.route(/confirmation-step/, (route) => route.abort());
  await buyBestSeat(page, 3);
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.paid);
  await expect(checkout.checkout.getByRole('heading', { name: 'Your order is complete' })).toBeVisible();
  await expect(checkout.checkout.getByText(/^Order \d+ is paid\./)).toBeVisible();
  await page.unroute(/confirmation-step/);
  await checkout.checkout.getByRole('button', { name: 'Show the order' }).click();
  await checkout.expectPaid(1);
});
