import { readFile } from 'node:fs/promises';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { EventPage } from '../pages/event.page.js';
import { textsOfPdf } from '../pages/pdf.js';
import { SeatPickerPage } from '../pages/seat-picker.page.js';
import { type Purchase, purchases } from './purchases.js';
import { type Stack, startStack } from './stack.js';

/** Always on sale, at prices of its own on all dates. */
const title = 'North Sea: three films with live score';

/** Each test has a box office of its own that sells in another currency, and a relay that announces its fee beside the prices. */
const test = base.extend<{ purchase: Purchase | null; stack: Stack }>({
  purchase: [null, { option: true }],
  stack: async ({ purchase }, use) => {
    const stack = await startStack({
      simulator: purchase?.simulator ?? {},
      relay: { RELAY_BOOKING_FEE_MINOR: String(purchase?.feeMinor ?? ''), RELAY_PRICES: 'plus-fees' },
    });
    await use(stack);
    await stack.stop();
  },
  baseURL: async ({ stack }, use) => use(stack.site),
});

test.describe.configure({ mode: 'parallel' });

for (const purchase of purchases) {
  test.describe(`in ${purchase.name}`, () => {
    test.use({ purchase });

    test('two seats cost the same from the list to the ticket, and that is what is charged', async ({
      page,
      stack,
    }) => {
      await chooseSeats(page, purchase);
      await lookIntoCart(page, purchase);
      await buy(page, purchase);
      await expectCharged(page, stack, purchase);
    });
  });
}

/** List, event and seat plan, to the cart. */
async function chooseSeats(page: Page, purchase: Purchase): Promise<void> {
  const { from, seat, exact, fee, seats, tariff = 'Full price', unsold = [] } = purchase;
  const event = new EventPage(page);
  await page.goto('/');
  await page.getByRole('searchbox').fill(title);
  await expect(page.getByRole('link', { name: title }).first()).toContainText(`from ${from}`);
  await event.find(title);
  await expect(page.locator('s360-event')).toContainText(`${from} – `);
  await event.chooseDate(0);
  await event.chooseCategory(/^D\b/);
  await expect(page.getByRole('group', { name: 'Price categories' })).toContainText(`D${seat}`);
  await event.oneMore(tariff);
  await event.oneMore(tariff);
  await expect(page.getByRole('listitem').filter({ hasText: tariff }).first()).toContainText(exact);
  for (const name of unsold) await expect(page.getByText(name, { exact: true })).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: '2 tickets' })).toContainText(seats);
  await expect(page.getByText(`A booking fee of ${fee} a ticket is added in the cart.`)).toBeVisible();
  await event.openMap();
  await chooseFromPlan(new SeatPickerPage(page), purchase);
}

/** Two seats of the price from the plan's list. */
async function chooseFromPlan(plan: SeatPickerPage, { seat, exact, half, seats }: Purchase): Promise<void> {
  const { picker } = plan;
  await plan.showList();
  await picker.getByRole('group', { name: 'Prices' }).getByRole('button', { name: seat }).click();
  await picker.getByRole('button', { name: /^Stalls left \d+ seats? free/ }).click();
  const free = picker.getByRole('button', { name: new RegExp(`seat \\d+, ${seat}, .+, free$`) });
  await free.first().click();
  await free.first().click();
  const chosen = picker.getByRole('region', { name: 'Your seats' });
  await expect(chosen.getByRole('listitem').filter({ hasText: exact })).toHaveCount(2);
  await expect(chosen.getByRole('option', { name: `Under 26, ${half.replace('.00', '')}` })).toHaveCount(2);
  await expect(chosen).toContainText(`Total ${seats}`);
  await plan.add();
  await expect(picker.getByText(/2 seats are in your cart/i).first()).toBeVisible();
}

/** The lines, what they would cost at another tariff, and the sum. */
async function lookIntoCart(page: Page, purchase: Purchase): Promise<void> {
  const { exact, half } = purchase;
  await page.goto('/cart.html');
  const cart = page.locator('s360-cart');
  await expect(cart.getByRole('paragraph').filter({ hasText: exact })).toHaveCount(2);
  await expect(cart.getByRole('option', { name: `Under 26, ${half}` })).toHaveCount(2);
  await expectSum(cart, purchase);
  await cart.getByRole('link', { name: 'Check out' }).click();
}

/** Tickets and fees are the total, to its last digit. */
async function expectSum(within: Locator, { seats, fees, total, tax }: Purchase): Promise<void> {
  const order = within.getByRole('region', { name: 'Your order' });
  const amounts = order.getByRole('definition');
  await expect(amounts).toHaveText([seats, fees, total]);
  await expect(order.getByText(`Includes ${tax} VAT`)).toBeVisible();
  const [tickets = 0, fee = 0, sum = 0] = (await amounts.allInnerTexts()).map(unitsOf);
  expect(tickets + fee).toBe(sum);
}

/** An amount with all of its digits as a count of its smallest units. */
const unitsOf = (text: string): number => Number(text.replace(/\D/g, ''));
const figuresOf = (text: string): string => text.replace(/[^\d.,]/g, '');

/** Contact, delivery, review, the provider's form, its bank's question, and the confirmation. */
async function buy(page: Page, purchase: Purchase): Promise<void> {
  const { total, post } = purchase;
  const steps = new CheckoutPage(page);
  const { checkout, payment } = steps;
  await steps.fillContact();
  await steps.toDelivery();
  await expect(checkout.getByRole('radio', { name: /By post/ }).locator('xpath=..')).toContainText(post);
  await steps.chooseDelivery(/Mobile/);
  await expectSum(checkout, purchase);
  await steps.toPayment();
  await steps.expectStep(`Pay ${total}`);
  await expect(payment.getByRole('button', { name: /^Pay/ })).toContainText(figuresOf(total));
  await steps.pay(cards.bankInFrame);
  await expect(payment.getByText(/asks for/)).toContainText(`${figuresOf(total)} from card`);
  await payment.getByRole('button', { name: 'Approve' }).click();
  await steps.expectPaid(2);
  await expect(checkout.getByText(/order \d+/)).toContainText(total);
}

/** What S-360 was asked for, and what it prints on the tickets. */
async function expectCharged(page: Page, stack: Stack, { exact, thousandths }: Purchase): Promise<void> {
  const { checkout } = new CheckoutPage(page);
  const [, orderId] = /order (\d+)/.exec(await checkout.getByText(/order \d+/).innerText()) ?? [];
  const order = await stack.control<ChargedOrder>(`orders/${orderId}`);
  expect(order.saleAmount).toBe(thousandths);
  expect(order.payments.map(({ amount, paymentStatus }) => [amount, paymentStatus])).toEqual([
    [thousandths, 'PAID'],
  ]);
  const download = page.waitForEvent('download');
  await checkout.getByRole('button', { name: 'Download all tickets' }).click();
  const printed = textsOfPdf(await readFile(await (await download).path()));
  expect(printed.filter((text) => text === exact)).toHaveLength(2);
}

interface ChargedOrder {
  saleAmount: number;
  payments: { amount: number; paymentStatus: string }[];
}
