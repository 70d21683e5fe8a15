import type { Inventory } from '../availability/inventory.js';
import type { Clock } from '../clock.js';
import { type Ids, secretId } from '../ids.js';
import { isOpen, isPaid } from '../payments/payment.js';
import { Refusal } from '../refusal.js';
import { type Movement, type Order, type TicketOperation, ticketOperations } from './order.js';

export interface Lifetimes {
  /** The sales channel's order expiry delay: reset each time an item is added. */
  expirySeconds: number;
  /** The order's maximum lifespan: counted from creation, never reset. */
  lifespanSeconds: number;
}

/** All orders, and the rule by which they let their seats go. */
export interface OrderBook {
  create(): Order;
  /** The order in its present state. Throws orderNotFound. */
  get(orderId: string | undefined): Order;
  /** The order, if it can still be changed. Throws orderExpired, orderClosed or orderBusy. */
  getRunning(orderId: string | undefined): Order;
  all(): Iterable<Order>;
  /** Whether the order's seats are kept: also for a while after a failed payment, so that it can be reopened (GUESS). */
  isHolding(order: Order): boolean;
  /** Milliseconds since 1970. */
  expiresAt(order: Order): number;
  /** Abandons every order whose time is up. Called before anything that counts seats, and by a timer. */
  releaseExpired(): void;
  /** Lets the seats or visits of some movements go at once. */
  release(operation: TicketOperation, movements: Movement[]): void;
  reset(): void;
}

export interface OrderBookParts {
  inventory: Inventory;
  clock: Clock;
  ids: Ids;
  lifetimes: Lifetimes;
}

export function createOrderBook({ inventory, clock, ids, lifetimes }: OrderBookParts): OrderBook {
  const orders = new Map<string, Order>();
  /** Orders that hold seats and can still lose them. */
  const holding = new Set<Order>();

  function release(operation: TicketOperation, movements: Movement[]): void {
    if (operation.kind === 'PASS') {
      inventory.takeVisits(operation.sold.item.itemId, operation.timeslotId, -movements.length);
      return;
    }
    const places = movements.flatMap((movement) => movement.place ?? []);
    inventory.release(operation.sold, places);
  }

  function abandonExpired(order: Order): void {
    if (order.state === 'CLOSED') holding.delete(order);
    else if (expiryOf(order, lifetimes) <= clock.now()) {
      holding.delete(order);
      order.state = 'ABANDONNED';
      for (const operation of ticketOperations(order)) release(operation, operation.movements);
      for (const payment of order.payments.filter(isOpen)) payment.status = 'ABANDONED';
    }
  }

  function get(orderId: string | undefined): Order {
    const order = orders.get(orderId ?? '');
    if (!order) throw new Refusal('error.sim.orderNotFound', `order ${orderId} is unknown`);
    if (holding.has(order)) abandonExpired(order);
    return order;
  }

  return {
    create() {
      const order: Order = {
        id: ids.next(),
        fileId: ids.next(),
        secretId: secretId(),
        state: 'RUNNING',
        createdAt: clock.now(),
        toCreateToken: false,
        operations: [],
        payments: [],
        lastOperationNumber: 0,
      };
      orders.set(order.id, order);
      holding.add(order);
      return order;
    },
    get,
    getRunning(orderId) {
      const order = get(orderId);
      if (order.state === 'ABANDONNED')
        throw new Refusal('error.sim.orderExpired', `order ${orderId} is abandoned`);
      if (order.state === 'CLOSED') throw new Refusal('error.sim.orderClosed', `order ${orderId} is closed`);
      if (order.state !== 'RUNNING')
        throw new Refusal('error.sim.orderBusy', `a payment of order ${orderId} is going on`);
      return order;
    },
    all: () => orders.values(),
    isHolding: (order) => holding.has(order),
    expiresAt: (order) => expiryOf(order, lifetimes),
    releaseExpired() {
      for (const order of holding) abandonExpired(order);
    },
    release,
    reset() {
      orders.clear();
      holding.clear();
    },
  };
}

/**
 * Documented: for each item the earlier of its adding + expiry delay and the order's creation + lifespan; for the order
 * the latest of its items. While a payment goes on only the lifespan counts, and a paid order waits for notifyOrder
 * without end (GUESS: nobody's money is taken for seats that are sold again).
 */
export function expiryOf(order: Order, { expirySeconds, lifespanSeconds }: Lifetimes): number {
  const lifespanEnd = order.createdAt + lifespanSeconds * 1000;
  if (order.state === 'PAYMENT_IN_PROGRESS')
    return order.payments.some(isPaid) ? Number.MAX_SAFE_INTEGER : lifespanEnd;
  const addedAt = ticketOperations(order).map((operation) => operation.addedAt);
  const latest = Math.max(...(addedAt.length > 0 ? addedAt : [order.createdAt]));
  return Math.min(latest + expirySeconds * 1000, lifespanEnd);
}
