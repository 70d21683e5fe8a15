import type { Page } from '@playwright/test';
import { expect } from '../journeys/journey.js';
import { test } from '../embedding/host.js';
import { CheckoutPage } from '../pages/checkout.page.js';
import { SeatPickerPage } from '../pages/seat-picker.page.js';
import { beyond, bytes, code, kB, locales, report, type Weight, weigh } from './weight.js';

/** product.md's limits, gzip -9 of each file that the page really requests. */
const LIMITS = { list: 20 * kB, picker: 25 * kB, purchase: 30 * kB, locale: 4 * kB };

const list = '<s360-event-list></s360-event-list>';

if (process.env.RELAY_EMBED_DIR) {
  // Another build than the committed one's, to compare.
  test.use({ stackOptions: { relay: { RELAY_EMBED_DIR: process.env.RELAY_EMBED_DIR } } });
}

async function listAlone(page: Page, open: (host: { body: string }) => Promise<Page>): Promise<Weight> {
  const weight = weigh(page);
  await open({ body: `<script360>${list}` });
  await expect(page.getByText(/^(On sale|Last tickets)$/).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  return weight();
}

test('the event list alone loads at most 20 kB, its words included', async ({ openHost, page }) => {
  const weight = await listAlone(page, openHost);
  report('event list', weight, LIMITS.list);
  expect(bytes(weight)).toBeLessThanOrEqual(LIMITS.list);
});
