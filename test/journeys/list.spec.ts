import { expect, expectAccessible, month, test } from './journey.js';

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the list page passes an audit in both layouts, and with its filters open', async ({ page }) => {
      await page.goto('/');
      const list = page.locator('s360-event-list');
      await expect(list.locator('.card[href]').first()).toBeVisible();
      await expectAccessible(page);
      await list.locator('summary').filter({ hasText: 'Topic' }).click();
      await expect(list.locator('.panel label').filter({ hasText: /^\s*Opera\s*\d/ })).toBeVisible();
      await expectAccessible(page);
      await list.locator('summary').filter({ hasText: 'Topic' }).click();
      await list.getByText('List', { exact: true }).click();
      await expect(list.getByRole('heading', { name: month }).first()).toBeVisible();
      await expectAccessible(page);
    });

    test.describe('on a phone', () => {
      test.use({ viewport: { width: 390, height: 844 } });

      test('the list page passes an audit, and so do all its filters', async ({ page }) => {
        await page.goto('/');
        const list = page.locator('s360-event-list');
        await expect(list.locator('.card[href]').first()).toBeVisible();
        await expectAccessible(page);
        await list.getByRole('button', { name: /^Filters/ }).click();
        await expect(list.getByRole('dialog')).toBeVisible();
        await expectAccessible(page);
      });
    });
  });

test('the headings of the list page go down one step at a time', async ({ page }) => {
  await page.goto('/');
  const list = page.locator('s360-event-list');
  await expect(list.locator('.card[href]').first()).toBeVisible();
  const levels = () =>
    page.getByRole('heading').evaluateAll((all) => all.map(({ localName }) => Number(localName.slice(1))));
  const isInSteps = (found: number[]) =>
    found[0] === 1 && found.every((level, index) => level <= (found[index - 1] ?? 0) + 1);
  expect(isInSteps(await levels())).toBe(true);
  await list.getByText('List', { exact: true }).click();
  await expect(list.getByRole('heading', { name: month }).first()).toBeVisible();
  expect(isInSteps(await levels())).toBe(true);
});

test('an evening of the calendar leads to that evening, where its seats can be chosen at once', async ({
  page,
}) => {
  await page.goto('/');
  const list = page.locator('s360-event-list');
  await page.getByRole('searchbox').fill('The Magic Flute');
  await list.getByText('Calendar', { exact: true }).click();
  await list.getByRole('button', { name: 'Month after' }).click();
  const entry = list.locator('.calendar .entry', { hasText: 'The Magic Flute' }).last();
  const day = await entry.locator('xpath=ancestor::td').locator('.day-number').innerText();
  await expectAccessible(page);
  await entry.click();
  const dates = page.getByRole('radiogroup', { name: 'Choose a date' });
  await expect(dates.getByRole('radio', { checked: true })).toHaveAccessibleName(new RegExp(`\\b${day}\\b`));
  await expect(dates.locator('.day:has(:checked)')).toBeInViewport();
});

test('back from an event, the list is as it was left: search, layout, how much is shown, and where', async ({
  page,
}) => {
  await page.goto('/');
  const list = page.locator('s360-event-list');
  const cards = list.locator('.card[href]');
  await expect(cards).toHaveCount(12);
  await page.getByRole('searchbox').fill('a');
  await list.getByRole('button', { name: /^Show \d+ more/ }).click();
  await expect(cards).toHaveCount(24);
  await page.waitForURL(/s360-list-search=a.*s360-list-pages=2|s360-list-pages=2.*s360-list-search=a/);
  const last = cards.nth(21);
  const title = await last.getByRole('heading').innerText();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await page.goBack();
  await expect(cards).toHaveCount(24);
  await expect(page.getByRole('searchbox')).toHaveValue('a');
  await expect(last).toBeInViewport();
});

test('a link to what a visitor has set shows it to another one', async ({ page, browser }) => {
  await page.goto('/');
  const list = page.locator('s360-event-list');
  await list.getByText('Calendar', { exact: true }).click();
  await list.getByText('Week', { exact: true }).click();
  await list.getByRole('button', { name: 'Week after' }).click();
  await page.waitForURL(/s360-list-day=/);
  const name = await list.locator('.month-head h2').innerText();
  await expectAccessible(page);
  const other = await browser.newPage();
  await other.goto(page.url());
  await expect(other.locator('s360-event-list .month-head h2')).toHaveText(name);
  await other.close();
});
