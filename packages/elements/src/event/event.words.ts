import type { EventDetail } from '@s360-widgets/contract';
import { isOther } from '../pieces/others.js';
import type { EventSetting } from './event.setting.js';
import type { Tours } from './event.tours.js';

/** The words for an event: its own, in place of those for tickets of an evening, and what a guided visit says of its times. */
export function wordsOf(
  event: EventDetail,
  given: EventSetting['words'],
  tours: Tours | null,
): EventSetting['words'] {
  const { sale } = given.base;
  const base = tours?.taken ? { ...given.base, sale: { ...sale, unavailable: tours.taken } } : given.base;
  return { ...given, base, event: { ...given.event, ...ownWords(event, given) } };
}

/** Words in place of those for tickets of an evening or visit. */
function ownWords(
  event: EventDetail,
  { event: { other, package: packages, season } }: EventSetting['words'],
) {
  if (event.kind === 'season-ticket') return season.instead;
  if (event.kind === 'package') return packages.instead;
  return isOther(event) ? other : {};
}
