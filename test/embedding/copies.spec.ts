import type { Page } from '@playwright/test';
import { expect, test } from '../journeys/journey.js';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { buyBestSeat } from '../pages/event.page.js';

/** What routers, page builders and optimisers do to a page. */
const copies: Record<string, () => void> = {
  cloned: () => {
    const main = document.querySelector('main');
    main?.replaceWith(main.cloneNode(true));
  },
  'parsed again': () => {
    document.body.innerHTML = document.body.innerHTML.replace(/\u00AD/g, '');
  },
  'restored from a cache': () => {
    const cached = document.body.cloneNode(true);
    document.body.replaceWith(document.createElement('body'));
    document.body.replaceWith(cached);
  },
};

const forms = (page: Page) => page.locator('s360-checkout iframe');

for (const [title, copy] of Object.entries(copies)) {
  test(`a page that is ${title} at the card form shows it once, and pays`, async ({ page }) => {
    await buyBestSeat(page, 8);
    const checkout = new CheckoutPage(page);
    await checkout.goToPayment();
    await expect(checkout.payment.getByRole('button', { name: /^Pay/ })).toBeVisible();
    await page.evaluate(copy);
    await expect(checkout.payment.getByRole('button', { name: /^Pay/ })).toBeVisible();
    await expect(forms(page)).toHaveCount(1);

    await checkout.checkout.getByRole('button', { name: 'Back to review' }).click();
    await expect(forms(page)).toHaveCount(0);
    await checkout.toPayment();
    await expect(checkout.payment.getByRole('button', { name: /^Pay/ })).toBeVisible();
    await expect(forms(page)).toHaveCount(1);
    await checkout.pay(cards.paid);
    await checkout.expectPaid(1);
    await expect(forms(page)).toHaveCount(0);
  });
}
