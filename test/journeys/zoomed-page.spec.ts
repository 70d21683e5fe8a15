import type { CDPSession, Page } from '@playwright/test';
import { hallSeats, type PlacedSeat } from '../pages/seat-map.page.js';
import { expect, test } from './journey.js';

test.use({ viewport: { width: 1000, height: 900 }, hasTouch: true });

const styles = {
  'zoom on html': 'html { zoom: 1.25 }',
  'zoom on a wrapper of a scaled page': 'body { transform: scale(0.9) } main { zoom: 0.8 }',
  'a turned picker in a zoomed page': 'html { zoom: 1.1 } s360-seat-picker { transform: rotate(3deg) }',
};

for (const [name, style] of Object.entries(styles)) {
  test(`fingers and wheel stay on the seat they are on: ${name}`, async ({ page, stack }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const seats = hallSeats(page);
    await seats.open(stack, 'The Magic Flute');
    await page.addStyleTag({ content: style });
    await seats.near('Stalls');
    const goal = await seats.freeNearMiddle();

    await page.keyboard.down('Control');
    await page.mouse.move(goal.x, goal.y);
    const closer = async () => {
      await page.mouse.wheel(0, -100);
      return seats.scale();
    };
    await expect.poll(closer).toBeGreaterThan(50);
    const seat = await seats.freeNearMiddle();
    await page.mouse.move(seat.x, seat.y);
    await page.mouse.wheel(0, 30);
    await expect.poll(() => seats.scale()).toBeLessThan(seat.scale * 0.95);
    await page.keyboard.up('Control');
    expect(await seats.distance(seat), 'pixels from the wheel').toBeLessThan(2);

    const touch = await page.context().newCDPSession(page);
    const before = await seats.scale();
    await pinch(touch, seat, [60, 45]);
    await expect.poll(() => seats.scale()).toBeLessThan(before * 0.95);
    expect(await seats.distance(seat), 'pixels from the fingers').toBeLessThan(3);

    await drag(touch, seat, { x: -40, y: -30 });
    await expect
      .poll(() => seats.distance({ ...seat, x: seat.x - 40, y: seat.y - 30 }), 'pixels from the finger')
      .toBeLessThan(3);

    await page.touchscreen.tap(seat.x - 40, seat.y - 30);
    await expect.poll(() => chosenIds(page)).toEqual([seat.id]);
  });
}

async function chosenIds(page: Page): Promise<readonly string[]> {
  return page
    .locator('s360-seat-picker')
    .evaluate((picker) => (picker as unknown as { seatIds: string[] }).seatIds);
}

/** Two fingers left and right of a seat, from so far away to so far. */
async function pinch(touch: CDPSession, { x, y }: PlacedSeat, [from, to]: [number, number]): Promise<void> {
  const fingers = (away: number) => [
    { x: x - away, y, id: 1 },
    { x: x + away, y, id: 2 },
  ];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(from) });
  for (let step = 1; step <= 5; step++) {
    const touchPoints = fingers(from + ((to - from) * step) / 5);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function drag(touch: CDPSession, { x, y }: PlacedSeat, by: { x: number; y: number }): Promise<void> {
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let step = 1; step <= 5; step++) {
    const touchPoints = [{ x: x + (by.x * step) / 5, y: y + (by.y * step) / 5 }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  }
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
