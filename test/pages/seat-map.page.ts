import type { Page } from '@playwright/test';
import type { Stack } from '../journeys/stack.js';

/** A seat, and where the browser has put it on the screen. */
export interface PlacedSeat {
  readonly index: number;
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** CSS pixels of the map for a unit of the plan. */
  readonly scale: number;
}

/** What of the map's inner part the tests read. */
interface SeatMapPart extends HTMLElement {
  readonly hall: {
    readonly plan: { readonly size: number; seatId(seat: number): string };
    isFree(seat: number): boolean;
  };
  placeOf(seat: number): { x: number; y: number };
}

/** Seats of the plan as the browser shows them: found by measuring, whatever zoom and transforms the page has. */
export function hallSeats(page: Page) {
  const map = page.locator('s360-seat-map');

  /** The seat's place, by a mark that is laid over it. */
  const place = (index: number): Promise<PlacedSeat> =>
    map.evaluate((element, seat) => {
      const part = element as SeatMapPart;
      const { x, y } = part.placeOf(seat);
      const mark = document.createElement('i');
      mark.style.cssText = `position: absolute; left: ${x}px; top: ${y}px`;
      part.shadowRoot!.append(mark);
      const at = mark.getBoundingClientRect();
      mark.remove();
      const next = part.placeOf(seat + 1);
      const id = part.hall.plan.seatId(seat);
      return { index: seat, id, x: at.x, y: at.y, scale: Math.hypot(next.x - x, next.y - y) };
    }, index);
  let last = 0;

  return {
    /** The first performance of an event that is freely on sale. */
    async open({ relay }: Stack, title: string): Promise<void> {
      const answer = await fetch(`${relay}/v1/events?lang=en`);
      const { events } = (await answer.json()) as EventList;
      const performances = events.find((event) => event.title === title)?.performances ?? [];
      const performance = performances.find(({ availability }) => availability === 'good');
      await page.goto(`/seats.html?performance=${performance?.id}`);
      await page.getByRole('grid', { name: 'Seats on the plan' }).waitFor({ state: 'attached' });
    },

    /** Opens an area by its tag. */
    async near(area: string): Promise<void> {
      await map.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await map.getByRole('button', { name: area }).first().click();
      await map.getByRole('list', { name: 'Sections' }).waitFor({ state: 'hidden' });
    },

    async freeNearMiddle(): Promise<PlacedSeat> {
      const index = await map.evaluate((element) => {
        const part = element as SeatMapPart;
        const far = (seat: number) => {
          const { x, y } = part.placeOf(seat);
          return Math.hypot(x - part.clientWidth / 2, y - part.clientHeight / 2);
        };
        const free = [...Array(part.hall.plan.size).keys()].filter((seat) => part.hall.isFree(seat));
        return free.sort((a, b) => far(a) - far(b))[0]!;
      });
      last = index;
      return place(index);
    },

    scale: async () => (await place(last)).scale,

    /** How far a seat is by now from where it was, or is expected; CSS pixels of the screen. */
    async distance(seat: PlacedSeat): Promise<number> {
      const { x, y } = await place(seat.index);
      return Math.hypot(x - seat.x, y - seat.y);
    },
  };
}

interface EventList {
  readonly events: readonly {
    readonly title: string;
    readonly performances: readonly { readonly id: string; readonly availability: string }[];
  }[];
}
