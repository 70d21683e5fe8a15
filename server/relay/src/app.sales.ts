import type { CatalogPart } from './app.catalog.js';
import { createSignIn } from './app.sign-in.js';
import { Carts } from './carts/carts.adapter.js';
import { cartRoutes } from './carts/carts.routes.js';
import { Checkout } from './checkout/checkout.adapter.js';
import { Finaliser } from './checkout/checkout.finalise.js';
import { guessedWidgetNames, type HandOverSettings } from './checkout/checkout.hand-over.js';
import { LateCharges } from './checkout/checkout.late.js';
import { LostWrites } from './checkout/checkout.lost-writes.js';
import { checkoutRoutes } from './checkout/checkout.routes.js';
import { Shipments } from './checkout/checkout.shipments.js';
import { PaymentStarter } from './checkout/checkout.start.js';
import { Sweep } from './checkout/checkout.sweep.js';
import { TakenBack } from './checkout/checkout.taken-back.js';
import { RaisedUndo } from './checkout/checkout.undo.js';
import { isAllowedOrigin, type Config } from './config.js';
import { Contacts } from './contacts/contacts.adapter.js';
import { contactRoutes } from './contacts/contacts.routes.js';
import type { BoundEndpoint, Logger } from './http/index.js';
import { createCartTokens, OrderDesk, type OrderRecords, type TicketFee } from './order/index.js';
import { Orders } from './orders/orders.adapter.js';
import { orderRoutes } from './orders/orders.routes.js';
import type { S360 } from './s360/index.js';
import type { SeatMaps } from './seat-maps/seat-maps.adapter.js';
import type { ProofNonces } from './sign-in/sign-in.nonces.js';
import { signInRoutes } from './sign-in/sign-in.routes.js';
import { Refresher, type Clock, type Database } from './state/index.js';

export interface SalesWiring {
  readonly config: Config;
  readonly s360: S360;
  readonly database: Database;
  /** For the proofs of who has signed in. */
  readonly nonces: ProofNonces;
  readonly clock: Clock;
  readonly records: OrderRecords;
  readonly log: Logger;
  readonly ticketFee: TicketFee;
  readonly catalog: Pick<CatalogPart, 'words'> & {
    readonly pointOfSale: Pick<CatalogPart['pointOfSale'], 'get' | 'isKnown'>;
  };
  readonly seatMaps: Pick<SeatMaps, 'follow' | 'hasSeats' | 'markTaken'>;
}

/** Everything about one visitor: who it is, and the order with its cart, contact, shipment, payment, tickets. */
export interface SalesPart {
  readonly routes: readonly BoundEndpoint[];
  /** Begins to look after payments that nobody asks about. */
  start(): void;
  /** Lets the looks under way end. */
  stop(): Promise<void>;
}

export function createSales({ config, catalog: shop, seatMaps, records, ...rest }: SalesWiring): SalesPart {
  const { pointOfSale, words: catalog } = shop;
  const tokens = createCartTokens(config.RELAY_SECRET, config.RELAY_FORMER_SECRET);
  const base = { ...rest, pointOfSale };
  const desk = new OrderDesk({ ...base, records, tokens, mainLanguage: config.RELAY_LANGUAGES[0] ?? 'en' });
  desk.onRead((order) => seatMaps.follow(order));
  const contacts = new Contacts({ ...base, records });
  const { signIn, tidying } = createSignIn({ ...base, config }, contacts);
  const shipments = new Shipments({ ...base, remembered: records.shipments });
  const views = { desk, catalog, contacts, shipments };
  const carts = new Carts({ ...base, ...views, seatMaps, promoCodes: config.RELAY_PROMO_CODES === 'yes' });
  const tickets = new Orders({ ...base, ...views, codeFormat: config.TICKET_CODE });
  const finaliser = new Finaliser({ ...base, desk });
  const late = new LateCharges({ ...base, desk });
  const undo = new RaisedUndo({ ...base, desk, mayUndo: config.RELAY_UNDO_PAYMENTS === 'yes' });
  const starter = new PaymentStarter({ ...base, desk, catalog, finaliser, late, ...startSettings(config) });
  const payments = { starter, finaliser, provider: config.PAYMENT_PROVIDER };
  const checkout = new Checkout({ ...base, ...payments, desk, carts, contacts, shipments, tickets });
  const takenBack = new TakenBack({ ...base, desk });
  const sweep = new Sweep(
    { ...base, desk, finaliser, late, takenBack, undo },
    { everySeconds: 5, giveUpHours: 24 },
  );
  const lostWrites = new LostWrites({ ...base, desk, finaliser });
  return {
    routes: [
      ...signInRoutes(signIn, desk, carts),
      ...cartRoutes(carts, desk, signIn),
      ...contactRoutes(contacts, desk, carts),
      ...checkoutRoutes(checkout, desk),
      ...orderRoutes(tickets, desk),
    ],
    ...lifeOf(sweep, [...errandsOf(lostWrites, records, rest), tidying]),
  };
}

function lifeOf(sweep: Sweep, errands: readonly Refresher[]): Pick<SalesPart, 'start' | 'stop'> {
  return {
    start() {
      sweep.start();
      for (const errand of errands) void errand.start();
    },
    async stop() {
      for (const errand of errands) errand.stop();
      await sweep.stop();
    },
  };
}

/** What is done again and again beside the sweep of payments. */
function errandsOf(
  lostWrites: LostWrites,
  records: OrderRecords,
  { clock, log }: Pick<SalesWiring, 'clock' | 'log'>,
): Refresher[] {
  const readingBack = new Refresher({
    ...{ clock, everyMs: 30_000, retryMs: 5_000 },
    refresh: () => lostWrites.round(),
    onFailure: (error) => log.warn({ err: error }, 'lost writes were not read back'),
  });
  const tidying = new Refresher({
    ...{ clock, everyMs: 3_600_000, retryMs: 60_000 },
    refresh: () => records.forgetOld(),
    onFailure: (error) => log.warn({ err: error }, 'old records were not dropped'),
  });
  return [readingBack, tidying];
}

function startSettings(config: Config) {
  return {
    handOver: handOverOf(config),
    marginSeconds: config.PAYMENT_MARGIN_SECONDS,
    paymentMethodCode: config.PAYMENT_METHOD_CODE,
    isAllowedOrigin: (origin: string) => isAllowedOrigin(config, origin),
  };
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
