/** What the filter bar and the sheet share. */
import type { EventList } from '@s360-widgets/contract';
import { html } from 'lit';
import type { Words } from '../base/words.js';
import { icon } from '../pieces/icon.js';
import { check } from '../pieces/icons.list.js';
import type { Filters, Listing } from './event-list.listing.js';

/** What the filters are drawn with, and how they tell of a change. */
export interface FilterSetting {
  readonly list: EventList;
  readonly words: Words<'base'>;
  /** All events within the element's scope. */
  readonly all: readonly Listing[];
  readonly filters: Filters;
  readonly today: string;
  /** How many match; null as long as the code that knows can't be had. */
  readonly count: number | null;
  readonly layout: string;
  set(filters: Filters): void;
  setLayout(layout: string): void;
  openSheet(): void;
}

export type Group = 'when' | 'topic' | 'venue' | 'price';

/** The groups that have something to choose. */
export const groupsOf = ({ list }: FilterSetting): Group[] =>
  (['when', 'topic', 'venue', 'price'] as const).filter(
    (group) => (group !== 'topic' || list.topics.length > 1) && (group !== 'venue' || list.venues.length > 1),
  );

export const pill = (
  type: 'radio' | 'checkbox',
  name: string,
  chosen: boolean,
  text: unknown,
  choose: () => void,
) => html`<label class="button pill"
  ><input class="unseen" type=${type} name=${name} .checked=${chosen} @change=${choose} />${icon(check)}${text}</label
>`;

export const availableSwitch = ({ filters, words, set }: FilterSetting) => html`<label class="switch meta"
  ><input
    type="checkbox"
    role="switch"
    .checked=${!!filters.available}
    @change=${() => set({ ...filters, available: !filters.available || undefined })}
  />${words.base.list.availableOnly}</label
>`;

export const textOf = (event: Event) => (event.target as HTMLInputElement).value;
