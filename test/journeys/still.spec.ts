import type { Page } from '@playwright/test';
import { findFreeSeats } from '../faults/visitor.js';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { buyBestSeat } from '../pages/event.page.js';
import { expect, test } from './journey.js';

interface Shift {
  value: number;
  moved: string[];
}

/** Opens a page and waits until all of it is there; tells every shift of the layout on the way, and what moved. */
async function shiftsOf(page: Page, path: string, isThere: string): Promise<Shift[]> {
  await page.addInitScript(() => {
    const seen: Shift[] = [];
    Object.assign(window, { shiftsSeen: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
      })[])
        seen.push({
          value: entry.value,
          moved: entry.sources.map(
            ({ node, previousRect, currentRect }) =>
              `${node instanceof Element ? `${node.localName}.${node.className}` : node?.nodeName} ${previousRect.y}+${previousRect.height} → ${currentRect.y}+${currentRect.height}`,
          ),
        });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(path);
  await page.locator(isThere).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate(() => (window as unknown as { shiftsSeen: Shift[] }).shiftsSeen);
}

const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };

for (const [name, viewport] of Object.entries(widths))
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });
    // The network of a train, so that each stage is painted.
    test.beforeEach(async ({ page }) => {
      await page.route(/\/(embed|v1)\//, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 150));
        await route.continue();
      });
    });

    const steps: Record<
      string,
      [path: (stack: Parameters<typeof findFreeSeats>[0]) => Promise<string>, isThere: string]
    > = {
      programme: [async () => '/', 's360-event-list .card[href]'],
      event: [
        async (stack) => `/event.html?event=${(await findFreeSeats(stack, 2)).seatMap.eventId}`,
        's360-event .sale-body',
      ],
      seats: [
        async (stack) => `/seats.html?performance=${(await findFreeSeats(stack, 2)).performanceId}`,
        's360-seat-picker canvas',
      ],
      cart: [async () => '/cart.html', 's360-cart .notice'],
      checkout: [async () => '/checkout.html', 's360-checkout .notice'],
      tickets: [async () => '/orders.html', 's360-my-orders .notice'],
      'general terms': [async () => '/terms.html', 's360-cart-button a'],
    };
    for (const [what, [path, isThere]] of Object.entries(steps))
      test(`nothing moves while the page of the ${what} comes`, async ({ page, stack }) => {
        expect(await shiftsOf(page, await path(stack), isThere)).toEqual([]);
      });

    test('nothing moves while the pages of a filled cart and of bought tickets come', async ({ page }) => {
      await buyBestSeat(page, 1);
      const checkout = new CheckoutPage(page);
      await checkout.expectStep('Who are the tickets for?');
      expect(await shiftsOf(page, '/cart.html', 's360-cart .line')).toEqual([]);
      expect(await shiftsOf(page, '/checkout.html', 's360-checkout input')).toEqual([]);
      await checkout.goToPayment();
      await checkout.pay(cards.paid);
      await checkout.expectPaid(1);
      expect(await shiftsOf(page, '/orders.html', 's360-my-orders [part="ticket"]')).toEqual([]);
    });
  });
