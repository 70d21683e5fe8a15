import type { Wide } from './wide.js';

/** @param others something else is among them, so that they are not all tickets */
const tickets = (n: number, others: boolean) => `${n} ${others ? 'item' : 'ticket'}${n === 1 ? '' : 's'}`;

/** The cart's count and clock, as the button in a page's header says them; the minutes are read out beside every clock. */
export const messages = {
  open: (n: number, others: boolean) => (n === 0 ? 'Cart, empty' : `Cart, ${tickets(n, others)}`),
  label: 'Cart',
  held: (time: string) => `held until ${time}`,
  /** Read out at five, two and one. */
  minutesLeft: (n: number) => (n === 1 ? 'One minute left to check out.' : `${n} minutes left to check out.`),
  now: (n: number, total: string, others: boolean) =>
    n === 0 ? 'Your cart is empty.' : `${tickets(n, others)} in your cart, ${total}.`,
  ended: 'The hold on your seats has ended.',
};

export type CartMessages = Wide<typeof messages>;
