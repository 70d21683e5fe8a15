import { join } from 'node:path';
import type { CartItem, CartPart } from '@s360-widgets/contract';
import { ProblemError } from '@s360-widgets/contract/problem';
import type { CatalogPart } from './app.catalog.js';
import { Carts } from './carts/carts.adapter.js';
import { cartRoutes } from './carts/carts.routes.js';
import { Checkout } from './checkout/checkout.adapter.js';
import { Finaliser } from './checkout/checkout.finalise.js';
import { guessedWidgetNames, type HandOverSettings } from './checkout/checkout.hand-over.js';
import { paymentEntry, type PaymentEntry } from './checkout/checkout.journal.js';
import { checkoutRoutes } from './checkout/checkout.routes.js';
import { nameless, Shipments, type ShipmentsParts } from './checkout/checkout.shipments.js';
import { PaymentStarter } from './checkout/checkout.start.js';
import { Sweep } from './checkout/checkout.sweep.js';
import { isAllowedOrigin, type Config } from './config.js';
import { buyerEntry, Contacts, nobody, type BuyerEntry } from './contacts/contacts.adapter.js';
import { contactRoutes } from './contacts/contacts.routes.js';
import type { BoundEndpoint, Logger } from './http/index.js';
import {
  createCartTokens,
  OrderQueue,
  OrderReads,
  RememberedShipments,
  type Access,
  type CartTokens,
  type Order,
  type OrderDefaults,
} from './order/index.js';
import { Orders } from './orders/orders.adapter.js';
import { orderRoutes } from './orders/orders.routes.js';
import type { S360 } from './s360/index.js';
import type { SeatMaps } from './seat-maps/seat-maps.adapter.js';
import { openJournal, OptionalParts, type Clock, type Journal } from './state/index.js';

export interface SalesWiring {
  readonly config: Config;
  readonly s360: S360;
  readonly clock: Clock;
  readonly log: Logger;
  readonly catalog: CatalogPart;
  readonly seatMaps: SeatMaps;
}

/** What must survive a crash; ids and states only. */
interface Journals {
  readonly payments: Journal<PaymentEntry>;
  readonly buyers: Journal<BuyerEntry>;
}

/** Everything about one visitor's order: cart, contact, shipment, payment, tickets. */
export class SalesPart {
  readonly #queue = new OrderQueue();
  readonly #tokens: CartTokens;
  readonly #reads: OrderReads;
  readonly #shipments: Shipments;
  readonly #contacts: Contacts;
  readonly #carts: Carts;
  readonly #finaliser: Finaliser;
  readonly #sweep: Sweep;

  private constructor(
    readonly wiring: SalesWiring,
    readonly journals: Journals,
  ) {
    const { config, s360, clock, log, seatMaps } = wiring;
    const pointOfSalesId = async () => this.#pointOfSale.posId;
    this.#tokens = createCartTokens(config.RELAY_SECRET, config.RELAY_FORMER_SECRET);
    const follow = (order: Order) => {
      seatMaps.follow(order).catch((error: unknown) => log.warn({ err: error }, 'an order was not followed'));
    };
    const shipments = new RememberedShipments();
    const defaults = () => this.#orderDefaults();
    const language = config.RELAY_LANGUAGES[0] ?? 'en';
    const isPaid = (orderId: string) => this.#finaliser.isPaid(orderId);
    this.#reads = new OrderReads(s360, clock, language, { follow, defaults, shipments, isPaid });
    const chose: ShipmentsParts['chose'] = (orderId, shipment) => shipments.remember(orderId, shipment);
    this.#shipments = new Shipments({ s360, clock, pointOfSalesId, chose, log });
    this.#contacts = new Contacts({
      ...{ s360, clock, buyers: journals.buyers, pointOfSalesId },
      omit: (omission) => log.warn({ ...omission }, 'part left out of a contact'),
    });
    this.#carts = this.#createCarts();
    const { payments: journal } = journals;
    const alone = this.#alone;
    const contactNumberOf = (orderId: string) => this.#contacts.numberOf(orderId);
    this.#finaliser = new Finaliser({ s360, journal, alone, clock, log, ...this.#orders, contactNumberOf });
    this.#sweep = new Sweep(
      { journal, finaliser: this.#finaliser, clock, alone, log },
      { everySeconds: 5, giveUpHours: 24 },
    );
  }

  /** Opens the journals; an order of before a restart is taken care of from the first sweep on. */
  static async open(wiring: SalesWiring): Promise<SalesPart> {
    const file = (name: string) => join(wiring.config.RELAY_STATE_DIR, `${name}.jsonl`);
    const [payments, buyers] = await Promise.all([
      openJournal({ file: file('payments'), schema: paymentEntry }),
      openJournal({ file: file('buyers'), schema: buyerEntry }),
    ]);
    return new SalesPart(wiring, { payments, buyers });
  }

  /** The endpoints of one visitor's order; the token of the cart opens all of them. */
  get routes(): BoundEndpoint[] {
    const openToken = (token: string) => this.#tokens.open(token);
    const orders = this.#createOrders();
    const checkout = this.#createCheckout(orders);
    const change: Carts['change'] = (access, language, write) => this.#carts.change(access, language, write);
    return [
      ...cartRoutes(this.#carts, this.#tokens),
      ...contactRoutes<Access>(this.#contacts, { openToken, change }),
      ...checkoutRoutes<Access>(checkout, openToken),
      ...orderRoutes<Access>(orders, openToken),
    ];
  }

  /** Begins to look after payments that nobody asks about. */
  async start(): Promise<void> {
    await this.#contacts.forgetOld();
    this.#sweep.start();
  }

  /** Lets a look at a payment end before the journals are closed. */
  async stop(): Promise<void> {
    await this.#sweep.stop();
    await Promise.all([this.journals.payments.close(), this.journals.buyers.close()]);
  }

  /** @throws ProblemError `box-office-down` until S-360 was reached once */
  get #pointOfSale() {
    return this.wiring.catalog.pointOfSale.get();
  }

  /** S-360's orders may leave out what the point of sale says for all. */
  #orderDefaults(): OrderDefaults {
    const { catalog, log } = this.wiring;
    const known = catalog.pointOfSale.isKnown ? catalog.pointOfSale.get() : undefined;
    return {
      currency: known?.currency,
      timeZone: known?.timeZone ?? 'UTC',
      omit: (omission) => log.warn({ ...omission }, 'part left out of an order'),
    };
  }

  /** One queue for all parts: a payment and a change of the cart never run on one order at the same time. */
  readonly #alone = <T>(orderId: string, work: () => Promise<T>): Promise<T> =>
    this.#queue.run(orderId, work);

  /** Orders for the relay's own errands, which hold no token. */
  get #orders() {
    return {
      askOrder: (orderId: string) => this.#reads.peek(orderId, undefined, 'payment'),
      forgetOrder: (orderId: string) => this.#reads.forget(orderId),
    };
  }

  /** Carts take names from the catalog, people and shipment from their own services, and tell seat maps what is gone. */
  #createCarts(): Carts {
    const { s360, clock, log, catalog, seatMaps } = this.wiring;
    return new Carts({
      s360,
      clock,
      tokens: this.#tokens,
      queue: this.#queue,
      reads: this.#reads,
      catalog: catalog.words,
      rules: async () => {
        const { posId, timeZone, holdSeconds, maxTickets } = this.#pointOfSale;
        return { pointOfSalesId: posId, timeZone, holdSeconds, maxTickets };
      },
      extrasOf: async (order, language) => {
        const parts = new OptionalParts<CartPart>(log);
        const mode = order.shipment && nameless(order.shipment.shipmentModeId);
        const [buyer, shipment] = await Promise.all([
          parts.read('contact', this.#contacts.of(order), nobody),
          parts.read('shipment', this.#shipments.chosen(order, language), mode),
        ]);
        return { ...buyer, shipment, unread: parts.unread };
      },
      contactNumberOf: (orderId) => this.#contacts.numberOf(orderId),
      isKnown: (item) => this.#isKnown(item),
      seatsTaken: (performanceId, seatIds) => {
        const marking = seatMaps.markTaken(performanceId, seatIds);
        marking.catch((error: unknown) => log.warn({ err: error }, 'taken seats were not marked'));
      },
    });
  }

  /** What neither catalog nor plan can tell counts as known: S-360 has the last word. */
  async #isKnown(item: CartItem): Promise<boolean> {
    const { catalog, seatMaps } = this.wiring;
    if (item.kind === 'pass') {
      return item.tariffs.every(({ tariffId }) => catalog.words.hasVisitPrice(item, tariffId) ?? true);
    }
    if (item.kind === 'best-seats') {
      return item.tariffs.every(({ tariffId }) => catalog.words.hasPrice(item, tariffId) ?? true);
    }
    const { performanceId, seats } = item;
    const arePriced = seats.every(
      ({ seatCategoryId, tariffId }) =>
        catalog.words.hasPrice({ performanceId, seatCategoryId }, tariffId) ?? true,
    );
    const seatIds = seats.map(({ seatId }) => seatId);
    return arePriced && ((await seatMaps.hasSeats(performanceId, seatIds)) ?? true);
  }

  /** The checkout changes orders only through the carts, so that every write goes through the one queue. */
  #createCheckout(orders: Orders<Access, Order>): Checkout<Access> {
    const { config, clock, log } = this.wiring;
    return new Checkout<Access>({
      clock,
      carts: {
        read: (access, language) => this.#reads.read(access, language),
        look: (access, language) => this.#reads.read(access, language, 'payment'),
        get: (access, language) => this.#carts.get(access, language),
        lastRead: (access, language, state) => this.#carts.lastRead(access, language, state),
        change: (access, language, write) => this.#carts.change(access, language, write),
      },
      shipments: this.#shipments,
      starter: this.#createStarter(),
      finaliser: this.#finaliser,
      provider: config.PAYMENT_PROVIDER,
      alone: this.#alone,
      addressIdOf: (order: Order, address, language) =>
        address ? this.#contacts.saveAddress(order, address, language) : this.#contacts.addressIdOf(order),
      boughtOrder: (access, language) => orders.getPaid(access, language),
      log,
    });
  }

  /** Starts payments with the method that is configured by its code. */
  #createStarter(): PaymentStarter {
    const { config, s360, clock, log } = this.wiring;
    return new PaymentStarter({
      s360,
      log,
      clock,
      journal: this.journals.payments,
      finaliser: this.#finaliser,
      handOver: handOverOf(config),
      marginSeconds: config.PAYMENT_MARGIN_SECONDS,
      isAllowedOrigin: (origin) => isAllowedOrigin(config, origin),
      ...this.#orders,
      contactNumberOf: (orderId) => this.#contacts.numberOf(orderId),
      paymentMethodId: async () => {
        const code = config.PAYMENT_METHOD_CODE;
        const method = this.#pointOfSale.paymentMethods.find((one) => one.code === code && one.forPayment);
        if (method) return method.id;
        throw new ProblemError('box-office-refused', {}, { message: `no payment method ${code}` });
      },
      refuseLonelyTariffs: (order: Order, language) => this.#carts.refuseLonelyTariffs(order, language),
      dependentTariffs: (order: Order, language) => this.#carts.dependentTariffs(order, language),
    });
  }

  /** Paid orders keep their names when the catalog has moved on: S-360's own words stand in then. */
  #createOrders(): Orders<Access, Order> {
    const { config, s360, clock, catalog, log } = this.wiring;
    return new Orders<Access, Order>({
      s360,
      log,
      clock,
      codeFormat: config.TICKET_CODE,
      read: (access, language, share) => this.#reads.read(access, language, share),
      lastRead: (access, language) => this.#reads.lastRead(access, language),
      placeOf: (line, language) => catalog.words.placeOf(line, language),
      tariffName: (tariffId, language) => catalog.words.tariff(tariffId, language)?.name,
      contactOf: async (order) => (await this.#contacts.of(order)).contact,
      shipmentOf: (order, language) => this.#shipments.chosen(order, language),
      timeZone: async () => this.#pointOfSale.timeZone,
    });
  }
}

/** How a payment is handed to the vendor's widget or page: configuration through and through. */
function handOverOf(config: Config): HandOverSettings {
  return {
    mode: config.HANDOVER_MODE,
    widgetUrl: config.PAYMENT_WIDGET_URL ?? null,
    integrity: config.PAYMENT_WIDGET_INTEGRITY,
    global: config.PAYMENT_WIDGET_GLOBAL,
    function: config.PAYMENT_WIDGET_FUNCTION,
    unmount: config.PAYMENT_WIDGET_UNMOUNT,
    names: { ...guessedWidgetNames, ...config.PAYMENT_WIDGET_NAMES },
    redirectUrl: config.PAYMENT_REDIRECT_URL ?? null,
  };
}
