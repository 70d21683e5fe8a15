import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Inventory } from '../availability/inventory.js';
import type { Setup } from '../catalog/catalog.service.js';
import type { Lookup } from '../catalog/lookup.js';
import type { AdjustableClock } from '../clock.js';
import type { OrderBook } from '../orders/order-book.js';
import type { OrderView } from '../orders/order.view.js';
import { Refusal } from '../refusal.js';
import type { Dispatcher } from '../wire/dispatch.js';
import { writeJson } from '../wire/json.js';
import type { Limits } from '../wire/limits.js';
import type { ComplexType } from '../wire/wsdl.js';
import { BadControl, type Body, boolean, ids, number, readBody, text } from './control.arguments.js';
import type { FaultKind, Faults } from './faults.js';

/** What can be switched, moved and looked at. */
export interface ControlParts {
  faults: Faults;
  limits: Limits;
  clock: AdjustableClock;
  lookup: Lookup;
  inventory: Inventory;
  book: OrderBook;
  view: OrderView;
  /** OrderDetailsData: an order is written as getOrderDetails writes it. */
  orderType: ComplexType;
  dispatcher: Dispatcher;
  setup: Setup;
  /** Everything as it was at the start: no order, no fault, limits on, the clock right. */
  reset(): void;
}

const KINDS = ['http500', 'http509', 'fault', 'timeout', 'reset'];

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
  router.get('/control/calls', (_request, response) => void response.json(faults.counts()));
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
  const { faults, limits, clock, book, dispatcher, setup } = parts;
  return {
    latency(body) {
      const waitMs = body.waitMs === undefined ? undefined : number(body, 'waitMs', 0);
      faults.setLatency(text(body, 'method'), number(body, 'ms', 0));
      if (waitMs !== undefined) dispatcher.setWait(waitMs);
      return { ok: true };
    },
    fault(body) {
      const after = body.after === undefined ? false : boolean(body, 'after');
      faults.setFault(text(body, 'method'), { kind: kindOf(body), times: number(body, 'times', 1), after });
      return { ok: true };
    },
    limits(body) {
      limits.setOn(boolean(body, 'on'));
      return { ok: true };
    },
    clock(body) {
      clock.advance(number(body, 'advanceSeconds', 0));
      book.releaseExpired();
      return { now: new Date(clock.now()).toISOString() };
    },
    take: (body) => ({ taken: take(parts, text(body, 'performanceId'), ids(body, 'seatIds')) }),
    'setup-update'(body) {
      setup.products = body.products === undefined ? Number.POSITIVE_INFINITY : number(body, 'products', 0);
      setup.changedAt = clock.now();
      return { lastSetupUpdate: new Date(setup.changedAt).toISOString() };
    },
    reset() {
      parts.reset();
      return { ok: true };
    },
  };
}

/** The kinds of a fault, or any statusCode of an error. */
function kindOf(body: Body): FaultKind {
  const kind = text(body, 'kind');
  if (!KINDS.includes(kind) && !kind.startsWith('error.')) {
    throw new BadControl(`kind must be one of ${KINDS.join(', ')}, or a statusCode that begins with error.`);
  }
  return kind as FaultKind;
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
