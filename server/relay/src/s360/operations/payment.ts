/** Payments: what the relay sends of them, and reads. */
import * as z from 'zod';
import { asItCame, success } from '../answer.js';
import { id, purchaser } from './values.js';

/** GUESS: amounts are thousandths of the currency unit, the map has entries. */
export const createPaymentsAndCloseOrder = {
  args: z.strictObject({
    orderId: id,
    isConvertedReservation: z.boolean(),
    createToken: z.boolean(),
    orderType: z.literal('SALE'),
    maxWaitingTime: z.int(),
    payments: z.array(z.strictObject({ amount: z.int(), paymentMethodId: id })),
    purchasersInfo: z.array(purchaser),
    paymentParams: z.strictObject({
      contactNumber: z.string(),
      totalAmount: z.int(),
      paymentParametersMap: z.strictObject({
        entry: z.array(z.strictObject({ key: z.string(), value: z.string() })),
      }),
    }),
  }),
  answer: asItCame('paymentId identification epcTransactionData { transactionId }'),
};

export const checkPayment = {
  args: z.strictObject({ orderId: id, payments: z.array(z.strictObject({ paymentIdentifier: z.string() })) }),
  answer: asItCame('paymentDetails { paymentId paymentStatus }'),
};

export const cancelPayment = { args: z.strictObject({ paymentIds: z.array(id) }), answer: success };
