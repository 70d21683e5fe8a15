/** Attempts to pay as they are kept. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { AttemptRow } from '../state/index.js';
import {
  attemptState,
  raisedReason,
  type Attempt,
  type NewAttempt,
  type StartedPayment,
} from './order.attempt.js';

/** A text as JSON; what is none stays as it is, and is refused by what is expected of it. */
function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}

const row = z.object({
  attempt_id: z.string(),
  order_id: z.string(),
  no: z.int(),
  reference: z.string(),
  amount_minor: z.int(),
  currency: z.string(),
  agreed: z.preprocess(parsed, z.array(z.string())),
  hand_over: z.enum(['widget', 'redirect', 'none']),
  state: attemptState,
  payment_id: z.string().nullable(),
  identification: z.string().nullable(),
  transaction_id: z.string().nullable(),
  version: z.int(),
  started_at: z.int(),
  decided_at: z.int().nullable(),
  looks: z.int(),
  reason: raisedReason.nullable(),
});

/** Undefined for a row that this version of the relay can't read. */
export function toAttempt(stored: AttemptRow): Attempt | undefined {
  const { data } = row.safeParse(stored);
  return (
    data && {
      attemptId: data.attempt_id,
      orderId: data.order_id,
      no: data.no,
      reference: data.reference,
      agreed: { amountMinor: data.amount_minor, currency: data.currency, ticketIds: data.agreed },
      handOver: data.hand_over,
      state: data.state,
      payment: paymentIn(data),
      version: data.version,
      startedAt: data.started_at,
      decidedAt: data.decided_at,
      looks: data.looks,
      reason: data.reason,
    }
  );
}

function paymentIn({
  payment_id: paymentId,
  identification,
  transaction_id: transactionId,
}: Pick<AttemptRow, 'payment_id' | 'identification' | 'transaction_id'>): StartedPayment | null {
  if (paymentId === null || identification === null || transactionId === null) return null;
  return { paymentId, identification, transactionId };
}

/** A new attempt as it is written down, but for its number and when it is looked at. */
export function toRow({ orderId, reference, agreed, handOver, startedAt, payment }: NewAttempt) {
  return {
    attempt_id: randomUUID(),
    order_id: orderId,
    reference,
    amount_minor: agreed.amountMinor,
    currency: agreed.currency,
    agreed: JSON.stringify(agreed.ticketIds),
    hand_over: handOver,
    state: payment ? 'begun' : 'intent',
    ...(payment ? toColumns(payment) : { payment_id: null, identification: null, transaction_id: null }),
    version: 1,
    started_at: startedAt,
    decided_at: null,
    looks: 0,
    looked_at: null,
    reported_at: null,
    reason: null,
  };
}

export const toColumns = ({ paymentId, identification, transactionId }: StartedPayment) => ({
  payment_id: paymentId,
  identification,
  transaction_id: transactionId,
});
