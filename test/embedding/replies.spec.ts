import type { Page } from '@playwright/test';
import { expect } from '../journeys/journey.js';
import { test } from './host.js';

const list = '<script360><s360-event-list></s360-event-list>';
const cors = { 'access-control-allow-origin': '*' };

function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  return faults;
}

test('a relay that hangs is told in words within some ten seconds', async ({ openHost, page }) => {
  await page.route('**/v1/events?*', () => {});
  await openHost({ body: list });
  await expect(page.getByText('We can’t reach the box office')).toBeVisible({ timeout: 30_000 });
});

for (const [title, body] of [
  ['null', 'null'],
  ['a list', '[]'],
  ['no events', '{"events":null}'],
  ['a hole among the events', '{"events":[null],"venues":[],"topics":[],"seasons":[]}'],
] as const)
  test(`a reply of another shape, ${title}, is told in words and breaks nothing`, async ({
    openHost,
    page,
  }) => {
    const faults = faultsOf(page);
    await page.route('**/v1/events?*', (route) =>
      route.fulfill({ status: 200, headers: cors, contentType: 'application/json', body }),
    );
    await openHost({ body: list });
    await expect(page.getByText('We can’t reach the box office')).toBeVisible();
    expect(faults).toEqual([]);
  });

test('a page with Prototype.js asks the relay for what was meant', async ({ openHost, page, stack }) => {
  await page.addInitScript(() => {
    const toJSON = function (this: unknown[]) {
      return `[${this.map((each) => JSON.stringify(each)).join(', ')}]`;
    };
    Object.assign(Array.prototype, { toJSON, each() {}, pluck() {} });
    Object.assign(Object.prototype, { extend() {} });
  });
  const answer = await fetch(`${stack.relay}/v1/events?lang=en`);
  const { events } = (await answer.json()) as { events: { id: string; title: string }[] };
  const { id } = events.find((each) => each.title.includes('The Magic Flute'))!;
  await openHost({ body: `<script360><s360-event event-id="${id}"></s360-event>` });
  await page.getByRole('button', { name: 'One more, Full price' }).click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/in your cart/).first()).toBeVisible();
});
