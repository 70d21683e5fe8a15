import { expect, test as base, type Page } from '@playwright/test';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { buyBestSeat, EventPage } from '../pages/event.page.js';
import { watchAnswers } from './relay-answers.js';
import { type Stack, type StackOptions, startStack } from './stack.js';

/** Each test has a point of sale that is set up otherwise. Which ways are shown where: docs/operating.md. */
const test = base.extend<{ setup: StackOptions | null; stack: Stack }>({
  setup: [null, { option: true }],
  stack: async ({ setup }, use) => {
    const stack = await startStack(setup ?? {});
    await use(stack);
    await stack.stop();
  },
  context: async ({ context, stack }, use) => {
    const misfits = watchAnswers(context, stack.relay);
    await use(context);
    expect(await misfits(), 'answers of the relay').toEqual([]);
  },
  baseURL: async ({ stack }, use) => use(stack.site),
});

test.describe.configure({ mode: 'parallel' });

const title = 'The Magic Flute';
const shopUrl = 'https://shop.example.org/account';
const signInNote = 'You need a customer account to buy here';

/** Dates and prices are there; the way into the cart is not. */
async function expectShownOnly(page: Page): Promise<void> {
  const event = new EventPage(page);
  await event.find(title);
  await event.chooseDate(0);
  const shown = page.locator('s360-event');
  await expect(shown.getByText(signInNote)).toBeVisible();
  await expect(shown.getByText('Full price').first()).toBeVisible();
  await expect(shown.getByRole('button', { name: 'Add to cart' })).toHaveCount(0);
  await expect(shown.getByRole('button', { name: /^One more/ })).toHaveCount(0);
  await expect(shown.getByRole('button', { name: 'Pick on the map' })).toHaveCount(0);
}

/** The relay itself lets nobody past: the code of its refusal to open a cart. */
async function refusalOf({ relay }: Stack): Promise<string> {
  const item = { kind: 'best-seats', performanceId: '1', seatCategoryId: '1' };
  const answer = await fetch(`${relay}/v1/carts?lang=en`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ items: [{ ...item, tariffs: [{ tariffId: '1', quantity: 1 }] }] }),
  });
  return ((await answer.json()) as { code: string }).code;
}

/** One of the best seats, paid by card, to the ticket. */
async function buyToTheTicket(page: Page): Promise<void> {
  await buyBestSeat(page, 0);
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(1);
}

test.describe('guests may not buy', () => {
  test.use({ setup: { simulator: { SIMULATOR_GUESTS: 'no' }, relay: { RELAY_SHOP_URL: shopUrl } } });

  test('the programme is shown, and leads to the institution’s own shop', async ({ page, stack }) => {
    await expectShownOnly(page);
    await expect(page.getByRole('link', { name: 'To the ticket shop' })).toHaveAttribute('href', shopUrl);
    expect(await refusalOf(stack)).toBe('sign-in-needed');
    expect(stack.relayLog()).toContain('sells to accounts only');
  });
});

test.describe('the sign-in comes before the catalog', () => {
  test.use({
    setup: {
      simulator: { SIMULATOR_SIGN_IN: 'before-catalog' },
      relay: { RELAY_SUPPORT_PHONE: '+41 44 555 01 01' },
    },
  });

  test('the programme is shown, and names the phone of the box office', async ({ page, stack }) => {
    await expectShownOnly(page);
    await expect(page.getByText('+41 44 555 01 01')).toBeVisible();
    expect(await refusalOf(stack)).toBe('sign-in-needed');
  });
});

for (const [name, setup] of [
  ['speaks English alone', { simulator: { SIMULATOR_LANGUAGES: 'en' } }],
  ['is in flash mode', { simulator: { SIMULATOR_MODE_OF_USE: 'flash' } }],
  [
    'has several payment methods, and the one to use is not the first',
    {
      simulator: { SIMULATOR_PAYMENT_METHODS: 'CASH,SPAY,TWINT,VOUCHER' },
      relay: { PAYMENT_METHOD_CODE: 'TWINT' },
    },
  ],
  ['has 10,000 calls a month', { relay: { RELAY_S360_CALLS_PER_MONTH: '10000' } }],
] as const satisfies [string, StackOptions][]) {
  test.describe(`the point of sale ${name}`, () => {
    test.use({ setup });

    test('a seat is bought to the ticket', async ({ page, stack }) => {
      await buyToTheTicket(page);
      await expectAsSetUp(stack, setup);
    });
  });
}

/** What only the relay and S-360 can tell of the purchase. */
async function expectAsSetUp(stack: Stack, { simulator, relay }: StackOptions): Promise<void> {
  const shop = (await (await fetch(`${stack.relay}/v1/shop?lang=en`)).json()) as { languages: string[] };
  if (simulator?.SIMULATOR_LANGUAGES) expect(shop.languages).toEqual(['en']);
  if (relay?.RELAY_S360_CALLS_PER_MONTH) expect(stack.relayLog()).not.toContain('http 509');
}
