import { readFile } from 'node:fs/promises';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { EventPage } from '../pages/event.page.js';
import { textsOfPdf } from '../pages/pdf.js';
import { expect, expectAccessible, test } from './journey.js';

const visit = 'Guided visit in French · The building and its garden';

test('buys a guided visit in another language, which stands on all that is shown of it, to the ticket', async ({
  page,
}) => {
  const event = new EventPage(page);
  await event.find('Guided tour of the collection');
  const languages = page.getByRole('group', { name: 'Language of the visit' });
  await expect(languages.getByRole('radio', { name: 'English' })).toBeChecked();
  await expectAccessible(page);
  await event.chooseLanguage(/^French/);
  await event.oneMore('Full price');
  await expect(page.getByText('Choose a theme to go on.')).toBeVisible();
  await event.chooseTheme(/^The building/);
  await expect(page.getByText('In French · The building and its garden')).toBeVisible();
  await event.chooseDate(1);
  await event.chooseVisit(0);
  await expectAccessible(page);
  await event.oneMore('Full price');
  await event.addToCart();
  await expect(page.getByRole('heading', { name: '2 tickets are in your cart' })).toBeVisible();

  await page.goto('/cart.html');
  const cart = page.locator('s360-cart');
  await expect(cart.getByText(visit)).toBeVisible();
  await expectAccessible(page);
  await cart.getByRole('link', { name: 'Check out' }).click();

  const steps = new CheckoutPage(page);
  await steps.fillContact();
  await expect(steps.checkout.getByText(visit).first()).toBeVisible();
  await steps.toDelivery();
  await steps.chooseDelivery(/Mobile/);
  await steps.toPayment();
  await steps.pay(cards.paid);
  await steps.expectPaid(2);
  await expect(steps.checkout.getByText(visit).first()).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await steps.checkout
    .getByRole('button', { name: /^Download/ })
    .first()
    .click();
  const texts = textsOfPdf(await readFile(await (await download).path()));
  expect(texts.join(' ')).toContain(visit);

  await page.goto('/orders.html');
  await expect(page.locator('s360-my-orders').getByText(visit).first()).toBeVisible();
  await expectAccessible(page);
});

test('changes who a guided visit is for, and stays in the same one', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('Guided tour of the collection');
  await event.chooseLanguage(/^German/);
  await event.chooseTheme(/^Made by hand/);
  await event.oneMore('Full price');
  await event.addToCart();
  await expect(page.getByRole('heading', { name: '1 ticket is in your cart' })).toBeVisible();
  await page.goto('/cart.html');
  const cart = page.locator('s360-cart');
  const guided = 'Guided visit in German · Made by hand';
  await expect(cart.getByText(guided)).toBeVisible();
  const total = cart.getByRole('definition').last();
  const before = (await total.textContent()) ?? '';
  const tariff = cart.getByRole('combobox');
  await tariff.selectOption({ index: 1 });
  await expect(total).not.toHaveText(before);
  await expect(cart.getByText(guided)).toBeVisible();
});
