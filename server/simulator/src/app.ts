import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { availabilityService } from './availability/availability.service.js';
import { createInventory } from './availability/inventory.js';
import { catalogService } from './catalog/catalog.service.js';
import { createLookup } from './catalog/lookup.js';
import { type Clock, adjustableClock, systemClock } from './clock.js';
import { authenticationService } from './contacts/authentication.service.js';
import { createContactBook } from './contacts/contact-book.js';
import { contactsService } from './contacts/contacts.service.js';
import { controlRoutes } from './control/control.routes.js';
import { createFaults } from './control/faults.js';
import { historyService } from './history/history.service.js';
import { createIds } from './ids.js';
import { createCart } from './orders/cart.js';
import { createClosing } from './orders/closing.js';
import { type Lifetimes, createOrderBook } from './orders/order-book.js';
import { createOrderView } from './orders/order.view.js';
import { orderFacade, orderService } from './orders/orders.service.js';
import { epcRoutes } from './payments/epc/epc.routes.js';
import { createTerminal } from './payments/epc/terminal.js';
import { createPaymentDesk } from './payments/payment-desk.js';
import { paymentsService } from './payments/payments.service.js';
import { productionService } from './production/production.service.js';
import type { Season } from './season/season.types.js';
import { shipmentService } from './shipment/shipment.service.js';
import { type Credentials, createAuth } from './wire/auth.js';
import { createDispatcher } from './wire/dispatch.js';
import { createJobs } from './wire/jobs.js';
import { createLimits } from './wire/limits.js';
import { restRoutes } from './wire/rest.routes.js';
import { readServices } from './wire/services.js';
import { soapRoutes } from './wire/soap.routes.js';

export interface SimulatorOptions {
  season: Season;
  /** The real clock; the control port moves the simulator's own, which is made from it. */
  clock?: Clock;
  credentials?: Credentials;
  lifetimes?: Lifetimes;
  /** Public address for links; by default the address that the request came to. */
  origin?: string;
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

export const DEMO_CREDENTIALS: Credentials = {
  institution: 'DEMO',
  operator: 'DEMO_WEB',
  secret: 'demo-secret',
};

const DEFAULTS = { expirySeconds: 900, lifespanSeconds: 3600 };
const SWEEP_MS = 1000;

/** The one place where the parts of the simulator meet. Has no effects but a timer that lets holds go. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const base = options.clock ?? systemClock;
  const clock = adjustableClock(base);
  const parts = createParts(options, clock);
  const { lookup, inventory, book, contacts, desk, ids, closing, cart, view } = parts;
  const { season } = options;
  const setup = { changedAt: clock.now() };
  const faults = createFaults();
  const limits = createLimits(clock);
  const jobs = createJobs();
  const waitMs = options.waitMs ?? 30_000;
  const orders = { book, cart, closing, contacts, view };
  const dispatcher = createDispatcher({
    services: {
      CatalogService: catalogService({ lookup, clock, setup }),
      AvailabilityService: availabilityService({ lookup, inventory, releaseExpired: book.releaseExpired }),
      ExternalOrderFacade: orderFacade(orders),
      ExternalOrderService: orderService(orders),
      ExternalPaymentService: paymentsService({ desk, book, posConfig: season.posConfig }),
      ContactInformationPublicService: contactsService(contacts),
      ContactAuthenticationPublicService: authenticationService(contacts),
      ShipmentPublicService: shipmentService({ season, book, contacts, ids, clock }),
      ProductionPublicService: productionService(book, lookup),
      ExternalOrderHistoryService: historyService(book),
    },
    faults,
    limits,
    jobs,
    waitMs,
  });
  const reset = () => {
    for (const part of [inventory, book, contacts, desk, faults, limits, jobs, clock]) part.reset();
    dispatcher.setWait(waitMs);
  };

  const auth = createAuth(options.credentials ?? DEMO_CREDENTIALS, base);
  const services = [...readServices().values()];
  const app = baseApp();
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  const originOf = (request: Request) => options.origin ?? `http://${request.get('host')}`;
  app.use(soapRoutes(services, auth, dispatcher, originOf));
  app.use(restRoutes(services, auth, dispatcher));
  app.use(epcRoutes(createTerminal(desk, clock, options.slowMs ?? 8000), season.posConfig, originOf));
  app.use(notReadable);

  const control = baseApp();
  control.use(
    controlRoutes({ faults, limits, clock, lookup, inventory, book, view, dispatcher, setup, reset }),
  );

  const sweep = setInterval(() => book.releaseExpired(), SWEEP_MS).unref();
  return { app, control, close: () => clearInterval(sweep) };
}

function createParts({ season, lifetimes = DEFAULTS }: SimulatorOptions, clock: Clock) {
  const ids = createIds(clock);
  const lookup = createLookup(season);
  const inventory = createInventory(lookup, clock);
  const book = createOrderBook({ inventory, clock, ids, lifetimes });
  const contacts = createContactBook(ids, clock);
  const desk = createPaymentDesk(season.posConfig, ids, clock);
  const closing = createClosing(book, desk, ids, clock);
  const cart = createCart({ lookup, inventory, book, contacts, ids, clock });
  const view = createOrderView(lookup);
  return { ids, lookup, inventory, book, contacts, desk, closing, cart, view };
}

function baseApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(express.text({ type: () => true, limit: '2mb' }));
  return app;
}

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
