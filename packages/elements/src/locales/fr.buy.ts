import type { BuyMessages } from './en.buy.js';

export const messages = {
  cart: {
    emptyTitle: 'Votre panier est vide',
    emptyText: (minutes: number) =>
      `Les places choisies vous sont réservées pendant ${minutes} minutes : commandez sans hâte.`,
  },
  checkout: {},
  payment: {},
  orders: {},
} satisfies BuyMessages;
