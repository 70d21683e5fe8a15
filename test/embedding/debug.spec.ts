import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect } from '../journeys/journey.js';
import { test } from './host.js';

const panel = (page: Page) => page.locator('[data-debug]');
const listAt = (relay: string, script = '<script360>') =>
  `${script}<s360-shop relay="${relay}" debug><s360-event-list></s360-event-list></s360-shop>`;

test('debug tells of a relay at which nothing answers, in one panel', async ({ openHost, page }) => {
  await openHost({ body: listAt('http://localhost:9') });
  await expect(panel(page)).toContainText('Nothing answers at http://localhost:9');
  await expect(panel(page)).toHaveCount(1);
});

test('debug tells of a server that does not let this page read it', async ({ openHost, page }) => {
  const server = createServer((_, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await openHost({ body: listAt(`http://localhost:${port}`) });
  await expect(panel(page)).toContainText('RELAY_ORIGINS');
  await expect(panel(page)).toContainText(new URL(page.url()).origin);
  server.close();
});

test('debug tells of a page whose policy forbids to ask the relay', async ({ openHost, page, stack }) => {
  const headers = { 'content-security-policy': `connect-src 'self'` };
  await openHost({ body: listAt(stack.relay), headers });
  await expect(panel(page)).toContainText(`add ${stack.relay} to its connect-src`);
});

test('debug tells of a relay without its scheme, and of a tag that there is not', async ({
  openHost,
  page,
}) => {
  await openHost({
    body: `${listAt('localhost:8080')}<s360-shop debug><s360-evnt-list></s360-evnt-list></s360-shop>`,
  });
  await expect(panel(page).filter({ hasText: 'lacks its scheme' })).toHaveCount(1);
  await expect(panel(page).filter({ hasText: 'Did you mean <s360-event-list>?' })).toHaveCount(1);
});
