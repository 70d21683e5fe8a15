import '@s360-widgets/elements';
import type { EventDetail } from '@s360-widgets/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { openedCart } from './fakes/cart.js';
import { shop } from './fakes/catalog.js';
import { type Answers, never, problem } from './fakes/client.js';
import {
  boxOfficeEvent,
  cancelledEvent,
  endedEvent,
  event,
  goods,
  membership,
  movedEvent,
  pass,
  placesEvent,
  soldOutEvent,
  soonEvent,
} from './fakes/event.js';
import { guidedVisits } from './fakes/event.guided.js';
import { firstOpera, museumDay } from './fakes/event.packages.js';
import { choiceTicket, wholeTicket } from './fakes/event.season-tickets.js';
import { outside } from './fakes/outside.js';
import { pick, press } from './fakes/person.js';

interface Args {
  event: EventDetail;
  answers: Answers;
}

const meta: Meta<Args> = {
  title: 'Event',
  component: 's360-event',
  args: { event, answers: {} },
  argTypes: { event: { table: { disable: true } }, answers: { table: { disable: true } } },
  render: ({ event: shown, answers }, { globals }) => html`
    <s360-shop
      lang=${String(globals.language)}
      .outside=${outside({ getEvent: shown, openCart: openedCart, ...answers })}
    >
      <s360-event event-id=${shown.id} event-url="#{id}"></s360-event>
    </s360-shop>
  `,
};

export default meta;
type Story = StoryObj<Args>;

export const Evenings: Story = {};
/** Tickets are counted, and the total is known before anything is held. */
export const Chosen: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'One more, Full price');
    await press(canvasElement, 'One more, Full price');
    await press(canvasElement, 'One more, Under 26');
  },
};
/** A child's ticket is sold only with another: said before the box office refuses it. */
export const NeedsCompanion: Story = {
  play: async ({ canvasElement }) => press(canvasElement, 'One more, Child up to 12'),
};
/** The point of sale sells to accounts only: the way to buy stands in place of buying. */
export const AccountsOnly: Story = {
  args: {
    answers: { getShop: { ...shop, signIn: 'before-checkout', shopUrl: 'https://shop.example.org' } },
  },
};
export const Adding: Story = {
  args: { answers: { openCart: never() } },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'One more, Full price');
    await press(canvasElement, 'Add to cart');
  },
};
export const Added: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'One more, Full price');
    await press(canvasElement, 'Add to cart');
  },
};
export const NotEnoughSeats: Story = {
  args: { answers: { openCart: problem('not-enough-seats') } },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'One more, Full price');
    await press(canvasElement, 'Add to cart');
  },
};
/** Places without seats, and one price. */
export const Places: Story = { args: { event: placesEvent } };
/** A season ticket with all that it holds. */
export const SeasonTicket: Story = { args: { event: wholeTicket } };
/** Of a season ticket with dates at choice, two are chosen and one is still to come. */
export const SeasonTicketWithChoice: Story = {
  args: { event: choiceTicket },
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'La traviata');
    await pick(canvasElement, 'Tosca');
    await press(canvasElement, 'One more, Full price');
  },
};
/** A package with a seat on one of some evenings. */
export const Package: Story = { args: { event: firstOpera } };
/** A package without seats, of which one part is chosen. */
export const PackageWithoutSeats: Story = {
  args: { event: museumDay },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'One more, Full price');
  },
};
/** Guided visits: the page's language is chosen, and themes say in which languages they are given. */
export const GuidedVisits: Story = { args: { event: guidedVisits } };
/** In another language and on another theme there are other days. */
export const GuidedVisitsInFrench: Story = {
  args: { event: guidedVisits },
  play: async ({ canvasElement }) => {
    await pick(canvasElement, 'French');
    await pick(canvasElement, 'The building and its garden');
    await press(canvasElement, 'One more, Full price');
  },
};
/** Goods of the house's shop: no tickets are spoken of. */
export const Goods: Story = { args: { event: goods } };
export const Membership: Story = { args: { event: membership } };
/** A museum: timed visits or a day ticket. */
export const Pass: Story = { args: { event: pass } };
export const DayTicket: Story = {
  args: { event: { ...pass, items: pass.items.slice(1) } },
};

export const OnSaleSoon: Story = { args: { event: soonEvent } };
export const SoldOut: Story = { args: { event: soldOutEvent } };
export const Cancelled: Story = { args: { event: cancelledEvent } };
export const Moved: Story = { args: { event: movedEvent } };
export const SaleClosed: Story = { args: { event: endedEvent } };
export const BoxOfficeOnly: Story = { args: { event: boxOfficeEvent } };

export const Stale: Story = { args: { event: { ...event, stale: true } } };
export const Loading: Story = { args: { answers: { getEvent: never() } } };
export const NotFound: Story = { args: { answers: { getEvent: problem('not-found') } } };
export const Unreachable: Story = { args: { answers: { getEvent: problem('relay-unreachable') } } };
