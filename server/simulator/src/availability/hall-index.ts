import type { Hall } from '../season/season.types.js';

/**
 * A hall as numbered places: first its seats in plan order, then the places of its unnumbered zones one after another.
 * All arrays are by place.
 */
export interface HallIndex {
  hall: Hall;
  placeCount: number;
  /** Index into `groups`: places of one seat category and contingent. */
  groupOf: Uint16Array;
  groups: PlaceGroup[];
  /** Seats of one row (same area, block and row name, consecutive in the plan) have one number; zones have none (-1). */
  rowOf: Int32Array;
  /** The seats' optimal-selection ranks: lower is better. */
  rankOf: Float64Array;
  placeOfSeat: Map<string, number>;
  /** The zone that a place beyond the seats belongs to. */
  zoneOf(place: number): Hall['zones'][number] | undefined;
}

export interface PlaceGroup {
  seatCategoryId: string;
  /** Zones have no contingent of their own. */
  contingentId?: string;
}

/** Made once for a hall: all its performances share it. */
export function indexHall(hall: Hall): HallIndex {
  const seatCount = hall.seats.length;
  const zoneEnds = ends(
    hall.zones.map((zone) => zone.gauge),
    seatCount,
  );
  const placeCount = zoneEnds.at(-1) ?? seatCount;
  const groups: PlaceGroup[] = [];
  const groupNumber = numbering(groups);
  const groupOf = new Uint16Array(placeCount);
  const rowOf = new Int32Array(placeCount).fill(-1);
  const rankOf = new Float64Array(placeCount);
  const placeOfSeat = new Map<string, number>();
  let row = -1;
  hall.seats.forEach((seat, place) => {
    const last = hall.seats[place - 1];
    const sameRow =
      last && last.areaId === seat.areaId && last.blockId === seat.blockId && last.row === seat.row;
    if (!sameRow) row += 1;
    rowOf[place] = row;
    groupOf[place] = groupNumber({ seatCategoryId: seat.seatCategoryId, contingentId: seat.contingentId });
    rankOf[place] = seat.rank;
    placeOfSeat.set(seat.id, place);
  });
  hall.zones.forEach((zone, index) => {
    groupOf.fill(
      groupNumber({ seatCategoryId: zone.seatCategoryId }),
      zoneEnds[index - 1] ?? seatCount,
      zoneEnds[index],
    );
  });
  const zoneOf = (place: number) =>
    hall.zones[place < seatCount ? -1 : zoneEnds.findIndex((end) => place < end)];
  return { hall, placeCount, groupOf, groups, rowOf, rankOf, placeOfSeat, zoneOf };
}

/** Numbers groups as they come, and fills the list by number. */
function numbering(groups: PlaceGroup[]): (group: PlaceGroup) => number {
  const numbers = new Map<string, number>();
  return (group) => {
    const key = `${group.seatCategoryId} ${group.contingentId ?? ''}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const fresh = groups.push(group) - 1;
    numbers.set(key, fresh);
    return fresh;
  };
}

/** Where each of some sizes ends when they follow each other from `start`. */
function ends(sizes: number[], start: number): number[] {
  let end = start;
  return sizes.map((size) => (end += size));
}
