/** For tests: an order desk over an S-360 of the test's own. */
import type { SignIn } from '@s360-widgets/contract';
import type { WireObject } from '../s360/fake.js';
import type { S360, Share } from '../s360/index.js';
import { emptyDatabase } from '../state/database.trial.js';
import type { Clock } from '../state/index.js';
import { OrderDesk, type OrderDeskParts } from './order.desk.js';
import { ticketsOf, type Order, type OrderLine, type OrderTicket } from './order.model.js';
import { OrderRecords } from './order.records.js';
import { TicketFee } from './order.ticket-fee.js';
import { createCartTokens, type Access } from './order.token.js';

export const silent = { error: () => undefined, warn: () => undefined, info: () => undefined };

/** No fee is announced. */
export const noFee = new TicketFee({ amountMinor: null, isIncluded: true }, silent);

/** A point of sale that says what a service asks of one. */
export const pointOfSale = {
  isKnown: true,
  get: () => ({
    posId: '1',
    currency: { code: 'EUR', digits: 2 },
    timeZone: 'Europe/Paris',
    holdSeconds: 900,
    maxTickets: 8,
    signIn: 'optional' as SignIn,
    paymentMethods: [{ id: '16362', code: 'WEB', forPayment: true }],
  }),
};

/** Records in an embedded database of the test's own. */
export const trialRecords = async (clock: Clock): Promise<OrderRecords> =>
  new OrderRecords({ database: await emptyDatabase(clock), clock, log: silent });

const tokens = createCartTokens('a secret that is at least 32 characters');

/** What opens an order at each of these desks. */
export const tokenOf = (access: Access): string => tokens.seal(access);

/** The parts of a desk. */
const partsOf = (s360: S360, clock: Clock, records: OrderRecords, log: OrderDeskParts['log'] = silent) => ({
  ...{ s360, clock, records, pointOfSale, log, mainLanguage: 'en' },
  tokens,
});

export const tryDesk = (
  s360: S360,
  clock: Clock,
  records: OrderRecords,
  log?: OrderDeskParts['log'],
): OrderDesk => new OrderDesk(partsOf(s360, clock, records, log));

/** A desk that asks S-360 at each look, for tests that change S-360's side behind the relay's back. */
export const tryForgetfulDesk = (s360: S360, clock: Clock, records: OrderRecords): OrderDesk =>
  new ForgetfulDesk(partsOf(s360, clock, records));

class ForgetfulDesk extends OrderDesk {
  override async read(access: Access, language: string, share?: Share): Promise<Order> {
    await this.forget(access.orderId);
    return super.read(access, language, share);
  }

  override async known(access: Access, language: string): Promise<Order> {
    await this.forget(access.orderId);
    return super.known(access, language);
  }

  override async inspect(orderId: string): Promise<Order> {
    await this.forget(orderId);
    return super.inspect(orderId);
  }

  override async locked(orderId: string): Promise<Order> {
    await this.forget(orderId);
    return super.locked(orderId);
  }
}

/** An open order without tickets, or another one. */
export const orderWith = (change: Partial<Order> = {}): Order => ({
  version: 'v1',
  orderId: '10000000321',
  orderSecretId: 'k3-secret',
  state: 'open',
  currency: { code: 'EUR', digits: 2 },
  lines: [],
  fees: [],
  ticketsTotalMinor: 0,
  totalMinor: 0,
  includedTaxMinor: null,
  createdAt: '2026-12-01T20:00:00Z',
  expiresAt: '2026-12-01T20:15:00Z',
  contactNumber: null,
  promoCode: null,
  shipment: null,
  payments: [],
  ...change,
});

/** A ticket of `lineWith`: a seat of row A. */
export const ticketWith = (change: Partial<OrderTicket> = {}): OrderTicket => ({
  ...{ id: '101', tariffId: '31', tariffName: 'Adult', seatCategoryId: '11', priceMinor: 2_500, areaId: '4' },
  seat: { seatId: '1', area: 'Stalls', block: '', row: 'A', number: '1' },
  ...change,
});

/** The tickets for the one performance of the tests. */
export const lineWith = (tickets: readonly OrderTicket[]): OrderLine => ({
  ...{ id: 'p7', kind: 'event', eventId: '5', performanceId: '7', itemId: null, timeslotId: null },
  ...{ title: 'Gala', name: '', startAt: '2026-12-12T19:00:00Z', venueName: 'Opera', venueAddress: '' },
  tickets,
  included: [],
});

const stateWords: Record<Order['state'], string> = {
  open: 'RUNNING',
  paying: 'PAYMENT_IN_PROGRESS',
  completed: 'CLOSED',
  ended: 'ABANDONNED',
  unclear: 'A_WORD_OF_TOMORROW',
};

const thousandths = (amountMinor: number) => String(amountMinor * 10);

/** An order for performances, in euros, as S-360's getOrderDetails tells it. */
export function detailsOf(order: Order): WireObject {
  const [tickets, charges] = [ticketsOf(order), order.fees];
  return {
    orderDetailsData: {
      orderId: order.orderId,
      orderSecretId: order.orderSecretId,
      orderState: stateWords[order.state],
      creationDateTime: order.createdAt,
      catalogCurrency: { currencyCode: 'EUR', fractionDigit: 2 },
      saleAmount: thousandths(order.totalMinor),
      ...(order.expiresAt ? { expirationDate: order.expiresAt } : {}),
      ...(order.contactNumber ? { contactReference: order.contactNumber } : {}),
      movementDatas: tickets.map(({ ticket }) => toMovement(ticket)),
      operationDatas: [
        ...tickets.map(({ line, ticket }) => toOperation(line, ticket)),
        ...charges.map(({ kind, name, amountMinor }, at) => ({
          ...{ operationId: `8${at}`, kind: 'CHARGE', product: name },
          chargeType: kind === 'delivery' ? 'DELIVERY_FEE' : 'GENERAL_FEE',
          unitPrice: thousandths(amountMinor),
        })),
      ],
      shipments: order.shipment ? [toShipment(order.shipment)] : [],
      payments: order.payments.map((payment) => ({
        paymentId: payment.paymentId,
        paymentIdentifier: payment.identification,
        paymentStatus: payment.status,
        epcTransactionData: { transactionId: payment.transactionId },
        ...(payment.paidAt ? { paymentDate: payment.paidAt } : {}),
      })),
    },
  };
}

const toShipment = ({ shipmentModeId, contactAddressId }: NonNullable<Order['shipment']>) => ({
  ...{ shipmentModeId, contactAddressId: contactAddressId ?? undefined },
});

const toMovement = ({ id, seat, areaId, seatCategoryId, barcode }: OrderTicket) => ({
  ...{ movementId: id, operationId: `9${id}` },
  ...{ areaId: areaId ?? undefined, seatCategoryId: seatCategoryId ?? undefined, barcode },
  ...(seat && { seatId: seat.seatId, area: seat.area, row: seat.row, seat: seat.number }),
});

const toOperation = (line: OrderLine, ticket: OrderTicket) => ({
  ...{ operationId: `9${ticket.id}`, kind: 'SINGLE_ENTRY', productId: line.eventId, product: line.title },
  ...{ performanceId: line.performanceId ?? undefined, performanceStart: line.startAt ?? undefined },
  ...{ audienceSubCategoryId: ticket.tariffId, audienceSubCategory: ticket.tariffName },
  ...{ locations: [{ siteCode: line.venueName }], unitPrice: thousandths(ticket.priceMinor) },
});
