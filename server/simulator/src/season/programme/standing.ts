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
  FCLNORTE: 'onSale',
  YOUNGCHO: 'onSale',
  NORTHSEA: 'onSale',
  SWANLAKE: 'soldOut',
  NYGALA: 'soldOut',
  VELVETH: 'soldOut',
  COMEDY1: 'soldOut',
  MAHLER2: 'lastTickets',
  ICEGALA: 'lastTickets',
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

/** Works whose dates are all on sale but for these, by their place in the run. */
const standingsByDate: Record<string, Record<number, Standing>> = {
  MAGFLUTE: { 1: 'lastTickets', 2: 'soldOut', 6: 'lastTickets', 7: 'lastTickets' },
};

/** How the n-th date of a work stands, n from 0; `day` counts from today. The seed decides where nothing is given. */
export function standingOf(code: string, n: number, day: number, seed: number): Standing {
  const given = standings[code] ?? standingsByDate[code]?.[n];
  if (given) return given;
  if (standingsByDate[code]) return 'onSale';
  // The last weeks of the season are not open yet.
  if (day > 265) return 'soonOnSale';
  const chance = mulberry32(deriveSeed(seed, 'standing', code, n))();
  // 1 today, 0 in four months: what is near is rather sold out than cancelled.
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
    // The rest is well below the alert, also where sales have been stopped.
    default: {
      const near = Math.max(0, 1 - Math.max(0, day) / 260);
      return Math.min(0.86, 0.08 + near * 0.45 + (between(random, 0, 25) / 100) * (0.4 + near));
    }
  }
}

/** Percent of the seats left at or below which tickets count as the last ones. */
export const alertRatio = 10;
