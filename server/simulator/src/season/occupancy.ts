import { awayContingentId } from './halls/plan.js';
import { deriveSeed, mulberry32, type Random } from './random.js';
import type { Hall, Performance, Season } from './season.types.js';

/** How full a performance is when the simulator starts. */
export interface Occupancy {
  hall: Hall;
  /** 0 … 1, of the seats that this point of sale may sell. */
  share: number;
  /** Whether the away sector is kept from sale here. */
  awayWithheld: boolean;
}

/** People who came together: consecutive seats of one row. */
interface Party {
  first: number;
  size: number;
  /** The higher, the earlier it was sold. */
  demand: number;
}

/** Sizes of parties, drawn evenly from this list: mostly couples. */
const partySizes = [1, 2, 2, 2, 2, 2, 3, 3, 4, 4, 5, 6];

/** Best and worst rank of each seat category: people look for a good seat at their price, dear or cheap. */
function rankRanges(hall: Hall): Map<string, [best: number, worst: number]> {
  const ranges = new Map<string, [number, number]>();
  for (const { seatCategoryId, rank } of hall.seats) {
    const [best, worst] = ranges.get(seatCategoryId) ?? [rank, rank];
    ranges.set(seatCategoryId, [Math.min(best, rank), Math.max(worst, rank)]);
  }
  return ranges;
}

/** Cuts a hall's seats into parties, and gives each its demand. */
function partiesOf(hall: Hall, random: Random): Party[] {
  const parties: Party[] = [];
  const { seats } = hall;
  const ranks = rankRanges(hall);
  let blockMood = 0;
  let rowMood = 0;
  for (let first = 0; first < seats.length; ) {
    const seat = seats[first] as Hall['seats'][number];
    const before = seats[first - 1];
    if (before?.areaId !== seat.areaId || before.blockId !== seat.blockId) blockMood = random() - 0.5;
    if (before?.row !== seat.row || before.blockId !== seat.blockId) rowMood = random() - 0.5;
    const wanted = seat.kind === 'SEAT' ? (partySizes[Math.floor(random() * partySizes.length)] ?? 2) : 2;
    let size = 1;
    while (size < wanted && isNeighbour(hall, first, first + size)) size += 1;
    const [best, worst] = ranks.get(seat.seatCategoryId) ?? [0, 0];
    const better =
      0.32 * (1 - (seat.rank - best) / (worst - best + 1)) + 0.14 * (1 - seat.rank / seats.length);
    const reserve = seat.kind === 'SEAT' ? 0 : 0.35;
    parties.push({
      first,
      size,
      demand: better + blockMood * 0.3 + rowMood * 0.2 + random() * 0.75 - reserve,
    });
    first += size;
  }
  return parties;
}

/** Whether a seat stands in the same row and is of the same sort as the party's first. */
function isNeighbour(hall: Hall, first: number, other: number): boolean {
  const a = hall.seats[first];
  const b = hall.seats[other];
  if (!a || !b) return false;
  const sameRow = a.row === b.row && a.blockId === b.blockId && a.areaId === b.areaId;
  return sameRow && (a.kind === 'SEAT') === (b.kind === 'SEAT');
}

/** One byte a seat, 1 = sold. */
function soldSeats({ hall, share, awayWithheld }: Occupancy, random: Random): Uint8Array {
  const sold = new Uint8Array(hall.seats.length);
  const withheld = (index: number) => awayWithheld && hall.seats[index]?.contingentId === awayContingentId;
  let sellable = 0;
  for (let index = 0; index < sold.length; index += 1) {
    if (withheld(index)) sold[index] = 1;
    else sellable += 1;
  }
  let left = Math.round(sellable * share);
  const parties = partiesOf(hall, random).sort((a, b) => b.demand - a.demand);
  for (const { first, size } of parties) {
    for (let index = first; index < first + size && left > 0; index += 1) {
      if (sold[index]) continue;
      sold[index] = 1;
      left -= 1;
    }
  }
  return sold;
}

/**
 * What was sold before the simulator started. The answer depends on the seed, the performance and the seat only; a
 * performance's seats are worked out when first asked for, and kept.
 */
export function createIsSoldAtStart(
  seed: number,
  occupancies: ReadonlyMap<string, Occupancy>,
): Season['isSoldAtStart'] {
  const known = new Map<string, Uint8Array>();
  return ({ id }: Performance, seatIndex: number): boolean => {
    const occupancy = occupancies.get(id);
    if (!occupancy) return false;
    if (occupancy.hall.seats.length === 0) {
      const gauge = occupancy.hall.zones.reduce((sum, zone) => sum + zone.gauge, 0);
      return seatIndex < Math.round(gauge * occupancy.share);
    }
    let sold = known.get(id);
    if (!sold) {
      sold = soldSeats(occupancy, mulberry32(deriveSeed(seed, 'seats', id)));
      known.set(id, sold);
    }
    return sold[seatIndex] === 1;
  };
}
