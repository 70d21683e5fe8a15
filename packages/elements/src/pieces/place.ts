import type { CartLine, SeatPlace } from '@s360-widgets/contract';
import type { Words } from '../base/words.js';

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

/** `Sat 12 Dec, 19:00. Opera House. Family matinee`, or `Day ticket, any day until 28 Feb. Museum of Form`. */
export function whenAndWhere(words: BuyWords, line: CartLine, zone: string): string {
  const when = whenOf(words, line, zone);
  const facts =
    line.kind === 'event' ? [when, line.venueName, line.name] : [parts([line.name, when]), line.venueName];
  return facts.filter(Boolean).join('. ');
}

export function whenOf(
  words: BuyWords,
  { startAt, endAt, timeslotId, kind }: CartLine,
  zone: string,
): string {
  const { format, buy } = words;
  if (startAt && (kind === 'event' || timeslotId)) return format.dateTime(startAt, zone);
  return endAt ? buy.place.anyDay(format.date(endAt, zone)) : '';
}

const parts = (all: readonly (string | false)[]) => all.filter(Boolean).join(', ');
