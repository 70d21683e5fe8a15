import type { Wide } from './wide.js';

/** What is said where guided visits are chosen by language and theme. */
export const messages = {
  language: 'Language of the visit',
  theme: 'Theme',
  /** Of a theme that is not given in the chosen language; choosing it changes that. */
  only: (languages: string) => `In ${languages}`,
  /** Of a language in which the chosen theme is not given. */
  otherThemes: 'For other themes',
  chooseLanguage: 'Choose a language to go on.',
  chooseTheme: 'Choose a theme to go on.',
  /** Either may be empty. */
  chosen: (language: string, theme: string) =>
    [language && `In ${language}`, theme].filter(Boolean).join(' · '),
  /** Of a day or a time. */
  none: 'Nothing left for your choice',
};

export type TourMessages = Wide<typeof messages>;
