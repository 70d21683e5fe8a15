import { type CatalogEdits, inEveryLanguage, type PerformanceEdit } from '../catalog/catalog-edits.js';
import type { Setup } from '../catalog/catalog.service.js';
import type { Lookup, SoldPerformance } from '../catalog/lookup.js';
import type { Clock } from '../clock.js';
import type { Cart } from '../orders/cart.js';
import type { SeatOperation } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import { objectStates, type ObjectState } from '../season/season.types.js';
import { BadControl, type Body, boolean, number, optional, text } from './control.arguments.js';

/** What an editor works with. */
export interface CatalogActionParts {
  lookup: Lookup;
  edits: CatalogEdits;
  setup: Setup;
  book: OrderBook;
  cart: Cart;
  clock: Clock;
}

/** What an institution's editors do in the back office. */
export function catalogActions(parts: CatalogActionParts) {
  const { lookup, edits, setup, clock } = parts;
  const updated = () => ({ lastSetupUpdate: new Date(setup.changedAt).toISOString() });
  return {
    price: (body: Body) => ({ ordersChanged: setPrice(parts, body), ...updated() }),
    product(body: Body) {
      const product = lookup.products.get(text(body, 'productId'));
      if (!product) throw new BadControl(`product ${String(body.productId)} is unknown`);
      const name = optional(body, 'name', text);
      const description = optional(body, 'description', text);
      edits.editProduct(product, {
        externalName: name === undefined ? undefined : inEveryLanguage(product.externalName, name),
        description:
          description === undefined ? undefined : inEveryLanguage(product.description, description),
        state: optional(body, 'state', stateOf),
      });
      return updated();
    },
    performance(body: Body) {
      const sold = soldOf(lookup, body);
      edits.editPerformance(sold, performanceEdit(sold, body));
      return updated();
    },
    'new-performance'(body: Body) {
      const model = soldOf(lookup, body);
      const { id } = edits.addPerformance(model, performanceEdit(model, body));
      return { performanceId: id, ...updated() };
    },
    'setup-update'(body: Body) {
      const products = optional(body, 'products', (update, name) => number(update, name, 0));
      setup.products = products ?? Number.POSITIVE_INFINITY;
      setup.changedAt = clock.now();
      return updated();
    },
  };
}

/** From now on, and in orders that can still be changed where `openOrders` says so: their ids. */
function setPrice({ lookup, edits, book, cart }: CatalogActionParts, body: Body): string[] {
  const sold = soldOf(lookup, body);
  const audienceSubCategoryId = text(body, 'audienceSubCategoryId');
  const seatCategoryId = optional(body, 'seatCategoryId', text);
  const amount = number(body, 'amount', 0);
  const reachesOrders = optional(body, 'openOrders', boolean) ?? false;
  if (!edits.setPrice(sold, { audienceSubCategoryId, seatCategoryId, amount })) {
    throw new BadControl(`performance ${sold.performance.id} has no such price`);
  }
  if (!reachesOrders) return [];
  book.releaseExpired();
  return [...book.all()].flatMap((order) => {
    const operations = order.operations.filter(
      (operation): operation is SeatOperation =>
        operation.kind === 'SINGLE_ENTRY' &&
        operation.sold.performance.id === sold.performance.id &&
        operation.tariff.id === audienceSubCategoryId &&
        (seatCategoryId === undefined || operation.seatCategoryId === seatCategoryId),
    );
    if (order.state !== 'RUNNING' || operations.length === 0) return [];
    cart.reprice(order, operations, amount);
    return [order.id];
  });
}

function soldOf(lookup: Lookup, body: Body): SoldPerformance {
  const performanceId = text(body, 'performanceId');
  const sold = lookup.performances.get(performanceId);
  if (!sold) throw new BadControl(`performance ${performanceId} is unknown`);
  return sold;
}

function performanceEdit({ performance }: SoldPerformance, body: Body): PerformanceEdit {
  const name = optional(body, 'name', text);
  return {
    externalName: name === undefined ? undefined : inEveryLanguage(performance.externalName, name),
    start: optional(body, 'start', instantOf),
    state: optional(body, 'state', stateOf),
  };
}

function stateOf(body: Body, name: string): ObjectState {
  const state = objectStates.find((candidate) => candidate === body[name]);
  if (!state) throw new BadControl(`${name} must be one of ${objectStates.join(', ')}`);
  return state;
}

function instantOf(body: Body, name: string): string {
  const instant = new Date(text(body, name));
  if (Number.isNaN(instant.getTime())) throw new BadControl(`${name} must be an instant`);
  return instant.toISOString();
}
