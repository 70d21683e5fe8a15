import type { MissingMessages } from './en.missing.js';

export const messages = {
  title: 'Cette partie de la page n’a pas pu être chargée.',
  tryAgain: 'Réessayer',
  reload: 'Recharger la page',
} satisfies MissingMessages;
