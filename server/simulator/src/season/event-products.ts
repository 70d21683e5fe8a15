import type { Calendar } from './calendar.js';
import { durationOf } from './description.js';
import type { HallPlan } from './halls/plan.js';
import { idOf } from './ids.js';
import type { Occupancy } from './occupancy.js';
import type { PriceList } from './price-list.js';
import { priceGrid } from './prices.js';
import type { PlayDate } from './programme/schedule.js';
import { soldShare, type Standing, standingOf } from './programme/standing.js';
import type { Work } from './programme/work.js';
import { salePeriodOf, wholePeriod } from './sale-periods.js';
import type { ObjectState, Performance, Product, SeatCategory } from './season.types.js';
import { externalName, textBy } from './text.js';
import { words } from './texts/texts.js';

/** What a played work adds to its product, and how full its performances are. */
export interface EventPart {
  state: ObjectState;
  salePeriods: Product['salePeriods'];
  event: NonNullable<Product['event']>;
  occupancies: [performanceId: string, Occupancy][];
}

/** What all works of a hall share. */
export interface EventContext {
  seed: number;
  calendar: Calendar;
  plan: HallPlan;
  /** Shared by all performances in the hall. */
  seatCategories: SeatCategory[];
  /** Ids of the seat categories that hold wheelchair spaces. */
  accessible: ReadonlySet<string>;
  priceList: PriceList;
}

/** State on the wire. Last tickets, sold out, not yet and no longer on sale are all running; a client derives them. */
const states: Record<Standing, ObjectState> = {
  onSale: 'RUNNING',
  lastTickets: 'RUNNING',
  soldOut: 'RUNNING',
  suspended: 'SUSPENDED',
  cancelled: 'CANCELED',
  announced: 'VALIDATED',
  soonOnSale: 'RUNNING',
  moved: 'RUNNING',
  saleEnded: 'RUNNING',
};

/** Overrides that an editor set by hand on a work's performances. */
const addStates: Record<string, string> = { COMEDY1: 'SOLD_OUT', SLAM: 'ONLY_AVAI_AT_BOXOFFICE' };

/** The `AddState` variable of a performance; a cancelled one needs no other word. */
function comfortVariables(code: string, standing: Standing): Pick<Performance, 'comfortVariableValues'> {
  if (standing === 'cancelled') return {};
  const value = standing === 'moved' ? 'MOVED_OR_POSTPONED' : addStates[code];
  return value ? { comfortVariableValues: [{ code: 'AddState', value }] } : {};
}

/** The n-th performance of a work; its id depends on both places only, so it stays when the dates move. */
function performanceOf(
  work: Work,
  index: number,
  n: number,
  date: PlayDate,
  standing: Standing,
  context: EventContext,
): Performance {
  const { calendar, plan } = context;
  const start = calendar.at(date.day, date.time);
  const when = { period: date.period, weekday: calendar.weekday(date.day) };
  return {
    id: idOf('performance', (index + 1) * 1000 + n + 1),
    code: `P${String(index + 1).padStart(3, '0')}${String(n + 1).padStart(3, '0')}`,
    state: states[standing],
    start,
    duration: durationOf(work),
    externalName: externalName(textBy((language) => words[language].periods[date.period])),
    logicalConfigurationId: plan.hall.logicalConfigurationId,
    physicalConfigurationId: plan.hall.physicalConfigurationId,
    seatCategories: context.seatCategories,
    prices: priceGrid(work, when, plan.categories, context.accessible, context.priceList),
    SalePeriods: [salePeriodOf(work.code, standing, date.day, start, calendar)],
    ...comfortVariables(work.code, standing),
    // In a bowl or a club a single place between two parties does no harm.
    alwaysAllowIsolatedSeats: work.hall !== 'OPERA',
  };
}

/** A product is in the state in which all its performances are; if they differ, it runs. */
function productState(performances: readonly Performance[]): ObjectState {
  const [first] = performances;
  return first && performances.every(({ state }) => state === first.state) ? first.state : 'RUNNING';
}

/** The event of a work that is played on the given dates; `index` is the work's place in the programme. */
export function eventOf(
  work: Work,
  index: number,
  dates: readonly PlayDate[],
  context: EventContext,
): EventPart {
  const { seed, plan } = context;
  const played = dates.map((date, n) => {
    const standing = standingOf(work.code, n, date.day, seed);
    const performance = performanceOf(work, index, n, date, standing, context);
    const share = soldShare(standing, work.code, n, date.day, seed);
    return { performance, occupancy: { hall: plan.hall, share, awayWithheld: work.genre === 'football' } };
  });
  const performances = played.map(({ performance }) => performance);
  return {
    state: productState(performances),
    salePeriods: [wholePeriod(performances.flatMap(({ SalePeriods }) => SalePeriods))],
    event: { activityId: idOf('activity', index + 1), performances },
    occupancies: played.map(({ performance, occupancy }) => [performance.id, occupancy]),
  };
}
