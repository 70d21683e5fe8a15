import type { Wide } from './wide.js';

/** What is said in place of buying where tickets are sold to accounts only. */
export const messages = {
  title: 'You need a customer account to buy here',
  inShop: 'You can sign in, or open an account, in our ticket shop.',
  byPhone: (phone: string) => `Call the box office, and we will book for you: ${phone}.`,
  atBoxOffice: 'The box office will be glad to sell you tickets.',
  toShop: 'To the ticket shop',
};

export type SignInMessages = Wide<typeof messages>;
