import * as z from 'zod';
import { startedPayment } from './checkout.mapping.js';

/** How a payment ended: charged, or not for one of three reasons. */
export const outcome = z.enum(['paid', 'refused', 'cancelled', 'expired']);
export type Outcome = z.infer<typeof outcome>;

/**
 * The relay's memory of an order's last payment. Written before S-360 is asked for the payment, again with the payment's
 * ids before the visitor hears of it, and once more when it is decided. Holds nothing personal.
 */
export const paymentEntry = z.object({
  orderId: z.string(),
  /** ORDER_IDENTIFIER: our own word for this payment. */
  reference: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  language: z.string(),
  /**
   * With `redirect`, S-360's own checkout takes the money and finishes the order: the relay only watches. With `none` there
   * is nothing to pay: the relay closes the order itself.
   */
  handOver: z.enum(['widget', 'redirect', 'none']),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  /** Null until S-360 has made the payment, and always without the widget. */
  payment: startedPayment.nullable(),
  /** Null while undecided. */
  outcome: outcome.nullable(),
});
export type PaymentEntry = z.infer<typeof paymentEntry>;
