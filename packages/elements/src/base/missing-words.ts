import { messages as en, type MissingMessages } from '../locales/en.missing.js';
import { messages as fr } from '../locales/fr.missing.js';
import { langAround } from './lang.js';

const languages: Readonly<Record<string, MissingMessages>> = { en, fr };

/** What to say, in the language around an element, when code could not be had: known without loading anything. */
export function missingWords(element: Element): MissingMessages {
  const lang = langAround(element) ?? navigator.language;
  return languages[lang.slice(0, 2).toLowerCase()] ?? en;
}
