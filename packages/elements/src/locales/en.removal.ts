import type { Wide } from './wide.js';

/** What is asked before something leaves the cart for good. `what` is a count of tickets, such as `2 tickets`. */
export const messages = {
  askOne: (place: string) => `Remove ${place}?`,
  askAll: (n: number, what: string, others: boolean) =>
    n === 1 ? `Remove the ${others ? 'item' : 'ticket'}?` : `Remove all ${what}?`,
  askText: 'It can’t be taken back: others can buy the place at once.',
  remove: (what: string) => `Remove ${what}`,
  keep: (n: number): string => (n === 1 ? 'Keep it' : 'Keep them'),
  removed: (_n: number, what: string) => `${what} removed.`,
};

export type RemovalMessages = Wide<typeof messages>;
