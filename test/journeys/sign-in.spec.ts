import { expect, type Page, test } from '@playwright/test';
import { type Stack, startStack } from './stack.js';

let stack: Stack;

test.beforeAll(async () => {
  stack = await startStack();
});
test.afterAll(() => stack.stop());

const login = 'camille.martin@example.org';

/** The programme's page, with the account at its top. */
async function openAccount(page: Page): Promise<void> {
  await page.goto(stack.site);
  await page.evaluate(() => document.body.prepend(document.createElement('s360-account')));
}

test('a visitor signs in, is known on the next page and in another tab, and signs out', async ({
  page,
  context,
}) => {
  await openAccount(page);
  const account = page.locator('s360-account');
  await account.getByLabel('Email').fill(login);
  await account.getByLabel('Password').fill('wrong');
  await account.getByRole('button', { name: 'Sign in' }).click();
  await expect(account.getByText('don’t belong together')).toBeVisible();
  await account.getByLabel('Password').fill('demo-visitor');
  await account.getByRole('button', { name: 'Sign in' }).click();
  await expect(account.getByText('Hello Camille')).toBeVisible();
  await openAccount(page);
  await expect(account.getByText('Hello Camille')).toBeVisible();
  const other = await context.newPage();
  await openAccount(other);
  await expect(other.locator('s360-account').getByText('Hello Camille')).toBeVisible();
  await account.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(account.getByLabel('Password')).toBeVisible();
  await expect(other.locator('s360-account').getByLabel('Password')).toBeVisible();
  await openAccount(page);
  await expect(account.getByLabel('Password')).toBeVisible();
  const log = stack.relayLog();
  expect(log).toContain('signed in');
  for (const word of [login, 'demo-visitor', 'Camille']) expect(log).not.toContain(word);
});
