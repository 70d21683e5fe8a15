import type { Tariff } from '@s360-widgets/contract';
import { leadPrice } from '@s360-widgets/contract/lead-price';
import { bestSeats, isAccessible, loneSeats } from '@s360-widgets/seat-map';
import type { Hall } from './seat-picker.hall.js';

/** A seat that the visitor has picked, and who is to sit on it. It holds nothing. */
export interface ChosenSeat {
  readonly seat: number;
  readonly tariffId: string;
}

/** In the order in which the seats were picked. */
export type Choice = readonly ChosenSeat[];

/** A tariff with its price for one seat. */
export interface Offer {
  readonly tariff: Tariff;
  readonly amountMinor: number;
}

/** What a seat can be sold for, in the box office's order. */
export function offers({ plan, seatMap }: Hall, seat: number): Offer[] {
  const id = plan.categories[plan.category[seat]!];
  const prices = seatMap.seatCategories.find((category) => category.id === id)?.prices ?? [];
  return seatMap.tariffs.flatMap((tariff) => {
    const price = prices.find(({ tariffId }) => tariffId === tariff.id);
    return price ? [{ tariff, amountMinor: price.amountMinor }] : [];
  });
}

/** The offer that a seat was chosen for. */
export function offerOf(hall: Hall, { seat, tariffId }: ChosenSeat): Offer | undefined {
  return offers(hall, seat).find(({ tariff }) => tariff.id === tariffId);
}

/** A seat at the tariff whose price is named for it. */
export function atLeadTariff(hall: Hall, seat: number): ChosenSeat {
  const all = offers(hall, seat);
  const prices = all.map(({ tariff, amountMinor }) => ({ tariffId: tariff.id, amountMinor }));
  return { seat, tariffId: leadPrice(hall.seatMap.tariffs, prices)?.tariffId ?? '' };
}

/**
 * A seat as a visitor points at it. For a wheelchair space or a companion's seat the tariff is the visitor's to say, unless
 * there is but one: S-360 does not tell which of them are meant for it. Until then it is empty.
 */
export function asPicked(hall: Hall, seat: number): ChosenSeat {
  const isAsked = isAccessible(hall.plan, seat) && offers(hall, seat).length > 1;
  return isAsked ? { seat, tariffId: '' } : atLeadTariff(hall, seat);
}

/** The first seat of the choice whose tariff has not been said. */
export function withoutTariff(choice: Choice): ChosenSeat | undefined {
  return choice.find(({ tariffId }) => tariffId === '');
}

export function has(choice: Choice, seat: number): boolean {
  return choice.some((chosen) => chosen.seat === seat);
}

export function without(choice: Choice, seats: Iterable<number>): Choice {
  const gone = new Set(seats);
  return choice.filter(({ seat }) => !gone.has(seat));
}

export function withTariff(choice: Choice, seat: number, tariffId: string): Choice {
  return choice.map((chosen) => (chosen.seat === seat ? { seat, tariffId } : chosen));
}

/**
 * Other seats instead: those chosen before keep their tariff, new ones take over the tariffs of those that go. The tariff of
 * a wheelchair space or a companion's seat goes with it.
 */
export function withSeats(choice: Choice, hall: Hall, seats: readonly number[]): Choice {
  const spare = choice
    .filter(({ seat }) => !seats.includes(seat) && !isAccessible(hall.plan, seat))
    .map(({ tariffId }) => tariffId);
  return seats.map((seat) => {
    const kept = choice.find((chosen) => chosen.seat === seat);
    if (kept) return kept;
    if (isAccessible(hall.plan, seat)) return asPicked(hall, seat);
    const tariffId = spare.shift();
    const isOffered = offers(hall, seat).some(({ tariff }) => tariff.id === tariffId);
    return isOffered ? { seat, tariffId: tariffId! } : atLeadTariff(hall, seat);
  });
}

/** In minor units. */
export function total(choice: Choice, hall: Hall): number {
  return choice.reduce((sum, chosen) => sum + (offerOf(hall, chosen)?.amountMinor ?? 0), 0);
}

/**
 * Tariffs of the choice that are sold only beside another one, which is missing.
 * @param held tariffs that the cart has for this performance already; they count
 */
export function lacking(choice: Choice, hall: Hall, held: Iterable<string> = []): Tariff[] {
  const present = new Set([...held, ...choice.map(({ tariffId }) => tariffId)]);
  return hall.seatMap.tariffs.filter(
    ({ id, requiresTariffIds }) =>
      requiresTariffIds.length > 0 &&
      choice.some(({ tariffId }) => tariffId === id) &&
      !requiresTariffIds.some((required) => present.has(required)),
  );
}

export interface Proposal {
  readonly seats: readonly number[];
  readonly isTogether: boolean;
}

/**
 * The best free seats at the pressed prices (indices; none pressed = any); null when fewer are free.
 */
export function propose(hall: Hall, count: number, pressed: ReadonlySet<number>): Proposal | null {
  const isFit = (seat: number) => hall.isFree(seat) && hall.isAt(seat, pressed);
  const seats = bestSeats(hall.plan, isFit, { count });
  return seats && { seats, isTogether: areTogether(hall, seats) };
}

/** @param seats in the order of the plan */
export function areTogether(hall: Hall, seats: readonly number[]): boolean {
  const own = new Set(seats);
  const [first, last] = hall.stretch(seats[0]!, (seat) => own.has(seat));
  return last - first + 1 === seats.length;
}

/** A free seat that the choice would leave on its own, and where the choice could go instead. */
export interface LoneSeat {
  readonly seat: number;
  /** The choice moved along its row so that no seat is left alone; null when there is no such place. */
  readonly moved: readonly number[] | null;
}

export function loneSeat(choice: Choice, hall: Hall): LoneSeat | null {
  const seats = choice.map(({ seat }) => seat).sort((a, b) => a - b);
  const [lone] = loneSeats(hall.plan, hall.isFree, seats);
  return lone === undefined ? null : { seat: lone, moved: moved(hall, seats, lone) };
}

/** Looks for the nearest place in the same stretch of free seats for the party beside the lone seat. */
function moved(hall: Hall, seats: readonly number[], lone: number): number[] | null {
  const [from, to] = hall.stretch(lone, hall.isForAll);
  const party = seats.filter((seat) => seat >= from && seat <= to);
  const rest = seats.filter((seat) => !party.includes(seat));
  const [first, last] = [party[0]!, party.at(-1)!];
  // A party with gaps, or mixed with other prices, is better moved by hand; so is one with a wheelchair space.
  if (seats.some((seat) => isAccessible(hall.plan, seat))) return null;
  if (last - first + 1 !== party.length) return null;
  for (let step = 1; step <= to - from; step++) {
    for (const by of [step, -step]) {
      if (first + by < from || last + by > to) continue;
      const place = party.map((seat) => seat + by);
      const isDearer = hall.priceOf(place[0]!) !== hall.priceOf(first);
      if (!isDearer && loneSeats(hall.plan, hall.isFree, [...rest, ...place]).length === 0)
        return [...rest, ...place].sort((a, b) => a - b);
    }
  }
  return null;
}
