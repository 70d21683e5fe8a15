import '@s360-widgets/elements';
import type { Cart } from '@s360-widgets/contract';
import type { Clock } from '@s360-widgets/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { shop } from './fakes/catalog.js';
import { type Answers, never, problem } from './fakes/client.js';
import { hastyClock, outside, stillClock } from './fakes/outside.js';
import { press, tick, type } from './fakes/person.js';
import {
  blockedPaymentStart,
  endedCart,
  fullCart,
  goodsOrder,
  inTurn,
  knownCart,
  lateCart,
  order,
  outcome,
  payingCart,
  paymentStart,
  postedOrder,
  readyCart,
  shipmentModes,
  unclearCart,
  unreadCart,
  unreadOrder,
  usedPaymentStart,
} from './fakes/purchase.js';

interface Args {
  /** What the relay answers, one after the other. */
  carts: [Cart, ...Cart[]];
  answers: Answers;
  /** What this device keeps. */
  kept: Record<string, unknown>;
  clock: Clock;
}

const hidden = { table: { disable: true } };

const meta: Meta<Args> = {
  title: 'Checkout',
  component: 's360-checkout',
  args: { carts: [fullCart], answers: {}, kept: { 'cart-token': 'story' }, clock: stillClock() },
  argTypes: { carts: hidden, answers: hidden, kept: hidden, clock: hidden },
  render: ({ carts, answers, kept, clock }, { globals }) => {
    const known: Answers = {
      getShop: shop,
      getCart: inTurn(...carts),
      saveContact: knownCart,
      listShipmentModes: { shipmentModes },
      chooseShipment: readyCart,
      startPayment: paymentStart,
    };
    return html`<s360-shop lang=${String(globals.language)} .outside=${outside({ ...known, ...answers }, kept, clock)}>
      <s360-checkout terms-url="#terms" cart-url="#cart" orders-url="#orders"></s360-checkout>
    </s360-shop>`;
  },
};

export default meta;
type Story = StoryObj<Args>;

const pay = async ({ canvasElement }: { canvasElement: HTMLElement }) => {
  await tick(canvasElement, 'terms');
  await press(canvasElement, 'Continue to payment');
};

export const Contact: Story = {};
/** The summary of what is wrong takes the focus. */
export const ContactWrong: Story = {
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'email', 'elena.marchetti@');
    await press(canvasElement, 'Continue to delivery');
  },
};
export const Delivery: Story = { args: { carts: [knownCart] } };
export const DeliveryByPost: Story = {
  args: { carts: [knownCart] },
  play: async ({ canvasElement }) => tick(canvasElement, 'delivery-44'),
};
export const DeliveryLoading: Story = {
  args: { carts: [knownCart], answers: { listShipmentModes: never() } },
};
/** The details were given and can't be read: the ways of delivery wait for them, and nobody is asked to type them again. */
export const DetailsUnread: Story = { args: { carts: [unreadCart] } };
export const NoDelivery: Story = {
  args: { carts: [knownCart], answers: { listShipmentModes: { shipmentModes: [] } } },
};
export const Review: Story = { args: { carts: [readyCart] } };
/** What can't be read is said in its place, and keeps nobody from paying. */
export const ReviewUnread: Story = {
  args: { carts: [{ ...unreadCart, shipment: { shipmentModeId: '44', kind: 'post', name: 'By post' } }] },
};
export const TermsMissing: Story = {
  args: { carts: [readyCart] },
  play: async ({ canvasElement }) => press(canvasElement, 'Continue to payment'),
};
export const TotalChanged: Story = {
  args: {
    carts: [readyCart, { ...readyCart, total: { amountMinor: 24100, currency: { code: 'EUR', digits: 2 } } }],
    answers: { startPayment: problem('total-changed') },
  },
  play: pay,
};
export const UnderTwoMinutes: Story = {
  args: { carts: [{ ...readyCart, expiresAt: lateCart.expiresAt }] },
};

export const Payment: Story = { args: { carts: [readyCart] }, play: pay };
export const PaymentLoading: Story = {
  args: { carts: [readyCart], answers: { startPayment: never() } },
  play: pay,
};
/** An ad blocker, a strict network or a page's Content-Security-Policy keeps the script away. */
export const PaymentBlocked: Story = {
  args: { carts: [readyCart], answers: { startPayment: blockedPaymentStart } },
  play: pay,
};
/** A reload in the middle of a payment: its form can't be had again, a new one can. */
export const PaymentReloaded: Story = {
  args: { carts: [payingCart], answers: { getPaymentOutcome: outcome({}) } },
};
export const WaitingForTheBank: Story = {
  args: { carts: [readyCart], answers: { startPayment: usedPaymentStart, reportPayment: outcome({}) } },
  play: pay,
};
export const Refused: Story = {
  args: {
    carts: [payingCart],
    answers: {
      getPaymentOutcome: outcome({ status: 'refused', cart: readyCart }),
    },
  },
};
/** A fresh form can’t be had now: it can be asked for again. */
export const RefusedForNow: Story = {
  args: {
    carts: [payingCart],
    answers: {
      getPaymentOutcome: outcome({ status: 'refused', cart: readyCart }),
      startPayment: problem('box-office-down'),
    },
  },
};
export const Cancelled: Story = {
  args: {
    carts: [payingCart],
    answers: {
      getPaymentOutcome: outcome({ status: 'cancelled', cart: readyCart }),
    },
  },
};
export const HoldEndedInPayment: Story = {
  args: {
    carts: [payingCart],
    answers: { getPaymentOutcome: outcome({ status: 'expired', cart: endedCart }) },
  },
};
export const HoldEndedInForm: Story = { args: { carts: [fullCart, endedCart], clock: hastyClock() } };

export const Confirmation: Story = {
  args: {
    carts: [payingCart],
    answers: { getPaymentOutcome: outcome({ status: 'paid', cart: null, order }) },
  },
};
/** A seat and two tote bags: vouchers beside a ticket. */
export const ConfirmationWithGoods: Story = {
  args: {
    carts: [payingCart],
    answers: { getPaymentOutcome: outcome({ status: 'paid', cart: null, order: goodsOrder }) },
  },
};
export const ConfirmationByPost: Story = {
  args: {
    carts: [payingCart],
    answers: {
      getPaymentOutcome: outcome({ status: 'paid', cart: null, order: postedOrder }),
    },
  },
};
/** Paid, and yet the relay could not read all of it. */
export const ConfirmationUnread: Story = {
  args: {
    carts: [payingCart],
    answers: { getPaymentOutcome: outcome({ status: 'paid', cart: null, order: unreadOrder }) },
  },
};

/** Days after an order: the way to it comes first. */
export const AfterAnOrder: Story = {
  args: {
    kept: { orders: [{ orderId: order.orderId, token: 'story', isConfirmed: true }] },
    answers: { getOrder: order },
  },
};

/** Nobody can tell what has become of the order: it is shown, and there is no step to go on with. */
export const Unclear: Story = { args: { carts: [unclearCart] } };
/** Charged, and the order can't be completed: the box office's people look after it. */
export const Raised: Story = {
  args: {
    carts: [payingCart],
    answers: { getPaymentOutcome: outcome({ status: 'raised', cart: payingCart }) },
  },
};
export const Empty: Story = { args: { kept: {} } };
export const Loading: Story = { args: { answers: { getCart: never() } } };
export const Unreachable: Story = { args: { answers: { getCart: problem('relay-unreachable') } } };
