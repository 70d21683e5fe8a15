import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Inventory } from '../availability/inventory.js';
import type { AdjustableClock } from '../clock.js';
import type { OrderView } from '../orders/order.view.js';
import { isRefused } from '../payments/payment.js';
import type { PaymentDesk } from '../payments/payment-desk.js';
import { Refusal } from '../refusal.js';
import type { Dispatcher } from '../wire/dispatch.js';
import { writeJson } from '../wire/json.js';
import type { Limits } from '../wire/limits.js';
import type { ComplexType } from '../wire/wsdl.js';
import { booksOf } from './books.js';
import { type CatalogActionParts, catalogActions } from './catalog.actions.js';
import {
  BadControl,
  type Body,
  boolean,
  ids,
  number,
  optional,
  readBody,
  text,
} from './control.arguments.js';
import { faultOf, faultsOf } from './fault.arguments.js';
import type { Faults } from './faults.js';

/** What can be switched, moved and looked at. */
export interface ControlParts extends CatalogActionParts {
  faults: Faults;
  limits: Limits;
  clock: AdjustableClock;
  inventory: Inventory;
  desk: PaymentDesk;
  view: OrderView;
  /** OrderDetailsData: an order is written as getOrderDetails writes it. */
  orderType: ComplexType;
  dispatcher: Dispatcher;
  /** Everything as it was at the start: no order, no fault, limits on, the clock right. */
  reset(): void;
}

type Action = (body: Body) => object;

/** What tests switch on and look at. JSON in, JSON out; a bad body is answered with 400 and what is wrong with it. */
export function controlRoutes(parts: ControlParts): Router {
  const { faults, book, view } = parts;
  const router = Router();
  for (const [name, action] of Object.entries(actionsOf(parts))) {
    router.post(
      `/control/${name}`,
      (request, response) => void response.json(action(readBody(request.body))),
    );
  }
  router.get('/control/books', (_request, response) => void response.json(booksOf(parts)));
  router.get('/control/calls', (_request, response) => void response.json(faults.counts()));
  router.get('/control/faults', (_request, response) => void response.json({ faults: faults.list() }));
  router.get('/control/orders/:id', (request, response) => {
    const order = book.get(request.params.id);
    const data = view.orderDetailsData(order, book.expiresAt(order));
    response.type('json').send(writeJson(parts.orderType, data));
  });
  router.use((_request, response) => void response.status(404).json({ error: 'no such control' }));
  router.use((error: Error, _request: Request, response: Response, _next: NextFunction) => {
    const status = error instanceof BadControl ? 400 : error instanceof Refusal ? 404 : 500;
    response.status(status).json({ error: error.message });
  });
  return router;
}

/** By the last word of their path. Each checks all of its body before it changes anything. */
function actionsOf(parts: ControlParts): Record<string, Action> {
  const { limits, clock, book, desk } = parts;
  return {
    ...faultActions(parts),
    ...catalogActions(parts),
    limits(body) {
      limits.setOn(boolean(body, 'on'));
      return { ok: true };
    },
    clock(body) {
      clock.advance(number(body, 'advanceSeconds', 0));
      book.releaseExpired();
      return { now: new Date(clock.now()).toISOString() };
    },
    'late-payment'(body) {
      const payment = desk.get(text(body, 'paymentId'));
      if (!isRefused(payment)) throw new BadControl(`payment ${payment.id} is ${payment.status}`);
      desk.payLate(payment);
      return { orderId: payment.orderId, paymentStatus: payment.status };
    },
    take: (body) => ({ taken: take(parts, text(body, 'performanceId'), ids(body, 'seatIds')) }),
    reset() {
      parts.reset();
      return { ok: true };
    },
  };
}

function faultActions({ faults, dispatcher }: ControlParts): Record<string, Action> {
  return {
    latency(body) {
      const waitMs = optional(body, 'waitMs', (latency, name) => number(latency, name, 0));
      faults.setLatency(text(body, 'method'), number(body, 'ms', 0));
      if (waitMs !== undefined) dispatcher.setWait(waitMs);
      return { ok: true };
    },
    fault(body) {
      faults.setFault(faultOf(body));
      return { ok: true };
    },
    faults(body) {
      const seed = optional(body, 'seed', (script, name) => number(script, name, 0)) ?? 0;
      faults.script(faultsOf(body), seed);
      return { ok: true };
    },
  };
}

/** Another buyer takes seats, for good. Those already gone are skipped. */
function take({ lookup, inventory, book }: ControlParts, performanceId: string, seatIds: string[]): string[] {
  const sold = lookup.performances.get(performanceId);
  if (!sold) throw new BadControl(`performance ${performanceId} is unknown`);
  book.releaseExpired();
  const wanted = seatIds.map((id) => {
    const place = sold.hall.placeOfSeat.get(id);
    if (place === undefined) throw new BadControl(`seat ${id} is unknown`);
    return { id, place };
  });
  const free = wanted.filter(({ place }) => inventory.isFree(sold, place));
  inventory.take(
    sold,
    free.map(({ place }) => place),
  );
  return free.map(({ id }) => id);
}
