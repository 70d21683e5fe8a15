import type { SeatsMessages } from './en.seats.js';

export const messages = {
  label: 'Plan de salle',
  seat: (area: string, row: string, seat: string) =>
    [area, row && `rang ${row}`, seat && `place ${seat}`].filter(Boolean).join(', '),
  beforeHold: 'Les places restent libres pour les autres tant que vous ne les avez pas ajoutées au panier.',
} satisfies SeatsMessages;
