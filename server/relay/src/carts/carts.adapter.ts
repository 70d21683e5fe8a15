import { ProblemError, type Cart, type CartItem, type OpenedCart } from '@s360-widgets/contract';
import {
  tariffsWithoutCompanion,
  ticketsOf,
  toMovementIds,
  toOpened,
  type Access,
  type CartTokens,
  type Order,
  type OrderQueue,
  type OrderReads,
} from '../order/index.js';
import { operations, refusalCode, type S360 } from '../s360/index.js';
import { toInstant, type Clock } from '../state/index.js';
import { hasEffect, refuseTooMany, toRefusal } from './carts.refusals.js';
import { toCreateOrUpdate, toItem, type OrderHead } from './carts.request.js';
import { toCart, type CartCatalog, type CartExtras, type CartRules } from './carts.view.js';

/** What carts need of the rest of the relay. */
export interface CartsParts {
  readonly s360: S360;
  readonly clock: Clock;
  readonly tokens: CartTokens;
  readonly queue: OrderQueue;
  readonly reads: OrderReads;
  readonly catalog: CartCatalog;
  /** Of the point of sale, as S-360 configures it. */
  rules(): Promise<CartRules & { readonly pointOfSalesId: string }>;
  /** Contact, address and shipment of an order, for the holder of its token only. */
  extrasOf(order: Order, language: string): Promise<CartExtras>;
  /** The contact number that the visitor got before paying, if any. */
  contactNumberOf(orderId: string): Promise<string | undefined>;
  /** Whether there is such a thing to buy at all, as far as the relay knows without asking S-360. */
  isKnown(item: CartItem): Promise<boolean>;
  /** S-360 said that these seats are gone. */
  seatsTaken(performanceId: string, seatIds: readonly string[]): void;
}

/** Carts are S-360's orders: this relay keeps nothing of them but a second's cache. */
export class Carts {
  constructor(readonly parts: CartsParts) {}

  /**
   * A new order with what the visitor clicked, and the one token that opens it. Where S-360's answer is lost there is no way
   * to the order that it may have made: its seats are free again when its hold ends.
   */
  async open(items: readonly CartItem[], language: string): Promise<OpenedCart> {
    const { maxTickets } = await this.parts.rules();
    refuseTooMany(items, [], maxTickets);
    await this.#refuseUnknown(items);
    const answer = await this.#create({}, items, language);
    const access = toOpened(answer);
    try {
      return { token: this.parts.tokens.seal(access), cart: await this.get(access, language) };
    } catch (error) {
      // Nobody will ever hold this token: the seats go back rather than wait for the hold to end.
      const args = { orderId: access.orderId, movementIds: toMovementIds(answer) };
      await this.parts.s360.call(operations.abandonMovements, args).catch(() => undefined);
      throw error;
    }
  }

  /** The whole cart; one that ended is empty and says so. */
  async get(access: Access, language: string): Promise<Cart> {
    return this.view(await this.parts.reads.read(access, language), language);
  }

  /** The cart as last read, in the state that a payment is known to have brought it to since; for when it can't be read. */
  async lastRead(access: Access, language: string, state: Cart['state']): Promise<Cart | undefined> {
    const order = this.parts.reads.lastRead(access, language);
    return order && this.view({ ...order, state }, language);
  }

  /** Adds what one click chose, in one call. */
  add(access: Access, items: readonly CartItem[], language: string): Promise<Cart> {
    return this.change(access, language, async (before) => {
      const { maxTickets } = await this.parts.rules();
      refuseTooMany(items, before.lines, maxTickets);
      await this.#refuseUnknown(items);
      await this.#take(access, before, items, language);
    });
  }

  /** Gives tickets back. @throws ProblemError `not-found` if one of them is not in the cart: then none is given back */
  remove(access: Access, ticketIds: readonly string[], language: string): Promise<Cart> {
    return this.change(access, language, async (before) => {
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
    return this.change(access, language, async (before) => {
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
    const [rules, extras] = await Promise.all([this.parts.rules(), this.parts.extrasOf(order, language)]);
    const answeredAt = toInstant(this.parts.clock.now());
    return toCart(order, { catalog: this.parts.catalog, rules, extras, language, answeredAt });
  }

  /** The tariffs in an order that are only sold with another one, whether that is there or not. */
  dependentTariffs(order: Order, language: string): string[] {
    const companionsOf = this.#companionsOf(language);
    const tariffIds = new Set(ticketsOf(order).map(({ ticket }) => ticket.tariffId));
    return [...tariffIds].filter((tariffId) => companionsOf(tariffId).length > 0);
  }

  /** @throws ProblemError `tariff-needs-companion` with the tariffs that may not be sold alone */
  refuseLonelyTariffs(order: Order, language: string): void {
    const tickets = ticketsOf(order).map(({ line, ticket }) => ({
      place: line.id,
      tariffId: ticket.tariffId,
    }));
    const tariffIds = tariffsWithoutCompanion(tickets, this.#companionsOf(language));
    if (tariffIds.length > 0) throw new ProblemError('tariff-needs-companion', { tariffIds });
  }

  /** Ids that belong to nothing are refused before S-360 is asked, which would call them an error of the relay. */
  async #refuseUnknown(items: readonly CartItem[]): Promise<void> {
    const known = await Promise.all(items.map((item) => this.parts.isKnown(item)));
    if (known.includes(false)) throw new ProblemError('not-found');
  }

  /** One write on an order that is open, alone on it, and the cart as it is then. */
  async change(access: Access, language: string, write: (before: Order) => Promise<void>): Promise<Cart> {
    const order = await this.parts.queue.run(access.orderId, async () => {
      const before = await this.parts.reads.known(access, language);
      refuseUnlessOpen(before);
      try {
        await write(before);
      } finally {
        this.parts.reads.forget(access.orderId);
      }
      return this.parts.reads.read(access, language);
    });
    return this.view(order, language);
  }

  /** Adds to an order. Nothing is ever sent twice: where the answer was lost, the order tells what came of it. */
  async #take(access: Access, before: Order, items: readonly CartItem[], language: string): Promise<void> {
    const contactNumber = await this.parts.contactNumberOf(access.orderId);
    try {
      await this.#create({ orderId: access.orderId, contactNumber }, items, language);
    } catch (error) {
      // Seats are also refused when this very cart holds them: a second click, or one whose answer was lost.
      const isOwn = error instanceof ProblemError && error.code === 'seats-taken';
      if (!isUnclear(error) && !isOwn) throw error;
      this.parts.reads.forget(access.orderId);
      const after = await this.parts.reads.read(access, language);
      if (!hasEffect(before, after, items)) throw error;
    }
  }

  async #create(head: Omit<OrderHead, 'pointOfSalesId'>, items: readonly CartItem[], language: string) {
    const { pointOfSalesId, maxTickets } = await this.parts.rules();
    const args = toCreateOrUpdate({ ...head, pointOfSalesId }, items);
    try {
      return await this.parts.s360.call(operations.createOrUpdateOrder, args, { language });
    } catch (error) {
      const { problem, taken } = toRefusal(error, items, {
        maxTickets,
        companionsOf: this.#companionsOf(language),
      });
      for (const { performanceId, seatIds } of taken) this.parts.seatsTaken(performanceId, seatIds);
      throw problem;
    }
  }

  async #giveBack(access: Access, movementIds: string[], language: string): Promise<void> {
    const { orderId } = access;
    try {
      await this.parts.s360.call(operations.abandonMovements, { orderId, movementIds });
    } catch (error) {
      if (!isUnclear(error)) throw error;
      this.parts.reads.forget(orderId);
      const after = await this.parts.reads.read(access, language);
      if (ticketsOf(after).some(({ ticket }) => movementIds.includes(ticket.id))) throw error;
    }
  }

  /** An order that was empty for a moment has lost its shipment: it is chosen again, or else the checkout asks for it. */
  async #keepShipment({ orderId, shipment }: Order): Promise<void> {
    if (!shipment) return;
    const { shipmentModeId, contactAddressId } = shipment;
    const args = { orderId, shipmentModeId, ...(contactAddressId ? { contactAddressId } : {}) };
    await this.parts.s360.call(operations.setShipmentMode, args).catch(() => undefined);
  }

  #companionsOf(language: string): (tariffId: string) => readonly string[] {
    return (tariffId) => this.parts.catalog.tariff(tariffId, language)?.requiresTariffIds ?? [];
  }
}

/** @throws ProblemError that says why nothing can be changed any more */
function refuseUnlessOpen({ state }: Order): void {
  if (state === 'ended') throw new ProblemError('cart-ended');
  if (state === 'paying') throw new ProblemError('payment-in-progress');
  if (state === 'completed') throw new ProblemError('cart-closed');
  if (state === 'unclear')
    throw new ProblemError('box-office-refused', {}, { message: 'an order in an unknown state' });
}

/**
 * A write that failed without a "no" of S-360: its answer was lost, cut off or not to be read, and nobody knows whether it had
 * its effect. A call that S-360 had no room for surely had none.
 */
const isUnclear = (error: unknown): boolean =>
  error instanceof ProblemError &&
  unclearCodes.includes(error.code) &&
  !refusalCode(error)?.startsWith('error.');

const unclearCodes: readonly string[] = ['box-office-timeout', 'box-office-down', 'box-office-refused'];
