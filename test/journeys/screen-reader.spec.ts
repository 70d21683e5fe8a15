import { buyer, cards, CheckoutPage } from '../pages/checkout.page.js';
import { ScreenReader } from '../pages/screen-reader.js';
import { test } from './journey.js';

/** A hall, and what its areas are called. */
const halls = [
  { hall: 'opera house', title: 'The Magic Flute', area: /^Stalls/ },
  { hall: 'stadium', title: 'FC Lumen – Alpina 1898', area: /^West stand/ },
];

for (const { hall, title, area } of halls) {
  test(`buys two seats in the ${hall} by the accessibility tree alone`, async ({ page }) => {
    const reader = await ScreenReader.on(page);
    await page.goto('/');
    await reader.type(title, 'searchbox', /Search/);
    await reader.press('link', new RegExp(`^${title}`));
    await reader.press('button', 'Pick on the map');
    await reader.expectAt('heading', 'Choose your seats');
    await reader.press('button', area);
    await reader.expectAt('gridcell', /, free$/);
    const chosen: string[] = [];
    for (const count of [1, 2]) {
      const free = await reader.find('gridcell', /, free$/);
      const next = free.find(({ name }) => !chosen.includes(name))!;
      await reader.press('gridcell', next.name);
      chosen.push(next.name);
      await reader.find('button', new RegExp(`^Add ${count} seat`));
      await reader.expectAt('gridcell', next.name.replace(/free$/, 'yours'));
    }
    await reader.press('button', 'Add 2 seats to cart');
    await reader.expectAt('heading', 'Your seats');
    await reader.press('link', 'Check out');
    await buy(reader);
    await new CheckoutPage(page).expectPaid(2);
  });
}

/** From the contact to the paid order. */
async function buy(reader: ScreenReader): Promise<void> {
  await reader.find('heading', 'Who are the tickets for?');
  await reader.type(buyer.email, 'textbox', /^Email/);
  await reader.type(buyer.firstName, 'textbox', /^First name/);
  await reader.type(buyer.lastName, 'textbox', /^Last name/);
  await reader.type('Switz', 'combobox', /^Country/);
  await reader.press('button', 'Continue to delivery');
  await reader.expectAt('heading', 'How would you like your tickets?');
  await reader.press('radio', /Mobile/, 'Space');
  await reader.press('button', 'Continue to review');
  await reader.expectAt('heading', 'Is everything right?');
  await reader.press('checkbox', /terms of sale/, 'Space');
  await reader.press('button', 'Continue to payment');
  await reader.expectAt('heading', /^Pay /);
  await reader.type(cards.paid, 'textbox', 'Card number');
  await reader.type('1230', 'textbox', /Expiry/);
  await reader.type('123', 'textbox', 'Security code');
  await reader.type(`${buyer.firstName} ${buyer.lastName}`, 'textbox', 'Name on card');
  await reader.press('button', /^Pay/);
  await reader.expectAt('heading', /^See you on .*, Elena$/);
}
