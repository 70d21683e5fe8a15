import { idOf } from './ids.js';
import { between, type Random } from './random.js';
import type { Language, Text } from './text.js';
import { externalName, text } from './text.js';
import type { ProductItem, VisitTheme } from './season.types.js';

/** What one guide shows, and in which language. */
type Guide = readonly [theme: keyof typeof names, language: Language];

/** In the order in which they are offered. */
const names = {
  highlights: text('Highlights', 'Chefs-d’œuvre', 'Meisterwerke', 'Capolavori'),
  building: text(
    'The building and its garden',
    'Le bâtiment et son jardin',
    'Das Haus und sein Garten',
    'L’edificio e il suo giardino',
  ),
  hands: text('Made by hand', 'Faits à la main', 'Von Hand gemacht', 'Fatto a mano'),
} satisfies Record<string, Text>;

/** How many a guide takes along. */
const groupSize = 12;

/** What is given at the times of a day, one list for each time; the days take turns. */
const rota: readonly (readonly (readonly Guide[])[])[] = [
  [
    [
      ['highlights', 'en'],
      ['highlights', 'fr'],
      ['highlights', 'de'],
    ],
    [['building', 'fr']],
    [
      ['highlights', 'en'],
      ['hands', 'en'],
      ['hands', 'it'],
    ],
  ],
  [
    [
      ['highlights', 'en'],
      ['building', 'en'],
      ['building', 'de'],
    ],
    [['hands', 'de']],
    [
      ['highlights', 'fr'],
      ['highlights', 'it'],
      ['hands', 'fr'],
    ],
  ],
];

/** Local times of entry, as many as the rota has. */
export const guidedTimes = ['10:30', '13:00', '15:30'];

export const visitLanguages: readonly Language[] = ['en', 'fr', 'de', 'it'];

const themeIdOf = (theme: keyof typeof names): string =>
  idOf('visitTheme', Object.keys(names).indexOf(theme) + 1);

export const visitThemes: readonly VisitTheme[] = (Object.keys(names) as (keyof typeof names)[]).map(
  (theme) => ({ themeId: themeIdOf(theme), externalName: externalName(names[theme]) }),
);

/** The guided visits at the n-th time of a day, with the places left: the better known a theme is, the sooner it is full. */
export function toursAt(
  day: number,
  n: number,
  random: Random,
): NonNullable<ProductItem['timeslots'][number]['tours']> {
  const guides = rota[day % rota.length]?.[n] ?? [];
  return guides.map(([theme, languageCode]) => {
    const taken = between(random, 0, theme === 'highlights' ? groupSize + 3 : groupSize - 2);
    return { languageCode, themeId: themeIdOf(theme), quota: Math.max(0, groupSize - taken) };
  });
}
