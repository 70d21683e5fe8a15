/** What S-360 says of money in an order. Words of S-360 end here. */
import type { Fee } from '@s360-widgets/contract';
import { toMinor } from '../s360/index.js';
import type { Operation } from './order.lines.mapping.js';
import type { OrderFee } from './order.model.js';

/** The three kinds of overhead that the back office knows; whatever else is charged is `other`. */
const feeKinds: Record<string, Fee['kind']> = {
  GENERAL_FEE: 'booking',
  DELIVERY_FEE: 'delivery',
  PAYMENT_FEE: 'payment',
};

export const isCharge = (operation: Operation): boolean => operation.kind === 'CHARGE';

/** An operation's own total; S-360 leaves it out in the sample of its webhook, where the unit price stands. */
export const totalOf = (operation: Operation): number =>
  Number(operation.totalAmount ?? Number(operation.unitPrice) * (operation.quantity ?? 1));

/** GUESS: what an order costs is the sum of its lines and charges; only where S-360 does not say it. */
export const sumOf = (operations: Operation[]): number =>
  operations.reduce((sum, operation) => sum + totalOf(operation), 0);

/** Charges of one kind and name as one fee; those that cost nothing are left out. */
export function toFees(charges: Operation[], digits: number): OrderFee[] {
  const fees = new Map<string, OrderFee>();
  for (const charge of charges) {
    const kind = feeKinds[charge.chargeType ?? ''] ?? 'other';
    const fee = charge.product ?? '';
    const before = fees.get(`${kind} ${fee}`)?.amountMinor ?? 0;
    fees.set(`${kind} ${fee}`, { kind, name: fee, amountMinor: before + toMinor(totalOf(charge), digits) });
  }
  return [...fees.values()].filter(({ amountMinor }) => amountMinor !== 0);
}

/** The VAT inside the total, as S-360's net amounts give it; null where one of them is missing. */
export function toTax(operations: Operation[], digits: number): number | null {
  let tax = 0;
  for (const operation of operations) {
    if (operation.withoutVatTotalAmount === undefined) return null;
    tax += totalOf(operation) - Number(operation.withoutVatTotalAmount);
  }
  return operations.length > 0 ? Math.round(tax / 10 ** (3 - digits)) : null;
}
