import type { EventList } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { icon } from '../pieces/icon.js';
import { calendar, check, down, grid, list as listIcon, search, sliders } from '../pieces/icons.list.js';
import { type FilterName, type Filters, type Listing, noFilters } from './event-list.listing.js';

/** The parts of the filters that are fetched when they are first used: `event-list.panels.ts`. */
interface Panels {
  readonly filterNames: readonly FilterName[];
  isActive(filters: Filters, name: FilterName): boolean;
  valueOf(group: Group, setting: FilterSetting): string;
  choices(group: Group, setting: FilterSetting, place: 'menu' | 'sheet'): TemplateResult | typeof nothing;
  filterSheet(setting: FilterSetting): TemplateResult | typeof nothing;
}

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
  readonly layout: 'cards' | 'list';
  set(change: Partial<Filters>): void;
  setLayout(layout: 'cards' | 'list'): void;
  /** The menus' contents and the sheet; undefined until they were first needed. */
  readonly panels: Panels | undefined;
  needPanels(): void;
  /** At the first sign of interest. */
  preparePanels(): void;
  openSheet(): void;
}

export type Group = 'when' | 'topic' | 'venue' | 'price';

/** Search and menus; where it is narrow, search and one scrolling row that begins with the way to the sheet. */
export function filterBar(setting: FilterSetting): TemplateResult {
  const { words, filters, set } = setting;
  const say = words.base.list;
  return html`<div class="filters" part="filters" @pointerover=${setting.preparePanels} @focusin=${setting.preparePanels}>
      <label class="search"
        ><span class="unseen">${say.search}</span>${icon(search)}<input
          class="input"
          type="search"
          placeholder=${say.search}
          .value=${filters.text}
          @input=${(event: Event) => set({ text: textOf(event) })}
      /></label>
      <div class="menus">${groupsOf(setting).map((group) => menu(group, setting))}</div>
      <div class="quick">${quick(setting)}</div>
    </div>
    <div class="found">
      <p class="meta" role="status"><b>${setting.count === null ? nothing : say.events(setting.count)}</b></p>
      ${
        activeCount(setting)
          ? html`<button class="link meta" @click=${() => set(noFilters)}>${say.clear}</button>`
          : nothing
      }
      <span class="steer">${availableSwitch(setting)}${layoutSwitch(setting)}</span>
    </div>`;
}

/** How many filters are on; none before the code that knows was needed. */
const activeCount = ({ panels, filters }: FilterSetting) =>
  panels?.filterNames.filter((name) => panels.isActive(filters, name)).length ?? 0;

/** The groups that have something to choose. */
export const groupsOf = ({ list }: FilterSetting): Group[] =>
  (['when', 'topic', 'venue', 'price'] as const).filter(
    (group) => (group !== 'topic' || list.topics.length > 1) && (group !== 'venue' || list.venues.length > 1),
  );

function menu(group: Group, setting: FilterSetting): TemplateResult {
  const { panels } = setting;
  const active = panels?.isActive(setting.filters, group);
  return html`<details name="filter" class="menu" @toggle=${setting.needPanels}>
    <summary class=${active ? 'pill chosen' : 'pill'}>
      ${group === 'when' ? icon(calendar) : nothing}${(active && panels?.valueOf(group, setting)) || setting.words.base.list[group]}${icon(down)}
    </summary>
    <div class="panel">${panels?.choices(group, setting, 'menu')}</div>
  </details>`;
}

export const pill = (
  type: 'radio' | 'checkbox',
  name: string,
  chosen: boolean,
  text: string,
  choose: () => void,
  count?: number,
) => html`<label class="pill"
  ><input class="unseen" type=${type} name=${name} .checked=${chosen} @change=${choose} />${icon(check)}${text}${
    count === undefined ? nothing : html`<span class="soft number">${count}</span>`
  }</label
>`;

/** The row where it is narrow: the sheet's button, then what is chosen most. */
function quick(setting: FilterSetting): TemplateResult {
  const { filters, set, words } = setting;
  const say = words.base.list;
  const active = activeCount(setting);
  return html`<button
      class=${active ? 'pill chosen' : 'pill'}
      aria-haspopup="dialog"
      @click=${setting.openSheet}
    >
      ${icon(sliders)}${say.filters}${active ? html`<span class="number">${active}</span>` : nothing}</button
    >${(['weekend', 'week'] as const).map((when) =>
      pill('checkbox', when, filters.when === when, say[when], () =>
        set({ when: filters.when === when ? 'any' : when }),
      ),
    )}`;
}

export const availableSwitch = ({ filters, words, set }: FilterSetting) => html`<label class="switch meta"
  ><input
    type="checkbox"
    role="switch"
    .checked=${filters.available}
    @change=${() => set({ available: !filters.available })}
  />${words.base.list.availableOnly}</label
>`;

const layoutSwitch = ({ words, layout, setLayout }: FilterSetting) => html`<span
  class="segments"
  role="radiogroup"
  aria-label=${words.base.list.layout}
  >${(['cards', 'list'] as const).map(
    (each) => html`<label class="segment meta"
      ><input
        class="unseen"
        type="radio"
        name="layout"
        .checked=${layout === each}
        @change=${() => setLayout(each)}
      /><span>${icon(each === 'cards' ? grid : listIcon)}${words.base.list[each]}</span></label
    >`,
  )}</span
>`;

export const textOf = (event: Event) => (event.target as HTMLInputElement).value;
