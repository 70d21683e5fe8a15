/** What S-360 says of an order, turned into the relay's own words. Words of S-360 end here. */
import type { Cart, Currency, Id, Instant } from '@s360-widgets/contract';
import {
  exactFor,
  reasonOf,
  toCurrency,
  toId,
  toInstantIn,
  toMinor,
  UnreadableValue,
  type AnswerOf,
  type CurrencyData,
  type Omit as Omitted,
} from '../s360/index.js';
import { toLines, type ToDate } from './order.lines.mapping.js';
import type { Order, OrderPayment } from './order.model.js';
import { isCharge, sumOf, toFees, totalOf, toTax } from './order.money.mapping.js';
import type { Access } from './order.token.js';

type Details = AnswerOf<'getOrderDetails'>['orderDetailsData'];

/** GUESS: only CLOSED is attested. An order in a state that is not here is `unclear`: a guess about money is not made. */
const states: Record<string, Cart['state']> = {
  RUNNING: 'open',
  PAYMENT_IN_PROGRESS: 'paying',
  CLOSED: 'completed',
  ABANDONNED: 'ended',
  ABANDONED: 'ended',
  CANCELED: 'ended',
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

/** The answer of getOrderDetails. Throws an UnreadableValue on an answer that is no order. */
export function toOrder(
  { orderDetailsData: data }: AnswerOf<'getOrderDetails'>,
  defaults: OrderDefaults,
): Omit<Order, 'version'> {
  const toDate = (text: string | undefined) => toDateOrNull(text, data.orderId, defaults);
  const currency = exactFor(currencyOf(data.catalogCurrency, defaults.currency), amountsOf(data));
  const { digits } = currency;
  const sold = data.operationDatas.filter((operation) => !isCharge(operation));
  const [shipment] = data.shipments;
  return {
    orderId: toId(data.orderId),
    orderSecretId: data.orderSecretId,
    state: toState(data.orderState, data.orderId, defaults),
    currency,
    lines: toLines(sold, data.movementDatas, { digits, toDate }),
    fees: toFees(data.operationDatas.filter(isCharge), digits),
    ticketsTotalMinor: sold.reduce((sum, operation) => sum + toMinor(totalOf(operation), digits), 0),
    totalMinor: toMinor(data.saleAmount ?? sumOf(data.operationDatas), digits),
    includedTaxMinor: toTax(data.operationDatas, digits),
    createdAt: toInstantIn(defaults.timeZone, data.creationDateTime),
    expiresAt: toDate(data.expirationDate),
    contactNumber: data.contactReference || null,
    promoCode: data.advantageCode || null,
    shipment: shipment?.shipmentModeId
      ? { shipmentModeId: toId(shipment.shipmentModeId), contactAddressId: shipment.contactAddressId ?? null }
      : null,
    payments: data.payments.map((payment) => toPayment(payment, toDate)),
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
  if (!own && !ofPointOfSale) throw new UnreadableValue('an order without a currency');
  const told = ofPointOfSale && { currencyCode: ofPointOfSale.code, fractionDigit: ofPointOfSale.digits };
  return toCurrency(own?.currencyCode ?? ofPointOfSale?.code ?? '', [own, told]);
}

/** All that is said of money in an order. It is sold as it stands: nothing of it can be left out, and nothing may be rounded. */
const amountsOf = ({ saleAmount, operationDatas }: Details): number[] => [
  Number(saleAmount ?? 0),
  ...operationDatas.flatMap((operation) => [
    ...[operation.unitPrice, operation.advantage && operation.basePrice].map((amount) => Number(amount ?? 0)),
    totalOf(operation),
  ]),
];

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
export function toMovementIds({ orderUpdateData: { movementIds } }: Update): Id[] {
  return movementIds;
}

/** The order that a createOrUpdateOrder without order id made. */
export function toOpened({ orderUpdateData: { orderId, orderSecretId } }: Update): Access {
  if (!orderSecretId) throw new UnreadableValue('S-360 gave the order no secret');
  return { orderId: toId(orderId), orderSecretId };
}

/**
 * The order that a createOrUpdateOrder without order id made, as its answer tells it, which does not say until when its seats are held;
 * undefined where it does not tell enough.
 * @param createdAt S-360's time
 */
export function toNewOrder(
  answer: Update,
  createdAt: Instant,
  defaults: OrderDefaults,
): Omit<Order, 'version'> | undefined {
  const { told } = answer.orderUpdateData;
  if (!told) return undefined;
  const orderDetailsData: Details = {
    ...toOpened(answer),
    orderState: 'RUNNING',
    creationDateTime: createdAt,
    catalogCurrency: told.catalogCurrency,
    movementDatas: told.movementDataUpdates,
    operationDatas: told.operationDataUpdates,
    shipments: [],
    payments: [],
  };
  try {
    return toOrder({ orderDetailsData }, defaults);
  } catch (error) {
    if (error instanceof UnreadableValue) return undefined;
    throw error;
  }
}

function toPayment(payment: Details['payments'][number], toDate: ToDate): OrderPayment {
  return {
    paymentId: payment.paymentId,
    // GUESS: the payment's identification is its paymentIdentifier.
    identification: payment.paymentIdentifier ?? '',
    transactionId: String(payment.epcTransactionData?.transactionId ?? ''),
    status: payment.paymentStatus ?? '',
    paidAt: toDate(payment.paymentDate),
  };
}
