import type { PlanCategory } from './halls/plan.js';
import type { Period } from './texts/words.js';
import type { Work } from './programme/work.js';
import type { PriceList } from './price-list.js';
import type { Price } from './season.types.js';
import { tariffs } from './tariffs.js';

/** Full prices in euros by seat category, dearest first, of the works that have prices of their own. */
const ownGrids: Record<string, number[]> = {
  MAGFLUTE: [165, 120, 84, 56, 32, 14],
  MAHLER2: [140, 115, 92, 74, 58, 46],
  FCLNORTE: [165, 120, 84, 56, 40, 32],
  ICEGALA: [129, 98, 79, 59, 39],
  YOUNGCHO: [18, 18, 18, 18, 18, 18],
  NORTHSEA: [62, 54, 46, 38, 30, 22],
  OKAFOR: [28],
  NYGALA: [240, 190, 140, 95, 60, 35],
};

/** The Magic Flute in the afternoon, for families. */
const familyMatinee = [98, 84, 68, 52, 36, 24];

/** Full prices in euros by seat category, dearest first, of all other works. */
const grids: Partial<Record<`${Work['hall']}/${Work['genre']}`, number[]>> = {
  'OPERA/opera': [165, 120, 84, 56, 32, 14],
  'OPERA/ballet': [145, 108, 78, 52, 30, 14],
  'OPERA/concert': [98, 82, 64, 48, 32, 18],
  'OPERA/theatre': [74, 62, 48, 36, 24, 12],
  'OPERA/film': [62, 54, 46, 38, 30, 22],
  'OPERA/family': [36, 32, 28, 24, 18, 10],
  'ARENA/show': [110, 89, 69, 49, 29],
  'ARENA/pop': [125, 98, 82, 66, 48],
  'ARENA/film': [84, 72, 60, 48, 34],
  'ARENA/hockey': [78, 62, 48, 36, 24],
  'STADIUM/football': [120, 95, 70, 48, 32, 22],
  'STADIUM/pop': [180, 145, 118, 92, 74, 59],
  'CLUB/jazz': [28],
  'CLUB/pop': [24],
  'CLUB/comedy': [22],
  'CLUB/film': [14],
  'CLUB/family': [12],
};

/** Evenings before a free day cost a little more than those in the week. */
function factorOf(weekday: number, period: Period): number {
  if (period === 'match') return 1;
  if (weekday === 5 || weekday === 6) return 1;
  return period === 'evening' || period === 'late' ? 0.9 : 0.85;
}

/** Full prices in euros of a performance, by the index of the seat category. */
function fullPrices(work: Work, period: Period, weekday: number): number[] {
  const own = ownGrids[work.code];
  if (own) return work.code === 'MAGFLUTE' && period === 'familyMatinee' ? familyMatinee : own;
  const grid = grids[`${work.hall}/${work.genre}`] ?? [20];
  return grid.map((euros) => Math.round(euros * factorOf(weekday, period)));
}

/**
 * The price grid of a performance: a cell for each seat category with each tariff. The wheelchair tariffs are only in
 * the categories that `accessible` holds by their ids.
 */
export function priceGrid(
  work: Work,
  when: { period: Period; weekday: number },
  categories: readonly PlanCategory[],
  accessible: ReadonlySet<string>,
  { ticket }: PriceList,
): Price[] {
  const euros = fullPrices(work, when.period, when.weekday);
  return categories.flatMap((category, n) =>
    tariffs
      .filter((tariff) => !tariff.accessible || accessible.has(category.id))
      .map((tariff) => ({
        amount: ticket(euros[n] ?? 0, tariff),
        audSubCatId: tariff.id,
        seatCatId: category.id,
      })),
  );
}
