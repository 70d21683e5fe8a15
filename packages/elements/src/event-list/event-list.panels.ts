import { css, html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { icon } from '../pieces/icon.js';
import { close } from '../pieces/icons.js';
import { choices } from './event-list.choices.js';
import { availableSwitch, type FilterSetting, type Group, groupsOf } from './event-list.controls.js';
import { filterNames, isActive } from './event-list.filter.js';
import type { Filters } from './event-list.listing.js';
import { fills } from '../styles/fills.js';
import { shadow } from '../styles/motion.js';

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

/** Shows all filters at once, on a sheet from below. */
export async function openSheet(host: ReactiveElement): Promise<void> {
  await host.updateComplete;
  host.renderRoot.querySelector('dialog')?.showModal();
}

/** How many filters are on. */
export const activeCount = (filters: Filters): number =>
  filterNames.filter((name) => isActive(filters, name)).length;

/** What is chosen in a group, for its button; '' for nothing. */
export function chosenIn(group: Group, { filters, list, words }: FilterSetting): string {
  const { base, format, filters: say } = words;
  if (!say) return '';
  if (group === 'topic' || group === 'venue') {
    const all = group === 'topic' ? list.topics : list.venues;
    const kinds = group === 'topic' ? (filters.kind ?? []).map((kind) => say.kinds[kind]) : [];
    const names = all.filter(({ id }) => filters[group]?.includes(id)).map(({ name }) => name);
    const [first = '', ...others] = [...names, ...kinds];
    return others.length ? `${first} +${others.length}` : first;
  }
  if (!isActive(filters, group)) return '';
  if (group === 'price') return say.upTo(format.price(filters.price ?? 0, list.currency));
  if (filters.when && filters.when !== 'chosen') return { ...say, ...base.list }[filters.when];
  const day = (of = '') => (of ? format.part(of, 'UTC', { day: 'numeric', month: 'short' }) : '…');
  return `${day(filters.from)} – ${day(filters.to)}`;
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
  .kinds {
    margin-block-start: 16px;
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
