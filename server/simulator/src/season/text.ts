import type { ExternalName } from './season.types.js';

/** The institution's languages, its main one first. */
export const languages = ['en', 'fr', 'de', 'it'] as const;

export type Language = (typeof languages)[number];

/** One text in each of the institution's languages. */
export type Text = Record<Language, string>;

/** `text('Stage', 'Scène', 'Bühne', 'Palco')`: the four translations, in the order of `languages`. */
export function text(en: string, fr: string, de: string, it: string): Text {
  return { en, fr, de, it };
}

/** A proper name, the same in every language. */
export function sameText(value: string): Text {
  return { en: value, fr: value, de: value, it: value };
}

/** Builds a text language by language. */
export function textBy(make: (language: Language) => string): Text {
  return { en: make('en'), fr: make('fr'), de: make('de'), it: make('it') };
}

/** S-360's wire shape of a text. */
export function externalName(value: Text): ExternalName {
  return { translations: languages.map((locale) => ({ locale, value: value[locale] })) };
}
