import type { Wide } from './wide.js';
import { stale } from './en.stale.js';

const few = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const say = (n: number) => few[n] ?? String(n);
const seats = (n: number) => (n === 1 ? '1 seat' : `${n} seats`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const rowSeat = (row: string, seat: string) =>
  [row && `row ${row}`, seat && `seat ${seat}`].filter(Boolean).join(', ');

/** The seat picker, map and list. */
export const messages = {
  stale,
  loading: 'Loading the seat plan',
  /** Where a seat is, for a screen reader: `Stalls right, row J, seat 24`. */
  seat: (area: string, row: string, seat: string) => [area, rowSeat(row, seat)].filter(Boolean).join(', '),
  /** `Row J, seat 24` */
  rowSeat: (row: string, seat: string) => capital(rowSeat(row, seat)),
  row: (row: string) => `Row ${row}`,
  block: (name: string) => `Block ${name}`,
  howMany: 'How many tickets?',
  fewer: 'One ticket fewer',
  more: 'One ticket more',
  best: 'Pick the best for me',
  bestOf: (n: number) => (n === 1 ? 'Pick the best seat' : `Pick the best ${n}`),
  view: 'View',
  map: 'Map',
  list: 'List',
  prices: 'Prices',
  left: (n: string) => `${n} left`,
  seatsLeft: (n: number) => (n === 0 ? 'none left' : seats(n)),
  at: (n: string, price: string) => `${n} at ${price}`,
  noneAt: (price: string) => `none at ${price}`,
  sections: 'Sections',
  closer: 'Zoom in',
  wider: 'Zoom out',
  whole: 'Show the whole plan',
  plan: 'Seats on the plan',
  toTray: 'To your seats',
  planHelp:
    'Arrow keys move, N goes to the next free seat and Shift N back, Enter chooses, Escape shows the whole plan, plus and minus zoom. Page up and down change the section.',
  state: {
    free: 'free',
    yours: 'yours',
    inCart: 'in your cart',
    held: 'in someone’s basket',
    sold: 'sold',
    closed: 'not for sale here',
  },
  sight: {
    clear: 'clear view',
    restricted: 'restricted view',
    wheelchair: 'wheelchair space',
    companion: 'companion’s seat',
  },
  key: {
    free: 'Free',
    yours: 'Yours',
    held: 'In someone’s basket',
    sold: 'Sold',
    restricted: 'Restricted view',
    wheelchair: 'Wheelchair space',
    companion: 'Companion',
    seatsFree: 'Seats free',
    few: 'Few left',
    soldOut: 'Sold out',
    closed: 'Not for sale here',
  },
  how: {
    key: 'Press Enter to choose.',
    pointer: 'Click to choose.',
    keyLetGo: 'Press Enter to let go.',
    pointerLetGo: 'Click to let go.',
    keyOpen: 'Press Enter to see the seats.',
    pointerOpen: 'Click to see the seats.',
  },
  /** @param text the number, as it is written */
  free: (n: number, text: string) => (n === 1 ? '1 seat free' : `${text} seats free`),
  together: (n: number) => (n > 1 ? `up to ${n} together` : 'none together'),
  onlyTogether: (n: number) => `Only seats together (${n})`,
  order: 'Order',
  bestFirst: 'Best first',
  cheapFirst: 'Lowest price first',
  moreRows: (n: number) => (n === 1 ? 'Show 1 more row' : `Show ${n} more rows`),
  moreSections: (n: number) => (n === 1 ? 'Show 1 more section' : `Show ${n} more sections`),
  nothingListed: 'No seats match. Press fewer prices, or look for fewer seats together.',
  yourSeats: 'Your seats',
  of: (n: number, all: number) => `${n} of ${all}`,
  seats,
  chooseUpTo: (n: number) =>
    `Choose ${n === 1 ? 'a seat' : `up to ${n} seats`} on the map or in the list. The price of each is shown before you add it.`,
  orTouch: 'Or touch a section to see its seats',
  tariff: (place: string) => `Tariff for ${place}`,
  membersOnly: 'for members',
  letGo: (place: string) => `Let go of ${place}`,
  details: 'Details and tariffs',
  beforeHold: 'Seats stay free for others until you add them to the cart.',
  total: 'Total',
  add: (n: number) => `Add ${seats(n)} to cart`,
  addNone: 'Add to cart',
  adding: 'Adding…',
  addHint: 'Choose a seat first.',
  chosen: (place: string, n: number, total: string) => `${place} chosen. ${seats(n)}, ${total} in total.`,
  released: (place: string, n: number, total: string) =>
    `${place} let go. ${n === 0 ? 'No seat chosen.' : `${seats(n)}, ${total} in total.`}`,
  picked: (n: number, place: string, total: string) => `${seats(n)} chosen: ${place}. ${total} in total.`,
  taken: (place: string) => `${place} can’t be chosen.`,
  limit: {
    title: (n: number) =>
      `${capital(say(n))} ${n === 1 ? 'seat is' : 'seats are'} the most you can choose here`,
    text: 'Let one go to choose another.',
    inCart: (n: number) => `Your cart has ${say(n)} already. Let one go to choose another.`,
    full: (n: number) => `Your cart has all ${say(n)} that one order may hold.`,
  },
  bestNone: {
    title: (n: number) => `Fewer than ${n} seats are free`,
    text: (filtered: boolean) =>
      filtered ? 'Press another price, or take fewer.' : 'Take fewer, or try another date.',
  },
  bestApart: {
    title: (n: number) => `There are no ${say(n)} seats together`,
    text: (filtered: boolean) =>
      `These are the best that are close to each other.${filtered ? ' Press another price to look further.' : ''}`,
  },
  lone: {
    title: (seat: string) => `Seat ${seat} would be left on its own`,
    text: (n: number, canMove: boolean, canTake: boolean) =>
      canMove && canTake
        ? `Move along the row, or take ${say(n + 1)}.`
        : canTake
          ? `Take ${say(n + 1)}, or leave it so.`
          : canMove
            ? 'Move along the row, or leave it so.'
            : 'You can leave it so.',
    move: 'Move for me',
    take: (seat: string) => `Take seat ${seat} too`,
  },
  lost: {
    title: (places: string, n: number) => `${places} ${n === 1 ? 'has' : 'have'} just gone`,
    /** Numbers of seats of one row: `Row H, seats 19 and 20`. */
    places: (row: string, numbers: string, n: number) =>
      n === 1 ? capital(rowSeat(row, numbers)) : `${row ? `Row ${row}, s` : 'S'}eats ${numbers}`,
    text: (n: number, kept: number) =>
      `Someone else took ${n === 1 ? 'it' : 'them'} a moment before you.${
        kept === 0
          ? ''
          : kept === 1
            ? ' Your other seat is still chosen.'
            : ` Your other ${say(kept)} seats are still chosen.`
      }`,
    find: (n: number) => (n === 1 ? 'Find another seat' : `Find ${say(n)} together`),
    keep: (n: number) => (n === 0 ? 'Choose others' : n === 1 ? 'Keep one seat' : `Keep ${say(n)} seats`),
  },
  /** The tariff of a wheelchair space or a companion's seat. */
  ask: {
    title: (place: string, kind: string) => `${place} is a ${kind}`,
    text: 'It is kept for those who need it. Choose the tariff that applies.',
    choose: 'Choose a tariff',
  },
  companion: {
    title: (tariff: string) => `“${tariff}” is not sold by itself`,
    text: (tariffs: string) => `Choose ${tariffs} for at least one of your seats.`,
  },
  added: {
    title: (n: number) => `${capital(seats(n))} ${n === 1 ? 'is' : 'are'} in your cart`,
    until: (time: string) => `We hold your seats until ${time}.`,
    checkOut: 'Check out',
    cart: 'See the cart',
    more: 'Choose more seats',
  },
  nothingLeft: {
    title: 'Nothing is left for this date',
    text: 'Seats in someone’s basket may come back. This page checks every few seconds.',
  },
  notKnownYet: {
    title: 'We don’t know yet which seats are free',
    text: 'The box office is very busy. The seats appear here as soon as it answers.',
  },
  notOnSale: {
    soon: 'You can choose your seats here when the sale opens.',
    unavailable:
      'Nothing is left at the moment. Seats may come back; look again later, or choose another date.',
    'sold-out': 'Nothing is left. Choose another date.',
    ended: 'Seats for this date are no longer sold online.',
    cancelled: 'This date will not take place. Choose another one.',
    moved: 'This date has been moved. Choose the new one.',
    'box-office': 'Seats for this date are sold at the box office only.',
  },
  noMap: {
    title: 'There is no seat plan for this date',
    text: 'We pick the best free seats for you: choose a price, and how many.',
    go: 'Choose by price',
  },
  noPerformance: {
    title: 'No date is chosen yet',
    text: 'Choose a date, and its seats are shown here.',
  },
};

export type SeatsMessages = Wide<typeof messages>;
