import type { CartMessages } from './en.cart.js';

const tickets = (n: number, others: boolean) => `${n} ${others ? 'article' : 'billet'}${n < 2 ? '' : 's'}`;

export const messages = {
  open: (n: number, others: boolean) => (n === 0 ? 'Panier, vide' : `Panier, ${tickets(n, others)}`),
  label: 'Panier',
  held: (time: string) => `réservé jusqu’à ${time}`,
  minutesLeft: (n: number) =>
    n === 1 ? 'Il reste une minute pour commander.' : `Il reste ${n} minutes pour commander.`,
  now: (n: number, total: string, others: boolean) =>
    n === 0 ? 'Votre panier est vide.' : `${tickets(n, others)} dans votre panier, ${total}.`,
  ended: 'Vos places ne sont plus réservées.',
} satisfies CartMessages;
