import type { Wide } from './wide.js';

/** What is said when code of the kit could not be had. Few words, since every page carries them in all languages. */
export const messages = {
  title: 'This part of the page could not be loaded.',
  tryAgain: 'Try again',
  reload: 'Reload this page',
};

export type MissingMessages = Wide<typeof messages>;
