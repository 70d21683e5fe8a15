/** Shipments and payments of S-360 and the contract's. Words of S-360 end here. */
import type { Money, ShipmentKind } from '@s360-widgets/contract';
import type { StartedPayment } from '../order/index.js';
import {
  reasonOf,
  textIn,
  toMinor,
  toThousandths,
  UnreadableValue,
  type AnswerOf,
  type ArgumentsOf,
  type Omit,
} from '../s360/index.js';

/** A way to get the tickets, as S-360 offers it for an order. */
export interface OfferedMode {
  readonly id: string;
  readonly kind: ShipmentKind;
  readonly name: string;
  readonly description: string;
  readonly feeMinor: number;
  readonly addressNeeded: boolean;
}

// Display names of the back office, written with spaces or underscores; DOCUMENTS go by e-mail, tickets never do.
const kinds: Record<string, ShipmentKind> = {
  MOBILE: 'mobile',
  PRINT_AT_HOME: 'print-at-home',
  ELECTRONIC: 'print-at-home',
  PICK_UP_AT_CONTROL: 'box-office',
  HAND_TO_CONTACT_POSTPONED: 'box-office',
  BY_MAIL: 'post',
  BY_RECOMMANDED_MAIL: 'post',
  DHL: 'post',
};

/** The answer of getAvailableShipmentModes. A mode with a fee finer than the currency's digits is left out alone. */
export function toOfferedModes(
  { shipmentModes }: AnswerOf<'getAvailableShipmentModes'>,
  language: string,
  digits: number,
  omit: Omit,
): OfferedMode[] {
  return shipmentModes.flatMap((mode) => {
    const feeMinor = toFee(mode, digits, omit);
    if (feeMinor === undefined) return [];
    return {
      id: mode.shipmentModeId,
      kind: kinds[mode.type.replaceAll(' ', '_')] ?? 'other',
      name: textIn(mode.externalName, language, language),
      description: mode.description,
      feeMinor,
      addressNeeded: mode.contactAddressRequired,
    };
  });
}

function toFee(
  { shipmentModeId, amount }: AnswerOf<'getAvailableShipmentModes'>['shipmentModes'][number],
  digits: number,
  omit: Omit,
): number | undefined {
  try {
    return toMinor(amount, digits);
  } catch (error) {
    if (!(error instanceof UnreadableValue)) throw error;
    omit({ what: 'shipment mode', ids: { shipmentModeId }, reason: reasonOf(error) });
    return undefined;
  }
}

export interface PaymentRequest {
  readonly orderId: string;
  readonly paymentMethodId: string;
  readonly contactNumber: string;
  readonly total: Money;
  /** Our own opaque word for this payment, which comes back with the browser. */
  readonly reference: string;
  readonly returnUrl: string;
}

/** Arguments of createPaymentsAndCloseOrder, as in the vendor's sample. GUESS: amounts are thousandths, the map has entries. */
export function toCreatePayments(request: PaymentRequest): ArgumentsOf<'createPaymentsAndCloseOrder'> {
  const amount = toThousandths(request.total.amountMinor, request.total.currency.digits);
  return {
    orderId: request.orderId,
    isConvertedReservation: false,
    createToken: true,
    payments: [{ amount, paymentMethodId: request.paymentMethodId }],
    paymentParams: {
      contactNumber: request.contactNumber,
      paymentParametersMap: {
        entry: [
          { key: 'ORDER_IDENTIFIER', value: request.reference },
          { key: 'RETURN_URL', value: request.returnUrl },
        ],
      },
      totalAmount: amount,
    },
    orderType: 'SALE',
    maxWaitingTime: 0,
    purchasersInfo: [{ contactReference: request.contactNumber }],
  };
}

/** Arguments of closeOrder for an order of which nothing is due: those that a client of the vendor's sends, with no payment at all. */
export function toCloseOrder(orderId: string, contactNumber: string | undefined): ArgumentsOf<'closeOrder'> {
  return {
    ...(contactNumber ? { purchaserInfo: { contactReference: contactNumber } } : {}),
    orderId,
    generateBarCodes: true,
    maxWaitingTime: 0,
    orderType: 'SALE',
  };
}

/** The answer of createPaymentsAndCloseOrder. */
export function toStartedPayment({
  paymentId,
  identification,
  epcTransactionData,
}: AnswerOf<'createPaymentsAndCloseOrder'>): StartedPayment {
  return {
    paymentId,
    identification,
    transactionId: String(epcTransactionData.transactionId),
  };
}

/** Where a payment stands: decided for good, or `pending`. */
export type PaymentStanding = 'pending' | 'paid' | 'refused' | 'cancelled';

/** S-360's words for a payment; GUESS: AUTHORIZED may be finalised and is captured later, as the vendor's shop does. */
const standings: Record<string, PaymentStanding> = {
  WAITING: 'pending',
  IN_PROGRESS: 'pending',
  WAITING_MANUAL_VALIDATION: 'pending',
  AUTHORIZED: 'paid',
  PAID: 'paid',
  FAILED: 'refused',
  FAILED_REJECTED: 'refused',
  ABANDONED: 'cancelled',
  CANCELLED_BY_USER: 'cancelled',
};

/** A word that is not known counts as undecided: nothing is taken from the visitor, nor given, on a guess. */
export const toStanding = (paymentStatus: string): PaymentStanding => standings[paymentStatus] ?? 'pending';

/** A payment of an order as S-360 tells it. */
export interface SeenPayment extends StartedPayment {
  readonly standing: PaymentStanding;
}

/** The answer of checkPayment, the oldest payment first. GUESS: `paymentIdentifier` is the payment's identification. */
export function toSeenPayments({ paymentDetails }: AnswerOf<'checkPayment'>): SeenPayment[] {
  return paymentDetails.map(({ paymentId, paymentIdentifier, paymentStatus, epcTransactionData }) => ({
    paymentId,
    identification: paymentIdentifier ?? '',
    transactionId: String(epcTransactionData?.transactionId ?? ''),
    standing: toStanding(paymentStatus),
  }));
}

/** The payment that is S-360's word for one of ours. */
export const seenOf = (payment: StartedPayment, seen: readonly SeenPayment[]): SeenPayment | undefined =>
  seen.find(({ paymentId }) => paymentId === payment.paymentId) ??
  seen.find(({ identification }) => identification !== '' && identification === payment.identification);
