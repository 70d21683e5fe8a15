import type { Wide } from './wide.js';

/** The cart's count and clock, as the button in a page's header says them; the minutes are read out beside every clock. */
export const messages = {
  open: (n: number) => (n === 0 ? 'Cart, empty' : n === 1 ? 'Cart, 1 ticket' : `Cart, ${n} tickets`),
  label: 'Cart',
  held: (time: string) => `held until ${time}`,
  /** Read out at five, two and one. */
  minutesLeft: (n: number) => (n === 1 ? 'One minute left to check out.' : `${n} minutes left to check out.`),
  now: (n: number, total: string) =>
    n === 0 ? 'Your cart is empty.' : `${n === 1 ? '1 ticket' : `${n} tickets`} in your cart, ${total}.`,
  ended: 'The hold on your seats has ended.',
};

export type CartMessages = Wide<typeof messages>;
