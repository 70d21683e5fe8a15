import * as z from 'zod';
import { cart } from './cart.js';
import { instant } from './instant.js';
import { money } from './money.js';
import { order } from './order.js';

/**
 * How the page mounts the payment widget. Names come from the relay's configuration, since the vendor's page that shows
 * them could not be read: nothing in the kit knows them.
 */
export const widgetHandOver = z.strictObject({
  kind: z.literal('widget'),
  scriptUrl: z.url(),
  /** Subresource integrity of the script; null = none configured. */
  integrity: z.string().nullable(),
  /** Global object and its function: `window[global][function](settings)`. */
  global: z.string(),
  function: z.string(),
  /** The function of the returned object that takes the widget down. */
  unmount: z.string(),
  /** Settings to pass as they are, such as the transaction id and the locale. */
  settings: z.record(z.string(), z.string()),
  /** Names under which the element and the callbacks are passed. */
  names: z.strictObject({
    element: z.string(),
    success: z.string(),
    failure: z.string(),
    cancel: z.string(),
  }),
  /** Origins of the widget's script and frames. */
  origins: z.array(z.string()),
});
export type WidgetHandOver = z.infer<typeof widgetHandOver>;

/** S-360's own checkout pages take over. */
export const redirectHandOver = z.strictObject({ kind: z.literal('redirect'), url: z.url() });

/** There is nothing to pay, and the order is complete: `getPaymentOutcome` has it. */
export const nothingToPay = z.strictObject({ kind: z.literal('none') });

/** Reply of `startPayment`. */
export const paymentStart = z.strictObject({
  amount: money,
  /** Name of the payment provider, to show. */
  provider: z.string(),
  handOver: z.discriminatedUnion('kind', [widgetHandOver, redirectHandOver, nothingToPay]),
  cart,
});
export type PaymentStart = z.infer<typeof paymentStart>;

/**
 * What became of the payment, as the relay knows it from S-360 and never from the browser. `waiting`: not decided yet, don't
 * pay again. `refused`, `cancelled`: not charged, the cart is open again. `expired`: not charged, and the hold is over. `raised`: charged,
 * or nobody can tell, and the box office's people look after it: the cart stays as it is, `paying`.
 */
export const paymentOutcome = z.strictObject({
  status: z.enum(['none', 'waiting', 'paid', 'refused', 'cancelled', 'expired', 'raised']),
  checkedAt: instant,
  /** Present unless paid, or unless it can't be read just now. */
  cart: cart.nullable(),
  /** Present when paid, unless it can't be read just now: `getOrder` has it as soon as it can. */
  order: order.nullable(),
});
export type PaymentOutcome = z.infer<typeof paymentOutcome>;
