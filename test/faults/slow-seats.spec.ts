import { expect, test } from '../journeys/journey.js';

test('a hall whose seats are slow in coming says so, and shows them as soon as the box office has answered', async ({
  page,
  stack,
}) => {
  await stack.control('latency', { method: 'getSeatsAvailability', ms: 7_000 });
  await page.goto('/');
  await page.getByRole('searchbox').fill('FC Lumen – Alpina 1898');
  await page.getByRole('link', { name: 'FC Lumen – Alpina 1898' }).click();
  await page.getByRole('button', { name: 'Pick on the map' }).click();

  const picker = page.locator('s360-seat-picker');
  await expect(picker.getByRole('heading', { name: 'We don’t know yet which seats are free' })).toBeVisible();
  await expect(picker.getByRole('button', { name: /^West stand/ })).toBeAttached();
  await expect(picker).not.toContainText('We don’t know yet');
  await stack.control('latency', { method: 'getSeatsAvailability', ms: 0 });
});
