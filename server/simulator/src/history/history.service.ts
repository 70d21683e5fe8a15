import type { AdmittingOperation } from '../orders/order.js';
import type { OrderBook } from '../orders/order-book.js';
import { ticketsOf } from '../orders/order.view.js';
import { Refusal, required } from '../refusal.js';
import type { Handlers } from '../wire/dispatch.js';

/** The dates bound the moment of the sale and are mandatory; the other criteria narrow it. */
interface CriteriaArgs {
  ticketFilterCriteria?: {
    pointOfSalesId?: string;
    productId?: string;
    performanceId?: string;
    startDate?: string;
    endDate?: string;
  };
  paginationParameter?: { startPosition?: number; maxResult?: number };
}

/** Without pagination the first 5000 only, as observed. */
const MAX_RESULT = 5000;

/** ExternalOrderHistoryService v1_33. */
export function historyService(book: OrderBook): Handlers {
  return {
    /** Only tickets of closed orders. `truncated` says that there are more after this page. */
    listTicketsByCriteria({ ticketFilterCriteria, paginationParameter = {} }: CriteriaArgs) {
      const criteria = required(ticketFilterCriteria, 'ticketFilterCriteria');
      const from = Date.parse(required(criteria.startDate, 'startDate'));
      const to = Date.parse(required(criteria.endDate, 'endDate'));
      const { startPosition = 0, maxResult = MAX_RESULT } = paginationParameter;
      if (startPosition < 0 || maxResult < 1)
        throw new Refusal('error.sim.invalidParameter', 'paginationParameter');
      const summaries = [...book.all()]
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
      const page = summaries.slice(startPosition, startPosition + Math.min(maxResult, MAX_RESULT));
      return { ticketSummaries: page, truncated: startPosition + page.length < summaries.length };
    },
  };
}

/** A visit has none. */
function performanceId(operation: AdmittingOperation): string | undefined {
  return operation.kind === 'SINGLE_ENTRY' ? operation.sold.performance.id : undefined;
}
