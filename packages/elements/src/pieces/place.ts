import type { CartLine, SeatPlace } from '@s360-widgets/contract';
import type { Words } from '../base/words.js';
import { isOther } from './others.js';

type BuyWords = Words<'buy'>;

/** `Stalls right, row H, seat 18`; without a seat, what the ticket is: `Concession`. */
export function placeOf({ buy }: BuyWords, seat: SeatPlace | null, tariffName: string): string {
  if (!seat) return tariffName;
  const { area, block, row, number } = seat;
  return parts([area, block !== area && block, row && buy.place.row(row), number && buy.place.seat(number)]);
}

/** Several places in few words: `Stalls right, row H, seats 18, 19 and 20`; rows and areas apart. */
export function placesOf(words: BuyWords, tickets: readonly { seat: SeatPlace | null }[]): string[] {
  const { place } = words.buy;
  const rows = new Map<string, SeatPlace[]>();
  for (const { seat } of tickets) {
    if (!seat) continue;
    const { area, block, row } = seat;
    const key = parts([area, block !== area && block, row && place.row(row)]);
    rows.set(key, [...(rows.get(key) ?? []), seat]);
  }
  return [...rows].map(([row, seats]) => {
    const numbers = seats.map(({ number }) => number).filter(Boolean);
    if (!numbers.length) return row;
    return parts([
      row,
      numbers.length === 1 ? place.seat(numbers[0] ?? '') : place.seats(words.format.list(numbers)),
    ]);
  });
}

/** The places of a line, or where it has none how many there are of it. */
export function whatOf(words: BuyWords, line: CartLine): string[] {
  const places = placesOf(words, line.tickets);
  return places.length ? places : [words.buy.tickets(line.tickets.length, isOther(line))];
}

/** What it is called: `Guided visit in French · Highlights`. */
export const nameOf = ({ buy }: BuyWords, { name, tour }: Pick<CartLine, 'name' | 'tour'>): string =>
  tour ? buy.place.guided(name, tour.languageName, tour.themeName) : name;

/** `Sat 12 Dec, 19:00. Opera House. Family matinee`, or `Day ticket, any day until 28 Feb. Museum of Form`. */
export function whenAndWhere(words: BuyWords, line: CartLine, zone: string): string {
  return [whichOf(words, line, zone), line.venueName, line.kind === 'event' && line.name]
    .filter(Boolean)
    .join('. ');
}

/** Which of its title a line is for: `Sat 12 Dec, 19:00`, `Day ticket, any day until 28 Feb`, `Red velvet`. */
export function whichOf(words: BuyWords, line: CartLine, zone: string): string {
  const { startAt, endAt, timeslotId, kind } = line;
  const { format, buy } = words;
  const name = nameOf(words, line);
  if (kind === 'event') return startAt ? format.dateTime(startAt, zone) : '';
  if (startAt && timeslotId) return parts([name, format.dateTime(startAt, zone)]);
  return parts([name, endAt ? buy.place.anyDay(format.date(endAt, zone)) : '']);
}

const parts = (all: readonly (string | false)[]) => all.filter(Boolean).join(', ');
