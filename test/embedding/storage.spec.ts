import type { Page } from '@playwright/test';
import { expect } from '../journeys/journey.js';
import { test } from './host.js';

/** What a browser can do to its storage, before any script of the page runs. */
const refusals: Readonly<Record<string, () => void>> = {
  'never answers': () => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  },
  'is refused': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  },
  'is absent': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  'has no room': () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
};

const body = (eventId: string) =>
  `<script360><s360-cart-button with-label></s360-cart-button>
  <s360-event event-id="${eventId}" cart-url="/basket"></s360-event><s360-cart></s360-cart>`;

/** An event with seats, as the relay lists them. */
async function eventOf(relay: string, title: string): Promise<string> {
  const answer = await fetch(`${relay}/v1/events?lang=en`);
  const { events } = (await answer.json()) as { events: { id: string; title: string }[] };
  const event = events.find((each) => each.title.includes(title));
  if (!event) throw new Error(`${title} is not on the programme.`);
  return event.id;
}

async function addTicket(page: Page): Promise<void> {
  const event = page.locator('s360-event');
  await event
    .locator('label', { has: page.getByRole('radio', { name: /, On sale$/ }) })
    .last()
    .click();
  await event.getByRole('button', { name: 'One more, Full price' }).click();
  await event.getByRole('button', { name: 'Add to cart' }).click();
  await expect(event.getByText(/in your cart/).first()).toBeVisible();
}

const removers = (page: Page) => page.locator('s360-cart').getByRole('button', { name: /^Remove/ });

for (const [title, refuse] of Object.entries(refusals))
  test(`storage that ${title} keeps nobody from the cart, and the kit's link carries it to the next page`, async ({
    openHost,
    page,
    stack,
  }) => {
    await page.addInitScript(refuse);
    const urls: string[] = [];
    page.on('request', async (request) => {
      urls.push(request.url(), (await request.allHeaders()).referer ?? '');
    });
    await openHost({ body: body(await eventOf(stack.relay, 'The Magic Flute')) });
    await addTicket(page);
    await expect(page.getByText('Your browser does not keep your cart').first()).toBeVisible();

    await page.locator('s360-event').getByRole('link', { name: 'See the cart' }).click();
    await expect(page).toHaveURL(/\/basket$/);
    await expect(page.locator('s360-cart').getByText('The Magic Flute')).toBeVisible();
    await expect(removers(page).first()).toBeVisible();
    expect(urls.filter((url) => url.includes('s360-cart='))).toEqual([]);
  });

test('a cart that a link from elsewhere carries is not believed', async ({ openHost, page, stack }) => {
  await openHost({ body: body(await eventOf(stack.relay, 'The Magic Flute')) });
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(`${address}#s360-cart=somebodyelses.${encodeURIComponent(stack.relay)}`);
  await expect(page.locator('s360-cart').getByText('Your cart is empty')).toBeVisible();
  await expect(page).toHaveURL(address);
});

test('a database that the browser closes does not part the second ticket from the first', async ({
  openHost,
  page,
  stack,
}) => {
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    const opened: IDBDatabase[] = [];
    IDBFactory.prototype.open = function (...given) {
      const request = open.apply(this, given);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
    Object.assign(window, { closeDatabases: () => opened.forEach((database) => database.close()) });
  });
  await openHost({ body: body(await eventOf(stack.relay, 'The Magic Flute')) });
  await addTicket(page);
  await page.evaluate(() => (window as unknown as { closeDatabases(): void }).closeDatabases());
  await addTicket(page);
  await expect(page.locator('s360-cart-button').getByText(/^2 ·/)).toBeVisible();
  await page.reload();
  await expect(page.locator('s360-cart-button').getByText(/^2 ·/)).toBeVisible();
});
