import '@s360-widgets/elements';
import type { Account } from '@s360-widgets/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { shop } from './fakes/catalog.js';
import { type Answers, never, problem } from './fakes/client.js';
import { outside } from './fakes/outside.js';
import { press } from './fakes/person.js';

interface Args {
  answers: Answers;
}

const ada: Account = { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org' };
const offered = { ...shop, signInWays: ['password' as const], shopUrl: 'https://shop.example.org' };
const tokens = { accessToken: 'access-1', accessSeconds: 300, refreshToken: 'refresh-1' };

const meta: Meta<Args> = {
  title: 'Account',
  component: 's360-account',
  args: { answers: {} },
  argTypes: { answers: { table: { disable: true } } },
  render: ({ answers }, { globals }) => {
    const given = outside({ getShop: offered, signIn: tokens, getAccount: ada, ...answers });
    return html`<s360-shop lang=${String(globals.language)} .outside=${given}>
      <s360-account></s360-account>
    </s360-shop>`;
  },
};

export default meta;
type Story = StoryObj<Args>;

export const SignIn: Story = {};
/** Nothing was entered yet. */
export const Incomplete: Story = {
  play: async ({ canvasElement }) => press(canvasElement, 'Sign in'),
};
export const Loading: Story = { args: { answers: { getShop: never() } } };
export const Unreachable: Story = { args: { answers: { getShop: problem('relay-unreachable') } } };
