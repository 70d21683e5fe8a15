import type { Availability, Sale, SaleState } from '@s360-widgets/contract';
import type { ObjectState, SalePeriod, Selling } from './catalog.model.js';

/** The worse of two states decides: a running performance of a suspended product is suspended. */
const severity: readonly ObjectState[] = [
  'RUNNING',
  'VALIDATED',
  'PREPARING',
  'SUSPENDED',
  'CANCELED',
  'CLOSED',
  'CANCELED_CLOSED',
];

export const worseState = (one: ObjectState, other: ObjectState): ObjectState =>
  severity[Math.max(severity.indexOf(one), severity.indexOf(other))] ?? 'SUSPENDED';

export interface SaleInput {
  readonly selling: Selling;
  /** State of the product around a performance. */
  readonly outerState: ObjectState;
  /** End of the sale where no period gives one: the start of the performance. */
  readonly endsAt: string | null;
  readonly availability: Availability;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The vendor's table for external sites, with the states set by hand first. */
export function deriveSale({ selling, outerState, endsAt, availability, now }: SaleInput): Sale {
  const opening = nextOpening(selling.salePeriods, now);
  const saleState =
    selling.override ?? stateOf(worseState(selling.state, outerState), selling.salePeriods, endsAt, now);
  const isOpen = saleState === 'on-sale';
  if (isOpen && availability === 'none') return { saleState: 'unavailable', availability, onSaleAt: null };
  return {
    saleState,
    availability: isOpen ? availability : 'none',
    onSaleAt: saleState === 'soon' ? opening : null,
  };
}

/** Row by row the vendor's table (C: Additional state of Product for external website). */
function stateOf(
  state: ObjectState,
  periods: readonly SalePeriod[],
  endsAt: string | null,
  now: number,
): SaleState {
  switch (state) {
    case 'PREPARING':
    case 'VALIDATED':
      return 'soon';
    case 'SUSPENDED':
      return 'unavailable';
    case 'CANCELED':
      return 'cancelled';
    case 'CLOSED':
    case 'CANCELED_CLOSED':
      return 'ended';
    case 'RUNNING':
      return runningState(periods, endsAt, now);
  }
}

/** Between two periods the sale is to come again; without periods it runs until `endsAt`. */
function runningState(periods: readonly SalePeriod[], endsAt: string | null, now: number): SaleState {
  const list = periods.length > 0 ? periods : [{ startAt: null, endAt: endsAt }];
  const isIn = ({ startAt, endAt }: SalePeriod) => isWithin({ startAt, endAt: endAt ?? endsAt }, now);
  if (list.some(isIn)) return 'on-sale';
  return nextOpening(list, now) === null ? 'ended' : 'soon';
}

export const isWithin = ({ startAt, endAt }: SalePeriod, now: number): boolean =>
  (startAt === null || Date.parse(startAt) <= now) && (endAt === null || now < Date.parse(endAt));

/** When the sale opens next; null if no opening is to come. */
function nextOpening(periods: readonly SalePeriod[], now: number): string | null {
  const starts = periods.flatMap(({ startAt }) =>
    startAt !== null && Date.parse(startAt) > now ? [startAt] : [],
  );
  return starts.sort()[0] ?? null;
}

/** Of several performances, what a visitor can hope for most. */
const hope: readonly SaleState[] = [
  'on-sale',
  'soon',
  'box-office',
  'unavailable',
  'sold-out',
  'moved',
  'cancelled',
  'ended',
];
const levels: readonly Availability[] = ['good', 'limited', 'none'];

/** The sale of an event from those of its performances; `ended` if it has none. */
export function bestSale(sales: readonly Sale[]): Sale {
  const saleState = hope.find((state) => sales.some((sale) => sale.saleState === state)) ?? 'ended';
  const those = sales.filter((sale) => sale.saleState === saleState);
  return {
    saleState,
    availability: levels.find((level) => those.some(({ availability }) => availability === level)) ?? 'none',
    onSaleAt: those.flatMap(({ onSaleAt }) => onSaleAt ?? []).sort()[0] ?? null,
  };
}
