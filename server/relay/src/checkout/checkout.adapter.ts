import {
  ProblemError,
  type Address,
  type Cart,
  type PaymentOutcome,
  type PaymentStart,
  type ShipmentModeList,
} from '@s360-widgets/contract';
import {
  heldMs,
  type Access,
  type CartViews,
  type Order,
  type OrderDesk,
  type TicketViews,
} from '../order/index.js';
import { OptionalParts, toInstant, type Clock, type PartsLog } from '../state/index.js';
import type { Standing } from './checkout.attempts.js';
import type { Finaliser } from './checkout.finalise.js';
import type { Shipments } from './checkout.shipments.js';
import type { PaymentStarter, StartWish } from './checkout.start.js';

/** The contacts as the checkout needs them: where tickets go by post. */
export interface ShippingAddresses {
  /** The address known so far; null while there is none but a country. */
  addressIdOf(order: Order): Promise<string | null>;
  /** Adds the address to the order's contact and gives its id. @throws ProblemError `contact-missing` before there is one */
  saveAddress(order: Order, address: Address, language: string): Promise<string>;
}

export interface CheckoutParts {
  readonly clock: Clock;
  readonly desk: OrderDesk;
  readonly carts: CartViews;
  readonly contacts: ShippingAddresses;
  readonly tickets: TicketViews;
  readonly shipments: Shipments;
  readonly starter: PaymentStarter;
  readonly finaliser: Finaliser;
  /** Name of the payment provider, to show. */
  readonly provider: string;
  readonly log: PartsLog;
}

/** From a full cart to a paid order. */
export class Checkout {
  constructor(readonly parts: CheckoutParts) {}

  /** @param countryCode where tickets would be sent by post */
  async listShipmentModes(access: Access, countryCode: string, language: string): Promise<ShipmentModeList> {
    const order = await this.parts.desk.known(access, language);
    if (order.state === 'ended') throw new ProblemError('cart-ended');
    if (order.lines.length === 0) throw new ProblemError('cart-empty');
    return this.parts.shipments.list(order, countryCode, language);
  }

  /** The fee is in the cart that comes back. */
  async chooseShipment(
    access: Access,
    choice: { shipmentModeId: string; address?: Address },
    language: string,
  ): Promise<Cart> {
    const { desk, carts, contacts, shipments } = this.parts;
    const { address } = choice;
    const choose = async (order: Order) => {
      if (order.lines.length === 0) throw new ProblemError('cart-empty');
      const addressId = () =>
        address ? contacts.saveAddress(order, address, language) : contacts.addressIdOf(order);
      return shipments.choose(order, choice, addressId, language);
    };
    const changed = await desk.change(access, language, choose, heldMs);
    return carts.view(changed, language);
  }

  /**
   * Begins a payment; a second call for the same total gives the same one. Once S-360 has the payment nothing fails any more: the cart
   * is the one that was read before it, in the state that the payment has brought it to.
   */
  async startPayment(access: Access, wish: StartWish, language: string): Promise<PaymentStart> {
    const { desk, starter, provider } = this.parts;
    starter.refuseForeign(wish.returnUrl);
    await desk.verify(access, language);
    const begin = () => starter.begin(access.orderId, wish, language);
    const begun = await desk.alone(access.orderId, begin).catch((error: unknown) => {
      const isOther = error instanceof ProblemError && error.code === 'total-changed';
      if (isOther) this.parts.shipments.distrustPrices();
      throw error;
    });
    const order = await desk.lastRead(access, language);
    if (!order)
      throw new ProblemError('box-office-down', {}, { message: 'an order that was begun is not known' });
    const state = stateWith[begun.handOver.kind];
    return { ...begun, provider, cart: await this.parts.carts.view({ ...order, state }, language) };
  }

  /** What became of the payment. Whoever asks also moves it on: the browser's word is never taken for it. */
  async outcome(access: Access, language: string, { isEager = false } = {}): Promise<PaymentOutcome> {
    // What is decided is told even where S-360 can't be asked for the order.
    const { desk } = this.parts;
    if ((await desk.records.verdictOn(access.orderId)) !== 'paid')
      await desk.verify(access, language, 'payment');
    return this.#tell(access, await this.parts.finaliser.finalise(access.orderId, { isEager }), language);
  }

  /** The visitor leaves the payment: cancelled unless it was paid meanwhile, and the cart opens again. */
  async leave(access: Access, language: string): Promise<PaymentOutcome> {
    const { desk, finaliser } = this.parts;
    await desk.verify(access, language, 'payment');
    const standing = await desk.alone(access.orderId, () => finaliser.giveUp(access.orderId));
    return this.#tell(access, standing, language);
  }

  /** A paid order is shown as an order, all else as the cart that it still is. Neither is waited for long, nor needed. */
  async #tell(access: Access, status: Standing, language: string): Promise<PaymentOutcome> {
    const checkedAt = toInstant(this.parts.clock.now());
    if (status === 'paid') {
      return { status, checkedAt, cart: null, order: await this.parts.tickets.getPaid(access, language) };
    }
    const parts = new OptionalParts<'cart'>(this.parts.log);
    const cart = await parts.read('cart', this.#cart(access, language), null);
    return { status, checkedAt, cart, order: null };
  }

  async #cart(access: Access, language: string): Promise<Cart> {
    return this.parts.carts.view(await this.parts.desk.read(access, language), language);
  }
}

/** The state that an order is in once its payment was handed over. */
const stateWith = { widget: 'paying', redirect: 'open', none: 'completed' } as const;
