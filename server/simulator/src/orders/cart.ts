import type { Inventory } from '../availability/inventory.js';
import type { Lookup } from '../catalog/lookup.js';
import type { Clock } from '../clock.js';
import type { ContactBook } from '../contacts/contact-book.js';
import type { Ids } from '../ids.js';
import { Refusal, required } from '../refusal.js';
import { type Advantages, reduce } from './advantages.js';
import { checkStock, type ComposedRequest, readComposed, takeComposedSeats } from './composed-products.js';
import { pricedTicketCount, setCharge, ticketCount } from './fees.js';
import type {
  ComposedOperation,
  Operation,
  Order,
  SimpleOperation,
  SeatOperation,
  TicketOperation,
} from './order.js';
import { isTicketOperation, partsOf } from './order.js';
import type { CreateOrUpdateArgs } from './order.arguments.js';
import type { OrderBook } from './order-book.js';
import {
  checkItemOnSale,
  checkPerformanceOnSale,
  checkSeatLimit,
  itemPrice,
  seatPrice,
} from './sale-rules.js';
import { type Seating, readSeatRequest, refuseTaken, seatGroup, type SeatRequest } from './seating.js';
import { type Visit, checkQuotas, readVisit } from './visits.js';

/** What a call changed in an order: it becomes OrderUpdateData. */
export interface OrderChange {
  order: Order;
  /** Created or changed, fees included, in the order of the order. */
  updated: Operation[];
  removedMovementIds: string[];
  removedOperationIds: string[];
  /** The first operation of a request that added some. */
  mainOperationId?: string;
}

/** What a cart works with. It keeps no state of its own: orders are in the book, places in the inventory. */
export interface CartParts {
  lookup: Lookup;
  inventory: Inventory;
  book: OrderBook;
  contacts: ContactBook;
  advantages: Advantages;
  ids: Ids;
  clock: Clock;
}

/** Filling and emptying an order. All of a call is done, or nothing of it. */
export class Cart {
  constructor(private readonly parts: CartParts) {}

  /** Checks everything, then takes seats, then changes the order: a refusal leaves no trace. */
  createOrUpdate(args: CreateOrUpdateArgs): OrderChange {
    const { lookup, book, advantages } = this.parts;
    this.#check(args);
    book.releaseExpired();
    const known = args.orderId ? book.getRunning(args.orderId) : undefined;
    const advantage = args.advantageCode ? advantages.redeemed(args.advantageCode, known) : undefined;
    const visits = (args.simpleProductOperations ?? []).map((one) => readVisit(lookup, one));
    const { seatings, composed } = this.#takeSeats(args, visits, known);
    const order = known ?? book.create(args.fileId);
    order.contactReference = args.purchasersInfo?.[0]?.contactReference ?? order.contactReference;
    order.externalReference = args.externalReference ?? order.externalReference;
    order.toCreateToken = args.origin?.toCreateToken ?? order.toCreateToken;
    if (args.advantageCode !== undefined) order.advantage = advantage;
    const added: TicketOperation[] = [
      ...composed.flatMap((request) => this.#composedOperations(order, request, seatings)),
      ...(composed.length > 0 ? [] : this.#operations(order, seatings, visits)),
    ];
    order.operations.push(...added);
    return { ...this.#settle(order, added), mainOperationId: added[0]?.id };
  }

  /** Drops movements, and whole operations, and lets their seats go at once. An operation goes with its last movement. */
  drop(order: Order, movementIds: string[], operationIds: string[]): OrderChange {
    const operations = order.operations.filter(isTicketOperation);
    const wanted = wantedOf(order, movementIds, operationIds);
    const changed = operations.filter((one) => one.movements.some((movement) => wanted.has(movement.id)));
    for (const operation of changed) {
      const dropped = operation.movements.filter((movement) => wanted.has(movement.id));
      this.parts.book.release(operation, dropped);
      operation.movements = operation.movements.filter((movement) => !wanted.has(movement.id));
    }
    const isEmpty = (operation: Operation) => operation.kind !== 'CHARGE' && operation.movements.length === 0;
    const emptied = order.operations.filter(isEmpty).map((operation) => operation.id);
    order.operations = order.operations.filter((operation) => !isEmpty(operation));
    const change = this.#settle(
      order,
      changed.filter((operation) => !isEmpty(operation)),
    );
    const removedOperationIds = [...emptied, ...change.removedOperationIds];
    return { ...change, removedMovementIds: [...wanted], removedOperationIds };
  }

  /** The price of some lines of an order changes, and the fees with it. */
  reprice(order: Order, operations: SeatOperation[], unitPrice: number): void {
    for (const operation of operations) {
      operation.basePrice = unitPrice;
      operation.unitPrice = unitPrice;
    }
    this.#settle(order, operations);
  }

  /** What can be told from the arguments alone. */
  #check(args: CreateOrUpdateArgs): void {
    const { lookup, contacts, book } = this.parts;
    if (required(args.pointOfSalesId, 'pointOfSalesId') !== String(lookup.season.posConfig.posId)) {
      throw new Refusal('error.sim.invalidParameter', `pointOfSalesId ${args.pointOfSalesId} is unknown`);
    }
    if (args.orderType !== undefined && args.orderType !== 'SALE') {
      throw new Refusal('error.sim.invalidParameter', `orderType ${args.orderType} is not simulated`);
    }
    for (const name of ['transportProductOperations', 'chargeOperations'] as const) {
      if (args[name]) throw new Refusal('error.sim.invalidParameter', `${name} is not simulated`);
    }
    const { composedProductOperations, singleEntryAttributionOperations, simpleProductOperations } = args;
    const hasOperations =
      composedProductOperations || singleEntryAttributionOperations || simpleProductOperations;
    if (!args.orderId && !hasOperations) {
      throw new Refusal('error.sim.invalidParameter', 'at least one list of operations is needed');
    }
    const reference = args.purchasersInfo?.[0]?.contactReference;
    if (reference !== undefined) contacts.get(reference);
    if (args.fileId !== undefined) book.inFile(args.fileId);
  }

  /** Takes seats structure by structure; when one fails, those taken before go back. */
  #takeSeats(args: CreateOrUpdateArgs, visits: Visit[], order: Order | undefined) {
    const { lookup, inventory, clock } = this.parts;
    const structures = (args.singleEntryAttributionOperations ?? []).map((structure) => {
      const attributions = required(structure.operationAttributions, 'operationAttributions');
      return { structure, requests: attributions.map((one) => readSeatRequest(lookup, one)) };
    });
    const requests = structures.flatMap((one) => one.requests);
    const wanted = args.composedProductOperations ?? [];
    const composed = readComposed(lookup, wanted, { seats: requests, visits }, clock.now());
    if (composed.length === 0) this.#checkOnSale(requests, visits);
    checkQuotas(inventory, visits);
    checkStock(inventory, composed);
    const { maxSeatsPerPerformance = Number.POSITIVE_INFINITY } = lookup.season.posConfig;
    checkSeatLimit(order, requests, Number(maxSeatsPerPerformance));
    refuseTaken(inventory, requests);
    const seatings: Seating[] = [];
    try {
      if (composed.length > 0) takeComposedSeats(inventory, composed, seatings);
      else for (const one of structures) seatGroup(inventory, one.requests, one.structure, seatings);
    } catch (error) {
      for (const { request, places } of seatings) inventory.release(request.sold, places);
      throw error;
    }
    return { seatings, composed };
  }

  /** What is sold by itself: on sale, and priced. */
  #checkOnSale(seats: SeatRequest[], visits: Visit[]): void {
    const now = this.parts.clock.now();
    for (const { sold, tariff, seatCategoryId } of seats) {
      checkPerformanceOnSale(sold, tariff, now);
      seatPrice(sold, tariff, seatCategoryId);
    }
    for (const { sold, tariff, timeslotId, quantity } of visits) {
      checkItemOnSale(sold, timeslotId, tariff, now);
      itemPrice(sold, tariff, quantity, now);
    }
  }

  /** What is sold by itself. */
  #operations(order: Order, seatings: Seating[], visits: Visit[]): TicketOperation[] {
    const now = this.parts.clock.now();
    return [
      ...seatings.map((seating) => {
        const { sold, tariff, seatCategoryId } = seating.request;
        return this.#seatOperation(order, seating, seatPrice(sold, tariff, seatCategoryId));
      }),
      ...visits.map((visit) =>
        this.#simpleOperation(order, visit, itemPrice(visit.sold, visit.tariff, visit.quantity, now)),
      ),
    ];
  }

  /** What every new operation gets. */
  #numbered(order: Order) {
    order.lastOperationNumber += 1;
    return { id: this.parts.ids.next(), number: order.lastOperationNumber, addedAt: this.parts.clock.now() };
  }

  /** The composed products, and after them their parts, which cost nothing more. */
  #composedOperations(order: Order, request: ComposedRequest, seatings: Seating[]): TicketOperation[] {
    const { sold, tariff, seatCategoryId, quantity, unitPrice, seats, visits } = request;
    this.parts.inventory.takeVisits(sold.item.itemId, undefined, quantity);
    const movements = Array.from({ length: quantity }, () => ({ id: this.parts.ids.next() }));
    const composed: ComposedOperation = {
      ...this.#numbered(order),
      ...{ kind: 'COMPOSED', sold, tariff, seatCategoryId, movements },
      ...{ basePrice: unitPrice, unitPrice },
    };
    const own = seatings.filter((seating) => seats.includes(seating.request));
    const parts = [
      ...own.map((seating) => this.#seatOperation(order, seating, 0)),
      ...visits.map((visit) => this.#simpleOperation(order, visit, 0)),
    ];
    return [composed, ...parts.map((part) => ({ ...part, composedOperationId: composed.id }))];
  }

  /** One operation for each tariff of a group; its movements are its seats, in plan order. */
  #seatOperation(
    order: Order,
    { request, places, attributionMatch }: Seating,
    unitPrice: number,
  ): SeatOperation {
    const { sold, tariff, seatCategoryId } = request;
    const first = sold.hall.hall.seats[places[0] ?? -1];
    return {
      ...this.#numbered(order),
      kind: 'SINGLE_ENTRY',
      sold,
      seatCategoryId,
      contingentId: first?.contingentId ?? request.contingentId,
      tariff,
      attributionMatch,
      basePrice: unitPrice,
      unitPrice,
      movements: places.map((place) => ({ id: this.parts.ids.next(), place })),
    };
  }

  /** Takes the visits from their timeslot's quota. */
  #simpleOperation(
    order: Order,
    { sold, tariff, timeslotId, tour, quantity }: Visit,
    unitPrice: number,
  ): SimpleOperation {
    this.parts.inventory.takeVisits(sold.item.itemId, timeslotId, quantity, tour);
    const movements = Array.from({ length: quantity }, () => ({ id: this.parts.ids.next() }));
    return {
      ...this.#numbered(order),
      ...{ kind: 'SIMPLE', sold, timeslotId, tour, tariff, movements },
      ...{ basePrice: unitPrice, unitPrice },
    };
  }

  /**
   * What an advantage takes off is shared out anew. The general fee for each priced ticket is one operation, kept in step; without tickets no
   * fee and no shipment is left.
   */
  #settle(order: Order, updated: Operation[]): OrderChange {
    const { lookup, ids, clock } = this.parts;
    const repriced = reduce(order, lookup.season.currency, () => this.#numbered(order));
    const quantity = pricedTicketCount(order);
    const unitPrice = lookup.season.bookingFeePerTicket;
    const fee = { chargeType: 'GENERAL_FEE', label: 'Booking fee', unitPrice, quantity } as const;
    const changes = [setCharge(order, fee, ids, clock.now())];
    if (ticketCount(order) === 0) {
      const none = { chargeType: 'DELIVERY_FEE', label: '', unitPrice: 0, quantity: 0 } as const;
      changes.push(setCharge(order, none, ids, clock.now()));
      order.shipments = [];
    }
    return {
      order,
      updated: [...new Set([...updated, ...repriced]), ...changes.flatMap((change) => change.updated ?? [])],
      removedMovementIds: [],
      removedOperationIds: changes.flatMap((change) => change.removedId ?? []),
    };
  }
}

/**
 * The movements that go: those that are named, all of the operations that are named, and with composed products their parts. What is not of
 * the order refuses the call, and so does a part of something that stays. Fees cannot be dropped.
 */
function wantedOf(order: Order, movementIds: string[], operationIds: string[]): Set<string> {
  const operations = order.operations.filter(isTicketOperation);
  const whole = operations.filter(({ id }) => operationIds.includes(id));
  const named = new Set([...movementIds, ...whole.flatMap(({ movements }) => movements.map(({ id }) => id))]);
  const isPart = (operation: TicketOperation) =>
    operation.kind !== 'COMPOSED' && operation.composedOperationId !== undefined;
  const parts = operations.flatMap((operation) =>
    operation.kind === 'COMPOSED' ? partsWith(order, operation, named) : [],
  );
  const known = new Set([
    ...parts,
    ...operations
      .filter((operation) => !isPart(operation))
      .flatMap((one) => [one.id, ...one.movements.map((movement) => movement.id)]),
  ]);
  const unknown = [...named, ...operationIds].find((id) => !known.has(id));
  if (unknown) throw new Refusal('error.sim.invalidParameter', `${unknown} is not of order ${order.id}`);
  return new Set([...named, ...parts]);
}

/** What belongs to those composed products of an operation that are named: each has its share of every part. */
function partsWith(order: Order, operation: ComposedOperation, named: ReadonlySet<string>): string[] {
  const parts = partsOf(order, operation);
  return operation.movements.flatMap(({ id }, n) => {
    if (!named.has(id)) return [];
    return parts.flatMap(({ movements }) => {
      const share = movements.length / operation.movements.length;
      return movements.slice(n * share, (n + 1) * share).map((movement) => movement.id);
    });
  });
}
