import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { serveWorkshop, storyIds } from './workshop.js';

/** What Storybook tells on its channel when a story is drawn and has played. */
declare global {
  interface Window {
    __STORYBOOK_ADDONS_CHANNEL__?: { last(name: 'storyFinished'): [{ status: string }] | undefined };
  }
}

// A recording of every audit would take longer than all of them.
test.use({ trace: 'off' });

/** What a story shows may need a fault that the browser tells. */
const wanted: Record<string, RegExp> = { 'checkout--payment-blocked': /'integrity' attribute/ };
const shares = 4;
let workshop: Awaited<ReturnType<typeof serveWorkshop>>;

test.describe.configure({ mode: 'parallel' });
test.beforeAll(async () => {
  workshop = await serveWorkshop();
});
test.afterAll(() => workshop.close());

for (let share = 0; share < shares; share++)
  test(`every story draws something, without a fault and accessible, share ${share + 1}`, async ({
    page,
  }) => {
    const ids = storyIds().filter((_, index) => index % shares === share);
    expect(ids).not.toEqual([]);
    const heard: string[] = [];
    page.on(
      'console',
      (message) => message.type() === 'error' && heard.push(`${message.text()} ${message.location().url}`),
    );
    page.on('pageerror', ({ message }) => heard.push(message));
    const faults: Record<string, string[]> = {};
    for (const id of ids) {
      const found = [...(await faultsOf(page, id)), ...heard.splice(0)].filter(
        (fault) => !wanted[id]?.test(fault),
      );
      if (found.length) faults[id] = found;
    }
    expect(faults).toEqual({});
  });

async function faultsOf(page: Page, id: string): Promise<string[]> {
  // The audit below takes the place of the one that the workshop makes.
  await page.goto(`${workshop.address}/iframe.html?id=${id}&viewMode=story&globals=a11y.manual:!true`);
  const finished = await page.waitForFunction(
    () => window.__STORYBOOK_ADDONS_CHANNEL__?.last('storyFinished')?.[0].status,
  );
  const status = await finished.jsonValue();
  if (status !== 'success') return [`the story says ${status}`];
  await expect.poll(() => drawsSomething(page), `something is drawn in ${id}`).toBe(true);
  const pressed = await readOutButtons(page);
  if (pressed.length) return [`is read out with what happens: ${pressed.join(', ')}`];
  const audit = new AxeBuilder({ page }).include('#storybook-root').exclude('iframe');
  // Without the frames there is nothing to gather from other pages, and it takes half the time.
  const { violations } = await audit.setLegacyMode().analyze();
  return violations.map(
    ({ id: rule, nodes }) => `${rule}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
  );
}

/** Whether anything inside the story's page, or inside the shadow of an element, takes up space. */
function drawsSomething(page: Page): Promise<boolean> {
  return page
    .locator('#storybook-root > * >> css=*')
    .evaluateAll((all) =>
      all.some((each) => !each.childElementCount && each.getBoundingClientRect().height > 0),
    );
}

/** What there is to press inside a live region, where it would be read out as if it were part of the news. */
function readOutButtons(page: Page): Promise<string[]> {
  return page
    .locator(
      '#storybook-root >> css=:is([role="status"], [role="alert"], [aria-live]) :is(a[href], button, select, input)',
    )
    .evaluateAll((all) => all.map(({ textContent }) => textContent.trim()));
}
