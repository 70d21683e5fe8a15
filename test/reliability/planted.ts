/** Mistakes that a relay must not make, each planted into its compiled code as it is loaded, to see that a run finds it. */

export interface PlantedBug {
  /** Of the relay's compiled code. */
  readonly file: string;
  /** Must be there once. */
  readonly from: string;
  readonly to: string;
}

export const plantedBugs = {
  /** A write whose answer was lost is sent again. */
  'blind-retry': {
    file: 's360/s360.js',
    from: "call.operation.kind === 'read' && !hasItems",
    to: '!hasItems',
  },
  /** A payment is written down once S-360 has answered, and not before it is asked. */
  'missing-intent': {
    file: 'order/order.attempts.js',
    from: 'return inserted && toAttempt(inserted);',
    to: `if (inserted && !fresh.payment)
            await this.#query.deleteFrom('attempt').where('attempt_id', '=', inserted.attempt_id).execute();
        return inserted && toAttempt(inserted);`,
  },
  /** Whoever moves an attempt moves it, whatever has become of it. */
  'no-compare-and-set': {
    file: 'order/order.attempts.js',
    from: `            .where('attempt_id', '=', attempt.attemptId)
            .where('version', '=', attempt.version)
            .returningAll()`,
    to: `            .where('attempt_id', '=', attempt.attemptId)
            .returningAll()`,
  },
  /** An order is taken whoever has it. */
  'lease-ignored': {
    file: 'order/order.leases.js',
    from: ".where('order_lease.until', '<=', database.now())",
    to: '',
  },
  /** Nobody asks again about a payment that was refused. */
  'final-no': {
    file: 'checkout/checkout.attempts.js',
    from: 'moneyDueMs.first : watchAgainMs',
    to: 'moneyDueMs.first : null',
  },
} satisfies Record<string, PlantedBug>;

export type PlantedName = keyof typeof plantedBugs;

/** The compiled code of a file with the bug in it. @throws where the bug has no place any more: it is to be planted anew */
export function plant(source: string, { file, from, to }: PlantedBug): string {
  if (source.split(from).length !== 2) throw new Error(`what is to be planted has no place in ${file}`);
  return source.replace(from, () => to);
}
