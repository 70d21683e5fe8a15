import type { Wide } from './wide.js';

/** What is said when code of the kit could not be had, in all languages at once: those to choose from could not be had either. */
export const messages = {
  title: 'This part of the page could not be loaded.',
  tryAgain: 'Try again',
  reload: 'Reload this page',
};

export type MissingMessages = Wide<typeof messages>;
