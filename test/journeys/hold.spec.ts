import { buyer, CheckoutPage } from '../pages/checkout.page.js';
import { buyBestSeat } from '../pages/event.page.js';
import { expect, expectAccessible, test } from './journey.js';

test.use({
  stackOptions: {
    simulator: { SIMULATOR_ORDER_EXPIRY_SECONDS: '25', SIMULATOR_ORDER_LIFESPAN_SECONDS: '600' },
  },
});

test('says that the hold ran out while the visitor was in the form, keeps what was typed, and holds the same seat again', async ({
  page,
}) => {
  await buyBestSeat(page, 1);
  const checkout = new CheckoutPage(page);
  await checkout.fillContact();
  await expect(page.getByText('The hold on your seats has ended').first()).toBeVisible();
  await expectAccessible(page);
  await checkout.checkout.getByRole('button', { name: 'Try the same seats' }).click();
  await expect(checkout.checkout.getByText(/We hold your seats until|left/).first()).toBeVisible();
  await expect(checkout.checkout.getByRole('textbox', { name: 'Email' })).toHaveValue(buyer.email);
  await checkout.toDelivery();
});
