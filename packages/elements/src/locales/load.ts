import type { ProblemCode } from '@s360-widgets/contract';
import type { MessageGroups, WordGroup } from '../base/words.js';
import type { ProblemMessages } from './en.problems.js';

type Loaders = { readonly [Group in WordGroup]: () => Promise<{ messages: MessageGroups[Group] }> };

/** Each language's groups, each loaded only when an element asks for it. */
const languages: Readonly<Record<string, Loaders>> = {
  en: {
    base: () => import('./en.js'),
    filters: () => import('./en.filters.js'),
    event: () => import('./en.event.js'),
    seats: () => import('./en.seats.js'),
    cart: () => import('./en.cart.js'),
    buy: () => import('./en.buy.js'),
    problems: () => import('./en.problems.js'),
  },
  fr: {
    base: () => import('./fr.js'),
    filters: () => import('./fr.filters.js'),
    event: () => import('./fr.event.js'),
    seats: () => import('./fr.seats.js'),
    cart: () => import('./fr.cart.js'),
    buy: () => import('./fr.buy.js'),
    problems: () => import('./fr.problems.js'),
  },
};

export const hasMessages = (lang: string): boolean => Object.hasOwn(languages, lang);

/**
 * @param lang one for which there are messages
 * @returns the group; of the problems, a code of a relay newer than this kit has the words of `internal`
 */
export async function loadMessages(lang: string, group: WordGroup): Promise<Partial<MessageGroups>> {
  const { messages } = await (languages[lang] ?? languages.en!)[group]();
  return { [group]: 'internal' in messages ? withFallback(messages) : messages };
}

const withFallback = (words: ProblemMessages): ProblemMessages =>
  new Proxy(words, { get: (all, code: ProblemCode) => all[code] ?? all.internal });
