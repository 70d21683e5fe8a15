import type { Page } from '@playwright/test';
import { findFreeSeats } from '../faults/visitor.js';
import { expect, month } from '../journeys/journey.js';
import { test } from './host.js';

/** Makes chunks unknown to the relay, as they are after an update that nobody kept the former build of. */
async function lose(page: Page, name: RegExp): Promise<() => Promise<void>> {
  await page.route(name, (route) => route.fulfill({ status: 404, body: 'not found' }));
  return () => page.unroute(name);
}

const note = (page: Page) => page.getByRole('alert').filter({ hasText: 'could not be loaded' });
const again = (page: Page) => note(page).getByRole('button', { name: 'Try again' });
const reload = (page: Page) => note(page).getByRole('button', { name: 'Reload this page' });
const events = (page: Page) => page.locator('s360-event-list').getByRole('link');
const list = '<s360-event-list></s360-event-list>';

async function eventWithMap(relay: string): Promise<string> {
  const answer = await fetch(`${relay}/v1/events?lang=en`);
  const { events } = (await answer.json()) as { events: { id: string; title: string }[] };
  return events.find(({ title }) => title.includes('The Magic Flute'))?.id ?? '';
}

test('what is typed into the search is never passed over: it is said, and done after another try', async ({
  openHost,
  page,
}) => {
  const restore = await lose(page, /event-list\.more/);
  await openHost({ body: `<script360>${list}` });
  await expect(events(page).first()).toBeVisible();
  await page.getByRole('searchbox').hover();
  await expect(note(page)).toHaveCount(0);
  await page.getByRole('searchbox').fill('Magic Flute');
  await expect(note(page)).toBeVisible();
  await expect(reload(page)).toBeVisible();
  await expect(events(page)).toHaveCount(0);
  await again(page).click();
  await expect(again(page)).toBeVisible();
  await restore();
  await again(page).click();
  await expect(note(page)).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveValue('Magic Flute');
  await expect(page.getByText('1 event', { exact: true })).toBeVisible();
});

test('a search that is emptied again shows all events', async ({ openHost, page }) => {
  await lose(page, /event-list\.more/);
  await openHost({ body: `<script360>${list}` });
  await page.getByRole('searchbox').fill('x');
  await expect(note(page)).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(events(page).first()).toBeVisible();
});

test('a list whose rows can not be had stays a list of cards, and says so', async ({ openHost, page }) => {
  const restore = await lose(page, /event-list\.more/);
  await openHost({ body: `<script360>${list}` });
  await page.getByText('List', { exact: true }).click();
  await expect(note(page)).toBeVisible();
  await expect(events(page).first()).toBeVisible();
  await restore();
  await again(page).click();
  await expect(page.getByRole('heading', { name: month }).first()).toBeVisible();
  await expect(note(page)).toHaveCount(0);
});

test('a list on a dark page shows its events, though its colours never come', async ({ openHost, page }) => {
  // Neither an answer nor a refusal, as from a relay that hangs.
  await page.route(/ground\.colours/, () => {});
  await openHost({ body: `<style>body { background: #111; color: #eee }</style><script360>${list}` });
  await expect(events(page).first()).toBeVisible();
});

test('a list that a page narrows down shows the page’s own content, and says so', async ({
  openHost,
  page,
}) => {
  await lose(page, /event-list\.more/);
  await openHost({
    body: `<script360><s360-event-list season="2026"><a href="/x">Book tickets</a></s360-event-list>`,
  });
  await expect(note(page)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Book tickets' })).toBeVisible();
});

test('the map of an event says on its own place that it can not be had, and comes after another try', async ({
  openHost,
  page,
  stack,
}) => {
  const restore = await lose(page, /\/seat-picker\.js/);
  const eventId = await eventWithMap(stack.relay);
  await openHost({ body: `<script360><s360-event event-id="${eventId}"></s360-event>` });
  await page.getByRole('button', { name: 'Pick on the map' }).click();
  await expect(note(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back to best seats' })).toBeVisible();
  await restore();
  await again(page).click();
  await expect(page.getByRole('button', { name: 'Pick the best for me' })).toBeVisible();
  await expect(note(page)).toHaveCount(0);
});

test('seats asked for while the code to choose them is lost are chosen after another try', async ({
  openHost,
  page,
  stack,
}) => {
  const restore = await lose(page, /seat-picker\.choosing/);
  const { performanceId } = await findFreeSeats(stack, 2);
  await openHost({
    body: `<script360><s360-seat-picker performance-id="${performanceId}"></s360-seat-picker>`,
  });
  await page.getByRole('button', { name: 'Pick the best for me' }).click();
  await expect(note(page)).toBeVisible();
  await restore();
  await again(page).click();
  await expect(page.getByRole('button', { name: /^Add \d seats? to cart/ })).toBeVisible();
  await expect(note(page)).toHaveCount(0);
});

test('a seat picker whose list can not be had keeps its map, and says so', async ({
  openHost,
  page,
  stack,
}) => {
  await lose(page, /seat-picker\.list/);
  const { performanceId } = await findFreeSeats(stack, 2);
  await openHost({
    body: `<script360><s360-seat-picker performance-id="${performanceId}" view="list"></s360-seat-picker>`,
  });
  await expect(note(page)).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Seats on the plan' })).toBeAttached();
});

for (const tag of ['s360-event', 's360-seat-picker', 's360-cart', 's360-checkout', 's360-my-orders'])
  test(`<${tag}> whose code can not be had shows what the page put into it, and offers to reload`, async ({
    openHost,
    page,
  }) => {
    const restore = await lose(page, new RegExp(`/${tag.slice(5)}\\.js`));
    await openHost({ body: `<script360><${tag}><a href="/x">Book tickets</a></${tag}>` });
    await expect(reload(page)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Book tickets' })).toBeVisible();
    await restore();
    await reload(page).click();
    await expect(page.locator(tag)).toHaveJSProperty('isUpdatePending', false);
    await expect(note(page)).toHaveCount(0);
  });

test('words that can not be had are said to be missing, in the page’s language', async ({
  openHost,
  page,
}) => {
  const restore = await lose(page, /\/fr\.event\.js/);
  await openHost({ lang: 'fr', body: '<script360><s360-event event-id="1"></s360-event>' });
  const said = page.getByRole('alert').filter({ hasText: 'n’a pas pu être chargée' });
  await expect(said).toBeVisible();
  // Words that come later have the missing ones asked for as well: all is quiet before they can be had again.
  await page.waitForLoadState('networkidle');
  await restore();
  await said.getByRole('button', { name: 'Réessayer' }).click();
  await expect(said).toHaveCount(0);
});

test('where nothing of the kit can be had, the page’s content and a way to reload are there', async ({
  openHost,
  page,
}) => {
  const restore = await lose(page, /\/embed\/chunks\//);
  await openHost({
    body: `<script360><s360-event-list><a href="/x">Book tickets</a></s360-event-list><s360-checkout></s360-checkout>`,
  });
  const button = page.locator('s360-checkout').getByRole('button', { name: 'Reload this page' });
  await expect(button).toBeVisible();
  await expect(page.getByRole('link', { name: 'Book tickets' })).toBeVisible();
  await restore();
  await button.click();
  await expect(events(page).first()).toBeVisible();
});

test('a script that a cache kept too long hands over to the relay’s own of today', async ({
  openHost,
  page,
  stack,
}) => {
  const script = await (await fetch(`${stack.relay}/embed/s360.js`)).text();
  const old = script.replaceAll(/chunks\/\w+\/kit/g, 'chunks/0ld0ld00/kit');
  await openHost({
    body: `<script src="/cache/bundle.js" data-relay="${stack.relay}"></script>${list}`,
    scripts: { '/cache/bundle.js': old },
  });
  await expect(events(page).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reload this page' })).toHaveCount(0);
});
