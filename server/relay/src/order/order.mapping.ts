/** What S-360 says of an order, turned into the relay's own words. Words of S-360 end here. */
import type { Cart, Currency, Fee, Id, SeatPlace } from '@s360-widgets/contract';
import {
  exactFor,
  reasonOf,
  toCurrency,
  toId,
  toInstantIn,
  toMinor,
  type AnswerOf,
  type CurrencyData,
  type Omit as Omitted,
} from '../s360/index.js';
import type { Order, OrderFee, OrderLine, OrderPayment, OrderTicket } from './order.model.js';
import type { Access } from './order.token.js';

type Details = AnswerOf<'getOrderDetails'>['orderDetailsData'];
type Movement = Details['movementDatas'][number];
type Operation = Details['operationDatas'][number];

/** GUESS: only CLOSED is attested. An order in a state that is not here is `unclear`: a guess about money is not made. */
const states: Record<string, Cart['state']> = {
  RUNNING: 'open',
  PAYMENT_IN_PROGRESS: 'paying',
  CLOSED: 'completed',
  ABANDONNED: 'ended',
  ABANDONED: 'ended',
  CANCELED: 'ended',
};

/** The three kinds of overhead that the back office knows; whatever else is charged is `other`. */
const feeKinds: Record<string, Fee['kind']> = {
  GENERAL_FEE: 'booking',
  DELIVERY_FEE: 'delivery',
  PAYMENT_FEE: 'payment',
};

/** What stands in where an order does not say it itself. */
export interface OrderDefaults {
  /** Of the point of sale; undefined before it is known. */
  readonly currency: Currency | undefined;
  /** In which a date without offset is meant. */
  readonly timeZone: string;
  /** Hears of a state that is not known, and of dates that could not be read and were left out. */
  readonly omit: Omitted;
}

/** The answer of getOrderDetails. Throws a RangeError on an answer that is no order. */
export function toOrder(
  { orderDetailsData: data }: AnswerOf<'getOrderDetails'>,
  defaults: OrderDefaults,
): Omit<Order, 'version'> {
  const toDate = (text: string | undefined) => toDateOrNull(text, data.orderId, defaults);
  const currency = exactFor(currencyOf(data.catalogCurrency, defaults.currency), amountsOf(data));
  const { digits } = currency;
  const sold = data.operationDatas.filter((each) => !isCharge(each));
  const [shipment] = data.shipments;
  return {
    orderId: toId(data.orderId),
    orderSecretId: data.orderSecretId,
    state: toState(data.orderState, data.orderId, defaults),
    currency,
    lines: toLines(sold, data.movementDatas, { digits, toDate }),
    fees: toFees(data.operationDatas.filter(isCharge), digits),
    ticketsTotalMinor: sold.reduce((sum, each) => sum + toMinor(totalOf(each), digits), 0),
    totalMinor: toMinor(data.saleAmount ?? sumOf(data.operationDatas), digits),
    includedTaxMinor: toTax(data.operationDatas, digits),
    createdAt: toInstantIn(defaults.timeZone, data.creationDateTime),
    expiresAt: toDate(data.expirationDate),
    contactNumber: data.contactReference || null,
    shipment: shipment?.shipmentModeId
      ? { shipmentModeId: toId(shipment.shipmentModeId), contactAddressId: shipment.contactAddressId ?? null }
      : null,
    payments: data.payments.map((each) => toPayment(each, toDate)),
  };
}

function toState(word: string, orderId: string, { omit }: OrderDefaults): Cart['state'] {
  const state = states[word.trim().toUpperCase()];
  if (!state)
    omit({ what: 'state of an order', ids: { orderId }, reason: `not a known state: ${word.slice(0, 40)}` });
  return state ?? 'unclear';
}

/** The digits of the order's own currency count; where it names none, it is in the point of sale's. */
function currencyOf(own: CurrencyData | undefined, ofPointOfSale: Currency | undefined): Currency {
  if (!own && !ofPointOfSale) throw new RangeError('an order without a currency');
  const told = ofPointOfSale && { currencyCode: ofPointOfSale.code, fractionDigit: ofPointOfSale.digits };
  return toCurrency(own?.currencyCode ?? ofPointOfSale?.code ?? '', [own, told]);
}

/** All that is said of money in an order. It is sold as it stands: nothing of it can be left out, and nothing may be rounded. */
const amountsOf = ({ saleAmount, operationDatas }: Details): number[] => [
  Number(saleAmount ?? 0),
  ...operationDatas.flatMap((each) => [Number(each.unitPrice), totalOf(each)]),
];

type ToDate = (text: string | undefined) => string | null;

function toDateOrNull(
  text: string | undefined,
  orderId: string,
  { timeZone, omit }: OrderDefaults,
): string | null {
  if (!text) return null;
  try {
    return toInstantIn(timeZone, text);
  } catch (error) {
    omit({ what: 'date of an order', ids: { orderId }, reason: reasonOf(error) });
    return null;
  }
}

type Update = AnswerOf<'createOrUpdateOrder'>;

/** The tickets that a createOrUpdateOrder made. */
export function toMovementIds({ orderUpdateData: { movementDataUpdates } }: Update): Id[] {
  return movementDataUpdates.map(({ movementId }) => movementId);
}

/** The order that a createOrUpdateOrder without order id made. */
export function toOpened({ orderUpdateData: { orderId, orderSecretId } }: Update): Access {
  if (!orderSecretId) throw new RangeError('S-360 gave the order no secret');
  return { orderId: toId(orderId), orderSecretId };
}

const isCharge = (each: Operation): boolean => each.kind === 'CHARGE';

/** An operation's own total; S-360 leaves it out in the sample of its webhook, where the unit price stands. */
const totalOf = (each: Operation): number =>
  Number(each.totalAmount ?? Number(each.unitPrice) * (each.quantity ?? 1));

/** GUESS: what an order costs is the sum of its lines and charges; only where S-360 does not say it. */
const sumOf = (operations: Operation[]): number => operations.reduce((sum, each) => sum + totalOf(each), 0);

/** Operations for one place (several tariffs, several clicks) become one line, in the order in which they were added. */
function toLines(
  operations: Operation[],
  movements: Movement[],
  { digits, toDate }: { digits: number; toDate: ToDate },
): OrderLine[] {
  const lines = new Map<string, OrderLine & { tickets: OrderTicket[] }>();
  for (const each of operations) {
    const line = toLine(each, toDate);
    const known = lines.get(line.id) ?? line;
    lines.set(line.id, known);
    const own = movements.filter((candidate) => candidate.operationId === each.operationId);
    known.tickets.push(...own.map((its) => toTicket(each, its, digits)));
  }
  return [...lines.values()].filter((line) => line.tickets.length > 0);
}

/** A line without its tickets. S-360's event is the kit's event: a product. */
function toLine(each: Operation, toDate: ToDate): OrderLine & { tickets: OrderTicket[] } {
  const isPerformance = each.performanceId !== undefined;
  const timeslot = each.timeslotId ? `t${each.timeslotId}` : '';
  const [location] = each.locations;
  return {
    id: isPerformance ? `p${each.performanceId}` : `i${each.itemId}${timeslot}`,
    kind: isPerformance ? 'performance' : 'pass',
    eventId: toId(each.productId),
    performanceId: each.performanceId ?? null,
    itemId: isPerformance ? null : toId(each.itemId),
    timeslotId: each.timeslotId ?? null,
    title: each.product ?? '',
    name: isPerformance ? (each.performance ?? '') : firstText(each.itemDisplayExternalDesignation),
    startAt: toDate(each.performanceStart),
    venueName: firstText(location?.siteExternalName) || (location?.siteCode ?? ''),
    tickets: [],
  };
}

/** S-360's own words stand in where the catalog has none, so that any language is better than an empty line. */
const firstText = (text: Operation['itemDisplayExternalDesignation']): string =>
  text?.translations.find(({ value }) => value)?.value ?? '';

/** The price is S-360's unit price after all it takes off, not the catalog's. */
function toTicket(each: Operation, its: Movement, digits: number): OrderTicket {
  return {
    id: its.movementId,
    tariffId: toId(each.audienceSubCategoryId),
    tariffName: each.audienceSubCategory ?? '',
    seatCategoryId: its.seatCategoryId ?? each.seatCategoryId ?? null,
    priceMinor: toMinor(each.unitPrice, digits),
    seat: toSeat(its),
    areaId: its.areaId ?? null,
  };
}

/** Null for a place of a zone without numbers, and for a visit. */
function toSeat({ physicalSeatId, area, block, row, seat }: Movement): SeatPlace | null {
  if (!physicalSeatId) return null;
  return { seatId: physicalSeatId, area: area ?? '', block: block ?? '', row: row ?? '', number: seat ?? '' };
}

/** Charges of one kind and name as one fee; those that cost nothing are left out. */
function toFees(charges: Operation[], digits: number): OrderFee[] {
  const fees = new Map<string, OrderFee>();
  for (const charge of charges) {
    const kind = feeKinds[charge.chargeType ?? ''] ?? 'other';
    const fee = charge.product ?? '';
    const before = fees.get(`${kind} ${fee}`)?.amountMinor ?? 0;
    fees.set(`${kind} ${fee}`, { kind, name: fee, amountMinor: before + toMinor(totalOf(charge), digits) });
  }
  return [...fees.values()].filter(({ amountMinor }) => amountMinor !== 0);
}

/** The VAT inside the total, as S-360's net amounts give it; null where one of them is missing. */
function toTax(operations: Operation[], digits: number): number | null {
  let tax = 0;
  for (const each of operations) {
    if (each.withoutVatTotalAmount === undefined) return null;
    tax += totalOf(each) - Number(each.withoutVatTotalAmount);
  }
  return operations.length > 0 ? Math.round(tax / 10 ** (3 - digits)) : null;
}

function toPayment(each: Details['payments'][number], toDate: ToDate): OrderPayment {
  return {
    paymentId: each.paymentId,
    // GUESS: the payment's identification is its paymentIdentifier.
    identification: each.paymentIdentifier ?? '',
    transactionId: String(each.epcTransactionData?.transactionId ?? ''),
    status: each.paymentStatus ?? '',
    paidAt: toDate(each.paymentDate),
  };
}
