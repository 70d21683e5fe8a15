import { buyer, CheckoutPage } from '../pages/checkout.page.js';
import { buyBestSeat } from '../pages/event.page.js';
import { expect, test } from './journey.js';

test.describe.configure({ mode: 'serial' });
// Processes of their own: what is broken here must not reach another test.
test.use({ stackOptions: { relay: { RELAY_LOG_LEVEL: 'warn' } } });

test('the page’s own words stand in while the relay is down, and the list is there when it is back', async ({
  page,
  stack,
}) => {
  await stack.stopRelay();
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Book tickets' })).toBeVisible();
  await stack.startRelay();
  await page.reload();
  await expect(page.getByRole('searchbox')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Book tickets' })).toBeHidden();
});

test('a relay that goes in mid-purchase costs the visitor nothing but time', async ({ page, stack }) => {
  await buyBestSeat(page, 2);
  const checkout = new CheckoutPage(page);
  await checkout.fillContact();
  await stack.stopRelay();
  await checkout.checkout.getByRole('button', { name: 'Continue to delivery' }).click();
  await expect(checkout.checkout.getByText('We can’t reach the box office').first()).toBeVisible();
  await expect(checkout.checkout.getByRole('textbox', { name: 'Email' })).toHaveValue(buyer.email);
  await stack.startRelay();
  await checkout.toDelivery();
});

test('a relay that starts while S-360 is down serves what it last knew, and says so', async ({
  page,
  stack,
}) => {
  await stack.stopRelay();
  await stack.control('fault', { method: '*', kind: 'http500', times: 100_000 });
  await stack.startRelay();
  await page.goto('/');
  await expect(
    page
      .getByRole('link', { name: 'The Magic Flute' })
      .or(page.getByText(/\d+ events/))
      .first(),
  ).toBeVisible();
  // S-360 is asked once a minute.
  await expect(page.getByText('Availability may be out of date')).toBeVisible({ timeout: 90_000 });
});
