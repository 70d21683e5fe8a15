import type { RemovalMessages } from './en.removal.js';

export const messages: RemovalMessages = {
  askOne: (place) => `Retirer ${place} ?`,
  askAll: (n, what, others) =>
    n === 1 ? `Retirer ${others ? 'l’article' : 'le billet'} ?` : `Retirer les ${what} ?`,
  askText: 'C’est définitif : d’autres peuvent acheter la place aussitôt.',
  remove: (what) => `Retirer ${what}`,
  keep: (n) => (n === 1 ? 'Le garder' : 'Les garder'),
  removed: (n, what) => `${what} ${n === 1 ? 'retiré' : 'retirés'}.`,
};
