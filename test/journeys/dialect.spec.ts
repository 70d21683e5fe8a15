import { readFile } from 'node:fs/promises';
import { test as base, expect } from '@playwright/test';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { EventPage } from '../pages/event.page.js';
import { SeatPickerPage } from '../pages/seat-picker.page.js';
import { watchAnswers } from './relay-answers.js';
import { type Stack, startStack } from './stack.js';

/** Each test has an S-360 of its own that calls all otherwise that is a guess, and a relay that was told how. */
const test = base.extend<{ transport: string; stack: Stack }>({
  transport: ['soap', { option: true }],
  stack: async ({ transport }, use) => {
    const stack = await startStack({ dialect: 'b', relay: { S360_TRANSPORT: transport } });
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

for (const transport of ['soap', 'rest']) {
  test.describe(`in another dialect, over ${transport}`, () => {
    test.use({ transport });

    test('seats, a visit, a book and a season ticket are bought in one order, and there is something to show for each', async ({
      page,
    }) => {
      const event = new EventPage(page);
      await event.find('The Magic Flute');
      await event.chooseDate(1);
      await event.openMap();
      const seats = new SeatPickerPage(page);
      await seats.openSection(/^Dress circle/);
      const [, row = '', number = ''] = /row (\S+), seat (\d+)/.exec(await seats.clickFreeSeat()) ?? [];
      await seats.clickFreeSeat();
      await seats.add();
      await expect(seats.picker.getByText(/2 seats are in your cart/i).first()).toBeVisible();

      await event.find('Paper Cities');
      await event.chooseDate(3);
      await event.chooseVisit(0);
      await event.oneMore('Full price');
      await event.addToCart();
      await expect(page.getByRole('heading', { name: '1 ticket is in your cart' })).toBeVisible();
      await event.find('The season book');
      await event.oneMore('Full price');
      await event.addToCart();
      await expect(page.getByRole('heading', { name: '1 item is in your cart' })).toBeVisible();

      await event.find('À la carte');
      await event.oneMore('Full price');
      const titles = [];
      for (const index of [1, 2, 4]) titles.push(await event.chooseHeldDate(index));
      await event.addToCart();
      await expect(page.getByRole('heading', { name: '1 season ticket is in your cart' })).toBeVisible();

      await page.goto('/checkout.html');
      const checkout = new CheckoutPage(page);
      await checkout.goToPayment();
      await checkout.pay(cards.paid);
      await checkout.expectPaid(2);
      for (const title of ['The Magic Flute', 'Paper Cities', 'The season book', ...titles])
        await expect(
          checkout.checkout.getByRole('heading', { name: new RegExp(title) }).first(),
        ).toBeVisible();
      for (const place of [row, number])
        await expect(checkout.checkout.getByText(place, { exact: true }).first()).toBeVisible();
      const download = page.waitForEvent('download');
      await checkout.checkout.getByRole('button', { name: /^Download/ }).click();
      const file = await readFile(await (await download).path(), 'latin1');
      expect(file.startsWith('%PDF-')).toBe(true);

      await page.goto('/orders.html');
      await expect(page.getByRole('img', { name: /^Entry code/ }).first()).toBeVisible();
    });
  });
}
