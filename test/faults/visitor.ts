import { createClient } from '@s360-widgets/client';
import {
  type Cart,
  type CartItem,
  checkedFetch,
  type OpenedCart,
  type Order,
  type PaymentOutcome,
  type SeatMap,
} from '@s360-widgets/contract';
import { decodePlan, FREE, type Plan, unpackStates } from '@s360-widgets/seat-map';
import type { Stack } from '../journeys/stack.js';

const query = { lang: 'en' };

/** A visitor without a browser: the kit's own client, held to more: a call fails where its answer is not as the contract promises. */
export const visitorOf = ({ relay }: Stack) => createClient({ relay, fetch: checkedFetch(fetch) });

/** Free seats of one hall, with what it takes to buy them. */
export interface FreeSeats {
  readonly performanceId: string;
  readonly seatMap: SeatMap;
  readonly plan: Plan;
  /** Indexes into the plan. */
  readonly free: readonly number[];
  itemOf(...seats: readonly number[]): CartItem;
}

/** Seats that a test before has asked for: taken, even where what the relay last heard does not say so yet. */
const asked = new Set<string>();

/** The first performance on sale whose hall has at least so many free seats; not before `leastDays`, such as those of a parcel. */
export async function findFreeSeats(
  stack: Stack,
  least: number,
  { title = 'The Magic Flute', leastDays = 0 } = {},
): Promise<FreeSeats> {
  const client = visitorOf(stack);
  const { events } = await client.call('listEvents', { query });
  const event = events.find((candidate) => candidate.title === title);
  for (const { id, saleState, startAt } of event?.performances ?? []) {
    const isTooSoon = Date.parse(startAt) < Date.now() + leastDays * 86_400_000;
    if (saleState !== 'on-sale' || isTooSoon) continue;
    const seatMap = await client.call('getSeatMap', { params: { performanceId: id }, query });
    const plan = decodePlan(await client.call('getSeatPlan', { params: { planHash: seatMap.planHash } }));
    const states = unpackStates(seatMap.states.all ?? '', plan.size);
    const free = [...states.keys()].filter((seat) => states[seat] === FREE && !asked.has(`${id} ${seat}`));
    if (free.length < least) continue;
    return {
      performanceId: id,
      seatMap,
      plan,
      free,
      itemOf: (...seats) => {
        for (const seat of seats) asked.add(`${id} ${seat}`);
        return seatsItem(id, seatMap, plan, seats);
      },
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

/** From the cart to the paid order, as the checkout and the payment form would. */
export async function buyOut(stack: Stack, opened: OpenedCart): Promise<Order> {
  await payAt(stack.simulator, await beginPayment(stack, opened));
  const outcome = await reportPaid(stack, opened);
  if (!outcome.order) throw new Error(`order ${opened.cart.orderId} is ${outcome.status}`);
  return outcome.order;
}

/** From the cart to the payment form; gives the transaction to pay. */
export async function beginPayment(stack: Stack, opened: OpenedCart): Promise<string> {
  const { total } = await fillIn(stack, opened);
  const body = {
    totalMinor: total.amountMinor,
    termsAccepted: true as const,
    returnUrl: `${stack.site}/checkout.html`,
  };
  const { handOver } = await visitorOf(stack).call('startPayment', { token: opened.token, query, body });
  if (handOver.kind !== 'widget') throw new Error(`no form to pay order ${opened.cart.orderId} with`);
  return handOver.settings.transactionId ?? '';
}

/** Contact and delivery. */
export async function fillIn(stack: Stack, { token }: OpenedCart): Promise<Cart> {
  const client = visitorOf(stack);
  const given = { token, query };
  const contact = {
    email: 'elena@example.org',
    firstName: 'Elena',
    lastName: 'Marchetti',
    countryCode: 'CH',
  };
  await client.call('saveContact', { ...given, body: { contact } });
  const { shipmentModes } = await client.call('listShipmentModes', {
    token,
    query: { ...query, countryCode: 'CH' },
  });
  const mobile = shipmentModes.find(({ kind }) => kind === 'mobile');
  return client.call('chooseShipment', { ...given, body: { shipmentModeId: mobile?.id ?? '' } });
}

export const reportPaid = (stack: Stack, { token }: OpenedCart): Promise<PaymentOutcome> =>
  visitorOf(stack).call('reportPayment', { token, query, body: { reported: 'success' } });

/** What the form in the provider's frame sends. */
export async function payAt(
  simulator: string,
  transaction: string,
  number = '4111111111111111',
): Promise<void> {
  const card = { number, expiry: '12/30', cvc: '123', name: 'Elena Marchetti' };
  const answer = await fetch(`${simulator}/epc/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ transaction, ...card }),
  });
  if (!answer.ok) throw new Error(`the payment form answered ${answer.status}`);
}
