/** A page with a seat picker for tests, and what a visitor sees and does there. */
import { sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import { waitUntil } from '../patience.fixture.js';
import { cart, line } from '../pieces/purchase.fixture.js';
import { type Given, shopWith, type TestShop, within } from '../pieces/shop.fixture.js';
import { idOf, plan, seatAt, seatMap } from './seat-picker.fixture.js';
import type { S360SeatList } from './seat-picker.list.js';
import type { S360SeatMap } from './seat-picker.map.js';
import type { S360SeatPicker } from './seat-picker.js';
import './seat-picker.js';

const plain = html`<s360-seat-picker performance-id="5006" checkout-url="#checkout"></s360-seat-picker>`;

/** A cart that holds these seats of the performance. */
export const cartWith = (...places: string[]) =>
  cart({
    lines: [
      {
        ...line,
        performanceId: '5006',
        tickets: places.map((place, k) => ({
          ...line.tickets[0]!,
          id: `7${k}`,
          seat: { seatId: idOf(place), area: 'Stalls', block: 'left', row: 'A', number: '1' },
        })),
      },
    ],
  });

export interface Shown extends TestShop {
  readonly picker: S360SeatPicker;
  readonly see: ReturnType<typeof within>;
  map(): S360SeatMap;
  list(): S360SeatList;
  /** What the picker said last to those who hear it. */
  spoken(): string | null;
  /** The name of the map's cell that has the focus. */
  cell(): string | null | undefined;
}

export async function show({ answers, ...given }: Given = {}, element = plain): Promise<Shown> {
  const shop = await shopWith(element, {
    answers: {
      getSeatMap: seatMap,
      getSeatPlan: plan,
      openCart: { token: 't', cart: cartWith() },
      ...answers,
    },
    ...given,
  });
  const picker = shop.page.querySelector('s360-seat-picker')!;
  const see = within(picker);
  const map = () => see.get<S360SeatMap>('s360-seat-map');
  const list = () => see.get<S360SeatList>('s360-seat-list');
  const spoken = () => see.get('.base > [role="status"]').textContent;
  const cell = () => map().shadowRoot?.activeElement?.getAttribute('aria-label');
  return { ...shop, picker, see, map, list, spoken, cell };
}

/** Waits until the map is painted. */
export async function painted({ map }: Shown): Promise<void> {
  await waitUntil(() => map().placeOf(0), 'the map is painted');
  await map().updateComplete;
}

/** Where the browser has put a seat on the screen, whatever zoom and transforms there are; measured, and rounded to pixels. */
export function screenPlace({ map }: Shown, place: string): [x: number, y: number] {
  const { x, y } = map().placeOf(seatAt(place))!;
  const mark = document.createElement('i');
  mark.style.cssText = `position: absolute; left: ${x}px; top: ${y}px`;
  map().shadowRoot!.append(mark);
  const { left, top } = mark.getBoundingClientRect();
  mark.remove();
  return [Math.round(left), Math.round(top)];
}

export async function clickSeat(shown: Shown, place: string): Promise<void> {
  await sendMouse({ type: 'click', position: screenPlace(shown, place) });
}

export const reads = ({ see }: Shown, text: string | RegExp) =>
  waitUntil(
    () => (typeof text === 'string' ? see.text.includes(text) : text.test(see.text)),
    `reads ${text}`,
  );
