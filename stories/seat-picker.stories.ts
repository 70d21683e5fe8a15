import '@s360-widgets/elements';
import type { SeatMap, SeatPlan, SeatStates } from '@s360-widgets/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { cart, fluteLine } from './fakes/cart.js';
import { type Answers, never, problem } from './fakes/client.js';
import { tariffs } from './fakes/event.js';
import { outside } from './fakes/outside.js';

type Hall = 'OPERA' | 'ARENA' | 'STADIUM';

/** A plan as the relay serves it, made by its plan tool from the simulator's halls. */
async function planOf(hall: Hall): Promise<SeatPlan> {
  const read = async (url: URL) => (await fetch(url)).json() as Promise<unknown>;
  const index = await read(new URL('../server/relay/plans/index.json', import.meta.url));
  const { hash } = (index as { plans: { code: Hall; hash: string }[] }).plans.find(
    ({ code }) => code === hall,
  )!;
  return (await read(new URL(`../server/relay/plans/${hash}.json`, import.meta.url))) as SeatPlan;
}

/** Numbers from 0 to 1, the same each time. */
function dice(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    const a = Math.imul(at ^ (at >>> 15), at | 1);
    const b = a ^ (a + Math.imul(a ^ (a >>> 7), a | 61));
    return ((b ^ (b >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sums = (steps: readonly number[]) => {
  let at = 0;
  return steps.map((step) => (at += step));
};

/** How many seats each section has: its rows' runs, counted. */
function sizesOf({ sections, runs }: SeatPlan): number[] {
  const joined = new Set(sums(runs.joined));
  const rows: number[] = [];
  for (const [run, seats] of sums(runs.seats).entries())
    if (joined.has(run)) rows[rows.length - 1]! += seats;
    else rows.push(seats);
  return sections.map((section) => rows.splice(0, section.rows).reduce((sum, seats) => sum + seats, 0));
}

/** Seats go in parties: most are like their neighbour. A few blocks are sold out or nearly so, and the guests' corner is closed. */
function statesOf(plan: SeatPlan): Uint8Array {
  const roll = dice(7);
  const states = new Uint8Array(plan.seatCount);
  let seat = 0;
  for (const [section, size] of sizesOf(plan).entries()) {
    const isAway = plan.areas[plan.sections[section]!.area]!.name.en === 'Away fans';
    const fill = plan.seatCount < 5000 ? 0.5 : roll() < 0.12 ? 1 : roll() < 0.15 ? 0.96 : 0.6;
    for (const end = seat + size; seat < end; seat++) {
      const isLike = seat > end - size && roll() < 0.7;
      const sold = roll() < fill ? (roll() < 0.88 || fill === 1 ? 1 : 2) : 0;
      states[seat] = isAway ? 3 : isLike ? states[seat - 1]! : sold;
    }
  }
  return states;
}

/** Two bits a seat, four seats a byte. */
function packed(states: Uint8Array): string {
  const bytes = new Uint8Array(Math.ceil(states.length / 4));
  for (const [seat, state] of states.entries()) bytes[seat >> 2]! |= state << ((seat & 3) * 2);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

const fullPrices = [16500, 12000, 8400, 5600, 3200, 1400];
const priced = (id: string, k: number): SeatMap['seatCategories'][number] => ({
  id,
  name: `Category ${'ABCDEF'[k]}`,
  availability: 'good',
  prices: [1, 0.5, 0.25, 0.85].map((share, tariff) => ({
    tariffId: String(tariff + 1),
    amountMinor: Math.round(fullPrices[k]! * share),
  })),
});

async function seatMapOf(hall: Hall, change: Partial<SeatMap> = {}, states = statesOf): Promise<SeatMap> {
  const plan = await planOf(hall);
  const told: SeatStates = {
    performanceId: '5006',
    planHash: hall,
    version: 1,
    asOf: '2026-11-27T09:42:00+01:00',
    stale: false,
    all: packed(states(plan)),
    changes: [],
  };
  return {
    language: 'en',
    performanceId: '5006',
    eventId: '101',
    title: { OPERA: 'The Magic Flute', ARENA: 'Ice Gala', STADIUM: 'FC Lumen – Atlético Norte' }[hall],
    name: '',
    startAt: '2026-12-12T19:00:00+01:00',
    timeZone: 'Europe/Zurich',
    venueName: plan.name.en ?? '',
    currency: { code: 'EUR', digits: 2 },
    planHash: hall,
    maxTickets: 8,
    saleState: 'on-sale',
    availability: 'good',
    onSaleAt: null,
    seatCategories: [...plan.categories].sort().map(priced),
    tariffs,
    states: told,
    ...change,
  };
}

const inHall = (hall: Hall, change: Partial<SeatMap> = {}, more: Answers = {}): Answers => ({
  getSeatMap: () => seatMapOf(hall, change),
  getSeatPlan: () => planOf(hall),
  openCart: { token: 'story', cart },
  ...more,
});
const opera = inHall('OPERA');

interface Args {
  view: string;
  answers: Answers;
  kept: Record<string, unknown>;
}

const meta: Meta<Args> = {
  title: 'Seat picker',
  component: 's360-seat-picker',
  args: { view: 'map', answers: opera, kept: {} },
  argTypes: {
    view: { control: 'inline-radio', options: ['map', 'list'] },
    answers: { table: { disable: true } },
    kept: { table: { disable: true } },
  },
  render: ({ view, answers, kept }, { globals }) => html`
    <s360-shop lang=${String(globals.language)} .outside=${outside(answers, kept)}>
      <s360-seat-picker
        performance-id="5006"
        view=${view}
        event-url="#event"
        cart-url="#cart"
        checkout-url="#checkout"
        style="--s360-seat-picker-bleed: clamp(16px, 3.4vw, 40px)"
      ></s360-seat-picker>
    </s360-shop>
  `,
};

export default meta;
type Story = StoryObj<Args>;
type Play = NonNullable<Story['play']>;

async function until<T>(find: () => T | null | undefined | false): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const found = find();
    if (found) return found;
    await new Promise(requestAnimationFrame);
  }
  throw new Error('What the story waits for has not come');
}

/** Clicks the buttons with these words, in the picker or its view, one after the other. */
const click =
  (...names: RegExp[]): Play =>
  async ({ canvasElement }) => {
    const root = await until(() => canvasElement.querySelector('s360-seat-picker')?.shadowRoot);
    const named = (name: RegExp) => {
      const inner = root.querySelector('s360-seat-map, s360-seat-list')?.shadowRoot;
      const buttons = [root, inner].flatMap((part) => [...(part?.querySelectorAll('button') ?? [])]);
      return buttons.find((button) =>
        name.test(button.getAttribute('aria-label') ?? button.textContent ?? ''),
      );
    };
    await until(() => root.querySelector('s360-seat-map, s360-seat-list')?.shadowRoot?.childElementCount);
    for (const name of names) (await until(() => named(name))).click();
  };

const best = /best for me|Pick the best/;

export const Overview: Story = {};
/** Pressed prices stay, the others shrink to rings. */
export const FilteredByPrice: Story = { play: click(/€56/) };
/** The best two; the map flies there. */
export const Chosen: Story = { play: click(best) };
/** The keyboard's focus has a ring and a card; arrow keys move it. */
export const KeyboardFocus: Story = {
  play: async (context) => {
    await click(best)(context);
    const picker = context.canvasElement.querySelector('s360-seat-picker')!;
    await until(() => picker.seatIds.length);
    const map = picker.shadowRoot!.querySelector('s360-seat-map')!;
    (await until(() => map.shadowRoot!.querySelector<HTMLElement>('[tabindex="0"]'))).focus();
  },
};
export const List: Story = { args: { view: 'list' }, play: click(best) };
/** Blocks first; a block opens its seats. */
export const Stadium: Story = { args: { answers: inHall('STADIUM') } };
export const StadiumChosen: Story = { args: { answers: inHall('STADIUM') }, play: click(best) };
export const StadiumList: Story = {
  args: { view: 'list', answers: inHall('STADIUM') },
  play: click(/^\s*Block/),
};
export const Arena: Story = { args: { answers: inHall('ARENA') } };

/** A choice at its limit says so. */
export const TooMany: Story = {
  args: { answers: inHall('OPERA', { maxTickets: 2 }) },
  play: click(best, /One ticket more/),
};
/** "Child" is sold beside a full or reduced price only. */
export const TariffNeedsCompanion: Story = {
  play: async (context) => {
    await click(/One ticket fewer/, best)(context);
    const { shadowRoot } = context.canvasElement.querySelector('s360-seat-picker')!;
    const menu = await until(() => shadowRoot!.querySelector('select'));
    menu.value = '3';
    menu.dispatchEvent(new Event('change'));
  },
};
export const Adding: Story = {
  args: { answers: { ...opera, openCart: never() } },
  play: click(best, /^\s*Add 2 seats/),
};
export const Added: Story = { play: click(best, /^\s*Add 2 seats/) };
/** Someone was a moment faster. */
export const SeatLost: Story = {
  args: {
    answers: {
      ...opera,
      openCart: ({ body }) => {
        const [item] = body.items;
        const seatIds = item?.kind === 'seats' ? item.seats.slice(1).map(({ seatId }) => seatId) : [];
        return problem('seats-taken', { seatIds })();
      },
    },
  },
  play: click(best, /^\s*Add 2 seats/),
};
export const BoxOfficeBusy: Story = {
  args: { answers: { ...opera, openCart: problem('box-office-busy') } },
  play: click(best, /^\s*Add 2 seats/),
};
/** Seats of the visitor's own cart are theirs on the map too, and count. */
export const SomeInTheCart: Story = {
  args: {
    kept: { 'cart-token': 'story' },
    answers: {
      ...opera,
      getCart: async () => {
        const [first = 0] = (await planOf('OPERA')).ids;
        const tickets = fluteLine.tickets.map((ticket, k) => ({
          ...ticket,
          seat: { ...ticket.seat!, seatId: String(first + k) },
        }));
        return { ...cart, lines: [{ ...fluteLine, tickets }] };
      },
    },
  },
};

export const Loading: Story = { args: { answers: { ...opera, getSeatMap: never() } } };
export const Unreachable: Story = { args: { answers: {} } };
export const NoSeatPlan: Story = { args: { answers: { getSeatMap: problem('not-found') } } };
export const NothingLeft: Story = {
  args: {
    answers: {
      ...opera,
      getSeatMap: () => seatMapOf('OPERA', {}, (plan) => new Uint8Array(plan.seatCount).fill(1)),
    },
  },
};
export const Stale: Story = {
  args: {
    answers: {
      ...opera,
      getSeatMap: async () => {
        const seatMap = await seatMapOf('OPERA');
        return { ...seatMap, states: { ...seatMap.states, stale: true } };
      },
    },
  },
};
/** The box office had no time to say anything yet. */
export const NotKnownYet: Story = {
  args: {
    answers: {
      ...opera,
      getSeatMap: async () => {
        const seatMap = await seatMapOf('OPERA');
        return { ...seatMap, states: { ...seatMap.states, asOf: null, stale: true } };
      },
    },
  },
};
export const NotYetOnSale: Story = {
  args: { answers: inHall('OPERA', { saleState: 'soon', onSaleAt: '2026-11-30T10:00:00+01:00' }) },
};
export const SoldOut: Story = {
  args: { answers: inHall('OPERA', { saleState: 'sold-out', availability: 'none' }) },
};
export const SaleClosed: Story = {
  args: { answers: inHall('OPERA', { saleState: 'ended', availability: 'none' }) },
};
/** In a narrow container the tray is a sheet. */
export const Phone: Story = { globals: { viewport: { value: 'phone' } } };
export const PhoneChosen: Story = { globals: { viewport: { value: 'phone' } }, play: click(best) };
