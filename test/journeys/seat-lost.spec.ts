import { EventPage } from '../pages/event.page.js';
import { SeatPickerPage } from '../pages/seat-picker.page.js';
import { expect, expectAccessible, test } from './journey.js';

test('a seat that goes between the map and the hold is named, the other stays chosen', async ({
  page,
  stack,
}) => {
  const event = new EventPage(page);
  await event.find('The Magic Flute');
  await event.chooseDate(2);
  await event.openMap();
  const selected = page.evaluate(
    () =>
      new Promise<{ performanceId: string; seatIds: string[] }>((resolve) =>
        document.addEventListener('s360-seats-selected', (event) => {
          const { detail } = event as CustomEvent<{ performanceId: string; seatIds: string[] }>;
          if (detail.seatIds.length === 2) resolve(detail);
        }),
      ),
  );
  const seats = new SeatPickerPage(page);
  await seats.picker.getByRole('button', { name: 'Pick the best for me' }).click();
  await seats.expectChosen(2);
  const { performanceId, seatIds } = await selected;
  await stack.control('take', { performanceId, seatIds: seatIds.slice(0, 1) });

  await seats.add();
  await expect(seats.picker.getByText(/has just gone/)).toBeVisible();
  await expect(seats.picker.getByText(/Your other seat is still chosen\./)).toBeVisible();
  await expectAccessible(page);
  await seats.picker.getByRole('button', { name: 'Keep one seat' }).click();
  await seats.expectChosen(1);
  await seats.add();
  await expect(seats.picker.getByText('1 seat is in your cart').first()).toBeVisible();
});
