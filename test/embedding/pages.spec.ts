import type { Page } from '@playwright/test';
import { findFreeSeats } from '../faults/visitor.js';
import { expect } from '../journeys/journey.js';
import { test } from './host.js';

const list = '<s360-event-list></s360-event-list>';
const anEvent = (page: Page) => page.getByRole('link', { name: /On sale|Last tickets/ }).first();
const count = (page: Page, words: RegExp) => page.getByText(words).first();

test('works under a strict content security policy, seat map included', async ({ openHost, page, stack }) => {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  const { performanceId } = await findFreeSeats(stack, 2);
  const picker = `<s360-seat-picker performance-id="${performanceId}"></s360-seat-picker>`;
  const policy = `default-src 'none'; script-src ${stack.relay}; connect-src ${stack.relay}; img-src ${stack.simulator} ${stack.relay}`;
  await openHost({ body: `<script360>${list}${picker}`, headers: { 'content-security-policy': policy } });
  await expect(anEvent(page)).toBeVisible();
  await page.getByRole('button', { name: 'Pick the best for me' }).click();
  await expect(page.getByRole('button', { name: /^Add \d seats? to cart/ })).toBeVisible();
  expect(faults.filter((fault) => !/favicon/.test(fault))).toEqual([]);
});

test('two copies of the script on one page do no harm', async ({ openHost, page, stack }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const copy = `<script type="module" src="${stack.relay}/embed/s360.js?copy=2"></script>`;
  await openHost({ body: `<script360>${copy}${list}` });
  await expect(anEvent(page)).toBeVisible();
  expect(errors).toEqual([]);
});

test('tags that a single-page app adds later come alive', async ({ openHost, page }) => {
  await openHost({ body: '<script360><main></main>' });
  await page.evaluate(() => {
    const later = document.createElement('s360-event-list');
    later.setAttribute('layout', 'list');
    document.querySelector('main')?.append(later);
  });
  await expect(anEvent(page)).toBeVisible();
});

test('a form that a CMS lets through becomes the element, with its content as the fallback', async ({
  openHost,
  page,
}) => {
  await openHost({
    body: '<script360><div data-s360="event-list" data-layout="list"><a href="/x">Book tickets</a></div>',
  });
  await expect(anEvent(page)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Book tickets' })).toBeHidden();
});

test('speaks the page’s language, and English for one that it does not have', async ({ openHost, page }) => {
  await openHost({ lang: 'fr-CH', body: `<script360>${list}` });
  await expect(count(page, /\d+ événements/)).toBeVisible();
  await openHost({ lang: 'pt', body: `<script360>${list}` });
  await expect(count(page, /\d+ events/)).toBeVisible();
});

test('a shop tag around the tags names the relay and the language', async ({ openHost, page, stack }) => {
  await openHost({ body: `<script360><s360-shop relay="${stack.relay}" lang="fr">${list}</s360-shop>` });
  await expect(count(page, /\d+ événements/)).toBeVisible();
});

test('hostile markup in a description runs nothing', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('open mic');
  await page.locator('s360-event-list').getByRole('link').filter({ visible: true }).first().click();
  await expect(page.locator('s360-event').getByRole('heading', { level: 2 }).first()).toBeVisible();
  expect(await page.evaluate(() => 'hostileMarkupRan' in window)).toBe(false);
  await expect(page.locator('s360-event a[href^="javascript"]')).toHaveCount(0);
});
