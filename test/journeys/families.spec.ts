import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { EventPage } from '../pages/event.page.js';
import { expect, expectAccessible, test } from './journey.js';

test('buys a seat, a book and a membership in one order, and has something to show for each', async ({
  page,
}) => {
  const event = new EventPage(page);
  await event.find('The Magic Flute');
  await event.chooseDate(1);
  await event.oneMore('Full price');
  await event.addToCart();
  await expect(page.getByRole('heading', { name: '1 ticket is in your cart' })).toBeVisible();

  await event.find('The season book');
  await expectAccessible(page);
  await event.oneMore('Full price');
  await event.oneMore('Full price');
  await event.addToCart();
  await expect(page.getByRole('heading', { name: '2 items are in your cart' })).toBeVisible();

  await event.find('Friends of Teatro Lumen');
  await event.chooseItem(/For two/);
  await event.oneMore('Full price');
  await expect(page.getByText('At most 1 in one order.')).toBeVisible();
  await expectAccessible(page);
  await event.addToCart();
  await expect(page.getByRole('heading', { name: '1 item is in your cart' })).toBeVisible();

  await page.goto('/cart.html');
  const cart = page.locator('s360-cart');
  await expect(cart.getByText('4 items').first()).toBeVisible();
  await expect(cart.getByText('Booking fee')).toBeVisible();
  await expectAccessible(page);
  await cart.getByRole('link', { name: 'Check out' }).click();

  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(1);
  await expect(checkout.checkout.getByText('Your 4 items are below.')).toBeVisible();
  for (const title of ['The Magic Flute', 'The season book', 'Friends of Teatro Lumen'])
    await expect(checkout.checkout.getByRole('heading', { name: title }).first()).toBeVisible();
  await expectAccessible(page);
});

test('buys a season ticket for evenings of choice, and has a ticket for each of them', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('À la carte');
  await expectAccessible(page);
  await event.chooseItem(/Three evenings/);
  await event.oneMore('Full price');
  await event.oneMore('Full price');
  await expect(page.getByText('Choose 3 more dates to go on.')).toBeVisible();
  const titles = [];
  for (const index of [0, 2, 3]) titles.push(await event.chooseHeldDate(index));
  await expect(page.getByText('3 of 3 chosen')).toBeVisible();
  await expectAccessible(page);
  await event.addToCart();
  await expect(page.getByRole('heading', { name: '2 season tickets are in your cart' })).toBeVisible();

  await page.goto('/cart.html');
  const cart = page.locator('s360-cart');
  const dates = cart.getByRole('list', { name: 'Three evenings' }).getByRole('listitem');
  await expect(dates).toHaveCount(3);
  await expect(dates.first()).toContainText(/seats \S+ and \S+/);
  const places = await dates.first().locator('span').last().textContent();
  for (const title of titles)
    await expect(dates.filter({ hasText: title })).toContainText(places ?? 'no place');
  await expectAccessible(page);
  await cart.getByRole('link', { name: 'Check out' }).click();

  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(2);
  for (const title of titles)
    await expect(checkout.checkout.getByRole('heading', { name: title })).toHaveCount(2);
  await expect(checkout.checkout.getByText('À la carte').first()).toBeVisible();
  await expectAccessible(page);
});

test('gives a season ticket back with all its seats, and takes it for all evenings', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('Grand subscription');
  await expect(page.getByText('6 dates, all included')).toBeVisible();
  await event.oneMore('Full price');
  await event.addToCart();
  await expect(page.getByRole('heading', { name: '1 season ticket is in your cart' })).toBeVisible();
  await page.goto('/cart.html');
  const cart = page.locator('s360-cart');
  await expect(cart.getByRole('list', { name: 'Six evenings' }).getByRole('listitem')).toHaveCount(6);
  await cart.getByRole('button', { name: 'Remove 1 ticket for Grand subscription' }).click();
  await cart.getByRole('button', { name: 'Remove 1 ticket', exact: true }).click();
  await expect(cart.getByText('Your cart is empty')).toBeVisible();
});

test('takes what is free of charge without a payment, and has something to show for it', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('Introduction before the opera');
  await event.oneMore('Full price');
  await event.oneMore('Full price');
  await expect(page.getByRole('status').filter({ hasText: '2 items' })).toContainText('€0.00');
  await event.addToCart();
  await event.checkOut();
  const steps = new CheckoutPage(page);
  const { checkout } = steps;
  await steps.fillContact();
  await steps.toDelivery();
  await steps.chooseDelivery(/Mobile/);
  await expectAccessible(page);
  await steps.completeOrder();
  await expect(checkout.getByRole('heading', { name: /, Elena$/ })).toBeVisible();
  await expect(checkout.getByRole('heading', { name: 'Introduction before the opera' })).toHaveCount(2);
  await expect(page.getByRole('textbox', { name: /card/i })).toHaveCount(0);
  await expectAccessible(page);
});

test('finds on a museum’s page what is offered along, and takes it in the same cart', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('Paper Cities');
  await event.chooseDate(3);
  await event.chooseVisit(0);
  await event.oneMore('Full price');
  await event.addToCart();
  await expect(page.getByRole('heading', { name: '1 ticket is in your cart' })).toBeVisible();
  await page
    .getByRole('region', { name: 'Goes well with it' })
    .getByRole('link', { name: /Audio guide/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Audio guide to the museum' })).toBeVisible();
  await expectAccessible(page);
  await event.oneMore('Full price');
  await event.addToCart();
  await expect(page.getByRole('heading', { name: '1 item is in your cart' })).toBeVisible();
  await page.goto('/cart.html');
  await expect(page.locator('s360-cart').getByText('2 items').first()).toBeVisible();
});

test('finds what has no date at the end of the list, and says what is gone', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('Lumen tote bag');
  await expect(page.getByRole('group', { name: 'Choose one' }).getByText('Sold out for now')).toBeVisible();
  await event.chooseItem(/Night blue/);
  await expect(page.getByText('It may come back.')).toBeVisible();
  await event.chooseItem(/Red velvet/);
  await event.oneMore('Full price');
  await expect(page.getByRole('button', { name: 'Add to cart' })).toBeEnabled();
});

test('names one price, from the list to the receipt', async ({ page }) => {
  const title = 'North Sea: three films with live score';
  await page.goto('/');
  await page.getByRole('searchbox').fill(title);
  await expect(page.getByRole('link', { name: title }).first()).toContainText(/from €\d+\.20/);
  const event = new EventPage(page);
  await event.find(title);
  await event.chooseDate(0);
  await event.chooseCategory(/^D\b/);
  await expect(page.getByRole('group', { name: 'Price categories' })).toContainText('D€39.20');
  await event.oneMore('Full price');
  await event.oneMore('Full price');
  await expect(page.getByText('Prices include a booking fee of €1.20 a ticket.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '2 tickets' })).toContainText('€78.40');
  await event.addToCart();
  await event.checkOut();

  const steps = new CheckoutPage(page);
  const { checkout } = steps;
  await steps.fillContact();
  await steps.toDelivery();
  await steps.chooseDelivery(/Mobile/);
  const sum = checkout.getByRole('region', { name: 'Your order' });
  await expect(sum.getByRole('definition')).toHaveText(['€78.40', '€2.40', '€78.40']);
  await expect(sum.getByText('of which Booking fee')).toBeVisible();
  await steps.toPayment();
  await steps.expectStep('Pay €78.40');
  await steps.pay(cards.paid);
  await steps.expectPaid(2);
  await expect(checkout.getByText('€78.40').first()).toBeVisible();
});
