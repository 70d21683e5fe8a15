import type { Page } from '@playwright/test';
import { expect } from '../journeys/journey.js';
import type { Stack } from '../journeys/stack.js';
import { CheckoutPage, cards } from '../pages/checkout.page.js';
import { EventPage } from '../pages/event.page.js';
import { test } from './host.js';

const nonce = 'r4nd0m';
const trustedTypes = "require-trusted-types-for 'script'; trusted-types lit-html s360-widgets";

/** A host's policy: nothing but what the README's table names, and its own idea of which scripts may run. */
const policyOf = ({ relay, simulator }: Stack, scripts: string) =>
  `default-src 'none'; script-src ${scripts}; connect-src ${relay}; img-src ${simulator} ${relay}; frame-src ${simulator}`;

/** The ways in which the kit's script comes into a page. */
const tags = {
  module: async ({ relay }: Stack) =>
    `<script type="module" nonce="${nonce}" src="${relay}/embed/s360.js"></script>`,
  classic: async ({ relay }: Stack) => `<script nonce="${nonce}" src="${relay}/embed/s360.js"></script>`,
  glued: async ({ relay }: Stack) => {
    const text = await (await fetch(`${relay}/embed/s360.js`)).text();
    return `<script nonce="${nonce}" data-relay="${relay}">window.ofTheTheme = 1;\n${text}</script>`;
  },
};

/** Everything that the policy held up. */
function watchPolicy(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (/Content Security Policy|Trusted ?Type/i.test(text) && !/favicon/.test(text)) faults.push(text);
  });
  return faults;
}

const forms = [
  ['a nonce alone', 'module', `'nonce-${nonce}'`],
  ['a nonce alone, for a plain script', 'classic', `'nonce-${nonce}'`],
  ['a nonce alone, for a script that a plug-in glued together', 'glued', `'nonce-${nonce}'`],
  ['a nonce whose trust is passed on', 'module', `'nonce-${nonce}' 'strict-dynamic'`],
  ['trusted types', 'module', `'nonce-${nonce}'; ${trustedTypes}`],
  ['trusted types, for a plain script', 'classic', `'nonce-${nonce}' 'strict-dynamic'; ${trustedTypes}`],
] as const;

for (const [title, tag, scripts] of forms) {
  test(`sells to the ticket under ${title}`, async ({ openHost, page, stack }) => {
    const faults = watchPolicy(page);
    const script = await tags[tag](stack);
    const event = new EventPage(page);
    await event.find('The Magic Flute');
    const eventId = new URL(page.url()).searchParams.get('event');
    await openHost({
      body: `${script}<main><s360-event event-id="${eventId}" checkout-url="#pay"></s360-event></main><s360-checkout></s360-checkout>`,
      headers: { 'content-security-policy': policyOf(stack, scripts) },
    });
    await event.chooseDate(6);
    await event.oneMore('Full price');
    await event.addToCart();
    const checkout = new CheckoutPage(page);
    await checkout.goToPayment();
    await checkout.pay(cards.paid);
    await checkout.expectPaid(1);
    expect(faults).toEqual([]);
  });
}

test('says to the page’s maker which policy the payment form needs', async ({ openHost, page, stack }) => {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  const event = new EventPage(page);
  await event.find('The Magic Flute');
  const eventId = new URL(page.url()).searchParams.get('event');
  const types = "require-trusted-types-for 'script'; trusted-types lit-html";
  await openHost({
    body: `${await tags.module(stack)}<main><s360-event event-id="${eventId}"></s360-event></main><s360-checkout></s360-checkout>`,
    headers: { 'content-security-policy': policyOf(stack, `'nonce-${nonce}'; ${types}`) },
  });
  await event.chooseDate(6);
  await event.oneMore('Full price');
  await event.addToCart();
  const checkout = new CheckoutPage(page);
  await checkout.goToPayment();
  await expect(checkout.checkout.getByText('The payment form did not load')).toBeVisible();
  expect(heard.join('\n')).toContain('trusted-types s360-widgets');
});
