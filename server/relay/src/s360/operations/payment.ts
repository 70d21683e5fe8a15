/** Payments: what the relay sends of them, and reads. */
import * as z from 'zod';
import { reading, success } from '../answer.js';
import { guessed, seenIn, stated } from '../paths.js';
import { wireId } from '../reading.js';
import { id, purchaser } from './values.js';

/** GUESS: amounts are thousandths of the currency unit, the map has entries. Where the three stand in the answer is deduced. */
export const createPaymentsAndCloseOrder = {
  args: seenIn(
    'pages',
    z.strictObject({
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
          entry: guessed(z.array(z.strictObject({ key: z.string(), value: z.string() }))),
        }),
      }),
    }),
  ),
  answer: reading(() =>
    seenIn(
      'deduced',
      z.object({
        paymentId: wireId,
        identification: z.string(),
        epcTransactionData: z.object({ transactionId: z.union([z.number(), z.string().min(1)]) }),
      }),
    ),
  ),
};

/** Of each payment only its ids and its status: what else S-360 tells of cards and payers is not read. */
const checkedPayment = z.object({
  paymentId: wireId,
  paymentIdentifier: z.string().optional(),
  paymentStatus: stated(z.string().default('')),
  epcTransactionData: z.object({ transactionId: z.union([z.number(), z.string().min(1)]) }).optional(),
});

/** Asked for an order and none of its payments by name, it tells of all of them. */
export const checkPayment = {
  args: seenIn('reference', z.strictObject({ orderId: id })),
  answer: reading(({ list }) =>
    seenIn('reference', z.object({ paymentDetails: stated(list(checkedPayment, 'payment of an order')) })),
  ),
};

/** GUESS: of a payment that is charged and completes no order it gives the money back, and is refused for any other. */
export const cancelPayment = {
  args: seenIn('reference', z.strictObject({ paymentIds: z.array(id) })),
  answer: success,
};
