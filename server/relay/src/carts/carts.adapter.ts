import { randomUUID } from 'node:crypto';
import { ProblemError, type Cart, type CartItem, type OpenedCart } from '@s360-widgets/contract';
import {
  companionsIn,
  isUnclear,
  ticketsOf,
  toMovementIds,
  toOpened,
  type Access,
  type CartViews,
  type Order,
  type OrderDesk,
  type OrderWords,
} from '../order/index.js';
import { operations, type S360 } from '../s360/index.js';
import { toInstant, type Clock } from '../state/index.js';
import { extrasOf, type ExtrasSources } from './carts.extras.js';
import { refuseUnknown, type CartSeatMaps, type PriceCatalog } from './carts.known.js';
import { hasEffect, refuseTooMany, toRefusal } from './carts.refusals.js';
import { toCreateOrUpdate, toItem, type OrderHead } from './carts.request.js';
import { toCart, type CartRules } from './carts.view.js';

/** What carts need of the rest of the relay. */
export interface CartsParts extends ExtrasSources {
  readonly s360: S360;
  readonly clock: Clock;
  readonly desk: OrderDesk;
  readonly catalog: OrderWords & PriceCatalog;
  readonly seatMaps: CartSeatMaps;
  readonly pointOfSale: { get(): CartRules & { readonly posId: string } };
}

/** Carts are S-360's orders: this relay keeps nothing of them but a second's cache. */
export class Carts implements CartViews {
  constructor(readonly parts: CartsParts) {}

  /**
   * A new order with what the visitor clicked, and the one token that opens it. Where S-360's answer is lost its seats are free again
   * when its hold ends; people find it by our reference, which the log names.
   * @param gone aborted when the visitor has left: nobody would hold the token, so that the seats are given back
   */
  async open(items: readonly CartItem[], language: string, gone: AbortSignal): Promise<OpenedCart> {
    const { maxTickets } = this.parts.pointOfSale.get();
    refuseTooMany(items, [], maxTickets);
    await this.#refuseUnknown(items);
    const answer = await this.#createNew(items, language);
    const access = toOpened(answer);
    try {
      const cart = await this.get(access, language);
      if (gone.aborted) throw new ProblemError('box-office-timeout', {}, { message: 'the visitor has left' });
      return { token: this.parts.desk.tokenFor(access), cart };
    } catch (error) {
      // Nobody will ever hold this token: the seats go back rather than wait for the hold to end.
      const args = { orderId: access.orderId, movementIds: toMovementIds(answer) };
      await this.parts.s360.call(operations.abandonMovements, args).catch(() => undefined);
      throw error;
    }
  }

  /** The whole cart; one that ended is empty and says so. */
  async get(access: Access, language: string): Promise<Cart> {
    return this.view(await this.parts.desk.read(access, language), language);
  }

  /** Adds what one click chose, in one call. */
  add(access: Access, items: readonly CartItem[], language: string): Promise<Cart> {
    return this.#change(access, language, async (before) => {
      const { maxTickets } = this.parts.pointOfSale.get();
      refuseTooMany(items, before.lines, maxTickets);
      await this.#refuseUnknown(items);
      await this.#take(access, before, items, language);
    });
  }

  /** Gives tickets back. @throws ProblemError `not-found` if one of them is not in the cart: then none is given back */
  remove(access: Access, ticketIds: readonly string[], language: string): Promise<Cart> {
    return this.#change(access, language, async (before) => {
      const known = new Set(ticketsOf(before).map(({ ticket }) => ticket.id));
      if (!ticketIds.every((id) => known.has(id))) throw new ProblemError('not-found');
      await this.#giveBack(access, [...new Set(ticketIds)], language);
    });
  }

  /**
   * The same seat (or place) at another tariff: given back and taken again, since S-360 has no change of tariff. If it can't
   * be had at the new tariff, the old one is put back and the reason thrown; if that fails too, the ticket is lost and the
   * problem says why it can't be had at all, such as `seats-taken`.
   */
  changeTariff(access: Access, ticketId: string, tariffId: string, language: string): Promise<Cart> {
    return this.#change(access, language, async (before) => {
      const found = ticketsOf(before).find(({ ticket }) => ticket.id === ticketId);
      if (!found) throw new ProblemError('not-found');
      const { line, ticket } = found;
      if (ticket.tariffId === tariffId) return;
      await this.#refuseUnknown([toItem(line, ticket, tariffId)]);
      await this.#giveBack(access, [ticketId], language);
      try {
        await this.#take(access, before, [toItem(line, ticket, tariffId)], language);
      } catch (error) {
        // A lost answer may still have its effect, and only a seat is safe from being taken twice.
        if (isUnclear(error) && !ticket.seat) throw error;
        await this.#take(access, before, [toItem(line, ticket, ticket.tariffId)], language);
        throw error;
      } finally {
        if (ticketsOf(before).length === 1) await this.#keepShipment(before);
      }
    });
  }

  /** An order in the words of a language. */
  async view(order: Order, language: string): Promise<Cart> {
    const { catalog, clock } = this.parts;
    const rules = this.parts.pointOfSale.get();
    const extras = await extrasOf(order, language, this.parts);
    const answeredAt = toInstant(clock.now());
    return toCart(order, { catalog, rules, extras, language, answeredAt });
  }

  async #change(access: Access, language: string, write: (before: Order) => Promise<void>): Promise<Cart> {
    return this.view(await this.parts.desk.change(access, language, write), language);
  }

  #refuseUnknown(items: readonly CartItem[]): Promise<void> {
    return refuseUnknown(items, this.parts.catalog, this.parts.seatMaps);
  }

  /** Adds to an order. Seats are also refused when this very cart holds them: a second click, or one whose answer was lost. */
  async #take(access: Access, before: Order, items: readonly CartItem[], language: string): Promise<void> {
    const { desk } = this.parts;
    const { orderId } = access;
    const contactNumber = await desk.records.contactNumberOf(orderId);
    await desk.write(access, language, {
      send: () => this.#create({ orderId, contactNumber }, items, language),
      hadEffect: (after) => hasEffect(before, after, items),
      doubts: ['seats-taken'],
    });
  }

  async #createNew(items: readonly CartItem[], language: string) {
    const externalReference = randomUUID();
    try {
      return await this.#create({ externalReference }, items, language);
    } catch (error) {
      const facts = { externalReference, err: error };
      if (isUnclear(error)) this.parts.log.warn(facts, 'an order may have been opened whose answer was lost');
      throw error;
    }
  }

  async #create(head: Omit<OrderHead, 'pointOfSalesId'>, items: readonly CartItem[], language: string) {
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
      throw problem;
    }
  }

  /** The other visitors see it at once; the cart does not wait for that. */
  #tellTaken(performanceId: string, seatIds: readonly string[]): void {
    const { seatMaps, log } = this.parts;
    seatMaps
      .markTaken(performanceId, seatIds)
      .catch((error: unknown) => log.warn({ err: error }, 'taken seats were not marked'));
  }

  #giveBack(access: Access, movementIds: string[], language: string): Promise<void> {
    const { s360, desk } = this.parts;
    const args = { orderId: access.orderId, movementIds };
    return desk.write(access, language, {
      send: () => s360.call(operations.abandonMovements, args),
      hadEffect: (after) => !ticketsOf(after).some(({ ticket }) => movementIds.includes(ticket.id)),
    });
  }

  /** An order that was empty for a moment has lost its shipment: it is chosen again, or else the checkout asks for it. */
  async #keepShipment({ orderId, shipment }: Order): Promise<void> {
    if (!shipment) return;
    const { shipmentModeId, contactAddressId } = shipment;
    const args = { orderId, shipmentModeId, ...(contactAddressId ? { contactAddressId } : {}) };
    await this.parts.s360.call(operations.setShipmentMode, args).catch(() => undefined);
  }
}
