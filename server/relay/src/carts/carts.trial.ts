/** For tests: a relay with carts alone. */
import { cart as cartSchema, openedCart, type CartItem, type Problem } from '@s360-widgets/contract';
import { tryEndpoints } from '../http/trial.js';
import { FakeOrders } from '../order/order.fake.js';
import { noFee, pointOfSale, silent, trialRecords, tryDesk } from '../order/order.trial.js';
import { createManualClock } from '../state/index.js';
import { Carts, type CartsParts } from './carts.adapter.js';
import { cartRoutes } from './carts.routes.js';

const performanceId = '7';
export const seats = (...seatIds: string[]): CartItem => ({
  kind: 'seats',
  performanceId,
  seats: seatIds.map((seatId) => ({ seatId, seatCategoryId: '11', tariffId: '31' })),
});
export const best = (quantity: number): CartItem => {
  return { kind: 'best-seats', performanceId, seatCategoryId: '11', tariffs: [{ tariffId: '31', quantity }] };
};

/** A relay's log that hears of requests whose visitor has left. */
function logOf(onGone: () => void) {
  const quiet = () => undefined;
  const info = (facts: object) => 'status' in facts && facts.status === 'gone' && onGone();
  const log = { debug: quiet, info, warn: quiet, error: quiet, child: () => log };
  return log;
}

/** A catalog that knows no words, and of which the category 11 alone has prices. */
function catalogOf(distrust: () => void): CartsParts['catalog'] {
  const isPriced = ({ seatCategoryId }: { seatCategoryId?: string | undefined }) => seatCategoryId === '11';
  return {
    ...{ placeOf: () => undefined, tariff: () => undefined, theme: () => undefined },
    ...{ hasPrice: isPriced, hasSeasonTicketPrice: isPriced, hasPackagePrice: isPriced },
    ...{ hasItemPrice: () => undefined, distrust },
  };
}

/** A relay with carts only, its one order, and what it told the seat maps. */
export async function shop(
  onGone = () => undefined as void,
  ticketFee = noFee,
  { orders = new FakeOrders(), signIn = pointOfSale.get().signIn, promoCodes = true } = {},
) {
  const clock = createManualClock('2026-12-01T20:00:00Z');
  const desk = tryDesk(orders, clock, await trialRecords(clock));
  const taken: string[] = [];
  let doubts = 0;
  const carts = new Carts({
    ...{ s360: orders, clock, desk, log: silent, ticketFee, promoCodes },
    pointOfSale: { ...pointOfSale, get: () => ({ ...pointOfSale.get(), signIn }) },
    catalog: catalogOf(() => void doubts++),
    contacts: { of: async () => ({ contact: null, address: null }) },
    shipments: { chosen: async () => null },
    seatMaps: {
      hasSeats: async () => undefined,
      markTaken: async (_, seatIds) => void taken.push(...seatIds),
    },
  });
  const sessions = { sessionOf: async () => ({ contactNumber: '9001' }) };
  const trial = await tryEndpoints(
    cartRoutes(carts, desk, sessions),
    undefined,
    logOf(onGone),
    undefined,
    clock,
  );
  const post = async (path: string, body: unknown, token?: string) =>
    trial.ask('POST', `${path}?lang=en`, { body, token });
  return { ...trial, post, orders, clock, desk, taken, doubts: () => doubts };
}

/** The same with a cart that holds the seats 1 and 2. */
export async function withCart() {
  const relay = await shop();
  const { reply } = await relay.post('/v1/carts', { items: [seats('1', '2')] });
  const { token, cart } = openedCart.parse(reply);
  const get = async () => cartSchema.parse((await relay.ask('GET', '/v1/cart?lang=en', { token })).reply);
  return { ...relay, token, cart, get };
}

export const codeOf = (reply: unknown) => (reply as Problem).code;
export const seatIdsOf = (reply: unknown) =>
  cartSchema.parse(reply).lines.flatMap(({ tickets }) => tickets.map(({ seat }) => seat?.seatId));
