import { test as base, expect } from '@playwright/test';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { EventPage } from '../pages/event.page.js';
import { type Stack, startStack } from './stack.js';

/**
 * The shop at points of sale that are set otherwise than the simulator's own, which the other journeys buy at: it lets guests buy, speaks four
 * languages, and takes several payment methods. Other currencies: currencies.spec; strict limits of calls: faults/strict-limits.spec.
 */
const test = base.extend<{ setting: Record<string, string>; stack: Stack }>({
  setting: [{}, { option: true }],
  stack: async ({ setting }, use) => {
    const stack = await startStack({ simulator: setting });
    await use(stack);
    await stack.stop();
  },
  baseURL: async ({ stack }, use) => use(stack.site),
});

test.describe.configure({ mode: 'parallel' });

test.describe('where guests may not buy', () => {
  test.use({ setting: { SIMULATOR_GUESTS: 'no' } });

  test('the programme is shown, each event says that it is sold at the box office, and no cart is opened', async ({
    page,
    stack,
  }) => {
    await page.goto('/');
    const list = page.locator('s360-event-list');
    const events = list.locator('.card[href]');
    await expect(events).toHaveCount(12);
    await expect(list.getByText('At the box office').first()).toBeVisible();
    await expect(list.getByText('On sale', { exact: true })).toHaveCount(0);
    await events.first().click();
    await expect(page.locator('s360-event').getByText('At the box office').first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Add/ })).toHaveCount(0);
    const item = {
      kind: 'best-seats',
      performanceId: '1',
      seatCategoryId: '1',
      tariffs: [{ tariffId: '1', quantity: 1 }],
    };
    const answer = await fetch(`${stack.relay}/v1/carts?lang=en`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: [item] }),
    });
    expect([answer.status, await answer.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'not-on-sale' }),
    ]);
    expect(stack.relayLog()).toContain('guests may not buy at this point of sale');
    expect((await stack.control<Record<string, number>>('calls')).createOrUpdateOrder ?? 0).toBe(0);
  });
});

for (const [name, setting] of [
  ['that speaks one language', { SIMULATOR_LANGUAGES: 'en' }],
  ['in flash mode', { SIMULATOR_MODE_OF_USE: 'FLASH' }],
  [
    'that signs in before the catalogue, but lets guests buy',
    { SIMULATOR_LOGIN_POSITION: 'BEFORE_CATALOGUE' },
  ],
] as const)
  test.describe(`at a point of sale ${name}`, () => {
    test.use({ setting });

    test('a guest buys to the ticket', async ({ page, stack }) => {
      const event = new EventPage(page);
      await event.find('The Magic Flute');
      await event.chooseDate(1);
      await event.oneMore('Full price');
      await event.addToCart();
      await expect(page.getByRole('heading', { name: '1 ticket is in your cart' })).toBeVisible();
      await page.goto('/checkout.html');
      const checkout = new CheckoutPage(page);
      await checkout.goToPayment();
      await checkout.pay(cards.paid);
      await checkout.expectPaid(1);
      const { languages } = (await (await fetch(`${stack.relay}/v1/shop?lang=en`)).json()) as {
        languages: string[];
      };
      expect(languages).toEqual('SIMULATOR_LANGUAGES' in setting ? ['en'] : ['en', 'fr', 'de', 'it']);
    });
  });
