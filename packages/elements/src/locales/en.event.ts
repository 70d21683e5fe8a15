import type { Wide } from './wide.js';
import { stale } from './en.stale.js';

/** One event: its dates, tariffs and the way into the cart. */
export const messages = {
  stale,
  notFoundTitle: 'This event is not on the programme',
  notFoundText: 'It may have ended, or the address may be wrong.',
  chooseDate: 'Choose a date',
  chooseTime: 'Choose a time',
  chooseVisit: 'Choose a visit',
  month: 'Month',
  earlier: 'Earlier dates',
  later: 'Later dates',
  anyDay: (until: string) => `Valid on any day until ${until}`,
  tickets: 'Tickets',
  ticketCount: (n: number) => (n === 1 ? '1 ticket' : `${n} tickets`),
  category: (name: string) => `Price category ${name}`,
  categories: 'Price categories',
  fewer: (tariff: string) => `One less, ${tariff}`,
  more: (tariff: string) => `One more, ${tariff}`,
  members: 'For members',
  needs: (names: string) => `Only together with ${names}`,
  needsNow: (tariff: string, names: string) =>
    `“${tariff}” is sold only together with ${names}. Add one to go on.`,
  most: (n: number) => `At most ${n} tickets in one order.`,
  least: (n: number) => `At least ${n}`,
  best: 'Best seats for you',
  bestHint: (n: number, category: string) =>
    n === 1
      ? `The best free seat in category ${category}.`
      : `${n} together, the best free in category ${category}.`,
  places: 'Your tickets',
  chooseSome: 'Choose how many tickets you need.',
  add: 'Add to cart',
  adding: 'Adding…',
  or: 'or',
  map: 'Pick on the map',
  mapTitle: 'Choose your seats',
  hideMap: 'Back to best seats',
  hold: 'Seats stay free for others until you add them to the cart.',
  feeIncluded: (amount: string) => `Prices include a booking fee of ${amount} a ticket.`,
  bookingFee: (amount: string) => `A booking fee of ${amount} a ticket is added in the cart.`,
  addedTitle: (n: number) => (n === 1 ? '1 ticket is in your cart' : `${n} tickets are in your cart`),
  addedUntil: (time: string) => `We hold your seats until ${time}.`,
  heldUntil: (time: string) => `We hold your tickets until ${time}.`,
  place: (area: string, row: string) => (row ? `${area}, row ${row}` : area),
  seats: (n: number, seats: string) => (n === 1 ? `Seat ${seats}` : `Seats ${seats}`),
  checkOut: 'Check out',
  seeCart: 'See the cart',
  beside: 'Goes well with it',
  soonText: 'Tickets can’t be bought yet. Come back when the sale opens.',
  soldOutText: 'Returned tickets are sold here again. It is worth looking in later.',
  soldOutDayText: 'There are tickets on other dates.',
  cancelledTitle: 'Cancelled',
  cancelledText: 'This performance will not take place. Ticket holders are told by the venue.',
  movedTitle: 'Moved to another date',
  movedText: 'Tickets already bought stay valid. The venue tells ticket holders the new date.',
  endedTitle: 'Sale closed',
  endedText: 'Tickets can no longer be bought here. Ask the box office for remaining ones.',
  boxOfficeTitle: 'Only at the box office',
  boxOfficeText: 'Tickets for this date are sold at the box office.',
  /** Of a season ticket. */
  season: {
    included: (n: number) => `${n} dates, all included`,
    choose: (n: number) => `Choose ${n} dates`,
    chosen: (n: number, of: number) => `${n} of ${of} chosen`,
    chooseMore: (n: number) =>
      n === 1 ? 'Choose 1 more date to go on.' : `Choose ${n} more dates to go on.`,
    /** In place of the words above. */
    instead: {
      chooseVisit: 'Choose a season ticket',
      tickets: 'Season tickets',
      ticketCount: (n: number) => (n === 1 ? '1 season ticket' : `${n} season tickets`),
      most: (n: number) => `At most ${n} season tickets in one order.`,
      bestHint: (n: number, category: string) =>
        n === 1
          ? `The best free seat in category ${category}, the same on every date.`
          : `${n} together, the best free in category ${category}, the same on every date.`,
      chooseSome: 'Choose how many season tickets you need.',
      addedTitle: (n: number) =>
        n === 1 ? '1 season ticket is in your cart' : `${n} season tickets are in your cart`,
      heldUntil: (time: string) => `We hold your seats until ${time}.`,
      soonText: 'It can’t be bought yet. Come back when the sale opens.',
      soldOutText: 'Ask the box office, or choose single tickets.',
      endedText: 'It can no longer be bought here. There may be single tickets.',
      boxOfficeText: 'It is sold at the box office.',
    },
  },
  /** Of a package. */
  package: {
    holds: 'In each package',
    chooseOne: (what: string) => (what ? `Choose one: ${what}` : 'Choose one'),
    choose: (n: number) => `Choose ${n}`,
    chosen: (n: number, of: number) => `${n} of ${of} chosen`,
    chooseMore: (n: number) => `Choose ${n} more to go on.`,
    instead: {
      chooseVisit: 'Choose a package',
      tickets: 'Packages',
      ticketCount: (n: number) => (n === 1 ? '1 package' : `${n} packages`),
      most: (n: number) => `At most ${n} packages in one order.`,
      bestHint: (_n: number, category: string) => `The best free seats in category ${category}.`,
      places: 'Your choice',
      chooseSome: 'Choose how many packages you want.',
      addedTitle: (n: number) => (n === 1 ? '1 package is in your cart' : `${n} packages are in your cart`),
      heldUntil: (time: string) => `We keep it for you until ${time}.`,
      soonText: 'It can’t be bought yet. Come back when the sale opens.',
      soldOutText: 'It may come back. What it holds may be sold by itself.',
      endedText: 'It can no longer be bought here. What it holds may be sold by itself.',
      boxOfficeText: 'It is sold at the box office.',
    },
  },
  /** In place of the words above where something else than tickets is sold. */
  other: {
    chooseVisit: 'Choose one',
    tickets: 'How many?',
    ticketCount: (n: number) => (n === 1 ? '1 item' : `${n} items`),
    most: (n: number) => `At most ${n} in one order.`,
    places: 'Your choice',
    chooseSome: 'Choose how many you want.',
    addedTitle: (n: number) => (n === 1 ? '1 item is in your cart' : `${n} items are in your cart`),
    heldUntil: (time: string) => `We keep it for you until ${time}.`,
    soonText: 'It can’t be bought yet. Come back when the sale opens.',
    soldOutText: 'It may come back. It is worth looking in later.',
    endedText: 'It can no longer be bought here. Ask the box office.',
    boxOfficeText: 'It is sold at the box office.',
  },
};

export type EventMessages = Wide<typeof messages>;
