import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { EventPage } from '../pages/event.page.js';
import { expect, expectAccessible, test } from './journey.js';

test('buys a package with a seat on an evening of choice, and has a ticket for all that it holds', async ({
  page,
}) => {
  const event = new EventPage(page);
  await event.find('Opera for the first time');
  const evenings = page.getByRole('group', { name: 'Choose one' });
  await expect(evenings.getByRole('radio')).toHaveCount(5);
  await expect(evenings.getByRole('radio').first()).toBeChecked();
  await expect(page.getByText('In each package')).toBeVisible();
  await expectAccessible(page);
  const title = await event.choosePart(1);
  await event.oneMore('Full price');
  await event.oneMore('Full price');
  const price = await page.getByRole('status').filter({ hasText: '2 packages' }).locator('b').textContent();
  await event.addToCart();
  await expect(page.getByRole('heading', { name: '2 packages are in your cart' })).toBeVisible();

  await page.goto('/cart.html');
  const cart = page.locator('s360-cart');
  const parts = cart.getByRole('list', { name: 'Evening' }).getByRole('listitem');
  await expect(parts).toHaveCount(3);
  await expect(parts.first()).toContainText(title);
  await expect(parts.first()).toContainText(/seats \S+ and \S+/);
  await expect(parts.filter({ hasText: '2 × The season book' })).toBeVisible();
  await expect(parts.filter({ hasText: '2 × Introduction before the opera' })).toBeVisible();
  await expect(parts.getByRole('button')).toHaveCount(0);
  await expect(cart.getByRole('definition').last()).toHaveText(price ?? 'no price');
  await expectAccessible(page);
  await cart.getByRole('link', { name: 'Check out' }).click();

  const steps = new CheckoutPage(page);
  await steps.goToPayment();
  const sum = steps.checkout.getByRole('region', { name: 'Your order' });
  await expect(sum.getByText(`2 × ${title}`)).toBeVisible();
  await expect(sum.getByText('2 × The season book')).toBeVisible();
  await steps.pay(cards.paid);
  await steps.expectPaid(2);
  for (const part of [title, 'The season book', 'Introduction before the opera'])
    await expect(steps.checkout.getByRole('heading', { name: part })).toHaveCount(2);
  await expect(steps.checkout.getByText('Opera for the first time').first()).toBeVisible();
  await expectAccessible(page);
});

test('buys a package of several seats, which come with each one', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('Family matinee');
  await event.oneMore('Full price');
  await event.addToCart();
  await expect(page.getByRole('heading', { name: '1 package is in your cart' })).toBeVisible();
  await event.checkOut();
  const steps = new CheckoutPage(page);
  await steps.goToPayment();
  await steps.pay(cards.paid);
  await expect(steps.checkout.getByRole('heading', { name: /, Elena$/ })).toBeVisible();
  await expect(steps.checkout.getByText('Family matinee')).toHaveCount(5);
  await expect(steps.checkout.getByRole('heading', { name: 'Car park under the opera house' })).toHaveCount(
    1,
  );
});

test('has three of each part for three packages, and still three when there is no fourth', async ({
  page,
}) => {
  const event = new EventPage(page);
  const take = async (count: number) => {
    await event.find('A day at the museum');
    await event.choosePart(/Raw linen/);
    for (let n = 0; n < count; n += 1) await event.oneMore('Full price');
    await event.addToCart();
  };
  const cart = page.locator('s360-cart');
  const expectParts = async (count: number) => {
    await page.goto('/cart.html');
    const parts = cart.getByRole('list', { name: 'Day' }).getByRole('listitem');
    await expect(parts).toHaveCount(3);
    for (const part of await parts.all()) await expect(part).toContainText(`${count} × `);
    await expect(cart.getByRole('definition').last()).toHaveText(`€${39 * count}.00`);
  };
  await event.find('A day at the museum');
  const bags = page.getByRole('group', { name: 'Choose one' });
  await expect(bags.getByRole('radio', { name: /Night blue/ })).toBeDisabled();
  await expectAccessible(page);
  await take(1);
  await expect(page.getByRole('heading', { name: '1 package is in your cart' })).toBeVisible();
  await expectParts(1);
  await take(2);
  await expect(page.getByRole('heading', { name: '2 packages are in your cart' })).toBeVisible();
  await expectParts(3);
  await take(2);
  await expect(page.getByRole('alert')).toBeVisible();
  await expectParts(3);

  await cart.getByRole('button', { name: /^Remove 3 items/ }).click();
  await cart.getByRole('button', { name: 'Remove 3 items', exact: true }).click();
  await expect(cart.getByText('Your cart is empty')).toBeVisible();
});

test('lets no part of a package be given back or re-priced by itself', async ({ page, stack }) => {
  const event = new EventPage(page);
  await event.find('A day at the museum');
  await event.oneMore('Full price');
  const opened = page.waitForResponse((response) => response.request().method() === 'POST');
  await event.addToCart();
  const { token, cart } = (await (await opened).json()) as { token: string; cart: CartReply };
  const [line] = cart.lines;
  const headers = { authorization: `Bearer ${token}` };
  const whole = Number(line?.tickets[0]?.id);
  // S-360 numbers the movements of one call one after the other.
  for (const id of [1, 2, 3, 4, 5, 6].map((n) => String(whole + n))) {
    const removal = await page.request.post(`${stack.relay}/v1/cart/removals?lang=en`, {
      ...{ headers: { ...headers, 'idempotency-key': `removal-${id}` }, data: { ticketIds: [id] } },
    });
    const change = await page.request.patch(`${stack.relay}/v1/cart/tickets/${id}?lang=en`, {
      ...{ headers: { ...headers, 'idempotency-key': `change-${id}` }, data: { tariffId: '1' } },
    });
    expect([removal.status(), change.status()]).toEqual([404, 404]);
  }
  const after = (await (
    await page.request.get(`${stack.relay}/v1/cart?lang=en`, { headers })
  ).json()) as CartReply;
  expect(after.lines).toEqual(cart.lines);
});

interface CartReply {
  lines: { tickets: { id: string }[] }[];
}
