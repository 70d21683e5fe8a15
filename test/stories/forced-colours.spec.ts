import { expect, type Locator, type Page, test } from '@playwright/test';
import { serveWorkshop } from './workshop.js';

/** What a visitor sees whose system sets the colours: nothing may be told by a colour of ours. */
let workshop: Awaited<ReturnType<typeof serveWorkshop>>;
test.beforeAll(async () => {
  workshop = await serveWorkshop();
});
test.afterAll(() => workshop.close());

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in forced colours, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

    for (const [hall, story] of [
      ['a hall', 'seat-picker--overview'],
      ['a stadium', 'seat-picker--stadium'],
    ] as const)
      test(`the key of ${hall} shows a shape of its own for each state`, async ({ page }) => {
        await open(page, story);
        const shapes = page.locator('.shape');
        await expect(shapes.first()).toBeVisible();
        const looks = () => looksOf(shapes);
        const alike = (all: string[]) => all.length - new Set(all).size;
        expect((await looks()).length).toBeGreaterThan(3);
        await expect.poll(async () => alike(await looks()), { message: 'shapes like another' }).toBe(0);
      });

    test('prices are told apart by letters, and a pressed one by its border', async ({ page }) => {
      await open(page, 'seat-picker--filtered-by-price');
      const prices = page.getByRole('group', { name: 'Prices' });
      const letters = () =>
        prices
          .locator('.swatch')
          .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
      await expect.poll(letters).toEqual(['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => `"${letter}"`));
      await expectOtherBorder(
        prices.getByRole('button', { pressed: true }).first(),
        prices.getByRole('button', { pressed: false }).first(),
      );
    });

    test('a chosen seat is painted unlike a free one, and stands out in the list', async ({ page }) => {
      await open(page, 'seat-picker--chosen');
      await page.getByRole('button', { name: /^Add \d seats to cart/ }).waitFor();
      const highlight = await systemColour(page, 'Highlight');
      await expect.poll(() => paintedSeats(page, highlight)).toEqual({ chosen: true, free: false });
      await page.getByRole('button', { name: 'List', exact: true }).click();
      const list = page.locator('s360-seat-list');
      await expectOtherBorder(
        list.getByRole('button', { pressed: true }).first(),
        list.getByRole('button', { pressed: false, name: /free$/ }).first(),
      );
    });

    test('buttons have borders, and one that can’t be pressed yet looks it', async ({ page }) => {
      await open(page, 'seat-picker--overview');
      const add = page.getByRole('button', { name: 'Add to cart' });
      await expect(add).toHaveCSS('color', await systemColour(page, 'GrayText'));
      const best = page.getByRole('button', { name: 'Pick the best for me' });
      await expect(best).toHaveCSS('border-top-style', 'solid');
      expect(await borderOf(best)).not.toBe(await borderOf(add));
    });

    test('the step of a checkout is told from those before and after it', async ({ page }) => {
      await open(page, 'checkout--delivery');
      const steps = page.getByRole('navigation').getByRole('listitem');
      await expect(steps).toHaveCount(4);
      expect(new Set(await looksOf(steps)).size, 'done, now, to come').toBe(3);
    });

    test('a chosen date keeps its mark, and focus is an outline', async ({ page }) => {
      await open(page, 'event--chosen');
      const mark = page.locator('.day:has(:checked) .mark');
      await expect(mark).toHaveCSS('color', await systemColour(page, 'CanvasText'));
      await page.getByRole('radiogroup').getByRole('radio', { checked: true }).focus();
      await page.keyboard.press('ArrowRight');
      const focused = page.locator('.day:has(:focus-visible)');
      await expect(focused).toHaveCSS('outline-style', 'solid');
      await expect(focused).toHaveCSS('outline-width', '2px');
    });

    test('the time that is left is there in figures', async ({ page }) => {
      await open(page, 'cart--under-two-minutes');
      await expect(page.getByRole('timer')).toContainText(/\d:\d\d/);
    });
  });

async function open(page: Page, story: string): Promise<void> {
  await page.goto(`${workshop.address}/iframe.html?id=${story}&viewMode=story&globals=a11y.manual:!true`);
}

/** A system colour as the browser computes it. */
const systemColour = (page: Page, name: string): Promise<string> =>
  page.evaluate((colour) => {
    const probe = document.createElement('i');
    probe.style.cssText = `color: ${colour}; forced-color-adjust: none`;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);

/** All that can be seen of boxes without reading. */
const looksOf = (all: Locator): Promise<string[]> =>
  all.evaluateAll((elements) =>
    elements.map((element) => {
      const { backgroundColor, backgroundImage, borderTop, boxShadow, borderRadius, width, height } =
        getComputedStyle(element);
      const size = element.matches('.shape') ? [borderRadius, width, height, element.innerHTML] : [];
      return [backgroundColor, backgroundImage, borderTop, boxShadow, ...size].join(' ');
    }),
  );

const borderOf = (element: Locator): Promise<string> =>
  element.evaluate((button) => getComputedStyle(button).borderTop);

async function expectOtherBorder(one: Locator, other: Locator): Promise<void> {
  await expect.poll(async () => (await borderOf(one)) !== (await borderOf(other))).toBe(true);
}

/** What of the map's inner part is read. */
interface SeatMapPart extends HTMLElement {
  readonly hall: { readonly plan: { readonly size: number }; isFree(seat: number): boolean };
  readonly own: ReadonlySet<number>;
  placeOf(seat: number): { x: number; y: number } | null;
}

/** Whether the disc of a chosen seat, and of a free one in view, has a colour beside its middle. */
const paintedSeats = (page: Page, colour: string): Promise<{ chosen: boolean; free: boolean }> =>
  page.locator('s360-seat-map').evaluate((element, wanted) => {
    const map = element as SeatMapPart;
    const canvas = map.shadowRoot!.querySelector('canvas')!;
    const [red, green, blue] = wanted.match(/\d+/g)!.map(Number);
    const scale = canvas.width / canvas.clientWidth;
    const isIn = (seat: number) => {
      const { x, y } = map.placeOf(seat)!;
      return x > 60 && y > 60 && x < map.clientWidth - 60 && y < map.clientHeight - 60;
    };
    const has = (seat: number) => {
      const { x, y } = map.placeOf(seat)!;
      const { data } = canvas
        .getContext('2d')!
        .getImageData((x - 12) * scale, (y - 12) * scale, 24 * scale, 24 * scale);
      // A colour that the system lets shine through is rounded twice.
      const near = (at: number, part = 0) => Math.abs(data[at]! - part) < 3;
      for (let at = 0; at < data.length; at += 4)
        if (near(at, red) && near(at + 1, green) && near(at + 2, blue)) return true;
      return false;
    };
    const chosen = [...map.own].filter(isIn);
    const free = [...Array(map.hall.plan.size).keys()].filter(
      (seat) =>
        map.hall.isFree(seat) &&
        !map.own.has(seat) &&
        isIn(seat) &&
        !chosen.some((own) => Math.abs(own - seat) < 3),
    );
    return { chosen: chosen.length > 0 && chosen.every(has), free: free.length === 0 || free.some(has) };
  }, colour);
