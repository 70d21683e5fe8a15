/** For tests: what answers are made from, beside the catalog. */
import { TicketFee } from '../order/index.js';
import type { AnswerContext, Stock } from './catalog.answers.js';

/** Milliseconds since 1970. */
export const now = Date.parse('2026-12-01T12:00:00Z');

/** Enough of everything. */
export const plenty: Stock = {
  leftOfPerformance: () => 500,
  leftOfSeatCategory: () => 250,
  leftOfItem: () => 9,
};

/** 1.20 for each ticket. */
export const ticketFee = (isIncluded: boolean) =>
  new TicketFee({ amountMinor: 120, isIncluded }, { error: () => undefined, warn: () => undefined });

/** In French, at noon of a day in December. */
export const context: AnswerContext = {
  language: 'fr',
  mainLanguage: 'en',
  now,
  asOf: '2026-12-01T11:59:30Z',
  stale: false,
  timeZone: 'Europe/Zurich',
  maxTickets: 8,
  ticketFee: ticketFee(false),
  alertPercent: 15,
  stock: plenty,
  hasSeatMap: ({ logicalConfigurationId }) => logicalConfigurationId === '7',
};
