import {
  ProblemError,
  type Address,
  type Cart,
  type Order as BoughtOrder,
  type PaymentOutcome,
  type PaymentStart,
  type ShipmentModeList,
} from '@s360-widgets/contract';
import { OptionalParts, toInstant, type Clock, type PartsLog } from '../state/index.js';
import type { Finaliser, Standing } from './checkout.finalise.js';
import type { Shipments } from './checkout.shipments.js';
import type { PayableOrder, PaymentStarter, StartWish } from './checkout.start.js';

/** The carts as the checkout sees them. */
export interface CheckoutCarts<Access> {
  read(access: Access, language: string): Promise<PayableOrder>;
  /** As `read`, out of the calls that are kept for who has paid. */
  look(access: Access, language: string): Promise<PayableOrder>;
  get(access: Access, language: string): Promise<Cart>;
  /** The cart as it was read before, in the state that it is known to be in since; undefined where it was not. */
  lastRead(access: Access, language: string, state: Cart['state']): Promise<Cart | undefined>;
  /** Runs the write alone on the order, if that is still open, and gives the cart as it is then. */
  change(access: Access, language: string, write: (order: PayableOrder) => Promise<void>): Promise<Cart>;
}

export interface CheckoutParts<Access> {
  readonly clock: Clock;
  readonly carts: CheckoutCarts<Access>;
  readonly shipments: Shipments;
  readonly starter: PaymentStarter;
  readonly finaliser: Finaliser;
  /** Name of the payment provider, to show. */
  readonly provider: string;
  alone<T>(orderId: string, work: () => Promise<T>): Promise<T>;
  /** Saves an address for the order's contact and gives its id; without one, the id of the address known so far. */
  addressIdOf(order: PayableOrder, address: Address | undefined, language: string): Promise<string | null>;
  /** A paid order with its tickets, as far as they can be read; null where not even the order can be. */
  boughtOrder(access: Access, language: string): Promise<BoughtOrder | null>;
  readonly log: PartsLog;
}

/** From a full cart to a paid order. */
export class Checkout<Access extends { readonly orderId: string }> {
  constructor(readonly parts: CheckoutParts<Access>) {}

  /** @param countryCode where tickets would be sent by post */
  async listShipmentModes(access: Access, countryCode: string, language: string): Promise<ShipmentModeList> {
    const order = await this.parts.carts.read(access, language);
    if (order.state === 'ended') throw new ProblemError('cart-ended');
    if (order.lines.length === 0) throw new ProblemError('cart-empty');
    return this.parts.shipments.list(order, countryCode, language);
  }

  /** The fee is in the cart that comes back. */
  chooseShipment(
    access: Access,
    choice: { shipmentModeId: string; address?: Address },
    language: string,
  ): Promise<Cart> {
    return this.parts.carts.change(access, language, async (order) => {
      if (order.lines.length === 0) throw new ProblemError('cart-empty');
      const addressId = () => this.parts.addressIdOf(order, choice.address, language);
      await this.parts.shipments.choose(order, choice, addressId, language);
    });
  }

  /**
   * Begins a payment; a second call for the same total gives the same one. Once S-360 has the payment nothing fails any more: a
   * cart that can't be read then is the one that was read before.
   */
  async startPayment(access: Access, wish: StartWish, language: string): Promise<PaymentStart> {
    const { carts, starter, alone, provider } = this.parts;
    starter.refuseForeign(wish.returnUrl);
    // The token is checked against the order before anything is done about it.
    await carts.read(access, language);
    const begun = await alone(access.orderId, () => starter.begin(access.orderId, wish, language));
    const parts = new OptionalParts<'cart'>(this.parts.log);
    const cart =
      (await parts.read('cart', carts.get(access, language), undefined)) ??
      (await carts.lastRead(access, language, stateWith[begun.handOver.kind]));
    if (!cart)
      throw new ProblemError('box-office-down', {}, { message: 'an order that was begun is not known' });
    return { ...begun, provider, cart };
  }

  /** What became of the payment. Whoever asks also moves it on: the browser's word is never taken for it. */
  async outcome(access: Access, language: string, { isEager = false } = {}): Promise<PaymentOutcome> {
    // What is decided is told even where S-360 can't be asked for the order; else the token is checked against it first.
    if (!(await this.parts.finaliser.isPaid(access.orderId))) await this.parts.carts.look(access, language);
    return this.#tell(access, await this.parts.finaliser.finalise(access.orderId, { isEager }), language);
  }

  /** The visitor leaves the payment: cancelled unless it was paid meanwhile, and the cart opens again. */
  async leave(access: Access, language: string): Promise<PaymentOutcome> {
    const { carts, finaliser, alone } = this.parts;
    await carts.look(access, language);
    const standing = await alone(access.orderId, () => finaliser.giveUp(access.orderId));
    return this.#tell(access, standing, language);
  }

  /** A paid order is shown as an order, all else as the cart that it still is. Neither is waited for long, nor needed. */
  async #tell(access: Access, status: Standing, language: string): Promise<PaymentOutcome> {
    const checkedAt = toInstant(this.parts.clock.now());
    if (status === 'paid') {
      return { status, checkedAt, cart: null, order: await this.parts.boughtOrder(access, language) };
    }
    const parts = new OptionalParts<'cart'>(this.parts.log);
    const cart = await parts.read('cart', this.parts.carts.get(access, language), null);
    return { status, checkedAt, cart, order: null };
  }
}

/** The state that an order is in once its payment was handed over. */
const stateWith = { widget: 'paying', redirect: 'open', none: 'completed' } as const;
