import { COMPANION, FREE, HELD, nameIn, RESTRICTED, TAKEN, WHEELCHAIR } from '@s360-widgets/seat-map';
import type { Words } from '../base/words.js';
import type { Hall, Price } from './seat-picker.hall.js';

/** Words for problems are loaded when there is one. */
export type SeatWords = Words<'base' | 'seats'>;

/** What is to be said of seats beside their place: whose they are. */
export interface Owned {
  /** Chosen here, or held by the visitor's own cart. */
  readonly own: ReadonlySet<number>;
  readonly inCart: ReadonlySet<number>;
}

/** `Stalls right`; `Block 232, East stand` where blocks have numbers; the area's name for a section that is the whole of it. */
export function sectionName({ plan }: Hall, section: number, { lang, seats }: SeatWords): string {
  const { name, area } = plan.sections[section]!;
  const [own, whole] = [nameIn(name, lang), nameIn(plan.areas[area]!.name, lang)];
  if (own === whole || own.includes(whole)) return own;
  return /^\d/.test(own) ? `${seats.block(own)}, ${whole}` : `${whole} ${own}`;
}

/** `Stalls right, row J, seat 24` */
export function placeName(hall: Hall, seat: number, words: SeatWords): string {
  const { plan } = hall;
  const section = sectionName(hall, plan.sectionOf[seat]!, words);
  return words.seats.seat(section, plan.rowName[plan.rowOf[seat]!]!, plan.seatNumber(seat));
}

/** `clear view`, or what is particular about the place. */
export function sight({ plan }: Hall, seat: number, { seats: { sight: names } }: SeatWords): string {
  const marks = plan.marks[seat]!;
  const all = [
    ...(marks & RESTRICTED ? [names.restricted] : []),
    ...(marks & WHEELCHAIR ? [names.wheelchair] : []),
    ...(marks & COMPANION ? [names.companion] : []),
  ];
  return all.join(', ') || names.clear;
}

function stateName(hall: Hall, seat: number, { own, inCart }: Owned, words: SeatWords): string {
  const { state } = words.seats;
  if (inCart.has(seat)) return state.inCart;
  if (own.has(seat)) return state.yours;
  const names: Partial<Record<number, string>> = {
    [FREE]: state.free,
    [HELD]: state.held,
    [TAKEN]: state.sold,
  };
  return names[hall.states[seat]!] ?? state.closed;
}

/** What is left of a part of the hall, as its name goes on: `from €56, 412 seats free`. */
export function leftName(hall: Hall, sections: readonly number[], words: SeatWords): string {
  const { seats, format } = words;
  const { count } = hall.left(sections, new Set());
  if (count === 0) return seats.key.soldOut;
  return `${leftText(hall, sections, new Set(), words)}, ${seats.free(count, format.count(count))}`;
}

export function priceText(hall: Hall, price: Price, { format }: SeatWords): string {
  return format.price(price.amountMinor, hall.seatMap.currency);
}

/** A text that begins as sentences do. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** All that there is to know about a seat: `Stalls right, row J, seat 24, €84, clear view, free`. */
export function seatName(hall: Hall, seat: number, owned: Owned, words: SeatWords): string {
  const price = hall.priceOf(seat);
  const parts = [
    placeName(hall, seat, words),
    price && priceText(hall, price, words),
    sight(hall, seat, words),
  ];
  return [...parts, stateName(hall, seat, owned, words)].filter(Boolean).join(', ');
}

/** `€84`, or from the cheapest to the dearest: `€56 – €120`. */
export function priceRange(hall: Hall, prices: readonly Price[], words: SeatWords): string {
  const [dearest, cheapest] = [prices[0], prices.at(-1)];
  if (!dearest || !cheapest) return '';
  if (dearest === cheapest) return priceText(hall, dearest, words);
  return `${priceText(hall, cheapest, words)} – ${priceText(hall, dearest, words)}`;
}

/** What a tag says beside the name of a part of the hall: `from €56`; under a filter `38 at €56`. */
export function leftText(
  hall: Hall,
  sections: Iterable<number>,
  pressed: ReadonlySet<number>,
  words: SeatWords,
): string {
  const { base, seats, format } = words;
  const { count, prices } = hall.left(sections, pressed);
  const [only] = pressed;
  if (pressed.size === 1) {
    const price = priceText(hall, hall.prices[only!]!, words);
    return count === 0 ? seats.noneAt(price) : seats.at(format.count(count), price);
  }
  if (pressed.size > 1 || count === 0) return seats.seatsLeft(count);
  return base.common.from(priceText(hall, prices.at(-1)!, words));
}
