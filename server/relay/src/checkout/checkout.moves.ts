import type { Decision, Order } from '../order/index.js';
import type { PaymentStanding } from './checkout.mapping.js';

/** What S-360 says at one moment, and nothing else: what the relay or the browser believes does not count. */
export interface Facts {
  readonly order: Order['state'];
  /** Null where S-360 knows of no payment of the order; `not-due` where its total is 0 and none was begun. */
  readonly payment: PaymentStanding | 'not-due' | null;
}

/** The one next thing to do about an order with a payment. */
export type Move =
  | 'notify-success'
  | 'notify-failure'
  | 'reopen'
  | 'cancel-payment'
  /** Without a payment: nothing is due. */
  | 'close'
  | 'wait'
  /** There is no payment: the cart is as it was. */
  | 'drop'
  | { readonly settle: Decision };

/**
 * The state machine of a payment. Each move changes what S-360 says, so it can be done again after a crash at any point:
 * whatever was done already shows in the facts, and the next move follows from them.
 *
 * | order     | no payment | not due | pending | paid           | refused or cancelled |
 * |-----------|------------|---------|---------|----------------|----------------------|
 * | open      | drop       | close   | wait    | notify success | settle so            |
 * | paying    | wait       | wait    | wait    | notify success | notify failure       |
 * | ended     | expired    | expired | cancel  | notify success | reopen, or expired   |
 * | completed | paid       | paid    | paid    | paid           | paid                 |
 * | unclear   | wait       | wait    | wait    | notify success | wait                 |
 */
export function nextMove({ order, payment }: Facts): Move {
  if (order === 'completed') return { settle: 'paid' };
  if (payment === 'paid') return 'notify-success';
  if (payment === 'not-due' && order === 'open') return 'close';
  if (payment === 'not-due' || payment === null) return noPayment[order];
  if (payment === 'pending') return order === 'ended' ? 'cancel-payment' : 'wait';
  if (order === 'unclear') return 'wait';
  if (order === 'open') return { settle: payment };
  return order === 'paying' ? 'notify-failure' : 'reopen';
}

const noPayment: Record<'open' | 'paying' | 'ended' | 'unclear', Move> = {
  open: 'drop',
  paying: 'wait',
  ended: { settle: 'expired' },
  unclear: 'wait',
};
