import type { Wide } from './wide.js';

/** Above what could not be renewed: part of the groups of those who show it. */
export const stale = {
  title: 'Availability may be out of date',
  text: (time: string, seconds: number) => `Last checked at ${time}. We’ll try again in ${seconds} seconds.`,
  checkNow: 'Check now',
};

export type StaleMessages = Wide<typeof stale>;
