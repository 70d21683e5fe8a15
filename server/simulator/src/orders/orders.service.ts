import type { ContactBook } from '../contacts/contact-book.js';
import { secretId } from '../ids.js';
import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';
import type { Advantages } from './advantages.js';
import type { Cart } from './cart.js';
import type { Closing, NotifyArgs } from './closing.js';
import type { Order } from './order.js';
import type { ContactArgs, CreateOrUpdateArgs, Granularity, PaymentInfo } from './order.arguments.js';
import type { OrderBook } from './order-book.js';
import type { OrderView } from './order.view.js';

/** What the two order services need; the facade and the service share one state. */
export interface OrdersParts {
  book: OrderBook;
  cart: Cart;
  closing: Closing;
  advantages: Advantages;
  contacts: ContactBook;
  view: OrderView;
}

interface GranularArgs extends CreateOrUpdateArgs {
  granularity?: Granularity;
}

/** What an update does not tell at a granularity. */
const untold: Record<Granularity, object> = {
  ORDER: { movementDataUpdates: [], operationDataUpdates: [] },
  OPERATION: { movementDataUpdates: [] },
  MOVEMENT: {},
};

function checkGranularity(word: string): void {
  if (!(word in untold)) throw new Refusal('error.sim.invalidParameter', `granularity ${word} is unknown`);
}

/** As in the vendor's sample; `paymentParametersMap` holds RETURN_URL and ORDER_IDENTIFIER. */
interface PaymentsArgs {
  orderId?: string;
  createToken?: boolean;
  payments?: PaymentInfo[];
  paymentParams?: {
    contactNumber?: string;
    totalAmount?: string;
    paymentParametersMap?: Record<string, string>;
  };
  purchasersInfo?: ContactArgs[];
}

/** `purchaserInfo` is singular here, unlike in the facade. GUESS: what the payments are called; any of the three is taken. */
interface CloseArgs {
  orderId?: string;
  purchaserInfo?: ContactArgs;
  payments?: PaymentInfo[];
  orderPaymentInfo?: PaymentInfo[];
  paymentsInfo?: PaymentInfo[];
}

interface MovementsArgs {
  orderId?: string;
  movementIds?: string[];
  operationIds?: string[];
}

/**
 * ExternalOrderFacade v1_33. Neither method is idempotent: a repeat without orderId makes a second order, one with orderId
 * adds its items again, and a second payment is refused while the first goes on.
 */
export function orderFacade({ book, cart, closing, advantages, contacts, view }: OrdersParts): Handlers {
  return {
    /**
     * One call for each "add to cart", with all that belongs to it: all is held or nothing. Refused with
     * error.order.availability, seatTaken, notOnSale, quantityExceeded, or for an order that cannot be changed.
     */
    createOrUpdateOrder: (args: CreateOrUpdateArgs) => ({
      orderUpdateData: view.orderUpdateData(cart.createOrUpdate(args)),
    }),
    /** Documented: the same, with all that changed at the granularity MOVEMENT. GUESS: the others tell less of it. */
    createOrUpdateOrderWithGranularity({ granularity = 'MOVEMENT', ...args }: GranularArgs) {
      checkGranularity(granularity);
      const data = view.orderUpdateData(cart.createOrUpdate(args));
      return { orderUpdateData: { ...data, ...untold[granularity] } };
    },
    /**
     * Despite its name it closes nothing yet: the payment waits for the widget, and notifyOrder closes. The amounts must be
     * what is due. Refused with requiredTariffMissing or paymentAmountMismatch, and then nothing has changed.
     */
    createPaymentsAndCloseOrder(args: PaymentsArgs) {
      const order = book.getRunning(required(args.orderId, 'orderId'));
      const reference = args.purchasersInfo?.[0]?.contactReference ?? args.paymentParams?.contactNumber;
      if (reference !== undefined) contacts.get(reference);
      const parameters = required(args.paymentParams?.paymentParametersMap, 'paymentParametersMap');
      const total = args.paymentParams?.totalAmount;
      if (total !== undefined && total !== args.payments?.[0]?.amount) {
        throw new Refusal('error.sim.paymentAmountMismatch', 'totalAmount is not the sum of the payments');
      }
      advantages.checkBuyer(order, reference);
      closing.startPayment(order, args.payments, parameters);
      order.contactReference = reference ?? order.contactReference;
      const payment = order.payments.at(-1);
      return {
        paymentId: payment?.id,
        identification: payment?.identification,
        epcTransactionData: { paymentTypes: [], transactionId: payment?.transactionId },
        orderToken: args.createToken ? secretId() : undefined,
      };
    },
  };
}

/**
 * ExternalOrderService v1_33. abandonMovements and cancelOperations do the same on an open order; on a closed one both are
 * refused. notifyOrder and reopenOrder may be repeated.
 */
export function orderService({ book, cart, closing, advantages, contacts, view }: OrdersParts): Handlers {
  const details = (order: Order) => view.orderDetailsData(order, book.expiresAt(order));
  const drop = (args: MovementsArgs) => dropped({ book, cart, view }, args);
  return {
    abandonMovements: drop,
    cancelOperations: drop,
    /** The remedy after any timeout: it always answers, for abandoned orders too. `granularity` is not looked at. */
    getOrderDetails: ({ orderId }: { orderId?: string }) => ({
      orderDetailsData: details(book.get(required(orderId, 'orderId'))),
    }),
    /** For payments made elsewhere. generateBarCodes is not looked at: tickets get theirs at closing. */
    closeOrder({ orderId, purchaserInfo, ...args }: CloseArgs) {
      const order = book.getRunning(required(orderId, 'orderId'));
      const reference = purchaserInfo?.contactReference;
      if (reference !== undefined) contacts.get(reference);
      advantages.checkBuyer(order, reference);
      closing.close(order, args.payments ?? args.orderPaymentInfo ?? args.paymentsInfo);
      order.contactReference = reference ?? order.contactReference;
      return { orderData: details(order) };
    },
    /** Documented: finalises after a paid payment, abandons after a failed one. */
    notifyOrder(args: NotifyArgs) {
      const order = closing.notify(args);
      const payment = order.payments.find((one) => one.id === args.paymentId);
      return { orderState: order.state, paymentStatus: payment?.status };
    },
    /** Documented: allows a new try on the same order. The answer holds all operations, since all are held anew. */
    reopenOrder({ orderId }: { orderId?: string }) {
      const order = closing.reopen(orderId);
      return {
        orderUpdateData: view.orderUpdateData({
          order,
          updated: order.operations,
          removedMovementIds: [],
          removedOperationIds: [],
        }),
      };
    },
  };
}

/** At least one movement or operation must be named. */
function dropped(
  { book, cart, view }: Pick<OrdersParts, 'book' | 'cart' | 'view'>,
  { orderId, movementIds = [], operationIds = [] }: MovementsArgs,
) {
  const order = book.getRunning(required(orderId, 'orderId'));
  if (movementIds.length + operationIds.length === 0) {
    throw new Refusal('error.sim.invalidParameter', 'movementIds is missing');
  }
  return { orderUpdateData: view.orderUpdateData(cart.drop(order, movementIds, operationIds)) };
}
