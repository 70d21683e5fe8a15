import type { Page } from '@playwright/test';
import { expect } from '../journeys/journey.js';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { EventPage } from '../pages/event.page.js';
import { type HostPage, test } from './host.js';

const eventOnly = (id: string | null) => `<s360-event event-id="${id}"></s360-event>`;
const checkout = '<s360-checkout></s360-checkout>';
/** Shows its checkout at one fragment only, as an app that routes by fragments. */
const app = `<script>
  const show = () => {
    const main = document.querySelector('main');
    if (location.hash !== '#/checkout?step=pay') return main.querySelector('s360-checkout')?.remove();
    if (!main.querySelector('s360-checkout')) main.append(document.createElement('s360-checkout'));
  };
  addEventListener('hashchange', show);
  show();
</script>`;

interface Host extends Omit<HostPage, 'body'> {
  body(event: string): string;
  /** Path, query and fragment of the page when it is paid; without it, where the visitor was. */
  end?: string;
}

const hosts: Record<string, Host> = {
  'with a path in its query and a fragment': {
    path: '/index.php?/checkout&q=a%20b+c&preview#frag',
    route: '/index.php?/checkout&q=a%20b+c&preview',
    body: (event) => `<script360><main>${event}</main>${checkout}`,
  },
  'with a base of its own, for a page named beside it': {
    path: '/shop/a/b?x=1',
    route: '/shop/',
    body: (event) =>
      `<base href="/shop/"><script360><main>${event}</main><s360-checkout return-url="pay.html?from=bank"></s360-checkout>`,
    end: '/shop/pay.html?from=bank',
  },
  'that routes by fragments': {
    path: '/app?tenant=1#/checkout?step=pay',
    body: (event) => `<script360>${event}<main></main>${app}`,
  },
};

for (const [title, { body, end, ...host }] of Object.entries(hosts)) {
  test(`comes back from the bank to the tickets on a page ${title}`, async ({ openHost, page }) => {
    const event = new EventPage(page);
    await event.find('The Magic Flute');
    const eventId = new URL(page.url()).searchParams.get('event');
    await openHost({ ...host, body: body(eventOnly(eventId)) });
    await event.chooseDate(7);
    await event.oneMore('Full price');
    await event.addToCart();
    const steps = new CheckoutPage(page);
    await steps.goToPayment();
    await steps.pay(cards.bankPage);
    await page.waitForURL(/epc/);
    await page
      .getByRole('button', { name: /confirm|approve|allow/i })
      .first()
      .click();
    await steps.expectPaid(1);
    expect(addressOf(page)).toBe(end ?? host.path);
  });
}

function addressOf(page: Page): string {
  const { origin, href } = new URL(page.url());
  return href.slice(origin.length);
}
