import type { EventSummary } from '@s360-widgets/contract';

/** A programme is told for the coming week first; what can be visited on any day follows. */
const weekMs = 7 * 24 * 3_600_000;

/**
 * The order of a programme: what is on next comes first. An event stands at its next performance that can be bought, or
 * else at the next that is not over. A pass is on all the time, so it stands a week ahead, or at its first day if that is
 * later still. Season tickets and packages follow, and what has no dates stands at the end. Events of one moment stand by id, so that the order is the same in any two answers of that moment.
 * @param now milliseconds since 1970
 */
export function inProgrammeOrder(events: Iterable<EventSummary>, now: number): EventSummary[] {
  return [...events]
    .map((event) => ({ event, at: placeOf(event, now) }))
    .sort((a, b) => a.at - b.at || (a.event.id < b.event.id ? -1 : 1))
    .map(({ event }) => event);
}

/** Milliseconds since 1970. What has no date at all comes last; what is over stands at its end. */
function placeOf({ kind, performances, firstAt, lastAt }: EventSummary, now: number): number {
  if (kind === 'pass') return Math.max(now + weekMs, timeOf(firstAt, now));
  if (kind === 'season-ticket' || kind === 'package') return Number.MAX_SAFE_INTEGER - 1;
  if (kind !== 'event') return Number.MAX_SAFE_INTEGER;
  let next: number | undefined;
  for (const { startAt, saleState } of performances) {
    const at = Date.parse(startAt);
    if (at > now && saleState === 'on-sale') return at;
    if (at > now) next ??= at;
  }
  return next ?? timeOf(lastAt, Number.MAX_SAFE_INTEGER);
}

const timeOf = (at: string | null, otherwise: number): number => (at === null ? otherwise : Date.parse(at));
