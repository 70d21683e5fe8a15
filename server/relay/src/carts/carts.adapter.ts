import { randomUUID } from 'node:crypto';
import { ProblemError, type Cart, type CartItem, type OpenedCart } from '@s360-widgets/contract';
import {
  isComposed,
  ticketsOf,
  toOpened,
  type Access,
  type CartViews,
  type Order,
  type OrderLine,
  type TicketFee,
} from '../order/index.js';
import { isUnclear } from '../s360/index.js';
import { toInstant, type Clock, type Deadline } from '../state/index.js';
import { extrasOf, type ExtrasSources } from './carts.extras.js';
import { refuseUnknown } from './carts.known.js';
import { refuseGuests, refuseTooMany } from './carts.refusals.js';
import { toItem } from './carts.request.js';
import { toCart } from './carts.view.js';
import { CartWrites, type WritesParts } from './carts.writes.js';

/** What carts need of the rest of the relay. */
export interface CartsParts extends ExtrasSources, WritesParts {
  readonly clock: Clock;
  readonly ticketFee: TicketFee;
  /** Whether promo codes are taken. */
  readonly promoCodes: boolean;
}

/** Carts are S-360's orders: this relay keeps nothing of them but a second's cache. */
export class Carts implements CartViews {
  readonly #writes: CartWrites;

  constructor(readonly parts: CartsParts) {
    this.#writes = new CartWrites(parts);
  }

  /**
   * A new order with what the visitor clicked, and the one token that opens it. Where S-360's answer is lost its seats are free again
   * when its hold ends; people find it by our reference, which the log names once that is known.
   * @param deadline of the visitor: beyond it nobody would hold the token, so that the seats are given back
   * @param contactNumber of who has signed in: the order is theirs
   */
  async open(
    items: readonly CartItem[],
    language: string,
    deadline: Pick<Deadline, 'isOver'>,
    contactNumber?: string,
  ): Promise<OpenedCart> {
    this.#refuseUnsold(items, [], contactNumber !== undefined);
    await this.#refuseUnknown(items);
    const head = { externalReference: randomUUID(), contactNumber };
    const answer = await this.#writes.create(head, items, language);
    const access = toOpened(answer);
    try {
      if (contactNumber) await this.parts.desk.records.putAccount(access.orderId, contactNumber);
      const cart = await this.view(await this.parts.desk.opened(answer, language), language);
      if (deadline.isOver)
        throw new ProblemError('box-office-timeout', {}, { message: 'nobody waits any more' });
      return { token: this.parts.desk.tokenFor(access), cart };
    } catch (error) {
      // Nobody will ever hold this token: the seats go back rather than wait for the hold to end.
      await this.#writes.takeBack(answer);
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
      const { accounts } = this.parts.desk.records;
      this.#refuseUnsold(items, before.lines, await accounts.has(access.orderId));
      await this.#refuseUnknown(items);
      await this.#writes.take(access, before, items, language);
    });
  }

  /** Gives tickets back. @throws ProblemError `not-found` if one of them is not in the cart: then none is given back */
  remove(access: Access, ticketIds: readonly string[], language: string): Promise<Cart> {
    return this.#change(access, language, async (before) => {
      const known = new Set(ticketsOf(before).map(({ ticket }) => ticket.id));
      if (!ticketIds.every((id) => known.has(id))) throw new ProblemError('not-found');
      await this.#writes.giveBack(access, [...new Set(ticketIds)], language);
    });
  }

  /**
   * The same seat (or place) at another tariff: given back and taken again, since S-360 has no change of tariff. If it can't
   * be had at the new tariff, the old one is put back and the reason thrown; if that fails too, the ticket is lost and the
   * problem says why it can't be had at all, such as `seats-taken`.
   * @throws ProblemError `not-found` of a ticket that is none of the cart, or one with parts, which would be given anew
   */
  changeTariff(access: Access, ticketId: string, tariffId: string, language: string): Promise<Cart> {
    return this.#change(access, language, async (before) => {
      const found = ticketsOf(before).find(({ ticket }) => ticket.id === ticketId);
      if (!found || isComposed(found.line)) throw new ProblemError('not-found');
      const { line, ticket } = found;
      if (ticket.tariffId === tariffId) return;
      await this.#refuseUnknown([toItem(line, ticket, tariffId)]);
      await this.#writes.giveBack(access, [ticketId], language);
      try {
        await this.#writes.take(access, before, [toItem(line, ticket, tariffId)], language);
      } catch (error) {
        // A lost answer may still have its effect, and only a seat is safe from being taken twice.
        if (isUnclear(error) && !ticket.seat) throw error;
        await this.#writes.take(access, before, [toItem(line, ticket, ticket.tariffId)], language);
        throw error;
      } finally {
        if (ticketsOf(before).length === 1) await this.#writes.keepShipment(before);
      }
    });
  }

  /**
   * Gives the cart a promo code, or takes it away; S-360 alone says what becomes cheaper by it.
   * @param code null for none
   */
  setPromoCode(access: Access, code: string | null, language: string): Promise<Cart> {
    if (code !== null && !this.parts.promoCodes) throw new ProblemError('promo-code-unknown');
    return this.#change(access, language, async (before) => {
      if (code !== before.promoCode) await this.#writes.setPromoCode(access, code ?? '', language);
    });
  }

  /** An order in the words of a language. */
  async view(order: Order, language: string): Promise<Cart> {
    const { catalog, clock, ticketFee } = this.parts;
    const rules = this.parts.pointOfSale.get();
    const extras = await extrasOf(order, language, this.parts);
    const answeredAt = toInstant(clock.now());
    return toCart(ticketFee.namedOrder(order), { catalog, rules, extras, language, answeredAt });
  }

  async #change(access: Access, language: string, write: (before: Order) => Promise<void>): Promise<Cart> {
    return this.view(await this.parts.desk.change(access, language, write), language);
  }

  /** What the point of sale does not sell, before S-360 is asked. */
  #refuseUnsold(items: readonly CartItem[], lines: readonly OrderLine[], isOfAccount: boolean): void {
    const { signIn, maxTickets } = this.parts.pointOfSale.get();
    if (!isOfAccount) refuseGuests(signIn);
    refuseTooMany(items, lines, maxTickets);
  }

  #refuseUnknown(items: readonly CartItem[]): Promise<void> {
    return refuseUnknown(items, this.parts.catalog, this.parts.seatMaps);
  }
}
