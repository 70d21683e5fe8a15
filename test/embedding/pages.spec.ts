import type { Page } from '@playwright/test';
import { expect, test } from '../journeys/journey.js';
import type { Stack } from '../journeys/stack.js';

/** A host page of its own making, served on the site's origin. */
async function openPage(
  page: Page,
  { site, relay }: Stack,
  body: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const script = `<script type="module" src="${relay}/embed/s360.js"></script>`;
  const html = `<!doctype html><html lang="en_US"><title>Host</title>${body.replace('<script360>', script)}`;
  await page.route(`${site}/host.html`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html }),
  );
  await page.goto('/host.html');
}

const anEvent = (page: Page) => page.getByRole('link', { name: /€/ }).first();

test('works under a strict content security policy', async ({ page, stack }) => {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  const policy = `default-src 'none'; script-src ${stack.relay}; connect-src ${stack.relay}; img-src ${stack.simulator}`;
  await openPage(page, stack, '<script360><s360-event-list></s360-event-list>', {
    'content-security-policy': policy,
  });
  await expect(anEvent(page)).toBeVisible();
  expect(faults).toEqual([]);
});

test('two copies of the script on one page do no harm', async ({ page, stack }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const copy = `<script type="module" src="${stack.relay}/embed/s360.js?copy=2"></script>`;
  await openPage(page, stack, `<script360>${copy}<s360-event-list></s360-event-list>`);
  await expect(anEvent(page)).toBeVisible();
  expect(errors).toEqual([]);
});

test('tags that a single-page app adds later come alive', async ({ page, stack }) => {
  await openPage(page, stack, '<script360><main></main>');
  await page.evaluate(() => {
    const list = document.createElement('s360-event-list');
    list.setAttribute('layout', 'list');
    document.querySelector('main')?.append(list);
  });
  await expect(anEvent(page)).toBeVisible();
});

test('a form that a CMS lets through becomes the element, with its content as the fallback', async ({
  page,
  stack,
}) => {
  await openPage(
    page,
    stack,
    '<script360><div data-s360="event-list" data-layout="list"><a href="/x">Book tickets</a></div>',
  );
  await expect(anEvent(page)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Book tickets' })).toBeHidden();
});

test('speaks the page’s language, and English for one that it does not have', async ({ page, stack }) => {
  await openPage(page, stack, '<script360><div lang="fr-CH"><s360-event-list></s360-event-list></div>');
  await expect(page.getByText(/\d+ événements/)).toBeVisible();
  await openPage(page, stack, '<script360><div lang="pt"><s360-event-list></s360-event-list></div>');
  await expect(page.getByText(/\d+ events/)).toBeVisible();
});

test('hostile markup in a description runs nothing', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('open mic');
  await page
    .getByRole('link', { name: /€|Open|mic/i })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  expect(await page.evaluate(() => 'hostileMarkupRan' in window)).toBe(false);
  await expect(page.locator('s360-event a[href^="javascript"]')).toHaveCount(0);
});
