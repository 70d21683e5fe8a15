import type { Inventory } from '../availability/inventory.js';
import type { Lookup, SoldItem } from '../catalog/lookup.js';
import type { Clock } from '../clock.js';
import type { ContactBook } from '../contacts/contact-book.js';
import type { Ids } from '../ids.js';
import { Refusal, required } from '../refusal.js';
import { setCharge, ticketCount } from './fees.js';
import type { Operation, Order, PassOperation, SeatOperation, Tariff, TicketOperation } from './order.js';
import { isTicketOperation } from './order.js';
import type { CreateOrUpdateArgs, SimpleProductOperation } from './order.arguments.js';
import type { OrderBook } from './order-book.js';
import { checkItemOnSale, checkSeatLimit, itemPrice, seatPrice, tariffOf } from './sale-rules.js';
import { type Seating, readSeatRequest, seatGroup } from './seating.js';

/** What a call changed in an order: it becomes OrderUpdateData. */
export interface OrderChange {
  order: Order;
  updated: Operation[];
  removedMovementIds: string[];
  removedOperationIds: string[];
  mainOperationId?: string;
}

export interface CartParts {
  lookup: Lookup;
  inventory: Inventory;
  book: OrderBook;
  contacts: ContactBook;
  ids: Ids;
  clock: Clock;
}

/** Filling and emptying an order. All of a call is done, or nothing of it. */
export interface Cart {
  createOrUpdate(args: CreateOrUpdateArgs): OrderChange;
  /** Drops movements (and operations left without any) and lets their seats go at once. */
  drop(order: Order, movementIds: string[], operationIds: string[]): OrderChange;
}

interface Visit {
  sold: SoldItem;
  tariff: Tariff;
  timeslotId?: string;
  quantity: number;
  unitPrice: number;
}

export function createCart(parts: CartParts): Cart {
  const { lookup, inventory, book, contacts, ids, clock } = parts;
  const posId = String(lookup.season.posConfig.posId);
  const maxSeats = Number(lookup.season.posConfig.maxSeatsPerPerformance ?? Number.POSITIVE_INFINITY);

  function checkArguments(args: CreateOrUpdateArgs): void {
    if (required(args.pointOfSalesId, 'pointOfSalesId') !== posId) {
      throw new Refusal('error.sim.invalidParameter', `pointOfSalesId ${args.pointOfSalesId} is unknown`);
    }
    if (args.orderType !== undefined && args.orderType !== 'SALE') {
      throw new Refusal('error.sim.invalidParameter', `orderType ${args.orderType} is not simulated`);
    }
    for (const name of [
      'composedProductOperations',
      'transportProductOperations',
      'chargeOperations',
    ] as const) {
      if (args[name]) throw new Refusal('error.sim.invalidParameter', `${name} is not simulated`);
    }
    const hasOperations = args.singleEntryAttributionOperations || args.simpleProductOperations;
    if (!args.orderId && !hasOperations) {
      throw new Refusal('error.sim.invalidParameter', 'at least one list of operations is needed');
    }
    const reference = args.purchasersInfo?.[0]?.contactReference;
    if (reference !== undefined) contacts.get(reference);
  }

  /** Takes seats structure by structure; when one fails, those taken before go back. */
  function takeSeats(args: CreateOrUpdateArgs, order: Order | undefined): Seating[] {
    const now = clock.now();
    const structures = (args.singleEntryAttributionOperations ?? []).map((structure) => ({
      structure,
      requests: required(structure.operationAttributions, 'operationAttributions').map((attribution) =>
        readSeatRequest(lookup, attribution, now),
      ),
    }));
    const requests = structures.flatMap((one) => one.requests);
    checkSeatLimit(order, requests, maxSeats);
    for (const { sold, tariff, seatCategoryId } of requests) seatPrice(sold, tariff, seatCategoryId);
    const seatings: Seating[] = [];
    try {
      for (const one of structures) seatings.push(...seatGroup(inventory, one.requests, one.structure));
    } catch (error) {
      for (const { request, places } of seatings) inventory.release(request.sold, places);
      throw error;
    }
    return seatings;
  }

  function readVisit(operation: SimpleProductOperation): Visit {
    const itemId = required(operation.itemId, 'itemId');
    const sold = lookup.items.get(itemId);
    if (!sold) throw new Refusal('error.sim.invalidParameter', `item ${itemId} is unknown`);
    const tariff = tariffOf(lookup, required(operation.audienceSubCategoryId, 'audienceSubCategoryId'));
    const quantity = required(operation.quantity, 'quantity');
    if (quantity < 1) throw new Refusal('error.sim.invalidParameter', `quantity ${quantity} is out of range`);
    const { timeslotId } = operation;
    checkItemOnSale(sold, timeslotId, tariff, clock.now());
    return { sold, tariff, timeslotId, quantity, unitPrice: itemPrice(sold, tariff, quantity, clock.now()) };
  }

  function checkQuotas(visits: Visit[]): void {
    const wanted = new Map<string, number>();
    for (const { sold, timeslotId, quantity } of visits) {
      const { itemId } = sold.item;
      const total = (wanted.get(`${itemId} ${timeslotId}`) ?? 0) + quantity;
      wanted.set(`${itemId} ${timeslotId}`, total);
      const left = inventory.visitsLeft(itemId, timeslotId);
      if (left !== undefined && total > left) {
        throw new Refusal('error.order.availability', `only ${left} visits left in timeslot ${timeslotId}`);
      }
    }
  }

  function numbered(order: Order) {
    order.lastOperationNumber += 1;
    return { id: ids.next(), number: order.lastOperationNumber, addedAt: clock.now() };
  }

  function seatOperation(order: Order, { request, places, attributionMatch }: Seating): SeatOperation {
    const { sold, tariff, seatCategoryId } = request;
    const first = sold.hall.hall.seats[places[0] ?? -1];
    return {
      ...numbered(order),
      kind: 'SINGLE_ENTRY',
      sold,
      seatCategoryId,
      contingentId: first?.contingentId ?? request.contingentId,
      tariff,
      attributionMatch,
      unitPrice: seatPrice(sold, tariff, seatCategoryId),
      movements: places.map((place) => ({ id: ids.next(), place })),
    };
  }

  function passOperation(
    order: Order,
    { sold, tariff, timeslotId, quantity, unitPrice }: Visit,
  ): PassOperation {
    inventory.takeVisits(sold.item.itemId, timeslotId, quantity);
    const movements = Array.from({ length: quantity }, () => ({ id: ids.next() }));
    return { ...numbered(order), kind: 'PASS', sold, timeslotId, tariff, unitPrice, movements };
  }

  /** The general fee for each ticket is one operation, kept in step; without tickets no fee and no shipment is left. */
  function settle(order: Order, updated: Operation[]): OrderChange {
    const quantity = ticketCount(order);
    const unitPrice = lookup.season.bookingFeePerTicket;
    const changes = [
      setCharge(
        order,
        { chargeType: 'GENERAL_FEE', label: 'Booking fee', unitPrice, quantity },
        ids,
        clock.now(),
      ),
    ];
    if (quantity === 0) {
      order.shipment = undefined;
      changes.push(
        setCharge(
          order,
          { chargeType: 'DELIVERY_FEE', label: '', unitPrice: 0, quantity: 0 },
          ids,
          clock.now(),
        ),
      );
    }
    return {
      order,
      updated: [...updated, ...changes.flatMap((change) => change.updated ?? [])],
      removedMovementIds: [],
      removedOperationIds: changes.flatMap((change) => change.removedId ?? []),
    };
  }

  return {
    createOrUpdate(args) {
      checkArguments(args);
      book.releaseExpired();
      const known = args.orderId ? book.getRunning(args.orderId) : undefined;
      const visits = (args.simpleProductOperations ?? []).map(readVisit);
      checkQuotas(visits);
      const seatings = takeSeats(args, known);
      const order = known ?? book.create();
      order.contactReference = args.purchasersInfo?.[0]?.contactReference ?? order.contactReference;
      order.externalReference = args.externalReference ?? order.externalReference;
      order.toCreateToken = args.origin?.toCreateToken ?? order.toCreateToken;
      const added: TicketOperation[] = [
        ...seatings.map((seating) => seatOperation(order, seating)),
        ...visits.map((visit) => passOperation(order, visit)),
      ];
      order.operations.push(...added);
      return { ...settle(order, added), mainOperationId: added[0]?.id };
    },

    drop(order, movementIds, operationIds) {
      const wanted = new Set(movementIds);
      const dropped: TicketOperation[] = [];
      for (const operation of order.operations.filter(isTicketOperation)) {
        const isWhole = operationIds.includes(operation.id);
        if (isWhole || operation.movements.some((movement) => wanted.has(movement.id)))
          dropped.push(operation);
        if (isWhole) for (const movement of operation.movements) wanted.add(movement.id);
      }
      checkKnown(order, movementIds, operationIds);
      for (const operation of dropped) {
        book.release(
          operation,
          operation.movements.filter((movement) => wanted.has(movement.id)),
        );
        operation.movements = operation.movements.filter((movement) => !wanted.has(movement.id));
      }
      const emptied = dropped.filter((operation) => operation.movements.length === 0);
      order.operations = order.operations.filter(
        (operation) => !emptied.includes(operation as TicketOperation),
      );
      const change = settle(
        order,
        dropped.filter((operation) => operation.movements.length > 0),
      );
      const removedOperationIds = [
        ...emptied.map((operation) => operation.id),
        ...change.removedOperationIds,
      ];
      return { ...change, removedMovementIds: [...wanted], removedOperationIds };
    },
  };
}

/** A movement or operation that is not of the order refuses the call. Fees cannot be dropped. */
function checkKnown(order: Order, movementIds: string[], operationIds: string[]): void {
  const operations = order.operations.filter(isTicketOperation);
  const known = new Set(
    operations.flatMap((one) => [one.id, ...one.movements.map((movement) => movement.id)]),
  );
  const unknown = [...movementIds, ...operationIds].find((id) => !known.has(id));
  if (unknown) throw new Refusal('error.sim.invalidParameter', `${unknown} is not of order ${order.id}`);
}
