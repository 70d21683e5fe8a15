import type { ProductKind } from '@s360-widgets/contract';

interface Kinded {
  readonly kind: ProductKind;
}

/** Whether something is sold that nobody would call a ticket: a book, a parking space, a membership. */
export const isOther = ({ kind }: Kinded): boolean =>
  kind !== 'event' && kind !== 'pass' && kind !== 'season-ticket';

/** Whether there is any of that among lines, which are then counted as items. */
export const hasOthers = (lines: readonly Kinded[]): boolean => lines.some(isOther);
