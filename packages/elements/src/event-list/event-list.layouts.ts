import type { TemplateResult } from 'lit';
import { Lazy } from '../base/lazy.js';
import { warn } from '../base/warn.js';
import type { SetList } from './event-list.address.js';
import type { CalendarView } from './event-list.calendar.js';
import { cards, type Setting } from './event-list.cards.js';
import type { FilterSetting } from './event-list.controls.js';
import type { Listing } from './event-list.listing.js';
import { rows } from './event-list.rows.js';

const unknown = new Set<string>();

/** The calendar of each list that has shown one. */
const calendars = new WeakMap<SetList, Lazy<CalendarView>>();

/** The listings in another layout than cards. One that nobody knows is cards after all, and earns one warning. */
export function laidOut(
  host: SetList,
  listings: readonly Listing[],
  setting: Setting & FilterSetting,
): TemplateResult | TemplateResult[] | undefined {
  const { layout, all } = setting;
  const shown = new Set(listings);
  const byDate = all.filter((each) => shown.has(each));
  if (layout === 'list') return rows(byDate, setting);
  if (layout === 'calendar') {
    const view = calendarOf(host);
    return view.isMissing ? cards(listings, setting) : view.get()?.render(byDate, setting);
  }
  if (!unknown.has(layout)) warn('oddLayout', layout);
  unknown.add(layout);
  return cards(listings, setting);
}

function calendarOf(host: SetList): Lazy<CalendarView> {
  const view =
    calendars.get(host) ??
    new Lazy(host, async () => {
      const { CalendarView } = await import('./event-list.calendar.js');
      return new CalendarView(host);
    });
  calendars.set(host, view);
  return view;
}
