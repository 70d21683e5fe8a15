import type { Section } from '@s360-widgets/seat-map';
import type { Hall } from './seat-picker.hall.js';

/**
 * The first seat of a section that is free for everybody at the pressed prices (indices; none = any); else the first free one,
 * else the first.
 */
export function firstSeat(hall: Hall, section: number, pressed: ReadonlySet<number>): number {
  const seats = seatsOf(hall.plan.sections[section]!);
  const wanted = seats.find((seat) => hall.isForAll(seat) && hall.isAt(seat, pressed));
  return wanted ?? seats.find(hall.isFree) ?? seats[0]!;
}

/** The seat that gets the focus before anybody has pointed at one: the first free one of the plan. */
export function startSeat(hall: Hall): number {
  const { sections } = hall.plan;
  const section = sections.find((candidate) => seatsOf(candidate).some(hall.isForAll)) ?? sections[0];
  return section ? firstSeat(hall, section.index, new Set()) : 0;
}

/** All seats of a section. */
export function seatsOf({ firstSeat: first, endSeat }: Section): number[] {
  return Array.from({ length: endSeat - first }, (_, k) => first + k);
}
