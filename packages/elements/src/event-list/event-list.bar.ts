import { html, nothing, type TemplateResult } from 'lit';
import type { Lazy } from '../base/lazy.js';
import { icon } from '../pieces/icon.js';
import { calendar, down, grid, list as listIcon, search, sliders } from '../pieces/icons.list.js';
import {
  availableSwitch,
  groupsOf,
  pill,
  textOf,
  type FilterSetting,
  type Group,
} from './event-list.controls.js';
import type * as More from './event-list.more.js';

/**
 * Search and menus; where it is narrow, search and one scrolling row that begins with the way to the sheet.
 * @param more the menus' contents and the sheet among it, fetched at the first sign of interest
 */
export function filterBar(setting: FilterSetting, more: Lazy<typeof More>): TemplateResult {
  const { words, filters, set, count } = setting;
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
      <div class="menus">${groupsOf(setting).map((group) => menu(group, setting, more))}</div>
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

function menu(group: Group, setting: FilterSetting, more: Lazy<typeof More>): TemplateResult {
  const { words } = setting;
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

const layouts = { cards: grid, list: listIcon, calendar };

const layoutSwitch = ({ words, layout: shown, setLayout }: FilterSetting) => html`<span
  class="segments"
  role="radiogroup"
  aria-label=${words.base.list.layout}
  >${(['cards', 'list', 'calendar'] as const).map(
    (layout) => html`<label class="segment meta"
      ><input
        class="unseen"
        type="radio"
        name="layout"
        .checked=${layout === shown}
        @change=${() => setLayout(layout)}
      /><span>${icon(layouts[layout])}${words.base.list[layout]}</span></label
    >`,
  )}</span
>`;
