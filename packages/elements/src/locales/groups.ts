import type { BuyMessages } from './en.buy.js';
import type { CartMessages } from './en.cart.js';
import type { EventMessages } from './en.event.js';
import type { FilterMessages } from './en.filters.js';
import type { BaseMessages } from './en.js';
import type { ProblemMessages } from './en.problems.js';
import type { SeatsMessages } from './en.seats.js';
import type { TicketsMessages } from './en.tickets.js';

/** The languages that have messages. */
export type SpokenLanguage = 'en' | 'fr';

/** The groups in which messages are loaded, so that a page of events carries no words of a checkout. */
export interface MessageGroups {
  /** What every page needs: sale states, the event list. */
  base: BaseMessages;
  /** The filters of the event list, once they are used. */
  filters: FilterMessages;
  event: EventMessages;
  seats: SeatsMessages;
  /** The cart's count and clock. */
  cart: CartMessages;
  /** Cart and checkout. */
  buy: BuyMessages;
  /** What was bought: confirmation, tickets, orders. */
  tickets: TicketsMessages;
  /** What stood in the way and what to do next, by problem code. */
  problems: ProblemMessages;
}

export type WordGroup = keyof MessageGroups;
