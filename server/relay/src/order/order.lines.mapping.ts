/** The lines and tickets of an order. Words of S-360 end here. */
import type { ProductKind, SeatPlace } from '@s360-widgets/contract';
import { addressOf, toId, toMinor, toProductKind, type AnswerOf } from '../s360/index.js';
import type { OrderLine, OrderTicket, OrderTour } from './order.model.js';

type Details = AnswerOf<'getOrderDetails'>['orderDetailsData'];
/** A ticket. */
export type Movement = Details['movementDatas'][number];
/** Some tickets of one kind, or a charge. */
export type Operation = Details['operationDatas'][number];

/** Null for a date that is not there or can't be read. */
export type ToDate = (text: string | undefined) => string | null;

interface Reading {
  readonly digits: number;
  readonly toDate: ToDate;
}

/** Operations for one place (several tariffs, several clicks) become one line, in the order in which they were added. */
export function toLines(operations: Operation[], movements: Movement[], reading: Reading): OrderLine[] {
  const byComposed = new Map<string, Operation[]>();
  for (const operation of operations) {
    const { composedOperationId: id } = operation;
    if (id !== undefined) byComposed.set(id, [...(byComposed.get(id) ?? []), operation]);
  }
  const wholes = operations.filter(({ composedOperationId }) => composedOperationId === undefined);
  return merged(
    wholes.map((operation) => {
      const parts = byComposed.get(operation.operationId) ?? [];
      const included = merged(parts.map((part) => toLine(part, movements, [], reading)));
      return toLine(operation, movements, included.sort(byStart), reading);
    }),
  );
}

/** Lines of one id are one line; those without tickets are none. */
function merged(lines: readonly OrderLine[]): OrderLine[] {
  const byId = new Map<string, OrderLine>();
  for (const line of lines) {
    const known = byId.get(line.id);
    byId.set(line.id, known ? joined(known, line) : line);
  }
  return [...byId.values()].filter((line) => line.tickets.length > 0);
}

/** Season tickets and packages of one line have the same parts, so that these join one by one. */
const joined = (one: OrderLine, other: OrderLine): OrderLine => ({
  ...one,
  tickets: [...one.tickets, ...other.tickets],
  included: merged([...one.included, ...other.included]),
});

/** What has no start comes last. */
const byStart = ({ startAt: one }: OrderLine, { startAt: other }: OrderLine): number =>
  one === null || other === null ? Number(one === null) - Number(other === null) : one.localeCompare(other);

/** One operation as a line. S-360's event is the kit's event: a product. */
function toLine(
  operation: Operation,
  movements: Movement[],
  included: readonly OrderLine[],
  { digits, toDate }: Reading,
): OrderLine {
  const isPerformance = operation.performanceId !== undefined;
  const timeslot = operation.timeslotId ? `t${operation.timeslotId}` : '';
  const tour = toTour(operation);
  const guided = tour ? `l${tour.languageCode}h${tour.themeId}` : '';
  const parts = included.map(({ id }) => id).join('');
  const [location] = operation.locations;
  const { firstAddressLine: street, zipCode, locality: town } = location?.siteAddress ?? {};
  return {
    id: isPerformance ? `p${operation.performanceId}` : `i${operation.itemId}${timeslot}${guided}${parts}`,
    kind: isPerformance ? 'event' : kindOf(operation),
    eventId: toId(operation.productId),
    performanceId: operation.performanceId ?? null,
    itemId: isPerformance ? null : toId(operation.itemId),
    timeslotId: operation.timeslotId ?? null,
    ...(tour ? { tour } : {}),
    title: operation.product ?? '',
    name: isPerformance ? (operation.performance ?? '') : firstText(operation.itemDisplayExternalDesignation),
    startAt: toDate(operation.performanceStart),
    venueName: firstText(location?.siteExternalName) || (location?.siteCode ?? ''),
    venueAddress: addressOf({ street, zipCode, town }),
    tickets: movements
      .filter((movement) => movement.operationId === operation.operationId)
      .map((movement) => toTicket(operation, movement, digits)),
    included,
  };
}

/** GUESS: that an operation names the language and theme of a guided visit. */
function toTour({ languageCode, themeId, theme = '' }: Operation): OrderTour | undefined {
  if (!languageCode && !themeId) return undefined;
  return { languageCode: languageCode ?? null, themeId: themeId ?? null, themeName: theme };
}

/** GUESS: an operation's kind is its product's family, where it does not name that by itself. What nobody knows is no event. */
function kindOf({ productFamilyType, kind }: Operation): ProductKind {
  const known = toProductKind(productFamilyType ?? kind);
  return known && known !== 'event' ? known : 'pass';
}

/** S-360's own words stand in where the catalog has none, so that any language is better than an empty line. */
const firstText = (text: Operation['itemDisplayExternalDesignation']): string =>
  text?.translations.find(({ value }) => value)?.value ?? '';

/** The price is S-360's unit price after all it takes off, not the catalog's. */
function toTicket(operation: Operation, movement: Movement, digits: number): OrderTicket {
  return {
    id: movement.movementId,
    tariffId: toId(operation.audienceSubCategoryId),
    tariffName: operation.audienceSubCategory ?? '',
    seatCategoryId: movement.seatCategoryId ?? operation.seatCategoryId ?? null,
    priceMinor: toMinor(operation.unitPrice, digits),
    ...toReduction(operation, digits),
    seat: toSeat(movement),
    areaId: movement.areaId ?? null,
    ...(movement.barcode ? { barcode: movement.barcode } : {}),
  };
}

/** GUESS: that an operation names the advantage that makes it cheaper; a base price alone may differ for other reasons. */
function toReduction(operation: Operation, digits: number): Pick<OrderTicket, 'reduced'> {
  const { advantage: offerName, basePrice, unitPrice } = operation;
  if (!offerName || Number(basePrice ?? unitPrice) <= Number(unitPrice)) return {};
  return { reduced: { fullPriceMinor: toMinor(basePrice ?? unitPrice, digits), offerName } };
}

/** Null for a place of a zone without numbers, and for a visit. */
function toSeat({ seatId: ownId, physicalSeatId, area, block, row, seat }: Movement): SeatPlace | null {
  const seatId = ownId ?? physicalSeatId;
  if (!seatId) return null;
  return { seatId, area: area ?? '', block: block ?? '', row: row ?? '', number: seat ?? '' };
}
