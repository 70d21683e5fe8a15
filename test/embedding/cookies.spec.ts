import { expect, test } from '../journeys/journey.js';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { buyBestSeat } from '../pages/event.page.js';

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--test-third-party-cookie-phaseout'] }),
});

test('buys with third-party cookies blocked, and leaves no cookie of the relay behind', async ({
  context,
  page,
  stack,
}) => {
  await buyBestSeat(page, 1);
  await page.reload();
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(1);
  const cookies = await context.cookies([stack.relay, stack.site]);
  expect(cookies).toEqual([]);
});
