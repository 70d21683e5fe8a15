import { ProblemError, type CartItem, type SignIn } from '@s360-widgets/contract';
import {
  companionsIn,
  ticketsOf,
  toMovementIds,
  type Access,
  type Order,
  type OrderDesk,
  type OrderWords,
} from '../order/index.js';
import { operations, type AnswerOf, type S360 } from '../s360/index.js';
import type { PartsLog } from '../state/index.js';
import type { CartSeatMaps, DoubtedCatalog, PriceCatalog } from './carts.known.js';
import { hasEffect, toRefusal } from './carts.refusals.js';
import { toCreateOrUpdate, toPromoCode, type OrderHead } from './carts.request.js';
import type { CartRules } from './carts.view.js';

export interface WritesParts {
  readonly s360: S360;
  readonly desk: OrderDesk;
  readonly catalog: OrderWords & PriceCatalog & DoubtedCatalog;
  readonly seatMaps: CartSeatMaps;
  readonly pointOfSale: { get(): CartRules & { readonly posId: string; readonly signIn: SignIn } };
  readonly log: PartsLog;
}

/** What carts ask of S-360: each sent once, and where its answer was lost the order is read. */
export class CartWrites {
  constructor(readonly parts: WritesParts) {}

  /** Adds to an order, or makes a new one. @throws ProblemError that names what is wrong with the items */
  async create(
    head: Omit<OrderHead, 'pointOfSalesId'>,
    items: readonly CartItem[],
    language: string,
  ): Promise<AnswerOf<'createOrUpdateOrder'>> {
    const { posId, maxTickets } = this.parts.pointOfSale.get();
    const args = toCreateOrUpdate({ ...head, pointOfSalesId: posId }, items);
    try {
      return await this.parts.s360.call(operations.createOrUpdateOrder, args, { language });
    } catch (error) {
      const { problem, taken } = toRefusal(error, items, {
        maxTickets,
        companionsOf: companionsIn(this.parts.catalog, language),
      });
      for (const { performanceId, seatIds } of taken) this.#tellTaken(performanceId, seatIds);
      if (error instanceof ProblemError && error.code === 'not-on-sale') this.parts.catalog.distrust();
      throw problem;
    }
  }

  /** Gives back what a new order holds that nobody will open. Never rejects: else its hold ends by itself. */
  async takeBack(answer: AnswerOf<'createOrUpdateOrder'>): Promise<void> {
    const args = { orderId: answer.orderUpdateData.orderId, movementIds: toMovementIds(answer) };
    await this.parts.s360.call(operations.abandonMovements, args).catch(() => undefined);
  }

  /** Adds to an order. Seats are also refused when this very cart holds them: a second click, or one whose answer was lost. */
  async take(access: Access, before: Order, items: readonly CartItem[], language: string): Promise<void> {
    const { desk } = this.parts;
    const { orderId } = access;
    const contactNumber = await desk.records.contactNumberOf(orderId);
    await desk.write(access, language, {
      send: () => this.create({ orderId, contactNumber }, items, language),
      hadEffect: (after) => hasEffect(before, after, items),
      doubts: ['seats-taken'],
    });
  }

  giveBack(access: Access, movementIds: string[], language: string): Promise<void> {
    const { s360, desk } = this.parts;
    const args = { orderId: access.orderId, movementIds };
    return desk.write(access, language, {
      send: () => s360.call(operations.abandonMovements, args),
      hadEffect: (after) => !ticketsOf(after).some(({ ticket }) => movementIds.includes(ticket.id)),
    });
  }

  /** @param code empty for none */
  setPromoCode({ orderId, ...access }: Access, code: string, language: string): Promise<void> {
    const { s360, desk, pointOfSale } = this.parts;
    const args = toPromoCode({ pointOfSalesId: pointOfSale.get().posId, orderId }, code);
    return desk.write({ orderId, ...access }, language, {
      send: () => s360.call(operations.createOrUpdateOrder, args, { language }),
      hadEffect: ({ promoCode }) => (promoCode ?? '').toUpperCase() === code.toUpperCase(),
    });
  }

  /** An order that was empty for a moment has lost its shipment: it is chosen again, or else the checkout asks for it. */
  async keepShipment({ orderId, shipment }: Order): Promise<void> {
    if (!shipment) return;
    const { shipmentModeId, contactAddressId } = shipment;
    const args = { orderId, shipmentModeId, ...(contactAddressId ? { contactAddressId } : {}) };
    await this.parts.s360.call(operations.setShipmentMode, args).catch(() => undefined);
  }

  /** The other visitors see it at once; the cart does not wait for that. */
  #tellTaken(performanceId: string, seatIds: readonly string[]): void {
    const { seatMaps, log } = this.parts;
    seatMaps
      .markTaken(performanceId, seatIds)
      .catch((error: unknown) => log.warn({ err: error }, 'taken seats were not marked'));
  }
}
