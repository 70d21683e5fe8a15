import type { BuyMessages } from '../locales/en.buy.js';
import type { CartMessages } from '../locales/en.cart.js';
import type { EventMessages } from '../locales/en.event.js';
import type { FilterMessages } from '../locales/en.filters.js';
import type { BaseMessages } from '../locales/en.js';
import type { ProblemMessages } from '../locales/en.problems.js';
import type { SeatsMessages } from '../locales/en.seats.js';
import type { SpokenLanguage } from '../locales/load.js';
import type { Format } from './format.js';

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
  /** Cart, checkout, orders. */
  buy: BuyMessages;
  /** What stood in the way and what to do next, by problem code. */
  problems: ProblemMessages;
}

export type WordGroup = keyof MessageGroups;

/**
 * The visitor's language. Messages are looked up at render (`words.base.list.search`); those with a count or a name in them
 * are functions. Dates, money and counts come from `format`.
 */
export type Words<Groups extends WordGroup = never> = {
  /** Language of the messages, two letters. */
  readonly lang: SpokenLanguage;
  readonly format: Format;
} & Readonly<Partial<MessageGroups> & Pick<MessageGroups, Groups>>;
