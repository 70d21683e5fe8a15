import '@s360-widgets/elements';
import type { Order } from '@s360-widgets/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { shop } from './fakes/catalog.js';
import { type Answers, never, problem } from './fakes/client.js';
import { outside } from './fakes/outside.js';
import { press } from './fakes/person.js';
import {
  cancelledOrder,
  order,
  pendingOrder,
  postedOrder,
  unreadOrder,
  usedOrder,
} from './fakes/purchase.js';

interface Args {
  orders: Order[];
  answers: Answers;
}

const meta: Meta<Args> = {
  title: 'My orders',
  component: 's360-my-orders',
  args: { orders: [order, cancelledOrder, usedOrder], answers: {} },
  argTypes: { orders: { table: { disable: true } }, answers: { table: { disable: true } } },
  render: ({ orders, answers }, { globals }) => {
    const waiting = [...orders];
    const kept = { orders: orders.map(({ orderId }) => ({ orderId, token: orderId })) };
    const given = outside({ getShop: shop, getOrder: () => waiting.shift() ?? order, ...answers }, kept);
    return html`<s360-shop lang=${String(globals.language)} .outside=${given}>
      <s360-my-orders></s360-my-orders>
    </s360-shop>`;
  },
};

export default meta;
type Story = StoryObj<Args>;

export const Upcoming: Story = {};
export const ShowAll: Story = {
  play: async ({ canvasElement }) => press(canvasElement, 'Show all 3'),
};
export const Past: Story = {
  play: async ({ canvasElement }) => press(canvasElement, 'Past 1'),
};
/** A white screen with the code as large as it can be. */
export const FullScreen: Story = {
  play: async ({ canvasElement }) =>
    press(canvasElement, 'Full screen: entry code, Stalls right, row H, seat 18'),
};
export const BeingPrepared: Story = { args: { orders: [pendingOrder] } };
/** Of a paid order something can't be read just now. */
export const Unread: Story = { args: { orders: [unreadOrder] } };
export const SentByPost: Story = { args: { orders: [postedOrder] } };
export const Empty: Story = { args: { orders: [] } };
export const Loading: Story = { args: { answers: { getOrder: never() } } };
export const Unreachable: Story = { args: { answers: { getOrder: problem('relay-unreachable') } } };
