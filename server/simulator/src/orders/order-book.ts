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
export class OrderBook {
  readonly #orders = new Map<string, Order>();
  /** Orders that hold seats and can still lose them. */
  readonly #holding = new Set<Order>();

  constructor(
    private readonly inventory: Inventory,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly lifetimes: Lifetimes,
  ) {}

  /** In a file that is there, or else in a new one. */
  create(fileId = this.ids.next()): Order {
    const order: Order = {
      id: this.ids.next(),
      fileId,
      secretId: secretId(),
      state: 'RUNNING',
      createdAt: this.clock.now(),
      toCreateToken: false,
      operations: [],
      shipments: [],
      payments: [],
      lastOperationNumber: 0,
    };
    this.#orders.set(order.id, order);
    this.#holding.add(order);
    return order;
  }

  /** The order in its present state. Throws orderNotFound. */
  get(orderId: string | undefined): Order {
    const order = this.#orders.get(orderId ?? '');
    if (!order) throw new Refusal('error.sim.orderNotFound', `order ${orderId} is unknown`);
    if (this.#holding.has(order)) this.#abandonExpired(order);
    return order;
  }

  /** The orders of each file in their present state, both in the order of their making. */
  files(): Order[][] {
    const files = new Map<string, Order[]>();
    for (const { id, fileId } of this.#orders.values()) {
      const orders = files.get(fileId) ?? [];
      files.set(fileId, [...orders, this.get(id)]);
    }
    return [...files.values()];
  }

  /** The orders of a file in their present state, the oldest first. Throws orderNotFound. */
  inFile(fileId: string): Order[] {
    const orders = [...this.#orders.values()].filter((order) => order.fileId === fileId);
    if (orders.length === 0) throw new Refusal('error.sim.orderNotFound', `file ${fileId} is unknown`);
    return orders.map(({ id }) => this.get(id));
  }

  /** The order, if it can still be changed. Throws orderExpired, orderClosed or orderBusy. */
  getRunning(orderId: string | undefined): Order {
    const order = this.get(orderId);
    if (order.state === 'ABANDONNED') {
      throw new Refusal('error.sim.orderExpired', `order ${orderId} is abandoned`);
    }
    if (order.state === 'CLOSED') throw new Refusal('error.sim.orderClosed', `order ${orderId} is closed`);
    if (order.state === 'PAYMENT_IN_PROGRESS') {
      throw new Refusal('error.sim.orderBusy', `a payment of order ${orderId} is going on`);
    }
    return order;
  }

  all(): Iterable<Order> {
    return this.#orders.values();
  }

  /** Whether the order's seats are kept: also for a while after a failed payment, so that it can be reopened (GUESS). */
  isHolding(order: Order): boolean {
    return this.#holding.has(order);
  }

  /** Milliseconds since 1970. */
  expiresAt(order: Order): number {
    return expiryOf(order, this.lifetimes);
  }

  /** When the hold would end if no payment were going on, which keeps it until the lifespan ends or without end. */
  holdEndsAt(order: Order): number {
    return expiryOf({ ...order, state: 'RUNNING' }, this.lifetimes);
  }

  /** Abandons every order whose time is up. Called before anything that counts seats, and by a timer. */
  releaseExpired(): void {
    for (const order of this.#holding) this.#abandonExpired(order);
  }

  /** Lets the seats, visits or composed products of some movements go at once. */
  release(operation: TicketOperation, movements: Movement[]): void {
    if (operation.kind !== 'SINGLE_ENTRY') {
      const { timeslotId, tour } = operation.kind === 'SIMPLE' ? operation : {};
      this.inventory.takeVisits(operation.sold.item.itemId, timeslotId, -movements.length, tour);
      return;
    }
    const places = movements.flatMap((movement) => movement.place ?? []);
    this.inventory.release(operation.sold, places);
  }

  reset(): void {
    this.#orders.clear();
    this.#holding.clear();
  }

  #abandonExpired(order: Order): void {
    if (order.state === 'CLOSED') this.#holding.delete(order);
    else if (this.expiresAt(order) <= this.clock.now() && !isPaidFor(order)) {
      this.#holding.delete(order);
      order.state = 'ABANDONNED';
      for (const operation of ticketOperations(order)) this.release(operation, operation.movements);
      for (const payment of order.payments.filter(isOpen)) payment.status = 'ABANDONED';
    }
  }
}

/**
 * Documented: for each item the earlier of its adding + expiry delay and the order's creation + lifespan; for the order
 * the latest of its items. While a payment goes on only the lifespan counts (GUESS).
 */
export function expiryOf(order: Order, { expirySeconds, lifespanSeconds }: Lifetimes): number {
  const lifespanEnd = order.createdAt + lifespanSeconds * 1000;
  if (order.state === 'PAYMENT_IN_PROGRESS') return lifespanEnd;
  const addedAt = ticketOperations(order).map((operation) => operation.addedAt);
  const latest = Math.max(...(addedAt.length > 0 ? addedAt : [order.createdAt]));
  return Math.min(latest + expirySeconds * 1000, lifespanEnd);
}

/** A paid order waits for notifyOrder without end (GUESS): nobody's money is taken for seats that are sold again. */
function isPaidFor(order: Order): boolean {
  return order.state === 'PAYMENT_IN_PROGRESS' && order.payments.some(isPaid);
}
