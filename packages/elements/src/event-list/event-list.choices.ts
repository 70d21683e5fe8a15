/** What can be chosen in a menu of filters, or in its part of the sheet. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FilterMessages } from '../locales/en.filters.js';
import { type FilterSetting, type Group, pill, textOf } from './event-list.controls.js';
import { matching, productKinds, without } from './event-list.filter.js';
import type { FilterName, Listing, When } from './event-list.listing.js';

const whens: readonly ('any' | When)[] = ['any', 'today', 'weekend', 'week', 'chosen'];

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
  const { list } = setting;
  if (group === 'venue') return pills(setting, 'venue', list.venues, ({ event }) => event.venueId);
  const kinds = new Set(setting.all.map(({ event }) => event.kind));
  return html`${pills(setting, 'topic', list.topics, ({ event }) => event.topicId)}
  ${
    kinds.size > 1
      ? html`<fieldset class="kinds">
          <legend class="small">${say.kind}</legend>
          ${pills(
            setting,
            'kind',
            productKinds.map((id) => ({ id, name: say.kinds[id] })),
            ({ event }) => event.kind,
          )}
        </fieldset>`
      : nothing
  }`;
}

/** Choices of which several may be taken, each with how many events it would show. */
function pills<Id extends string>(
  setting: FilterSetting,
  filter: 'topic' | 'venue' | 'kind',
  all: readonly { readonly id: Id; readonly name: string }[],
  idOf: (listing: Listing) => string | null,
): TemplateResult {
  const { filters, set } = setting;
  const counted = countBy(setting, filter, idOf);
  const before: readonly string[] = filters[filter] ?? [];
  return html`<div class="pills">
    ${all
      .filter(({ id }) => counted.has(id))
      .map(({ id, name }) => {
        const chosen = before.includes(id);
        const next = chosen ? before.filter((other) => other !== id) : [...before, id];
        const text = html`${name}<span class="soft number">${counted.get(id)}</span>`;
        return pill('checkbox', filter, chosen, text, () =>
          set({ ...filters, [filter]: next.length ? next : undefined }),
        );
      })}
  </div>`;
}

/** Counts events under all filters but this one. */
function countBy(
  { all, filters, today, list }: FilterSetting,
  filter: FilterName,
  key: (listing: Listing) => string | null,
): Map<string, number> {
  const counts = new Map(all.map((each) => [key(each) ?? '', 0]));
  for (const each of matching(all, without(filters, filter), today, list.timeZone)) {
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
