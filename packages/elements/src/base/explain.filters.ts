import type { EventList } from '@s360-widgets/contract';
import { dayIn, foldName, namesIn } from './attribute-text.js';
import { warnings } from './warnings.js';

type Given = Readonly<Record<string, string | null>>;

const layouts = ['cards', 'list'];
const mostNamed = 30;

/** Of what S-360 has on sale, what this kit does not show. */
export const unsoldFamilies = ({ unsold }: EventList): string[] =>
  unsold.map(
    ({ family, products }) =>
      `S-360 has ${products} of the product family ${family || '(none)'} on sale here, which the kit does not show. Link to the shop for them.`,
  );

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
    ...oddDates(given, list.timeZone),
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
  const known = new Set(all.flatMap(({ id, name }) => [foldName(id), foldName(name)]));
  const names = [...new Set(all.map(({ name }) => name))];
  const shown = names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', …' : '');
  return namesIn(value)
    .filter((wanted) => !known.has(foldName(wanted)))
    .map((wanted) => `${attribute}="${wanted}" names none of those that there are: ${shown || '(none)'}.`);
}

function oddDates({ from, to }: Given, zone: string): string[] {
  const [first, last] = [dayIn(from, zone), dayIn(to, zone)];
  const odd = Object.entries({ from, to })
    .filter(([name]) => (name === 'from' ? first : last) === null)
    .map(([name, value]) => warnings.oddDate(name, value ?? ''));
  if (first && last && first > last)
    odd.push(`from="${from}" is after to="${to}", so no day is left. Exchange them.`);
  return odd;
}

function oddChoices({ layout, limit }: Given): string[] {
  const odd: string[] = [];
  if (layout && !layouts.includes(layout))
    odd.push(`layout="${layout}" is unknown, so cards are shown. Write one of: ${layouts.join(', ')}.`);
  if (limit && !/^[1-9]\d*$/.test(limit.trim()))
    odd.push(`limit="${limit}" is no count of events. Write a whole number from 1, such as limit="12".`);
  return odd;
}
