import { between, deriveSeed, mulberry32 } from '../random.js';

/** How a performance stands today; it decides state, sale period and how many seats are gone. */
export type Standing =
  | 'onSale'
  | 'lastTickets'
  | 'soldOut'
  | 'suspended'
  | 'cancelled'
  | 'announced'
  | 'soonOnSale'
  | 'moved'
  | 'saleEnded';

/** Works that stand alike on all their dates, so that every case is easy to find. */
const standings: Record<string, Standing> = {
  SWANLAKE: 'soldOut',
  NYGALA: 'soldOut',
  VELVETH: 'soldOut',
  COMEDY1: 'soldOut',
  MAHLER2: 'lastTickets',
  FADO: 'lastTickets',
  HOCKEY01: 'lastTickets',
  DONCARLO: 'cancelled',
  DESERT: 'cancelled',
  VISIT: 'suspended',
  GOSPEL: 'suspended',
  OPENAIR2: 'announced',
  SUMMERFE: 'announced',
  OKAFOR: 'soonOnSale',
  KESTREL: 'soonOnSale',
  FCLCUPQF: 'soonOnSale',
  ONEGIN: 'soonOnSale',
  LIEDER: 'moved',
  TRUMPET: 'moved',
  ORGAN: 'saleEnded',
};

/** The dates of the demonstration that stand apart, by their place in the run. */
const standingsByDate: Record<string, Record<number, Standing>> = {
  MAGFLUTE: { 0: 'lastTickets', 1: 'soldOut', 5: 'lastTickets', 6: 'lastTickets' },
  ICEGALA: {
    0: 'lastTickets',
    1: 'lastTickets',
    2: 'lastTickets',
    3: 'lastTickets',
    4: 'lastTickets',
    5: 'lastTickets',
  },
  FCLNORTE: { 0: 'onSale' },
  YOUNGCHO: { 0: 'onSale' },
  NORTHSEA: { 0: 'onSale' },
};

/** How the n-th date of a work stands; `day` counts from today. */
export function standingOf(code: string, n: number, day: number, seed: number): Standing {
  const given = standings[code] ?? standingsByDate[code]?.[n];
  if (given) return given;
  if (standingsByDate[code]) return 'onSale';
  if (day > 265) return 'soonOnSale';
  const chance = mulberry32(deriveSeed(seed, 'standing', code, n))();
  const near = Math.max(0, 1 - day / 120);
  if (chance < 0.01) return 'cancelled';
  if (chance < 0.015) return 'suspended';
  if (chance < 0.025) return 'moved';
  if (chance < 0.03 + near * 0.08) return 'soldOut';
  return chance < 0.05 + near * 0.18 ? 'lastTickets' : 'onSale';
}

/** The share of the seats that is sold, 0 … 1; nearer dates are fuller. */
export function soldShare(standing: Standing, code: string, n: number, day: number, seed: number): number {
  const random = mulberry32(deriveSeed(seed, 'sold', code, n));
  switch (standing) {
    case 'soldOut':
      return 1;
    case 'lastTickets':
      return 0.93 + random() * 0.05;
    case 'announced':
    case 'soonOnSale':
      return 0;
    default: {
      const near = Math.max(0, 1 - Math.max(0, day) / 260);
      return Math.min(0.86, 0.08 + near * 0.45 + (between(random, 0, 25) / 100) * (0.4 + near));
    }
  }
}

/** Percent of the seats left at or below which tickets count as the last ones. */
export const alertRatio = 10;
