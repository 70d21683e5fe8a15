import { createClient } from '@s360-widgets/client';
import type { Cart, CartItem, SeatMap } from '@s360-widgets/contract';
import { decodePlan, FREE, type Plan, unpackStates } from '@s360-widgets/seat-map';
import type { Stack } from '../journeys/stack.js';

const query = { lang: 'en' };

/** A visitor without a browser: the kit's own client. */
export const visitorOf = ({ relay }: Stack) => createClient({ relay, fetch });

/** Free seats of one hall, with what it takes to buy them. */
export interface FreeSeats {
  readonly performanceId: string;
  readonly seatMap: SeatMap;
  readonly plan: Plan;
  /** Indexes into the plan. */
  readonly free: readonly number[];
  itemOf(...seats: readonly number[]): CartItem;
}

/** The first performance on sale whose hall has at least so many free seats. */
export async function findFreeSeats(
  stack: Stack,
  least: number,
  title = 'The Magic Flute',
): Promise<FreeSeats> {
  const client = visitorOf(stack);
  const { events } = await client.call('listEvents', { query });
  const event = events.find((candidate) => candidate.title === title);
  for (const { id, saleState } of event?.performances ?? []) {
    if (saleState !== 'on-sale') continue;
    const seatMap = await client.call('getSeatMap', { params: { performanceId: id }, query });
    const plan = decodePlan(await client.call('getSeatPlan', { params: { planHash: seatMap.planHash } }));
    const states = unpackStates(seatMap.states.all ?? '', plan.size);
    const free = [...states.keys()].filter((seat) => states[seat] === FREE);
    if (free.length < least) continue;
    return {
      performanceId: id,
      seatMap,
      plan,
      free,
      itemOf: (...seats) => seatsItem(id, seatMap, plan, seats),
    };
  }
  throw new Error(`no performance of ${title} has ${least} free seats`);
}

function seatsItem(performanceId: string, seatMap: SeatMap, plan: Plan, seats: readonly number[]): CartItem {
  const tariff = seatMap.tariffs.find(({ kind }) => kind === 'full');
  return {
    kind: 'seats',
    performanceId,
    seats: seats.map((seat) => ({
      seatId: plan.seatId(seat),
      seatCategoryId: plan.categories[plan.category[seat] ?? 0] ?? '',
      tariffId: tariff?.id ?? '',
    })),
  };
}

export const seatIdsIn = ({ lines }: Cart): string[] =>
  lines.flatMap(({ tickets }) => tickets.flatMap(({ seat }) => seat?.seatId ?? []));
