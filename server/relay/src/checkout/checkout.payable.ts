/** Whether an order can be paid as it is, and why it can't. */
import { ProblemError } from '@s360-widgets/contract';
import {
  companionsIn,
  dependentTariffs,
  refuseLonelyTariffs,
  refuseUnlessOpen,
  type Order,
  type OrderDesk,
  type OrderWords,
} from '../order/index.js';
import type { Clock } from '../state/index.js';

export interface PayableParts {
  readonly clock: Clock;
  readonly desk: OrderDesk;
  readonly catalog: Pick<OrderWords, 'tariff'>;
  /** Least time left on the hold when a payment begins. */
  readonly marginSeconds: number;
}

/**
 * Gives the buyer's contact number.
 * @param totalMinor what the visitor agreed to pay
 * @throws ProblemError that says what stands in the way of a payment
 */
export async function refuseUnlessPayable(
  order: Order,
  totalMinor: number,
  language: string,
  { clock, desk, catalog, marginSeconds }: PayableParts,
): Promise<string> {
  refuseUnlessOpen(order);
  if (order.lines.length === 0) throw new ProblemError('cart-empty');
  const leftMs = order.expiresAt ? Date.parse(order.expiresAt) - clock.now() : 0;
  if (leftMs < marginSeconds * 1000) throw new ProblemError('cart-ended');
  const contactNumber = await desk.records.contactNumberOf(order.orderId);
  if (!contactNumber) throw new ProblemError('contact-missing');
  if (!order.shipment) throw new ProblemError('shipment-missing');
  refuseLonelyTariffs(order, companionsIn(catalog, language));
  if (order.totalMinor !== totalMinor) throw new ProblemError('total-changed');
  return contactNumber;
}

/** S-360 may be stricter about companions than the catalog tells; a "no" without a closer word is a refused payment. */
export function toPaymentProblem(
  error: ProblemError,
  order: Order,
  language: string,
  catalog: Pick<OrderWords, 'tariff'>,
): ProblemError {
  const { code, cause } = error;
  if (code === 'box-office-refused') return new ProblemError('payment-refused', {}, { cause });
  if (code !== 'tariff-needs-companion') return error;
  return new ProblemError(
    code,
    { tariffIds: dependentTariffs(order, companionsIn(catalog, language)) },
    { cause },
  );
}
