import { ProblemError, type Cart, type CartItem, type OpenedCart } from '@s360-widgets/contract';
import type { S360 } from '../s360/index.js';
import { toInstant, type Clock } from '../state/clock.js';
import { toOpened } from './carts.mapping.js';
import { ticketsOf, type Order } from './carts.order.js';
import type { OrderQueue } from './carts.queue.js';
import type { OrderReads } from './carts.reads.js';
import { hasEffect, refuseTooMany, toRefusal, wantedSeats } from './carts.refusals.js';
import { toCreateOrUpdate, toItem } from './carts.request.js';
import type { Access, CartTokens } from './carts.token.js';
import {
  tariffsWithoutCompanion,
  toCart,
  type CartCatalog,
  type CartExtras,
  type CartRules,
} from './carts.view.js';

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
  /** S-360 said that these seats are gone. */
  seatsTaken(performanceId: string, seatIds: readonly string[]): void;
  readonly log: { warn(facts: object, message: string): void };
}

/** Carts are S-360's orders: this relay keeps nothing of them but a second's cache. */
export class Carts {
  constructor(readonly parts: CartsParts) {}

  /** A new order with what the visitor clicked, and the one token that opens it. */
  async open(items: readonly CartItem[], language: string): Promise<OpenedCart> {
    const { pointOfSalesId, maxTickets } = await this.parts.rules();
    refuseTooMany(items, [], maxTickets);
    const args = toCreateOrUpdate({ pointOfSalesId }, items);
    const answer = await this.#create(args, items, language);
    const access = toOpened(answer);
    const cart = await this.get(access, language);
    return { token: this.parts.tokens.seal(access), cart };
  }

  /** The whole cart; one that ended is empty and says so. */
  async get(access: Access, language: string): Promise<Cart> {
    return this.view(await this.parts.reads.read(access, language), language);
  }

  /** Adds what one click chose, in one call. */
  add(access: Access, items: readonly CartItem[], language: string): Promise<Cart> {
    return this.#change(access, language, async (before) => {
      const { pointOfSalesId, maxTickets } = await this.parts.rules();
      refuseTooMany(items, before.lines, maxTickets);
      const contactNumber = await this.parts.contactNumberOf(access.orderId);
      const args = toCreateOrUpdate({ pointOfSalesId, orderId: access.orderId, contactNumber }, items);
      try {
        await this.#create(args, items, language);
      } catch (error) {
        if (!(await this.#hasLanded(error, before, items, access, language))) throw error;
      }
    });
  }

  /** Gives tickets back. @throws ProblemError `not-found` if one of them is not in the cart: then none is given back */
  remove(access: Access, ticketIds: readonly string[], language: string): Promise<Cart> {
    return this.#change(access, language, async (before) => {
      const known = new Set(ticketsOf(before).map(({ ticket }) => ticket.id));
      if (!ticketIds.every((id) => known.has(id))) throw new ProblemError('not-found');
      await this.#abandon(access.orderId, [...new Set(ticketIds)]);
    });
  }

  /**
   * The same seat (or place) at another tariff: given back and taken again, since S-360 has no change of tariff. If it can't be
   * had at the new tariff, the old one is put back and the reason thrown; if that fails too, the ticket is lost and the
   * problem is `seats-taken` or `not-enough-seats`.
   */
  changeTariff(access: Access, ticketId: string, tariffId: string, language: string): Promise<Cart> {
    return this.#change(access, language, async (before) => {
      const found = ticketsOf(before).find(({ ticket }) => ticket.id === ticketId);
      if (!found) throw new ProblemError('not-found');
      const { line, ticket } = found;
      if (ticket.tariffId === tariffId) return;
      const { pointOfSalesId } = await this.parts.rules();
      const contactNumber = await this.parts.contactNumberOf(access.orderId);
      const take = (tariff: string) => {
        const items = [toItem(line, ticket, tariff)];
        const head = { pointOfSalesId, orderId: access.orderId, contactNumber };
        return this.#create(toCreateOrUpdate(head, items), items, language);
      };
      await this.#abandon(access.orderId, [ticketId]);
      await this.#takeOrPutBack(take, tariffId, ticket.tariffId);
    });
  }

  /** An order in the words of a language. */
  async view(order: Order, language: string): Promise<Cart> {
    const [rules, extras] = await Promise.all([this.parts.rules(), this.parts.extrasOf(order, language)]);
    const answeredAt = toInstant(this.parts.clock.now());
    return toCart(order, { catalog: this.parts.catalog, rules, extras, language, answeredAt });
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

  /** One write on an order that is open, alone on it, and the cart as it is then. */
  async #change(access: Access, language: string, write: (before: Order) => Promise<void>): Promise<Cart> {
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

  async #create(args: ReturnType<typeof toCreateOrUpdate>, items: readonly CartItem[], language: string) {
    try {
      return await this.parts.s360.call('ExternalOrderFacade', 'createOrUpdateOrder', args, { language });
    } catch (error) {
      const { maxTickets } = await this.parts.rules();
      const { problem, taken } = toRefusal(error, items, {
        maxTickets,
        companionsOf: this.#companionsOf(language),
      });
      for (const { performanceId, seatIds } of taken) this.parts.seatsTaken(performanceId, seatIds);
      throw problem;
    }
  }

  async #abandon(orderId: string, movementIds: string[]): Promise<void> {
    await this.parts.s360.call('ExternalOrderService', 'abandonMovements', { orderId, movementIds });
  }

  async #takeOrPutBack(
    take: (tariffId: string) => Promise<unknown>,
    wanted: string,
    former: string,
  ): Promise<void> {
    try {
      await take(wanted);
    } catch (error) {
      if (isUnclear(error)) throw error;
      await take(former);
      throw error;
    }
  }

  /**
   * Whether an add had its effect although it seems to have failed: its answer was lost, or the seats were refused because
   * this very cart holds them (a second click, or a repeat of an add whose answer was lost). Nothing is ever sent again.
   */
  async #hasLanded(
    error: unknown,
    before: Order,
    items: readonly CartItem[],
    access: Access,
    language: string,
  ): Promise<boolean> {
    const isOwn =
      error instanceof ProblemError && error.code === 'seats-taken' && wantedSeats(items).length > 0;
    if (!isUnclear(error) && !isOwn) return false;
    this.parts.reads.forget(access.orderId);
    const after = await this.parts.reads.read(access, language);
    return hasEffect(before, after, items);
  }

  #companionsOf(language: string): (tariffId: string) => readonly string[] {
    return (tariffId) => this.parts.catalog.tariff(tariffId, language)?.requiresTariffIds ?? [];
  }
}

/** @throws ProblemError that says why nothing can be changed any more */
export function refuseUnlessOpen({ state }: Order): void {
  if (state === 'ended') throw new ProblemError('cart-ended');
  if (state === 'paying') throw new ProblemError('payment-in-progress');
  if (state === 'completed') throw new ProblemError('cart-closed');
}

/** A write whose answer never came: nobody knows whether it had its effect. */
export const isUnclear = (error: unknown): boolean =>
  error instanceof ProblemError && (error.code === 'box-office-timeout' || error.code === 'box-office-down');
