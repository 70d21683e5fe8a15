import { ProblemError } from '@s360-widgets/contract';
import type { S360 } from '../s360/index.js';
import type { Clock } from '../state/index.js';
import { toOrder } from './carts.mapping.js';
import type { Order } from './carts.order.js';
import { isSameSecret, type Access } from './carts.token.js';

/**
 * How long an order as read may be shown again: many tabs ask at once, and the calls are few. Only this relay changes an order
 * that is not open, and then it forgets what it read.
 */
const freshMs: Record<Order['state'], number> = {
  open: 1_500,
  paying: 10_000,
  completed: 30_000,
  ended: 30_000,
};
/** How long an order that was open may be taken as open before a write; S-360 has the last word on the write itself. */
const knownMs = 60_000;
const mostEntries = 2_000;

interface Entry {
  readonly language: string;
  readonly reading: Promise<Order>;
  order?: Order;
  /** By the clock's `elapsed`; undefined while the answer is on its way. */
  readAt?: number;
}

/**
 * Reads orders, each at most once at a time and every second or two. Every read is compared with the token's secret,
 * so that an order id alone opens nothing, whatever else went wrong.
 */
export class OrderReads {
  readonly #entries = new Map<string, Entry>();

  /** @param follow hears of every order read, such as to know which seats are in a basket */
  constructor(
    readonly s360: S360,
    readonly clock: Clock,
    readonly mainLanguage: string,
    readonly follow: (order: Order) => void = () => undefined,
  ) {}

  /**
   * The order as it is now, or was within the last second or two.
   * @throws ProblemError `cart-token-invalid` if the secret is another one, `cart-ended` if S-360 has no such order
   */
  async read(access: Access, language: string): Promise<Order> {
    return checked(await this.peek(access.orderId, language), access);
  }

  /** The order as last read if it was open then, else as it is now. For a look before a write. */
  async known(access: Access, language: string): Promise<Order> {
    const entry = this.#entries.get(access.orderId);
    const isKnown = entry?.order?.state === 'open' && this.#ageOf(entry) < knownMs;
    return isKnown && entry.order ? checked(entry.order, access) : this.read(access, language);
  }

  /** As `read`, for the relay's own errands: they hold no token, their result goes to nobody, and any language will do. */
  peek(orderId: string, language?: string): Promise<Order> {
    const entry = this.#entries.get(orderId);
    const isRight = language === undefined || entry?.language === language;
    const isFresh = entry && isRight && this.#ageOf(entry) < freshMs[entry.order?.state ?? 'open'];
    return (isFresh ? entry : this.#ask(orderId, language ?? this.mainLanguage)).reading;
  }

  /** After any write: what was read, and what is being read, is of no more use. */
  forget(orderId: string): void {
    this.#entries.delete(orderId);
  }

  #ask(orderId: string, language: string): Entry {
    this.#makeRoom();
    const reading = this.s360
      .call('ExternalOrderService', 'getOrderDetails', { orderId }, { language })
      .then(toOrderOrRefuse);
    const entry: Entry = { language, reading };
    this.#entries.set(orderId, entry);
    reading.then(
      (order) => {
        entry.order = order;
        entry.readAt = this.clock.elapsed();
        if (this.#entries.get(orderId) === entry) this.follow(order);
      },
      () => {
        if (this.#entries.get(orderId) === entry) this.#entries.delete(orderId);
      },
    );
    return entry;
  }

  /** Milliseconds since the answer came; 0 while it is on its way. */
  #ageOf(entry: Entry): number {
    return entry.readAt === undefined ? 0 : this.clock.elapsed() - entry.readAt;
  }

  #makeRoom(): void {
    if (this.#entries.size < mostEntries) return;
    for (const [orderId, entry] of this.#entries)
      if (this.#ageOf(entry) > knownMs) this.#entries.delete(orderId);
  }
}

function checked(order: Order, access: Access): Order {
  if (isSameSecret(order.orderSecretId, access.orderSecretId)) return order;
  throw new ProblemError('cart-token-invalid');
}

function toOrderOrRefuse(answer: unknown): Order {
  try {
    return toOrder(answer);
  } catch (cause) {
    throw new ProblemError(
      'box-office-refused',
      {},
      { cause, message: 'the answer of getOrderDetails is no order' },
    );
  }
}
