import type { Hall } from './seat-picker.hall.js';

/** Nearest to the stage first, or lowest price first. */
export type Order = 'best' | 'cheap';

/**
 * Sections in an order of the list. One that has but wheelchair spaces and companions' seats left comes after all others.
 * @param pressed prices (indices) that the visitor looks for; none = all
 */
export function inOrder(
  hall: Hall,
  sections: readonly number[],
  pressed: ReadonlySet<number>,
  order: Order,
): number[] {
  const ranked = sections.map((section) => {
    const price = cheapest(hall, section, pressed);
    return { section, price: order === 'cheap' || price === Infinity ? price : 0, away: far(hall, section) };
  });
  const byPrice = (a: number, b: number) => (a === b ? 0 : a - b);
  return ranked.sort((a, b) => byPrice(a.price, b.price) || a.away - b.away).map(({ section }) => section);
}

/** From the stage, in units of the plan. */
function far({ plan }: Hall, section: number): number {
  const { x, y } = plan.sections[section]!.anchor;
  return Math.hypot(x - plan.focus.x, y - plan.focus.y);
}

/** The least that a seat for everybody costs, in minor units; infinite where none is left. */
function cheapest(hall: Hall, section: number, pressed: ReadonlySet<number>): number {
  const { firstSeat, endSeat } = hall.plan.sections[section]!;
  let least = Infinity;
  for (let seat = firstSeat; seat < endSeat; seat++)
    if (hall.isForAll(seat) && hall.isAt(seat, pressed))
      least = Math.min(least, hall.priceOf(seat)?.amountMinor ?? Infinity);
  return least;
}
