import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { accessControlService } from './access/access-control.service.js';
import { availabilityService } from './availability/availability.service.js';
import { Inventory } from './availability/inventory.js';
import { CatalogEdits, editable } from './catalog/catalog-edits.js';
import { catalogService, type Setup } from './catalog/catalog.service.js';
import { createLookup } from './catalog/lookup.js';
import { type Clock, adjustableClock, systemClock } from './clock.js';
import { authenticationService } from './contacts/authentication.service.js';
import { ContactBook } from './contacts/contact-book.js';
import { contactChoicesService } from './contacts/contact-choices.service.js';
import { contactsService } from './contacts/contacts.service.js';
import { socialLoginService } from './contacts/social-login.service.js';
import { controlRoutes } from './control/control.routes.js';
import { Faults } from './control/faults.js';
import { FileCabinet } from './files/file-cabinet.js';
import { filesService } from './files/files.service.js';
import { historyService } from './history/history.service.js';
import { createIds } from './ids.js';
import { Advantages } from './orders/advantages.js';
import { Cart } from './orders/cart.js';
import { Closing } from './orders/closing.js';
import { type Lifetimes, OrderBook } from './orders/order-book.js';
import { OrderView } from './orders/order.view.js';
import { orderFacade, orderService } from './orders/orders.service.js';
import { mediaRoutes } from './media/media.routes.js';
import { epcRoutes } from './payments/epc/epc.routes.js';
import { Terminal } from './payments/epc/terminal.js';
import { PaymentDesk } from './payments/payment-desk.js';
import { paymentsService } from './payments/payments.service.js';
import { productionService } from './production/production.service.js';
import type { Season } from './season/season.types.js';
import { seatingService } from './seating/seating.service.js';
import { setupService } from './setup/setup.service.js';
import { shipmentService } from './shipment/shipment.service.js';
import { Auth, type Credentials } from './wire/auth.js';
import { type Services, createDispatcher } from './wire/dispatch.js';
import { createJobs } from './wire/jobs.js';
import { createLimits, type LimitSettings } from './wire/limits.js';
import { restRoutes } from './wire/rest.routes.js';
import type { DialectName } from './wire/dialect.js';
import { readServices } from './wire/services.js';
import { writeXml } from './wire/soap.answer.js';
import { soapRoutes } from './wire/soap.routes.js';
import type { ComplexType, ServiceDescription } from './wire/wsdl.js';

export interface SimulatorOptions extends LimitSettings {
  season: Season;
  /** The real clock; the control port moves the simulator's own, which is made from it. */
  clock?: Clock;
  credentials?: Credentials;
  lifetimes?: Lifetimes;
  /** Public address for links; by default the address that the request came to. */
  origin?: string;
  /** How the services are described where that is a GUESS. */
  dialect?: DialectName;
  /** After so long a call is answered with `in_progress`. Documented: 30 seconds. */
  waitMs?: number;
  /** How long the slow test card takes. */
  slowMs?: number;
}

export interface Simulator {
  /** The public side: S-360's services, the payment widget, pictures. */
  app: Express;
  /** For tests only: to be bound to loopback. */
  control: Express;
  /** Stops the timers. The servers are the caller's. */
  close(): void;
}

/** Institution DEMO; the point of sales is WEB. */
export const DEMO_CREDENTIALS: Credentials = {
  institution: 'DEMO',
  operator: 'DEMO_WEB',
  secret: 'demo-secret',
};

/** As an institution sets them online: a quarter of an hour, at most one hour. */
const DEFAULTS = { expirySeconds: 900, lifespanSeconds: 3600 };
/** Holds also end when anything looks at them; the timer is for those that nobody looks at. */
const SWEEP_MS = 1000;

/** The one place where the parts of the simulator meet. Has no effects but a timer that lets holds go. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const base = options.clock ?? systemClock;
  const clock = adjustableClock(base);
  const parts = createParts(options, clock);
  const { inventory, book, cabinet, contacts, desk, faults, limits, jobs, edits } = parts;
  const waitMs = options.waitMs ?? 30_000;
  const services = readServices(options.dialect);
  const credentials = options.credentials ?? DEMO_CREDENTIALS;
  const dispatcher = createDispatcher({
    services: createServices(options.season, { ...parts, credentials }, services),
    faults,
    limits,
    jobs,
    waitMs,
  });
  const reset = () => {
    for (const part of [inventory, book, cabinet, contacts, desk, faults, limits, jobs, clock, edits])
      part.reset();
    dispatcher.setWait(waitMs);
    parts.setup.products = Number.POSITIVE_INFINITY;
  };

  const auth = new Auth(credentials, clock);
  const originOf = (request: Request) => options.origin ?? `http://${request.get('host')}`;
  const terminal = new Terminal(desk, clock, options.slowMs ?? 8000);
  const app = baseApp();
  app.use(datedBy(clock));
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  const described = [...services.values()];
  app.use(soapRoutes(described, auth, dispatcher, originOf));
  app.use(restRoutes(described, auth, dispatcher));
  app.use(epcRoutes(terminal, options.season, originOf));
  app.use(mediaRoutes());
  app.use(notReadable);

  const control = baseApp();
  // For tests, which know one dialect.
  const orderType = typeIn(readServices(), 'ExternalOrderService', 'getOrderDetails', 'orderDetailsData');
  control.use(controlRoutes({ ...parts, clock, dispatcher, reset, orderType }));

  const sweep = setInterval(() => book.releaseExpired(), SWEEP_MS).unref();
  return { app, control, close: () => clearInterval(sweep) };
}

/** The state: everything that a reset puts back, and what works on it. */
function createParts({ season, lifetimes = DEFAULTS, ...options }: SimulatorOptions, clock: Clock) {
  const ids = createIds(clock);
  const lookup = createLookup(editable(season));
  const inventory = new Inventory(lookup, clock);
  const book = new OrderBook(inventory, clock, ids, lifetimes);
  const contacts = new ContactBook(ids, clock);
  const desk = new PaymentDesk(season.posConfig, ids, clock);
  const closing = new Closing(book, desk, ids, clock);
  const advantages = new Advantages({ lookup, book, contacts, clock });
  const cart = new Cart({ lookup, inventory, book, contacts, advantages, ids, clock });
  const view = new OrderView(lookup);
  const cabinet = new FileCabinet(book, ids, clock);
  const [faults, limits, jobs] = [new Faults(clock), createLimits(clock, options), createJobs()];
  const setup: Setup = { changedAt: season.setUpAt, products: Number.POSITIVE_INFINITY };
  const edits = new CatalogEdits(lookup, setup, ids, clock);
  return {
    edits,
    ids,
    lookup,
    inventory,
    book,
    contacts,
    desk,
    closing,
    cart,
    advantages,
    cabinet,
    view,
    faults,
    limits,
    jobs,
    setup,
    clock,
  };
}

/** Service by service, as the WSDLs name them. */
function createServices(
  season: Season,
  parts: ReturnType<typeof createParts> & { credentials: Credentials },
  described: Map<string, ServiceDescription>,
): Services {
  const { lookup, clock, setup, inventory, book, contacts, desk, ids, credentials } = parts;
  const catalogType = typeIn(described, 'CatalogService', 'getCatalogDetailed', 'catalogData');
  const toXml = (catalogData: object) => writeXml('catalogData', catalogType, catalogData);
  const releaseExpired = () => book.releaseExpired();
  return {
    CatalogService: catalogService({ lookup, clock, setup, toXml }),
    SetupService: setupService(parts),
    AvailabilityService: availabilityService({ lookup, inventory, releaseExpired }),
    ExternalOrderFacade: orderFacade(parts),
    ExternalOrderService: { ...orderService(parts), ...filesService(parts) },
    ExternalSeatingService: seatingService(parts),
    ExternalPaymentService: paymentsService({ desk, book, posConfig: season.posConfig }),
    ContactInformationPublicService: { ...contactsService(contacts), ...contactChoicesService(contacts) },
    ContactAuthenticationPublicService: authenticationService({ contacts, credentials }),
    ContactSocialLoginService: socialLoginService(contacts),
    ShipmentPublicService: shipmentService({ season, book, contacts, ids, clock }),
    ProductionPublicService: productionService(parts),
    ExternalOrderHistoryService: historyService(parts),
    ExternalAccessControlService: accessControlService(parts),
  };
}

/** An object of a result, as the WSDL describes it. */
function typeIn(
  services: Map<string, ServiceDescription>,
  service: string,
  method: string,
  field: string,
): ComplexType {
  const result = services.get(service)?.operations.get(method)?.result;
  const type = result?.fields.find(({ name }) => name === field)?.type;
  if (type === undefined || typeof type === 'string') throw new Error(`${method} has no ${field}`);
  return type;
}

/** Bodies are read as text, whatever their type says: SOAP and REST parse their own. */
function baseApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(express.text({ type: () => true, limit: '2mb' }));
  return app;
}

/** Answers carry the simulator's own date, so that a relay can follow it. */
const datedBy =
  (clock: Clock): RequestHandler =>
  (_request, response, next) => {
    response.setHeader('date', new Date(clock.now()).toUTCString());
    next();
  };

/** A body that is too large or not decodable. */
function notReadable(
  error: Error & { status?: number },
  _request: Request,
  response: Response,
  _next: NextFunction,
) {
  response
    .status(error.status ?? 500)
    .type('text/plain')
    .send(error.message);
}
