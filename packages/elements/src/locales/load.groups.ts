import type { ProblemCode } from '@s360-widgets/contract';
import type { ProblemMessages } from './en.problems.js';
import type { MessageGroups, SpokenLanguage, WordGroup } from './groups.js';

type LaterGroup = Exclude<WordGroup, 'base'>;
type Loaders = { readonly [Group in LaterGroup]: () => Promise<{ messages: MessageGroups[Group] }> };

/** What is said beyond the first group, each loaded only when an element asks for it. */
const languages: Readonly<Record<SpokenLanguage, Loaders>> = {
  en: {
    filters: () => import('./en.filters.js'),
    event: () => import('./en.event.js'),
    seats: () => import('./en.seats.js'),
    cart: () => import('./en.cart.js'),
    buy: () => import('./en.buy.js'),
    tickets: () => import('./en.tickets.js'),
    problems: () => import('./en.problems.js'),
  },
  fr: {
    filters: () => import('./fr.filters.js'),
    event: () => import('./fr.event.js'),
    seats: () => import('./fr.seats.js'),
    cart: () => import('./fr.cart.js'),
    buy: () => import('./fr.buy.js'),
    tickets: () => import('./fr.tickets.js'),
    problems: () => import('./fr.problems.js'),
  },
};

/** @returns the messages; of the problems, a code of a relay newer than this kit has the words of `internal` */
export async function loadGroup(lang: SpokenLanguage, group: LaterGroup): Promise<MessageGroups[LaterGroup]> {
  const { messages } = await languages[lang][group]();
  return 'internal' in messages ? withFallback(messages) : messages;
}

const withFallback = (words: ProblemMessages): ProblemMessages =>
  new Proxy(words, { get: (all, code: ProblemCode) => all[code] ?? all.internal });
