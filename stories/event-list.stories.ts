import '@s360-widgets/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { eventList, longEventList } from './fakes/catalog.js';
import { type Answers, never } from './fakes/client.js';
import { outside } from './fakes/outside.js';
import { type } from './fakes/person.js';

interface Args {
  layout: string;
  answers: Answers;
}

const meta: Meta<Args> = {
  title: 'Event list',
  component: 's360-event-list',
  args: { layout: 'cards', answers: { listEvents: eventList } },
  argTypes: {
    layout: { control: 'inline-radio', options: ['cards', 'list', 'calendar'] },
    answers: { table: { disable: true } },
  },
  render: ({ layout, answers }, { globals }) => html`
    <s360-shop lang=${String(globals.language)} .outside=${outside(answers)}>
      <s360-event-list layout=${layout}></s360-event-list>
    </s360-shop>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Cards: Story = {};
export const List: Story = { args: { layout: 'list' } };
export const Calendar: Story = { args: { layout: 'calendar' } };
/** Twelve at a time. */
export const LongSeason: Story = { args: { answers: { listEvents: longEventList } } };

export const Loading: Story = { args: { answers: { listEvents: never() } } };
/** What the page put between the tags stays until there is something better. */
export const LoadingWithFallback: Story = {
  render: ({ answers }) => html`
    <s360-shop .outside=${outside(answers)}>
      <s360-event-list><a href="https://shop.example.org">Book tickets in our shop</a></s360-event-list>
    </s360-shop>
  `,
  args: { answers: { listEvents: never() } },
};
export const NoEvents: Story = { args: { answers: { listEvents: { ...eventList, events: [] } } } };
export const Unreachable: Story = { args: { answers: {} } };
export const Stale: Story = { args: { answers: { listEvents: { ...eventList, stale: true } } } };

/** A search that finds nothing says which filter to drop. */
export const NothingMatches: Story = {
  play: async ({ canvasElement }) => type(canvasElement, 'search', 'zauberflöte'),
};

/** For the page's makers: says in the page why a widget is empty. */
export const Debug: Story = {
  render: ({ answers }) => html`
    <s360-shop debug .outside=${outside(answers)}>
      <s360-event-list topic="Oprea"></s360-event-list>
    </s360-shop>
  `,
};

/** As a short list on a front page. */
export const FrontPage: Story = {
  render: ({ answers }) => html`
    <s360-shop .outside=${outside(answers)}>
      <s360-event-list limit="4" filters-hidden></s360-event-list>
    </s360-shop>
  `,
};
