import { ProblemError } from '@s360-widgets/contract';
import { LRUCache } from 'lru-cache';
import type { Share } from '../s360/index.js';
import type { Clock } from '../state/index.js';
import type { Order } from './order.model.js';
import type { OrderRecords } from './order.records.js';
import type { OrderSource } from './order.source.js';
import { isSameSecret, type Access } from './order.token.js';

/**
 * How long an order as read may be shown again: many tabs ask at once, and the calls are few. Another relay may move on any order
 * but one that is completed.
 */
const freshMs: Record<Order['state'], number> = {
  open: 1_500,
  paying: 1_500,
  completed: 30_000,
  ended: 1_500,
  unclear: 1_500,
};
/** How long an order that was open may be taken as open before its tickets change; S-360 has the last word on the write itself. */
const knownMs = 60_000;
/** The same where its tickets stay as they are: as long as its hold lasts, and never longer than any hold does. */
export const heldMs = 3_600_000;
const mostOrders = 2_000;

interface Entry {
  /** By language. Only those of the last version count. */
  readonly orders: Map<string, Order>;
  /** As last heard of, in whatever language; outlives `forget`. */
  last?: Order;
  /** That language: where any will do, the visitor's own is read once more. */
  language?: string;
  /** How often any relay had changed the order before it was asked for. */
  changes?: number;
  /** When S-360 last said so, by the clock's `elapsed`; undefined where a write has made it untrue. */
  heardAt?: number;
  /** Whether it said so when it was asked for the order. */
  isRead?: boolean;
  reading?: { readonly language: string; readonly order: Promise<Order> };
}

export interface ReadParts {
  readonly source: OrderSource;
  readonly records: OrderRecords;
  readonly clock: Clock;
  /** Where any language will do. */
  readonly mainLanguage: string;
}

/**
 * Reads orders, each at most once at a time and every second or two, however many languages are asked for: another language costs a
 * call only once for each version of the order. Every read is compared with the token's secret, so that an order id alone opens
 * nothing, whatever else went wrong.
 */
export class OrderReads {
  readonly #entries = new LRUCache<string, Entry>({ max: mostOrders });
  readonly #listeners: ((order: Order) => void)[] = [];

  constructor(readonly parts: ReadParts) {}

  /** Tells of every order read. */
  onRead(listener: (order: Order) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * The order as it is now, or was within the last second or two.
   * @throws ProblemError `cart-token-invalid` if the secret is another one, `cart-ended` if S-360 has no such order
   */
  async read(access: Access, language: string, share?: Share): Promise<Order> {
    return checked(await this.peek(access.orderId, language, share), access);
  }

  /**
   * The order as last heard of if it was open then and no relay has changed it since, or may have, nor its hold has run out; else as it
   * is now. For a look before a write.
   * @param withinMs how long ago that may be
   */
  async known(access: Access, language: string, withinMs = knownMs): Promise<Order> {
    const entry = await this.#entryOf(access.orderId);
    if (await this.parts.records.intents.isOpen(access.orderId)) this.forget(access.orderId);
    const order = entry.orders.get(language) ?? entry.last;
    const isKnown = order?.state === 'open' && this.#isHeld(order) && this.#ageOf(entry) < withinMs;
    return order && isKnown ? checked(order, access) : this.read(access, language);
  }

  /** An order that is being paid as last heard of, since S-360 keeps it from all change until a relay moves it on; any other as it is now. */
  async locked(orderId: string): Promise<Order> {
    const entry = await this.#entryOf(orderId);
    const isLocked = entry.last?.state === 'paying' && entry.heardAt !== undefined;
    return isLocked && entry.last ? entry.last : this.peek(orderId, undefined, 'payment');
  }

  /** S-360 has said in another answer what the order is now. */
  async take(order: Order, language: string): Promise<void> {
    this.#hear(await this.#entryOf(order.orderId), order, { language, isRead: false });
  }

  /**
   * The order as last read, however long ago and whatever was written since; undefined where this relay has not read it.
   * @throws ProblemError `cart-token-invalid`
   */
  lastRead(access: Access, language: string): Order | undefined {
    const entry = this.#entries.get(access.orderId);
    const order = entry?.orders.get(language) ?? entry?.last;
    return order && checked(order, access);
  }

  /**
   * As `read`, for the relay's own errands: they hold no token, their result goes to nobody, any language will do, and only what S-360
   * says of the order itself counts.
   */
  async peek(orderId: string, language?: string, share?: Share): Promise<Order> {
    const entry = await this.#entryOf(orderId);
    const order = this.#freshOf(entry, language);
    if (order) return order;
    const { reading } = entry;
    if (!reading)
      return this.#ask(entry, orderId, language ?? entry.language ?? this.parts.mainLanguage, share);
    if (language === undefined || reading.language === language) return reading.order;
    // Another language is being read: that may be all that it takes to know that this one still counts.
    await reading.order.catch(() => undefined);
    return this.peek(orderId, language, share);
  }

  /** After any write: what was read, and what is being read, is of no more use. */
  forget(orderId: string): void {
    const entry = this.#entries.get(orderId);
    delete entry?.heardAt;
    delete entry?.reading;
  }

  /** What is remembered, without what another relay has made untrue. */
  async #entryOf(orderId: string): Promise<Entry> {
    const changes = await this.parts.records.changes.of(orderId);
    const entry: Entry = this.#entries.get(orderId) ?? { orders: new Map() };
    this.#entries.set(orderId, entry);
    if (entry.changes !== changes) this.forget(orderId);
    entry.changes = changes;
    return entry;
  }

  #freshOf(entry: Entry, language: string | undefined): Order | undefined {
    const { last, orders } = entry;
    if (!last || this.#ageOf(entry) >= freshMs[last.state]) return undefined;
    if (language !== undefined) return orders.get(language);
    return entry.isRead ? last : undefined;
  }

  #ask(entry: Entry, orderId: string, language: string, share?: Share): Promise<Order> {
    const reading = { language, order: this.parts.source.ask(orderId, language, share) };
    entry.reading = reading;
    const isCurrent = () => entry.reading === reading;
    reading.order.then(
      (order) => {
        if (!isCurrent()) return;
        delete entry.reading;
        this.#hear(entry, order, { language, isRead: true });
      },
      () => {
        if (isCurrent()) delete entry.reading;
      },
    );
    return reading.order;
  }

  #hear(entry: Entry, order: Order, how: { readonly language: string; readonly isRead: boolean }): void {
    if (entry.last?.version !== order.version) entry.orders.clear();
    entry.orders.set(how.language, order);
    Object.assign(entry, { last: order, ...how, heardAt: this.parts.clock.elapsed() });
    for (const listener of this.#listeners) listener(order);
  }

  #isHeld({ expiresAt }: Order): boolean {
    return expiresAt !== null && Date.parse(expiresAt) > this.parts.clock.now();
  }

  /** Milliseconds since S-360 said so. */
  #ageOf({ heardAt }: Entry): number {
    return heardAt === undefined ? Number.POSITIVE_INFINITY : this.parts.clock.elapsed() - heardAt;
  }
}

function checked(order: Order, access: Access): Order {
  if (isSameSecret(order.orderSecretId, access.orderSecretId)) return order;
  throw new ProblemError('cart-token-invalid');
}
