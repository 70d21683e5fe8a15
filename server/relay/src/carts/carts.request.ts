/** What a visitor wants, as the arguments of S-360's createOrUpdateOrder. */
import type { CartItem, Id } from '@s360-widgets/contract';
import type { OrderLine, OrderTicket } from '../order/index.js';
import type { ArgumentsOf } from '../s360/index.js';

type SeatsItem = Extract<CartItem, { kind: 'seats' }>;
type BestSeatsItem = Extract<CartItem, { kind: 'best-seats' }>;
type SimpleItem = Extract<CartItem, { kind: 'item' }>;
type SeasonTicketItem = Extract<CartItem, { kind: 'season-ticket' }>;
type PackageItem = Extract<CartItem, { kind: 'package' }>;

type Arguments = Required<ArgumentsOf<'createOrUpdateOrder'>>;
type Group = NonNullable<Arguments['singleEntryAttributionOperations']>[number];
type SimpleProduct = NonNullable<Arguments['simpleProductOperations']>[number];
type ComposedProduct = NonNullable<Arguments['composedProductOperations']>[number];

/** Whose order it is: what each createOrUpdateOrder says besides the items. */
export interface OrderHead {
  readonly pointOfSalesId: Id;
  /** Absent = a new order. */
  readonly orderId?: Id;
  /** Our own word for a new order: S-360 keeps it, so that people find one of which the relay never heard. */
  readonly externalReference?: string;
  /** Known once the visitor gave a name; S-360 takes it along with any change of the order. */
  readonly contactNumber?: string;
}

/** One call for all that one click adds, as S-360 asks for: its limits and its attribution count by call. */
export function toCreateOrUpdate(
  head: OrderHead,
  items: readonly CartItem[],
): ArgumentsOf<'createOrUpdateOrder'> {
  const groups = items.flatMap(toGroup);
  const simple = items.flatMap((item) => {
    if (item.kind === 'package') return toSimpleParts(item);
    return item.kind === 'item' ? toSimpleProducts(item) : [];
  });
  const composed = items
    .filter((item) => item.kind === 'season-ticket' || item.kind === 'package')
    .flatMap(toComposedProducts);
  return {
    pointOfSalesId: head.pointOfSalesId,
    ...(head.orderId ? { orderId: head.orderId } : {}),
    ...(head.externalReference ? { externalReference: head.externalReference } : {}),
    orderType: 'SALE',
    ...(head.contactNumber ? { purchasersInfo: [{ contactReference: head.contactNumber }] } : {}),
    ...(composed.length > 0 ? { composedProductOperations: composed } : {}),
    ...(groups.length > 0 ? { singleEntryAttributionOperations: groups } : {}),
    ...(simple.length > 0 ? { simpleProductOperations: simple } : {}),
  };
}

/** A promo code for an order, in place of the one before. GUESS: an empty one takes that away. */
export const toPromoCode = (
  head: Required<Pick<OrderHead, 'pointOfSalesId' | 'orderId'>>,
  advantageCode: string,
): ArgumentsOf<'createOrUpdateOrder'> => ({ ...head, orderType: 'SALE', advantageCode });

/** One item is one group, which S-360 seats together. */
function toGroup(item: CartItem): Group[] {
  if (item.kind === 'seats') return [{ operationAttributions: toChosenSeats(item) }];
  if (item.kind === 'season-ticket') {
    // S-360 picks the seats: on every performance the same, where its contingents say so.
    return [{ operationAttributions: item.performanceIds.flatMap((id) => toPlaces(id, item)) }];
  }
  if (item.kind === 'package') return toSeatParts(item);
  return item.kind === 'best-seats' ? [toBestSeats(item)] : [];
}

/** The seats that packages hold, a group for each performance. */
function toSeatParts({ seatCategoryId = '', parts, tariffs }: PackageItem): Group[] {
  return parts.flatMap(({ performanceId, quantity }) => {
    if (performanceId === undefined) return [];
    const wish = { seatCategoryId, tariffs: times(tariffs, quantity) };
    return [{ operationAttributions: toPlaces(performanceId, wish) }];
  });
}

/** The items that packages hold, at the packages' tariffs. */
const toSimpleParts = ({ parts, tariffs }: PackageItem): SimpleProduct[] =>
  parts.flatMap(({ itemId, quantity: each }) => {
    if (itemId === undefined) return [];
    return times(tariffs, each).map(({ tariffId, quantity }) => ({
      ...{ audienceSubCategoryId: tariffId, itemId, quantity },
    }));
  });

/** So many of each package's. */
const times = (tariffs: PackageItem['tariffs'], count: number): PackageItem['tariffs'] =>
  tariffs.map(({ tariffId, quantity }) => ({ tariffId, quantity: quantity * count }));

/** One attribution for each category and tariff. */
function toChosenSeats({ performanceId, seats }: SeatsItem): Group['operationAttributions'] {
  const byKind = new Map<string, { tariffId: Id; seatCategoryId: Id; seatIds: Id[] }>();
  for (const { seatId, seatCategoryId, tariffId } of seats) {
    const key = `${seatCategoryId} ${tariffId}`;
    const group = byKind.get(key) ?? { tariffId, seatCategoryId, seatIds: [] };
    byKind.set(key, group);
    group.seatIds.push(seatId);
  }
  return [...byKind.values()].map(({ tariffId, seatCategoryId, seatIds }) => ({
    audienceSubCategoryId: tariffId,
    performanceId,
    physicalSeatIds: seatIds,
    quantity: seatIds.length,
    seatCategoryId,
  }));
}

/** S-360 picks the seats, together if it can. Areas are a wish: it goes elsewhere when they are full. */
function toBestSeats({ performanceId, areaIds, ...wish }: BestSeatsItem): Group {
  const operationAttributions = toPlaces(performanceId, wish);
  // S-360 spells it so.
  return { operationAttributions, ...(areaIds?.length ? { preferedAreas: [...areaIds] } : {}) };
}

/** So many places of a category on one performance, for each tariff. */
const toPlaces = (
  performanceId: Id,
  { seatCategoryId, tariffs }: Pick<BestSeatsItem, 'seatCategoryId' | 'tariffs'>,
): Group['operationAttributions'] =>
  tariffs.map(({ tariffId, quantity }) => ({
    audienceSubCategoryId: tariffId,
    performanceId,
    quantity,
    seatCategoryId,
  }));

/** As S-360 wants it: the season ticket or package, and in the same call what belongs to it. */
const toComposedProducts = ({ itemId, tariffs }: SeasonTicketItem | PackageItem): ComposedProduct[] =>
  tariffs.map(({ tariffId, quantity }) => ({ audienceSubCategoryId: tariffId, itemId, quantity }));

/** An item, at a time where it has some, and of guided visits the one in a language and on a theme. */
function toSimpleProducts({ itemId, timeslotId, tour, tariffs }: SimpleItem): SimpleProduct[] {
  return tariffs.map(({ tariffId, quantity }) => ({
    audienceSubCategoryId: tariffId,
    itemId,
    quantity,
    ...(timeslotId ? { timeslotId } : {}),
    ...(tour?.languageCode ? { languageCode: tour.languageCode } : {}),
    ...(tour?.themeId ? { themeId: tour.themeId } : {}),
  }));
}

/** A ticket of the cart as an item to add: the same place, at a tariff of choice. */
export function toItem(line: OrderLine, ticket: OrderTicket, tariffId: Id): CartItem {
  const tariffs = [{ tariffId, quantity: 1 }];
  const { performanceId, itemId, timeslotId, tour, eventId } = line;
  const { seat, seatCategoryId, areaId } = ticket;
  if (performanceId === null) {
    return {
      ...{ kind: 'item', eventId, itemId: itemId ?? '', tariffs },
      ...(timeslotId ? { timeslotId } : {}),
      ...(tour ? { tour: { languageCode: tour.languageCode, themeId: tour.themeId } } : {}),
    };
  }
  if (seat && seatCategoryId) {
    return { kind: 'seats', performanceId, seats: [{ seatId: seat.seatId, seatCategoryId, tariffId }] };
  }
  const areaIds = areaId ? [areaId] : [];
  return { kind: 'best-seats', performanceId, seatCategoryId: seatCategoryId ?? '', areaIds, tariffs };
}

/** How many tickets an item asks for. */
export function countOf(item: CartItem): number {
  if (item.kind === 'seats') return item.seats.length;
  return item.tariffs.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The seats that an item names; none for places that S-360 picks. */
export const seatIdsOf = (item: CartItem): Id[] =>
  item.kind === 'seats' ? item.seats.map(({ seatId }) => seatId) : [];
