import type { BaseMessages } from './en.js';
import type { MessageGroups, SpokenLanguage, WordGroup } from './groups.js';

/** Each language's first group, which every page shows; the other groups and where they are come when one is asked for. */
const languages: Readonly<Record<SpokenLanguage, () => Promise<{ messages: BaseMessages }>>> = {
  en: () => import('./en.js'),
  fr: () => import('./fr.js'),
};

export const hasMessages = (lang: string): lang is SpokenLanguage => Object.hasOwn(languages, lang);

/** @returns the group, to be put beside those of the same language */
export async function loadMessages(lang: SpokenLanguage, group: WordGroup): Promise<Partial<MessageGroups>> {
  if (group === 'base') return { base: (await languages[lang]()).messages };
  const { loadGroup } = await import('./load.groups.js');
  return { [group]: await loadGroup(lang, group) };
}
