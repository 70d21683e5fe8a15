import '@s360-widgets/elements';
import type { Cart } from '@s360-widgets/contract';
import type { Clock } from '@s360-widgets/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { promoCart } from './fakes/cart.js';
import { shop } from './fakes/catalog.js';
import { type Answers, never, problem } from './fakes/client.js';
import { event } from './fakes/event.js';
import { hastyClock, outside, stillClock } from './fakes/outside.js';
import { press, type } from './fakes/person.js';
import {
  endedCart,
  fullCart,
  goodsCart,
  seasonCart,
  inTurn,
  lateCart,
  payingCart,
  unclearCart,
} from './fakes/purchase.js';

interface Args {
  /** What the relay answers, one after the other. */
  carts: [Cart, ...Cart[]];
  answers: Answers;
  clock: Clock;
  /** What this device keeps. */
  kept: Record<string, unknown>;
}

const hidden = { table: { disable: true } };
const withCart = { 'cart-token': 'story' };

const meta: Meta<Args> = {
  title: 'Cart',
  component: 's360-cart',
  args: { carts: [fullCart], answers: {}, kept: withCart, clock: stillClock() },
  argTypes: { carts: hidden, answers: hidden, kept: hidden, clock: hidden },
  render: ({ carts, answers, kept, clock }, { globals }) => html`
    <s360-shop
      lang=${String(globals.language)}
      .outside=${outside({ getShop: shop, getCart: inTurn(...carts), getEvent: event, ...answers }, kept, clock)}
    >
      <s360-cart checkout-url="#checkout" event-url="#event-{id}" browse-url="#programme"></s360-cart>
    </s360-shop>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Calm: Story = {};
/** The tone of the clock changes once, at two minutes. */
export const UnderTwoMinutes: Story = { args: { carts: [lateCart] } };

/** The hold ends while the page is open: the relay is asked, and says so. */
/** What is no ticket counts as an item. */
export const WithGoods: Story = { args: { carts: [goodsCart] } };
/** Season tickets, with the seats of each of their dates. */
export const WithSeasonTickets: Story = { args: { carts: [seasonCart] } };
/** A code that makes two of three tickets cheaper. */
export const WithPromoCode: Story = { args: { carts: [promoCart] } };
/** The field, and why the code was not taken. */
export const PromoCodeRefused: Story = {
  args: { answers: { redeemPromoCode: problem('promo-code-ended') } },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Have a promo code?');
    await type(canvasElement, 'text', 'AUTUMN');
    await press(canvasElement, 'Apply');
  },
};
export const HoldEnded: Story = { args: { carts: [fullCart, endedCart], clock: hastyClock() } };
/** After a reload nobody knows what had been held. */
export const HoldEndedBefore: Story = { args: { carts: [endedCart] } };
/** Removing can't be undone, so it is asked. */
export const RemovingAll: Story = {
  play: async ({ canvasElement }) => press(canvasElement, 'Remove 3 tickets for The Magic Flute'),
};
export const RemovingOne: Story = {
  play: async ({ canvasElement }) => press(canvasElement, 'Remove Stalls right, row H, seat 19'),
};
export const RemovingRefused: Story = {
  args: { answers: { removeTickets: problem('box-office-busy') } },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Remove Stalls right, row H, seat 19');
    await press(canvasElement, 'Remove 1 ticket');
  },
};
export const PaidInAnotherTab: Story = { args: { carts: [payingCart] } };
/** Nobody can tell what has become of the order: it is shown, and can be neither changed nor paid. */
export const Unclear: Story = { args: { carts: [unclearCart] } };
export const Empty: Story = { args: { kept: {} } };
export const Loading: Story = { args: { answers: { getCart: never() } } };
export const Unreachable: Story = {
  args: { answers: { getCart: problem('relay-unreachable') } },
};
