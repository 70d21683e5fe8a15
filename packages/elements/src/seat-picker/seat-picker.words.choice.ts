import { WHEELCHAIR } from '@s360-widgets/seat-map';
import type { Hall } from './seat-picker.hall.js';
import type { SeatWords } from './seat-picker.words.js';

/** `Row J, seat 24` */
export function rowSeat({ plan }: Hall, seat: number, { seats }: SeatWords): string {
  return seats.rowSeat(plan.rowName[plan.rowOf[seat]!]!, plan.seatNumber(seat));
}

/** `H 18`, for a chip. */
export function shortName({ plan }: Hall, seat: number): string {
  return `${plan.rowName[plan.rowOf[seat]!]} ${plan.seatNumber(seat)}`.trim();
}

/** `Row C, seat 3 is a wheelchair space`: why its tariff is asked for. */
export function askText(hall: Hall, seat: number, words: SeatWords): string {
  const { ask, sight: names } = words.seats;
  const isWheelchair = hall.plan.marks[seat]! & WHEELCHAIR;
  return ask.title(rowSeat(hall, seat, words), isWheelchair ? names.wheelchair : names.companion);
}
