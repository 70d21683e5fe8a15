/** For tests: catalogs as S-360 sends them, and what answers are made from beside. */
import type { TestContext } from 'node:test';
import { TicketFee } from '../order/index.js';
import { answerWith } from '../s360/fixtures.js';
import { CatalogAdapter } from './catalog.adapter.js';
import { CatalogAnswers, type AnswerContext } from './catalog.answers.js';
import type { Stock } from './catalog.sales.js';

/** Milliseconds since 1970. */
export const now = Date.parse('2026-12-01T12:00:00Z');

/** Enough of everything. */
export const plenty: Stock = {
  leftOfPerformance: () => 500,
  leftOfSeatCategory: () => 250,
  leftOfItem: () => 9,
  toursOf: () => undefined,
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

/** A product in S-360's words, with what its family adds. */
export const product = (id: number, productFamilyType: string | undefined, content: object) => ({
  ...{ id, code: `P${id}`, productFamilyType, state: 'RUNNING' },
  externalName: { translations: [{ locale: 'en', value: `Product ${id}` }] },
  ...content,
});

/** The list, the details, and what the log was told of products that S-360 sends. */
export async function shown(
  t: TestContext,
  products: object[],
  left: Record<string, number> = {},
  isFeeIncluded = false,
  more: Partial<Stock> = {},
) {
  const audienceSubCategories = [{ id: 21, audienceCategoryKind: 'FULL' }];
  const audienceCategories = [{ mainCategory: 'OCCASIONAL', audienceSubCategories }];
  const seasons = [{ id: 1, audienceCategories, products }];
  const body = JSON.stringify({ statusCode: 'success', catalogData: { seasons } });
  const { s360 } = await answerWith(t, 'rest', { status: 200, body });
  const told: object[] = [];
  const say = () => undefined;
  const log = { debug: say, info: say, error: say, warn: (facts: object) => void told.push(facts) };
  const catalog = await new CatalogAdapter(s360, log).loadCatalog({ code: 'EUR', digits: 2 });
  const stock = { ...plenty, leftOfItem: (itemId: string) => left[itemId], ...more };
  const answers = new CatalogAnswers(catalog, {
    ...context,
    stock,
    ticketFee: ticketFee(isFeeIncluded),
  });
  return { answers, list: answers.list(), detail: (id: number) => answers.detail(String(id)), told };
}
