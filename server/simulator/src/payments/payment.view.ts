import type { Payment } from './payment.js';

/** A payment as PaymentDetail. The method is looked up in the point of sales' configuration. */
export function detailOf(payment: Payment, posConfig: Record<string, unknown>): object {
  return {
    amount: payment.amount,
    bankCardOwnerName: payment.cardOwner,
    cardMaskedNumber: payment.cardMaskedNumber,
    epcTransactionData: payment.transactionId && { paymentTypes: [], transactionId: payment.transactionId },
    isInstallment: false,
    orderId: payment.orderId,
    payerContact: true,
    paymentDate: payment.createdAt,
    paymentId: payment.id,
    paymentIdentifier: payment.identification,
    paymentLastUpdated: payment.updatedAt,
    paymentMethod: paymentMethods(posConfig).find((method) => String(method.id) === payment.methodId),
    paymentStatus: payment.status,
  };
}

/** A payment method of the configuration, as far as the rules look at it. */
export interface PaymentMethod {
  id: string | number;
  code?: string;
  /** GUESS for the wire value: EPC is paid in the widget, everything else is recorded at closing. */
  paymentType?: string;
}

/** The methods of the point of sales' configuration. */
export function paymentMethods(posConfig: Record<string, unknown>): PaymentMethod[] {
  return (posConfig.paymentMethods ?? []) as PaymentMethod[];
}
