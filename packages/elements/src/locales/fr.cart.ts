import type { CartMessages } from './en.cart.js';

export const messages = {
  open: (n: number) => (n === 0 ? 'Panier, vide' : n === 1 ? 'Panier, 1 billet' : `Panier, ${n} billets`),
  label: 'Panier',
  held: (time: string) => `réservé jusqu’à ${time}`,
  minutesLeft: (n: number) =>
    n === 1 ? 'Il reste une minute pour commander.' : `Il reste ${n} minutes pour commander.`,
  now: (n: number, total: string) =>
    n === 0
      ? 'Votre panier est vide.'
      : `${n === 1 ? '1 billet' : `${n} billets`} dans votre panier, ${total}.`,
  ended: 'Vos places ne sont plus réservées.',
} satisfies CartMessages;
