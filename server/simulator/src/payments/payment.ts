/** The seven documented states that a payment of the web can have. */
export type PaymentStatus =
  | 'WAITING'
  | 'IN_PROGRESS'
  | 'AUTHORIZED'
  | 'PAID'
  | 'CANCELLED_BY_USER'
  | 'FAILED'
  | 'ABANDONED';

/** A payment of an order: through the EPC, or recorded at closing (then it is PAID from the start). */
export interface Payment {
  id: string;
  orderId: string;
  /** Thousandths. */
  amount: number;
  methodId: string;
  status: PaymentStatus;
  /** The handle that notifyOrder takes. */
  identification: string;
  createdAt: number;
  updatedAt: number;
  /** What the payment widget is given; absent for a recorded payment. */
  transactionId?: number;
  returnUrl?: string;
  orderIdentifier?: string;
  cardMaskedNumber?: string;
  cardOwner?: string;
}

/** AUTHORIZED counts as paid: the money is reserved and captured later (GUESS). The simulator never sets it. */
export function isPaid(payment: Payment): boolean {
  return payment.status === 'PAID' || payment.status === 'AUTHORIZED';
}

/** Not yet ended, one way or the other. */
export function isOpen(payment: Payment): boolean {
  return payment.status === 'WAITING' || payment.status === 'IN_PROGRESS';
}

/** Ended without money; GUESS: it may turn PAID all the same. */
export function isRefused(payment: Payment): boolean {
  return !isOpen(payment) && !isPaid(payment);
}
