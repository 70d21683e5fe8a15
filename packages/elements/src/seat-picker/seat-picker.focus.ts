import { detailOf, type Viewport } from '@s360-widgets/seat-map';
import type { Hall } from './seat-picker.hall.js';

/** What has the keyboard's focus on the map: a seat, or a block where blocks are all that is seen. */
export type Focus =
  | { readonly kind: 'seat'; readonly seat: number }
  | { readonly kind: 'section'; readonly section: number };

/** What the keyboard is on: a seat, or its section where blocks are all that is seen. */
export function focusOn({ plan }: Hall, view: Viewport, seat: number): Focus {
  return detailOf(plan, view) === 'blocks'
    ? { kind: 'section', section: plan.sectionOf[seat]! }
    : { kind: 'seat', seat };
}
