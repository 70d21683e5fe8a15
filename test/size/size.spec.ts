import type { Page } from '@playwright/test';
import type { EventList, SeatMap } from '@s360-widgets/contract';
import { test } from '../embedding/host.js';
import { expect } from '../journeys/journey.js';
import { CheckoutPage } from '../pages/checkout.page.js';
import { SeatPickerPage } from '../pages/seat-picker.page.js';
import { beyond, bytes, code, kB, locales, report, type Weight, weigh } from './weight.js';

/** The product's limits, for gzip -9 of each file that a real page requests. */
const LIMIT = { list: 20 * kB, picker: 25 * kB, chosen: 40 * kB, purchase: 30 * kB, locale: 4 * kB };

const list = '<s360-event-list></s360-event-list>';

// Another build than the one in its usual place can be weighed, to compare.
const { RELAY_EMBED_DIR } = process.env;
test.use({ stackOptions: { relay: RELAY_EMBED_DIR ? { RELAY_EMBED_DIR } : {} } });

let listPage: Weight;

test.beforeEach(async ({ page, openHost, stack }) => {
  // Until S-360 has told what is left, a list says that it is out of date, with code for that.
  await expect.poll(async () => (await listOf(stack.relay)).stale).toBe(false);
  const weight = await weigh(page);
  await openHost({ body: `<script360>${list}` });
  await settled(page);
  listPage = await weight();
});

test('the event list alone, its words included', () => {
  expectList('event list', listPage);
});

test('the event list alone in French, whose words are longer', async ({ page, openHost }) => {
  const weight = await weigh(page);
  await openHost({ body: `<script>document.documentElement.lang = 'fr'</script><script360>${list}` });
  await expect(page.getByText(/\d+ événements/).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expectList('event list, French', await weight());
});

for (const title of ['The Magic Flute', 'Moor Rangers'])
  test(`the seat picker of ${title}, on top of the list, until somebody reaches for a seat`, async ({
    page,
    openHost,
    stack,
  }) => {
    const performanceId = await performanceOf(stack.relay, title);
    await seatsKnown(stack.relay, performanceId);
    const weight = await weigh(page);
    await openHost({
      body: `<script360>${list}<s360-seat-picker performance-id="${performanceId}"></s360-seat-picker>`,
    });
    await page.getByRole('grid', { name: 'Seats on the plan' }).waitFor({ state: 'attached' });
    await settled(page);
    const first = beyond(await weight(), listPage);
    report(`seat picker, ${title}`, code(first), LIMIT.picker);

    const picker = new SeatPickerPage(page);
    await picker.picker.getByRole('button', { name: 'Pick the best for me' }).click();
    await picker.expectChosen(2);
    await picker.picker.locator('canvas').hover();
    await settled(page);
    const all = beyond(await weight(), listPage);
    report('… and with two seats chosen on the map', code(all), LIMIT.chosen);

    expect(bytes(code(first))).toBeLessThanOrEqual(LIMIT.picker);
    expect(bytes(code(all))).toBeLessThanOrEqual(LIMIT.chosen);
    expectLightLocales(all);
  });

test('cart and checkout on top of the list, to the payment form', async ({ page, openHost, stack }) => {
  const performanceId = await performanceOf(stack.relay, 'The Magic Flute');
  await openHost({
    body: `<script360><s360-seat-picker performance-id="${performanceId}"></s360-seat-picker>`,
  });
  const picker = new SeatPickerPage(page);
  await picker.picker.getByRole('button', { name: 'One ticket fewer' }).click();
  await picker.picker.getByRole('button', { name: 'Pick the best for me' }).click();
  await picker.expectChosen(1);
  await picker.add();
  await expect(picker.picker.getByText('1 seat is in your cart').first()).toBeVisible();

  const weight = await weigh(page);
  await openHost({ body: `<script360>${list}<s360-cart></s360-cart><s360-checkout></s360-checkout>` });
  await new CheckoutPage(page).goToPayment();
  await settled(page);
  const purchase = beyond(await weight(), listPage);
  report('cart and checkout', code(purchase), LIMIT.purchase);
  expect(bytes(code(purchase))).toBeLessThanOrEqual(LIMIT.purchase);
  expectLightLocales(purchase);
});

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: /On sale|Last tickets/ }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
}

async function listOf(relay: string): Promise<EventList> {
  const answer = await fetch(`${relay}/v1/events?lang=en`);
  return (await answer.json()) as EventList;
}

/** A performance that is on sale. */
async function performanceOf(relay: string, title: string): Promise<string> {
  const { events } = await listOf(relay);
  const event = events.find((each) => each.title.includes(title));
  const performance = event?.performances.find(({ saleState }) => saleState === 'on-sale');
  if (!performance) throw new Error(`No performance of ${title} is on sale.`);
  return performance.id;
}

/** A box office that was too busy to tell of its seats costs the page a note, which is no part of a picker at rest. */
async function seatsKnown(relay: string, performanceId: string): Promise<void> {
  const areKnown = async () => {
    const answer = await fetch(`${relay}/v1/performances/${performanceId}/seat-map?lang=en`);
    const { states } = (await answer.json()) as Partial<SeatMap>;
    return states !== undefined && states.asOf !== null && !states.stale;
  };
  await expect.poll(areKnown, 'the relay knows the seats').toBe(true);
}

function expectList(title: string, weight: Weight): void {
  report(title, weight, LIMIT.list);
  expect(bytes(weight)).toBeLessThanOrEqual(LIMIT.list);
  expectLightLocales(weight);
}

function expectLightLocales(weight: Weight): void {
  for (const [name, size] of locales(weight))
    expect(size, `${name}, gzip -9`).toBeLessThanOrEqual(LIMIT.locale);
}
