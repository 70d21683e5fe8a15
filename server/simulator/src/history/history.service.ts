import type { Lookup } from '../catalog/lookup.js';
import { contactsOf, fileStateOf, modifiedAt } from '../files/file.view.js';
import type { FileCabinet } from '../files/file-cabinet.js';
import { type AdmittingOperation, type Order, saleAmount } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import { ticketsOf } from '../orders/order.view.js';
import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';
import { checkCriteria, type FileCriteria, fits } from './file-criteria.js';

/** What the service reads. */
export interface HistoryParts {
  readonly book: OrderBook;
  readonly cabinet: FileCabinet;
  readonly lookup: Lookup;
}

interface FilesArgs extends FileCriteria {
  paginationParameter?: Pagination;
}

interface Pagination {
  startPosition?: number;
  maxResult?: number;
}

/** The dates bound the moment of the sale and are mandatory; the other criteria narrow it. */
interface CriteriaArgs {
  ticketFilterCriteria?: {
    pointOfSalesId?: string;
    productId?: string;
    performanceId?: string;
    /** GUESS; no ticket here has a holder of its own. */
    culturalContactReference?: string;
    startDate?: string;
    endDate?: string;
  };
  paginationParameter?: Pagination;
}

/** Without pagination the first 5000 only, as observed. */
const MAX_RESULT = 5000;

/** ExternalOrderHistoryService v1_33. */
export function historyService(parts: HistoryParts): Handlers {
  const { book, cabinet } = parts;
  return {
    /** Documented; the result is GUESS. Orders that nobody paid for in time count as what they are: ABANDONNED. */
    countFilesByCriteria: (criteria: FileCriteria) => ({ count: filesBy(criteria, parts).length }),
    /** GUESS as a whole: the same files in pages, the newest first. */
    searchFilesByCriteria({ paginationParameter, ...criteria }: FilesArgs) {
      const { page, truncated } = paged(filesBy(criteria, parts).reverse(), paginationParameter);
      return { fileSummaries: page.map((orders) => fileSummary(orders, cabinet)), truncated };
    },
    /** Only tickets of closed orders. `truncated` says that there are more after this page. */
    listTicketsByCriteria({ ticketFilterCriteria, paginationParameter }: CriteriaArgs) {
      const criteria = required(ticketFilterCriteria, 'ticketFilterCriteria');
      const from = Date.parse(required(criteria.startDate, 'startDate'));
      const to = Date.parse(required(criteria.endDate, 'endDate'));
      const summaries = [...(criteria.culturalContactReference === undefined ? book.all() : [])]
        .filter((order) => order.closedAt !== undefined && order.closedAt >= from && order.closedAt <= to)
        .flatMap(ticketsOf)
        .filter(({ operation }) => !criteria.productId || operation.sold.product.id === criteria.productId)
        .filter(
          ({ operation }) => !criteria.performanceId || performanceId(operation) === criteria.performanceId,
        )
        .map(({ operation, movement }) => ({
          audienceSubCategory: operation.tariff.code,
          audienceSubCategoryId: operation.tariff.id,
          performanceId: performanceId(operation),
          price: operation.unitPrice,
          seatCategoryId: operation.kind === 'SINGLE_ENTRY' ? operation.seatCategoryId : undefined,
          ticketState: movement.ticket?.state,
        }));
      const { page, truncated } = paged(summaries, paginationParameter);
      return { ticketSummaries: page, truncated };
    },
  };
}

/** A visit has none. */
function performanceId(operation: AdmittingOperation): string | undefined {
  return operation.kind === 'SINGLE_ENTRY' ? operation.sold.performance.id : undefined;
}

function paged<T>(all: readonly T[], { startPosition = 0, maxResult = MAX_RESULT }: Pagination = {}) {
  if (startPosition < 0 || maxResult < 1)
    throw new Refusal('error.sim.invalidParameter', 'paginationParameter');
  const page = all.slice(startPosition, startPosition + Math.min(maxResult, MAX_RESULT));
  return { page, truncated: startPosition + page.length < all.length };
}

/** The orders of each file that fits, the oldest file first. */
function filesBy(criteria: FileCriteria, { book, lookup }: HistoryParts): Order[][] {
  checkCriteria(criteria);
  const { posConfig, catalog } = lookup.season;
  const standing = {
    posId: String(posConfig.posId),
    audienceCategories: catalog.seasons.flatMap(({ audienceCategories }) => audienceCategories),
    expiresAt: (order: Order) => book.expiresAt(order),
  };
  return book.files().filter((orders) => fits(orders, criteria, standing));
}

function fileSummary(orders: readonly Order[], cabinet: FileCabinet): object {
  const fileId = orders[0]?.fileId ?? '';
  return {
    creationDateTime: Math.min(...orders.map(({ createdAt }) => createdAt)),
    fileContacts: contactsOf(orders),
    fileId,
    fileState: fileStateOf(orders),
    lastModDateTime: modifiedAt(orders, cabinet.attachmentsOf(fileId)),
    orderIds: orders.map(({ id }) => id),
    saleAmount: orders.reduce((sum, order) => sum + saleAmount(order), 0),
  };
}
