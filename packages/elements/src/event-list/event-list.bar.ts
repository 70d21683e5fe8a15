import type { EventList } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Lazy } from '../base/lazy.js';
import type { Words } from '../base/words.js';
import { icon } from '../pieces/icon.js';
import { calendar, check, down, grid, list as listIcon, search, sliders } from '../pieces/icons.list.js';
import type { Filters, Listing } from './event-list.listing.js';
import type * as More from './event-list.more.js';

/** What the filter bar is drawn with, and how it tells of a change. */
export interface FilterSetting {
  readonly list: EventList;
  readonly words: Words<'base'>;
  /** All events within the element's scope. */
  readonly all: readonly Listing[];
  readonly filters: Filters;
  readonly today: string;
  /** How many match; null as long as the code that knows can't be had. */
  readonly count: number | null;
  readonly isRows: boolean;
  set(filters: Filters): void;
  setLayout(layout: 'cards' | 'list'): void;
  /** The menus' contents and the sheet among it, fetched at the first sign of interest. */
  readonly more: Lazy<typeof More>;
  openSheet(): void;
}

export type Group = 'when' | 'topic' | 'venue' | 'price';

/** Search and menus; where it is narrow, search and one scrolling row that begins with the way to the sheet. */
export function filterBar(setting: FilterSetting): TemplateResult {
  const { words, filters, set, more, count } = setting;
  const say = words.base.list;
  const prepare = () => more.prepare();
  const active = more.current?.activeCount(filters);
  return html`<div class="filters" part="filters" @pointerover=${prepare} @focusin=${prepare}>
      <label class="search"
        ><span class="unseen">${say.search}</span>${icon(search)}<input
          class="input"
          type="search"
          placeholder=${say.search}
          .value=${filters.text ?? ''}
          @input=${(event: Event) => set({ ...filters, text: textOf(event) || undefined })}
      /></label>
      <div class="menus">${groupsOf(setting).map((group) => menu(group, setting))}</div>
      <div class="quick">
        <button class=${active ? 'button pill chosen' : 'button pill'} aria-haspopup="dialog" @click=${setting.openSheet}>
          ${icon(sliders)}${say.filters}${active ? html`<span class="number">${active}</span>` : nothing}</button
        >${(['weekend', 'week'] as const).map((when) =>
          pill('checkbox', when, filters.when === when, say[when], () =>
            set({ ...filters, when: filters.when === when ? undefined : when }),
          ),
        )}
      </div>
    </div>
    <div class="found">
      <p class="meta" role="status"><b>${count === null ? nothing : say.events(count)}</b></p>
      ${active ? html`<button class="link meta" @click=${() => set({})}>${words.filters?.clear}</button>` : nothing}
      <span class="steer">${availableSwitch(setting)}${layoutSwitch(setting)}</span>
    </div>`;
}

/** The groups that have something to choose. */
export const groupsOf = ({ list }: FilterSetting): Group[] =>
  (['when', 'topic', 'venue', 'price'] as const).filter(
    (group) => (group !== 'topic' || list.topics.length > 1) && (group !== 'venue' || list.venues.length > 1),
  );

function menu(group: Group, setting: FilterSetting): TemplateResult {
  const { more, words } = setting;
  const chosen = more.current?.chosenIn(group, setting);
  const follow = ({ target }: Event) =>
    void more.need().then(() => more.current?.closeLater(target as HTMLDetailsElement));
  return html`<details name="filter" class="menu" @toggle=${follow}>
    <summary class=${chosen ? 'button pill chosen' : 'button pill'}>
      ${group === 'when' ? icon(calendar) : nothing}${chosen || words.base.list[group]}${icon(down)}
    </summary>
    <div class="panel">${more.current?.choices(group, setting, 'menu')}</div>
  </details>`;
}

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

const layoutSwitch = ({ words, isRows, setLayout }: FilterSetting) => html`<span
  class="segments"
  role="radiogroup"
  aria-label=${words.base.list.layout}
  >${(['cards', 'list'] as const).map(
    (layout) => html`<label class="segment meta"
      ><input
        class="unseen"
        type="radio"
        name="layout"
        .checked=${isRows === (layout === 'list')}
        @change=${() => setLayout(layout)}
      /><span>${icon(layout === 'list' ? listIcon : grid)}${words.base.list[layout]}</span></label
    >`,
  )}</span
>`;

export const textOf = (event: Event) => (event.target as HTMLInputElement).value;
