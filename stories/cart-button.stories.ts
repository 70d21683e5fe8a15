import '@s360-widgets/elements';
import type { Cart } from '@s360-widgets/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { cart } from './fakes/cart.js';
import { outside } from './fakes/outside.js';
import { lateCart } from './fakes/purchase.js';

interface Args {
  cart: Cart | null;
  'with-label': boolean;
}

const holding = (ticketCount: number): Cart => ({ ...cart, ticketCount });

const meta: Meta<Args> = {
  title: 'Cart button',
  component: 's360-cart-button',
  args: { cart, 'with-label': false },
  argTypes: { cart: { table: { disable: true } } },
  render: ({ cart: held, 'with-label': withLabel }, { globals }) => html`
    <s360-shop
      lang=${String(globals.language)}
      .outside=${outside(held ? { getCart: held } : {}, held ? { 'cart-token': 'story' } : {})}
    >
      <s360-cart-button cart-url="#cart" ?with-label=${withLabel}></s360-cart-button>
    </s360-shop>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Empty: Story = { args: { cart: null } };
export const OneTicket: Story = { args: { cart: holding(1) } };
export const TwoDigits: Story = { args: { cart: holding(12) } };
export const Many: Story = { args: { cart: holding(120) } };
export const WithLabelAndClock: Story = { args: { 'with-label': true } };
export const UnderTwoMinutes: Story = { args: { cart: lateCart, 'with-label': true } };
export const WithLabelEmpty: Story = { args: { cart: null, 'with-label': true } };
