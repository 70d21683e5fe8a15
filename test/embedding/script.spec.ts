import type { Page } from '@playwright/test';
import { expect } from '../journeys/journey.js';
import { test, type HostPage } from './host.js';

const list = '<s360-event-list filters-hidden limit="3"></s360-event-list>';
const anEvent = (page: Page) => page.locator('s360-event-list').first().getByRole('link').first();

/** What a page's console said about the kit. */
function warningsOf(page: Page): string[] {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  page.on('pageerror', (error) => warnings.push(`uncaught: ${error.message}`));
  return warnings;
}

const orders = {
  'the script before the shop': (src: string) => ({
    body: `<script type="module" src="${src}"></script>SHOP`,
  }),
  'the script after the shop': (src: string) => ({
    body: `SHOP<script type="module" src="${src}"></script>`,
  }),
  'an async module in the head': (src: string) => ({
    head: `<script async type="module" src="${src}"></script>`,
    body: 'SHOP',
  }),
  'a plain script in the head': (src: string) => ({ head: `<script src="${src}"></script>`, body: 'SHOP' }),
  'a deferred plain script': (src: string) => ({
    head: `<script defer src="${src}"></script>`,
    body: 'SHOP',
  }),
  'an async plain script': (src: string) => ({ head: `<script async src="${src}"></script>`, body: 'SHOP' }),
} satisfies Record<string, (src: string) => HostPage>;

for (const [order, pageOf] of Object.entries(orders))
  test(`a shop that names no relay takes the script's: ${order}, cold and warm`, async ({
    openHost,
    page,
    stack,
  }) => {
    const warnings = warningsOf(page);
    const host = pageOf(`${stack.relay}/embed/s360.js`);
    const shop = `<s360-shop lang="fr" debug>${list}</s360-shop>`;
    await openHost({ ...host, body: host.body.replace('SHOP', shop) });
    await expect(anEvent(page)).toBeVisible();
    await page.reload();
    await expect(anEvent(page)).toBeVisible();
    await expect(page.getByText(/En vente|Derniers billets/).first()).toBeVisible();
    expect(warnings).toEqual([]);
  });

/** How pages bring the script, where a relay is named; `SCRIPT` is its text, `RELAY` the relay. */
const named: Record<string, HostPage> = {
  'a copy under the same path of the site': {
    body: `<script src="/cache/min/1/embed/s360.js?ver=1" data-relay="RELAY"></script>${list}`,
    scripts: { '/cache/min/1/embed/s360.js': 'SCRIPT' },
  },
  'a copy under the same path, where only the shop names the relay': {
    head: '<script type="module" src="/cache/min/1/embed/s360.js"></script>',
    body: `<s360-shop relay="RELAY">${list}</s360-shop>`,
    scripts: { '/cache/min/1/embed/s360.js': 'SCRIPT' },
  },
  'a copy under another name': {
    body: `<script type="module" src="/js/s360-0.1.0.js" data-relay="RELAY"></script>${list}`,
    scripts: { '/js/s360-0.1.0.js': 'SCRIPT' },
  },
  'glued into a bundle in the head, with the relay named in the body': {
    head: '<script src="/cache/bundle.js"></script>',
    body: `<s360-shop relay="RELAY">${list}</s360-shop>`,
    scripts: { '/cache/bundle.js': 'var before = function () {}\nSCRIPT\nvar after = 1' },
  },
  'glued into a bundle, with the relay named by the form of a shop': {
    head: '<script src="/cache/bundle.js" async></script>',
    body: `<div data-s360="shop" data-relay="RELAY">${list}</div>`,
    scripts: { '/cache/bundle.js': 'SCRIPT' },
  },
  'glued into a bundle, with a relay that an app names later': {
    head: '<script src="/cache/bundle.js"></script>',
    body: `<main></main><script>
      addEventListener('load', () => setTimeout(() => {
        document.querySelector('main').innerHTML = '<s360-shop relay="RELAY">${list}</s360-shop>';
      }));</script>`,
    scripts: { '/cache/bundle.js': 'SCRIPT' },
  },
  'a slash at the end and space around the name': {
    body: `<script src="/b.js" data-relay="  RELAY/ "></script>${list}`,
    scripts: { '/b.js': 'SCRIPT' },
  },
  'a name without a scheme, after two slashes': {
    body: `<script src="/b.js" data-relay="//HOST"></script>${list}`,
    scripts: { '/b.js': 'SCRIPT' },
  },
  'an inline script': { body: `<script data-relay="RELAY">SCRIPT</script>${list}` },
};

for (const [form, host] of Object.entries(named))
  test(`comes alive where a relay is named: ${form}`, async ({ openHost, page, stack }) => {
    const script = await (await fetch(`${stack.relay}/embed/s360.js`)).text();
    const fill = (text = '') =>
      text
        .replace('SCRIPT', () => script)
        .replaceAll('RELAY', stack.relay)
        .replaceAll('HOST', new URL(stack.relay).host);
    const scripts = Object.fromEntries(
      Object.entries(host.scripts ?? {}).map(([path, text]) => [path, fill(text)]),
    );
    await openHost({ head: fill(host.head), body: fill(host.body), scripts });
    await expect(anEvent(page)).toBeVisible();
  });

/** How modules are loaded without a tag of their own in the page; `URL` is the script's address. */
const modules: Record<string, HostPage> = {
  'import()': { body: `${list}<script type="module">await import('URL')</script>` },
  'a static import': { body: `${list}<script type="module">import 'URL'</script>` },
  'an import map': {
    head: '<script type="importmap">{"imports":{"tickets":"URL"}}</script>',
    body: `${list}<script type="module">import 'tickets'</script>`,
  },
  'a tag manager that takes the tag away after it ran': {
    body: `${list}<script>
      const tag = Object.assign(document.createElement('script'), { type: 'module', src: 'URL' });
      document.head.append(tag);
      tag.remove();</script>`,
  },
  'a tag manager that takes a plain script away': {
    body: `${list}<script>
      const tag = Object.assign(document.createElement('script'), { src: 'URL' });
      document.head.append(tag);
      tag.remove();</script>`,
  },
};

for (const [form, host] of Object.entries(modules))
  test(`knows its relay by its own address: ${form}`, async ({ openHost, page, stack }) => {
    const warnings = warningsOf(page);
    const fill = (text = '') => text.replaceAll('URL', `${stack.relay}/embed/s360.js`);
    await openHost({ head: fill(host.head), body: fill(host.body) });
    await expect(anEvent(page)).toBeVisible();
    expect(warnings).toEqual([]);
  });

test('says in one sentence what is missing where no relay is named, and starts as soon as one is', async ({
  openHost,
  page,
  stack,
}) => {
  const warnings = warningsOf(page);
  const script = await (await fetch(`${stack.relay}/embed/s360.js`)).text();
  const told = page.waitForEvent('console', (message) => message.text().includes('knows no relay'));
  await openHost({
    body: `<script type="module" src="/b.js"></script><s360-event-list><a href="/x">Book tickets</a></s360-event-list>`,
    scripts: { '/b.js': script },
  });
  await told;
  expect(warnings.filter((text) => !text.includes('dynamically imported module'))).toEqual([
    's360.js knows no relay: name it with data-relay="https://…" on its script tag.',
  ]);
  await expect(page.getByRole('link', { name: 'Book tickets' })).toBeVisible();
  await page.evaluate((relay) => {
    document.body.insertAdjacentHTML('beforeend', `<s360-shop relay="${relay}"></s360-shop>`);
  }, stack.relay);
  await expect(anEvent(page)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Book tickets' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Reload this page' })).toHaveCount(0);
});

for (const odd of ['localhost:8080', 'tickets.example.org', 'ftp://tickets.example.org', 'http://'])
  test(`"${odd}" as the relay earns one warning, and the script's own address counts`, async ({
    openHost,
    page,
    stack,
  }) => {
    const warnings = warningsOf(page);
    await openHost({
      body: `${list}<script type="module" src="${stack.relay}/embed/s360.js" data-relay="${odd}"></script>`,
    });
    await expect(anEvent(page)).toBeVisible();
    expect(warnings).toEqual([
      `"${odd}" is no address of a relay; write it like https://tickets.example.org.`,
    ]);
  });
