import type { EventList } from '@s360-widgets/contract';

type Given = Readonly<Record<string, string | null>>;

const layouts = ['cards', 'list'];
const mostNamed = 30;

/** As the list's filter compares. */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/**
 * The attributes of a list whose values select nothing, can't be read, or are none of those that there are.
 * @param isEmpty the list says that it has nothing to show
 */
export function oddFilters(given: Given, list: EventList, isEmpty: boolean): string[] {
  const codes = list.events.map(({ id, code }) => ({ id, name: code }));
  const found = [
    ...oddNames('season', given.season, list.seasons),
    ...oddNames('topic', given.topic, list.topics),
    ...oddNames('venue', given.venue, list.venues),
    ...oddNames('product', given.product, codes),
    ...oddDates(given.from, given.to),
    ...oddChoices(given),
  ];
  if (isEmpty && !found.length)
    found.push(
      'The relay answered, but nothing that is still to come fits all attributes and filters together.',
    );
  return found;
}

function oddNames(
  attribute: string,
  value: string | null | undefined,
  all: readonly { id: string; name: string }[],
): string[] {
  const known = new Set(all.flatMap(({ id, name }) => [fold(id), fold(name)]));
  const names = [...new Set(all.map(({ name }) => name))];
  const shown = names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', …' : '');
  return (value ?? '')
    .split(',')
    .filter((wanted) => wanted.trim() && !known.has(fold(wanted)))
    .map(
      (wanted) => `${attribute}="${wanted.trim()}" names none of those that there are: ${shown || '(none)'}.`,
    );
}

function oddDates(from: string | null | undefined, to: string | null | undefined): string[] {
  const odd = Object.entries({ from, to })
    .filter(([, value]) => value && !isDate(value))
    .map(
      ([name, value]) =>
        `${name}="${value}" can’t be read as a date. Write it as 2026-12-01: year, month, day.`,
    );
  if (!odd.length && from && to && from.trim().slice(0, 10) > to.trim().slice(0, 10))
    odd.push(`from="${from}" is after to="${to}", so no day is left. Exchange them.`);
  return odd;
}

function isDate(value: string): boolean {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value.trim()) ?? [];
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));
}

function oddChoices({ layout, limit }: Given): string[] {
  const odd: string[] = [];
  if (layout && !layouts.includes(layout))
    odd.push(`layout="${layout}" is unknown, so cards are shown. Write one of: ${layouts.join(', ')}.`);
  if (limit && !/^[1-9]\d*$/.test(limit.trim()))
    odd.push(`limit="${limit}" is no count of events. Write a whole number from 1, such as limit="12".`);
  return odd;
}
