import type { Order, Ticket } from '@s360-widgets/contract';
import { dayOf } from '../base/days.js';
import { relativeDay } from '../base/relative-day.js';
import type { Words } from '../base/words.js';
import { isDated } from '../pieces/ticket-card.js';
import { type Visit, visitsOf } from '../pieces/ticket-desk.js';

/** Tickets under one heading, such as `In 18 days` or `November`. */
export interface Group {
  readonly heading: string;
  readonly visits: Visit[];
}

export interface SortedOrders {
  readonly upcoming: Group[];
  readonly past: Group[];
  readonly upcomingCount: number;
  readonly pastCount: number;
}

/** How long a performance without a known end stays under what is to come. */
const openEndMs = 6 * 3_600_000;

/**
 * Sorts tickets by nearness: what comes next first, then what is valid on any day, then what was changed; the past by month, the
 * latest first.
 * @param now milliseconds since the epoch
 */
export function sortOrders(words: Words<'tickets'>, orders: readonly Order[], now: number): SortedOrders {
  const visits = orders.flatMap(visitsOf);
  const past = visits.filter((visit) => isPast(visit, now)).sort((a, b) => startOf(b) - startOf(a));
  const coming = visits.filter((visit) => !isPast(visit, now)).sort((a, b) => startOf(a) - startOf(b));
  const changed = coming.filter(isChanged);
  const dated = coming.filter((visit) => !isChanged(visit) && isDated(visit.tickets[0]));
  const anyDay = coming.filter((visit) => !isChanged(visit) && !isDated(visit.tickets[0]));
  const { anyDay: anyDayHeading, changed: changedHeading } = words.tickets.orders;
  return {
    upcoming: [
      ...grouped(dated, (visit) => nearness(words, visit, now)),
      ...grouped(anyDay, () => anyDayHeading),
      ...grouped(changed, () => changedHeading),
    ],
    past: grouped(past, (visit) => month(words, visit, now)),
    upcomingCount: count(coming),
    pastCount: count(past),
  };
}

const isChanged = ({ tickets }: Visit) => tickets.every(({ state }) => state === 'cancelled');

const startOf = ({ tickets: [first], order }: Visit) =>
  Date.parse(first.startAt ?? first.endAt ?? order.purchasedAt);

function isPast({ tickets: [first] }: Visit, now: number): boolean {
  if (first.endAt) return Date.parse(first.endAt) < now;
  return first.startAt !== null && Date.parse(first.startAt) + openEndMs < now;
}

function nearness({ lang }: Words, { tickets: [first], order }: Visit, now: number): string {
  return capital(relativeDay(lang, first.startAt ?? '', order.timeZone, now));
}

/** `November`, with its year once that is another. */
function month({ format }: Words, { tickets: [first], order }: Visit, now: number): string {
  const at = first.startAt ?? first.endAt ?? order.purchasedAt;
  const isThisYear = dayOf(at, order.timeZone).slice(0, 4) === dayOf(now, order.timeZone).slice(0, 4);
  return capital(
    format.part(at, order.timeZone, isThisYear ? { month: 'long' } : { month: 'long', year: 'numeric' }),
  );
}

function grouped(visits: readonly Visit[], headingOf: (visit: Visit) => string): Group[] {
  const groups = new Map<string, Visit[]>();
  for (const visit of visits) {
    const heading = headingOf(visit);
    groups.set(heading, [...(groups.get(heading) ?? []), visit]);
  }
  return [...groups].map(([heading, members]) => ({ heading, visits: members }));
}

const count = (visits: readonly Visit[]) =>
  visits.reduce((sum, { tickets }: { tickets: readonly Ticket[] }) => sum + tickets.length, 0);

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
