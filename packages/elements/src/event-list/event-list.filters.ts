import type { EventList } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { icon } from '../pieces/icon.js';
import { calendar, check, close, down, grid, list as listIcon, search, sliders } from '../pieces/icons.js';
import {
  type FilterName,
  type Filters,
  filterNames,
  isActive,
  type Listing,
  matching,
  noFilters,
  type When,
  without,
} from './event-list.filter.js';

/** What the filter bar is drawn with, and how it tells of a change. */
export interface FilterSetting {
  readonly list: EventList;
  readonly words: Words<'base'>;
  /** All events within the element's scope. */
  readonly all: readonly Listing[];
  readonly filters: Filters;
  readonly today: string;
  /** How many match. */
  readonly count: number;
  readonly layout: 'cards' | 'list';
  set(change: Partial<Filters>): void;
  setLayout(layout: 'cards' | 'list'): void;
  openSheet(): void;
}

type Group = 'when' | 'topic' | 'venue' | 'price';
const groups: readonly Group[] = ['when', 'topic', 'venue', 'price'];
const whens: readonly When[] = ['any', 'today', 'weekend', 'week', 'chosen'];

/** Search and menus; where it is narrow, search and one scrolling row that begins with the way to the sheet. */
export function filterBar(setting: FilterSetting): TemplateResult {
  const { words, filters, set } = setting;
  const say = words.base.list;
  return html`<div class="filters" part="filters">
      <label class="search"
        ><span class="unseen">${say.search}</span>${icon(search)}<input
          class="input"
          type="search"
          placeholder=${say.search}
          .value=${filters.text}
          @input=${(event: Event) => set({ text: valueOf(event) })}
      /></label>
      <div class="menus">${groups.filter((group) => isUseful(group, setting)).map((group) => menu(group, setting))}</div>
      <div class="quick">${quick(setting)}</div>
    </div>
    <div class="found">
      <p class="meta" role="status"><b>${say.events(setting.count)}</b></p>
      ${
        filterNames.some((name) => isActive(filters, name))
          ? html`<button class="link meta" @click=${() => set(noFilters)}>${say.clear}</button>`
          : nothing
      }
      <span class="steer">${availableSwitch(setting)}${layoutSwitch(setting)}</span>
    </div>`;
}

/** A group with one choice is no choice. */
function isUseful(group: Group, { all }: FilterSetting): boolean {
  const ids = (id: (listing: Listing) => unknown) => new Set(all.map(id)).size > 1;
  if (group === 'topic') return ids(({ event }) => event.topicId);
  if (group === 'venue') return ids(({ event }) => event.venueId);
  return group === 'when' || ids(({ event }) => event.priceFromMinor);
}

function menu(group: Group, setting: FilterSetting): TemplateResult {
  const active = isActive(setting.filters, group);
  return html`<details name="filter" class="menu">
    <summary class=${active ? 'pill chosen' : 'pill'}>
      ${group === 'when' ? icon(calendar) : nothing}${active ? valueOfGroup(group, setting) : setting.words.base.list[group]}${icon(down)}
    </summary>
    <div class="panel">${choices(group, setting, 'menu')}</div>
  </details>`;
}

function valueOfGroup(group: Group, { filters, list, words }: FilterSetting): string {
  const { base, format } = words;
  if (group === 'price') return base.list.upTo(format.price(filters.price ?? 0, list.currency));
  if (group !== 'when') {
    const all = group === 'topic' ? list.topics : list.venues;
    const names = all.filter(({ id }) => filters[group].includes(id)).map(({ name }) => name);
    return names.length > 1 ? `${names[0]} +${names.length - 1}` : (names[0] ?? '');
  }
  if (filters.when !== 'chosen') return base.list[filters.when];
  const day = (of: string) => (of ? format.part(of, 'UTC', { day: 'numeric', month: 'short' }) : '…');
  return `${day(filters.from)} – ${day(filters.to)}`;
}

/** The choices of a group; `place` keeps the radio buttons of the menu and of the sheet apart. */
function choices(group: Group, setting: FilterSetting, place: 'menu' | 'sheet'): TemplateResult {
  if (group === 'when') return whenChoices(setting, place);
  if (group === 'price') return priceChoice(setting);
  const { list, filters, set } = setting;
  const name = group === 'topic' ? 'topicId' : 'venueId';
  const counted = countBy(setting, group, (listing) => listing.event[name]);
  return html`<div class="pills">
    ${(group === 'topic' ? list.topics : list.venues)
      .filter(({ id }) => counted.has(id))
      .map((each) => {
        const chosen = filters[group].includes(each.id);
        const next = chosen ? filters[group].filter((id) => id !== each.id) : [...filters[group], each.id];
        return pill('checkbox', group, chosen, each.name, () => set({ [group]: next }), counted.get(each.id));
      })}
  </div>`;
}

/** Counts events under all filters but this one. */
function countBy(
  { all, filters, today, list }: FilterSetting,
  group: FilterName,
  key: (listing: Listing) => string | null,
): Map<string, number> {
  const counts = new Map(all.map((each) => [key(each) ?? '', 0]));
  for (const each of matching(all, without(filters, group), today, list.timeZone)) {
    counts.set(key(each) ?? '', (counts.get(key(each) ?? '') ?? 0) + 1);
  }
  return counts;
}

function whenChoices({ filters, set, words, today }: FilterSetting, place: string): TemplateResult {
  const say = words.base.list;
  const day = (name: 'from' | 'to', label: string) => html`<label class="field small"
    >${label}<input
      class="input"
      type="date"
      min=${name === 'to' ? filters.from || today : today}
      .value=${filters[name]}
      @change=${(event: Event) => set({ [name]: valueOf(event) })}
  /></label>`;
  return html`<div class="pills">
      ${whens.map((when) =>
        pill(
          'radio',
          `when-${place}`,
          filters.when === when,
          when === 'chosen' ? say.chooseDates : say[when],
          () => set({ when }),
        ),
      )}
    </div>
    ${
      filters.when === 'chosen'
        ? html`<div class="days">${day('from', say.fromDay)}${day('to', say.toDay)}</div>`
        : nothing
    }`;
}

function priceChoice({ all, filters, set, words, list }: FilterSetting): TemplateResult {
  const { base, format } = words;
  const prices = all.map(({ event }) => event.priceFromMinor ?? 0);
  const step = 10 ** Math.max(0, String(Math.max(...prices)).length - 2);
  const most = Math.ceil(Math.max(...prices) / step) * step;
  const now = filters.price ?? most;
  const label = filters.price === null ? base.list.any : base.list.upTo(format.price(now, list.currency));
  return html`<label class="price-choice meta"
    ><span class="unseen">${base.list.price}</span
    ><input
      type="range"
      min=${step}
      max=${most}
      step=${step}
      .value=${String(now)}
      aria-valuetext=${label}
      @input=${(event: Event) => set({ price: Number(valueOf(event)) < most ? Number(valueOf(event)) : null })}
    /><b class="number">${label}</b></label
  >`;
}

const pill = (
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
  const { filters, set, words, list, all } = setting;
  const say = words.base.list;
  const active = filterNames.filter((name) => name !== 'text' && isActive(filters, name)).length;
  const topics = list.topics.filter(({ id }) => all.some(({ event }) => event.topicId === id)).slice(0, 4);
  const toggle = (when: When) =>
    pill('checkbox', when, filters.when === when, say[when === 'weekend' ? 'weekend' : 'week'], () =>
      set({ when: filters.when === when ? 'any' : when }),
    );
  return html`<button class=${active ? 'pill chosen' : 'pill'} aria-haspopup="dialog" @click=${setting.openSheet}>
      ${icon(sliders)}${say.filters}${active ? html`<span class="number">${active}</span>` : nothing}
    </button>
    ${toggle('weekend')}${toggle('week')}
    ${topics.map(({ id, name }) =>
      pill('checkbox', id, filters.topic.includes(id), name, () =>
        set({
          topic: filters.topic.includes(id)
            ? filters.topic.filter((each) => each !== id)
            : [...filters.topic, id],
        }),
      ),
    )}`;
}

/** All filters on a sheet from below; its button says the result. */
export function filterSheet(setting: FilterSetting): TemplateResult {
  const { words, count, set } = setting;
  const { list: say, common } = words.base;
  return html`<dialog class="sheet" aria-labelledby="sheet-title" @click=${closeOutside}>
    <form method="dialog">
      <header>
        <h2 class="title-m" id="sheet-title">${say.filters}</h2>
        <button class="button icon bare" aria-label=${common.close}>${icon(close)}</button>
      </header>
      <div class="groups">
        ${groups
          .filter((group) => isUseful(group, setting))
          .map(
            (group) => html`<fieldset>
              <legend>${say[group]}</legend>
              ${choices(group, setting, 'sheet')}
            </fieldset>`,
          )}
        ${availableSwitch(setting)}
      </div>
      <footer>
        <button class="button large" type="button" @click=${() => set(noFilters)}>${say.clear}</button>
        <button class="button large primary">${say.show(count)}</button>
      </footer>
    </form>
  </dialog>`;
}

const closeOutside = (event: Event) => {
  if (event.target === event.currentTarget) (event.target as HTMLDialogElement).close();
};

const availableSwitch = ({ filters, words, set }: FilterSetting) => html`<label class="switch meta"
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

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;
