import { css, html, nothing, type TemplateResult } from 'lit';
import type { FilterMessages } from '../locales/en.filters.js';
import { icon } from '../pieces/icon.js';
import { close } from '../pieces/icons.js';
import {
  availableSwitch,
  type FilterSetting,
  type Group,
  groupsOf,
  pill,
  textOf,
} from './event-list.controls.js';
import { filterNames, isActive, matching, without } from './event-list.filter.js';
import type { FilterName, Filters, Listing, When } from './event-list.listing.js';
import { fills } from '../styles/fills.js';
import { shadow } from '../styles/motion.js';

const whens: readonly ('any' | When)[] = ['any', 'today', 'weekend', 'week', 'chosen'];

/** Closes a menu that has opened: by Escape from within, by a click from without. */
export function closeLater(menu: HTMLDetailsElement): void {
  if (!menu.open) return;
  const until = new AbortController();
  const close = (event: Event) => {
    const isKey = event instanceof KeyboardEvent;
    if (isKey && event.key !== 'Escape') return;
    if (isKey !== event.composedPath().includes(menu)) return;
    menu.open = false;
    if (isKey) menu.querySelector('summary')?.focus();
  };
  const { signal } = until;
  document.addEventListener('click', close, { signal });
  menu.addEventListener('keydown', close, { signal });
  menu.addEventListener('toggle', () => until.abort(), { signal });
}

/** How many filters are on. */
export const activeCount = (filters: Filters): number =>
  filterNames.filter((name) => isActive(filters, name)).length;

/** What is chosen in a group, for its button; '' for nothing. */
export function chosenIn(group: Group, { filters, list, words }: FilterSetting): string {
  const { base, format, filters: say } = words;
  if (!say || !isActive(filters, group)) return '';
  if (group === 'price') return say.upTo(format.price(filters.price ?? 0, list.currency));
  if (group !== 'when') {
    const all = group === 'topic' ? list.topics : list.venues;
    const names = all.filter(({ id }) => filters[group]?.includes(id)).map(({ name }) => name);
    return names.length > 1 ? `${names[0]} +${names.length - 1}` : (names[0] ?? '');
  }
  if (filters.when && filters.when !== 'chosen') return { ...say, ...base.list }[filters.when];
  const day = (of = '') => (of ? format.part(of, 'UTC', { day: 'numeric', month: 'short' }) : '…');
  return `${day(filters.from)} – ${day(filters.to)}`;
}

/** The choices of a group; `place` keeps the radio buttons of the menu and of the sheet apart. */
export function choices(
  group: Group,
  setting: FilterSetting,
  place: 'menu' | 'sheet',
): TemplateResult | typeof nothing {
  const say = setting.words.filters;
  if (!say) return nothing;
  if (group === 'when') return whenChoices(setting, say, place);
  if (group === 'price') return priceChoice(setting, say);
  const { list, filters, set } = setting;
  const name = group === 'topic' ? 'topicId' : 'venueId';
  const counted = countBy(setting, group, (listing) => listing.event[name]);
  return html`<div class="pills">
    ${(group === 'topic' ? list.topics : list.venues)
      .filter(({ id }) => counted.has(id))
      .map((each) => {
        const before = filters[group] ?? [];
        const chosen = before.includes(each.id);
        const next = chosen ? before.filter((id) => id !== each.id) : [...before, each.id];
        const text = html`${each.name}<span class="soft number">${counted.get(each.id)}</span>`;
        return pill('checkbox', group, chosen, text, () =>
          set({ ...filters, [group]: next.length ? next : undefined }),
        );
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

function whenChoices(
  { filters, set, words, today }: FilterSetting,
  say: FilterMessages,
  place: string,
): TemplateResult {
  const names = { ...say, ...words.base.list, chosen: say.chooseDates };
  const day = (name: 'from' | 'to', label: string) => html`<label class="field small"
    >${label}<input
      class="input"
      type="date"
      min=${name === 'to' ? filters.from || today : today}
      .value=${filters[name] ?? ''}
      @change=${(event: Event) => set({ ...filters, [name]: textOf(event) || undefined })}
  /></label>`;
  return html`<div class="pills">
      ${whens.map((when) =>
        pill('radio', `when-${place}`, (filters.when ?? 'any') === when, names[when], () =>
          set({ ...filters, when: when === 'any' ? undefined : when }),
        ),
      )}
    </div>
    ${
      filters.when === 'chosen'
        ? html`<div class="days">${day('from', say.fromDay)}${day('to', say.toDay)}</div>`
        : nothing
    }`;
}

function priceChoice({ all, filters, set, words, list }: FilterSetting, say: FilterMessages): TemplateResult {
  const { base, format } = words;
  const prices = all.map(({ event }) => event.priceFromMinor ?? 0);
  const step = 10 ** Math.max(0, String(Math.max(...prices)).length - 2);
  const most = Math.ceil(Math.max(...prices) / step) * step;
  const now = filters.price ?? most;
  const label = filters.price === undefined ? say.any : say.upTo(format.price(now, list.currency));
  return html`<label class="price-choice meta"
    ><span class="unseen">${base.list.price}</span
    ><input
      type="range"
      min=${step}
      max=${most}
      step=${step}
      .value=${String(now)}
      aria-valuetext=${label}
      @input=${(event: Event) => set({ ...filters, price: Number(textOf(event)) < most ? Number(textOf(event)) : undefined })}
    /><b class="number">${label}</b></label
  >`;
}

/** All filters on a sheet from below; its button says the result. */
export function filterSheet(setting: FilterSetting): TemplateResult | typeof nothing {
  const { words, count, set } = setting;
  const { list: say } = words.base;
  if (!words.filters) return nothing;
  return html`<dialog class="sheet" aria-labelledby="sheet-title" closedby="any">
    <form method="dialog">
      <header>
        <h2 class="title-m" id="sheet-title">${say.filters}</h2>
        <button class="button icon bare" aria-label=${words.filters.close}>${icon(close)}</button>
      </header>
      <div class="groups">
        ${groupsOf(setting).map(
          (group) => html`<fieldset>
              <legend>${say[group]}</legend>
              ${choices(group, setting, 'sheet')}
            </fieldset>`,
        )}
        ${availableSwitch(setting)}
      </div>
      <footer>
        <button class="button large" type="button" @click=${() => set({})}>${words.filters.clear}</button>
        <button class="button large primary">${words.filters.show(count ?? 0)}</button>
      </footer>
    </form>
  </dialog>`;
}

export const styles = css`
  .pill.chosen,
  .pill:has(:checked) {
    border-color: currentColor;
    box-shadow: inset 0 0 0 1px currentColor;
    font-weight: 600;
  }
  .pill :checked ~ svg {
    display: block;
  }
  .found .link {
    font-size: 0.875em;
  }
  ${fills}
  .menu {
    position: relative;
  }
  .panel {
    position: absolute;
    z-index: 2;
    inset-block-start: calc(100% + 8px);
    inset-inline-end: 0;
    width: max-content;
    max-width: 360px;
    padding: 16px;
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: ${shadow};
  }
  legend {
    font-weight: 600;
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .days {
    display: flex;
    gap: 8px;
    margin-block-start: 12px;
  }
  .days label {
    display: grid;
    flex: 1;
    gap: 6px;
  }
  .price-choice {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .price-choice input {
    flex: 1;
    min-width: 180px;
    height: 44px;
    accent-color: var(--_accent);
  }
  .price-choice b {
    min-width: 84px;
    text-align: end;
  }
  .sheet {
    width: 100%;
    max-width: 640px;
    max-height: 92dvh;
    margin: auto auto 0;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) * 2) calc(var(--_radius) * 2) 0 0;
    background: var(--_raised);
    color: inherit;
    box-shadow: ${shadow};
  }
  .sheet::backdrop {
    background: var(--_scrim);
  }
  .sheet[open] form {
    display: flex;
    flex-direction: column;
    max-height: 92dvh;
  }
  .sheet header,
  .sheet footer {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 12px 20px;
    border-block-end: 1px solid var(--_line);
  }
  .sheet header {
    padding-inline-end: 8px;
  }
  .sheet footer {
    border-block: 1px solid var(--_line);
    border-block-end: 0;
  }
  .sheet .primary {
    flex: 1;
  }
  .groups {
    display: grid;
    gap: 24px;
    padding: 20px;
    overflow: auto;
  }
  legend {
    margin-block-end: 8px;
  }
  .groups .switch {
    flex-direction: row-reverse;
    justify-content: space-between;
    font-weight: 600;
  }
`;
