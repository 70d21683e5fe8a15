import type { MessageGroups, SpokenLanguage, WordGroup } from '../locales/groups.js';
import type { Format } from './format.js';

/**
 * The visitor's language. Messages are looked up at render (`words.base.list.search`); those with a count or a name in them
 * are functions. Dates, money and counts come from `format`.
 */
export type Words<Groups extends WordGroup = never> = {
  /** Language of the messages, two letters. */
  readonly lang: SpokenLanguage;
  readonly format: Format;
} & Readonly<Partial<MessageGroups> & Pick<MessageGroups, Groups>>;
