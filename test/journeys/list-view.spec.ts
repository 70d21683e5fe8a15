import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { EventPage } from '../pages/event.page.js';
import { SeatPickerPage } from '../pages/seat-picker.page.js';
import { expect, test } from './journey.js';

test('buys two seats through the list, told by the accessibility tree alone', async ({ page }) => {
  const event = new EventPage(page);
  await event.find('The Magic Flute');
  await event.chooseDate(1);
  await event.openMap();
  const seats = new SeatPickerPage(page);
  await seats.showList();
  const { picker } = seats;
  await expect(picker.getByRole('button', { name: 'List' })).toHaveAttribute('aria-pressed', 'true');

  const section = picker.getByRole('button', { name: /^Dress circle rear \d+ seats free/ });
  await section.click();
  await expect(section).toHaveAttribute('aria-expanded', 'true');
  const free = picker.getByRole('button', {
    name: /^Dress circle rear, row .+, seat \d+, €[\d.]+, .+, free$/,
  });
  const first = await free.nth(0).getAttribute('aria-label');
  await free.nth(0).click();
  await free.nth(0).click();
  const chosen = picker.getByRole('button', { name: /^Dress circle rear, row .+, yours$/, pressed: true });
  await expect(chosen).toHaveCount(2);
  expect(first).not.toBeNull();
  await expect(picker.getByRole('region', { name: 'Your seats' })).toMatchAriaSnapshot(`
    - region "Your seats":
      - heading "Your seats" [level=3]
      - list
      - button "Add 2 seats to cart"
  `);
  await seats.add();
  await seats.checkOut();

  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await checkout.pay(cards.paid);
  await checkout.expectPaid(2);
  await expect(checkout.checkout.getByRole('article')).toHaveCount(2);
  await expect(
    checkout.checkout.getByRole('img', { name: /^Entry code, Dress circle, rear, row/ }),
  ).toHaveCount(2);
});
