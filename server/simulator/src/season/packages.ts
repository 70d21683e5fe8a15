import type { Calendar } from './calendar.js';
import { idOf } from './ids.js';
import { topicIdOf } from './programme/topics.js';
import { eveningOf, type SeriesContext } from './season-tickets.js';
import type { ComposedItem, PackageLine, Price, Product } from './season.types.js';
import { tariffs } from './tariffs.js';
import { externalName, type Text, text, textBy } from './text.js';

/** What the house sells as one thing, at a price of its own. */
interface Bundle {
  code: string;
  title: Text;
  about: Text;
  /** Name of its drawing. */
  poster: string;
  name: Text;
  /** Codes of the works of which one evening is chosen, and how many seats there are for it. */
  evenings?: { works: string[]; seats: number };
  /** Items that belong to it: the code of a product, and the place of the item in it. */
  holds: [code: string, item: number][];
  /** Items of one product of which one is chosen, by its code. */
  choice?: string;
  /** Of what the seats cost one by one. */
  share: number;
  /** What is added for all else, or its price where it holds no seats. */
  euros: number;
  /** Absent = as many as there is of what it holds. */
  stock?: number;
  /** Codes of its tariffs. */
  sells: string[];
}

const bundles: readonly Bundle[] = [
  {
    code: 'FIRSTOP',
    title: text(
      'Opera for the first time',
      'L’opéra pour la première fois',
      'Das erste Mal Oper',
      'La prima volta all’opera',
    ),
    about: text(
      'One of five evenings that everybody should have seen, the introduction in the foyer before it, and the season book to take home.',
      'L’une des cinq soirées à voir au moins une fois, l’introduction au foyer juste avant et le livre de la saison à emporter.',
      'Einer von fünf Abenden, die alle gesehen haben sollten, davor die Einführung im Foyer, und das Saisonbuch zum Mitnehmen.',
      'Una delle cinque serate da vedere almeno una volta, prima l’introduzione nel foyer, e il libro della stagione da portare a casa.',
    ),
    poster: '12-curtain',
    name: text('Evening', 'Soirée', 'Abend', 'Serata'),
    evenings: { works: ['FIGARO', 'CARMEN', 'TRAVIATA', 'BARBER', 'BOHEME'], seats: 1 },
    holds: [
      ['INTRO', 0],
      ['SEASBOOK', 0],
    ],
    share: 0.85,
    euros: 18,
    sells: ['FULL', 'UNDER26', 'SENIOR'],
  },
  {
    code: 'FAMDAY',
    title: text('Family matinee', 'Matinée en famille', 'Familienmatinee', 'Matinée in famiglia'),
    about: text(
      'Four seats side by side for one of our matinees for children, and a space in the car park under the house.',
      'Quatre places côte à côte pour l’une de nos matinées jeune public, et une place de parking sous l’opéra.',
      'Vier Plätze nebeneinander für eine unserer Kindermatineen, dazu ein Platz im Parkhaus unter der Oper.',
      'Quattro posti vicini per una delle nostre matinée per bambini, e un posto nel parcheggio sotto l’opera.',
    ),
    poster: '27-cutout',
    name: text('For four', 'Pour quatre', 'Für vier', 'Per quattro'),
    evenings: { works: ['HANSEL', 'PETERWLF', 'CARNIVAL', 'MOONBOAT', 'FOXVIOLI'], seats: 4 },
    holds: [['PARKING', 1]],
    share: 0.6,
    euros: 8,
    stock: 40,
    sells: ['FULL'],
  },
  {
    code: 'MUSEDAY',
    title: text('A day at the museum', 'Une journée au musée', 'Ein Tag im Museum', 'Una giornata al museo'),
    about: text(
      'All exhibitions from morning to evening, the audio guide, and one of our bags to carry home what you find in the shop.',
      'Toutes les expositions du matin au soir, l’audioguide et l’un de nos sacs pour vos trouvailles à la boutique.',
      'Alle Ausstellungen von früh bis spät, der Audioguide und eine unserer Taschen für die Funde aus dem Shop.',
      'Tutte le mostre dal mattino alla sera, l’audioguida e una delle nostre borse per gli acquisti in negozio.',
    ),
    poster: '58-arches',
    name: text('Day', 'Journée', 'Tag', 'Giornata'),
    holds: [
      ['DAYPASS', 0],
      ['AUDIOGDE', 0],
    ],
    choice: 'TOTEBAG',
    share: 1,
    euros: 39,
    sells: ['FULL', 'UNDER26'],
  },
];

export interface PackageContext extends SeriesContext {
  vatCodeId: string;
  /** What is sold beside the programme, passes included. */
  others: readonly Product[];
}

/** Ids of these products and their items count from here, behind those of season tickets. */
const firstProduct = 6_000;
const firstItem = 300_000;

/** The house's packages. One of which the season has nothing to choose from is left out. */
export function packages(context: PackageContext): Product[] {
  return bundles.flatMap((bundle, n) => productOf(bundle, n, context) ?? []);
}

function productOf(bundle: Bundle, n: number, context: PackageContext): Product | undefined {
  const { publicUrl, calendar, alertRatio, vatCodeId } = context;
  const held = eveningsOf(bundle, context);
  if (bundle.evenings && held.length < 2) return undefined;
  const picture = `${publicUrl}/media/posters/${bundle.poster}.svg`;
  return {
    id: idOf('product', firstProduct + n),
    code: bundle.code,
    productFamilyType: 'PACKAGE',
    // GUESS: the sub type; only SIMPLE_TICKET and SPORTING_EVENT were seen.
    productFamilySubType: 'PACKAGE',
    state: 'RUNNING',
    smallImageUrl: picture,
    mediumImageUrl: picture,
    largeImageUrl: picture,
    vatCodeId,
    externalName: externalName(bundle.title),
    description: externalName(textBy((language) => `<p>${bundle.about[language]}</p>`)),
    topicId: topicIdOf('PACKAGE'),
    salePeriods: [{ audienceSubCatIds: [], start: calendar.at(-60, '10:00'), end: endOf(held, calendar) }],
    alertRatio,
    package: {
      items: [itemOf(bundle, n, held, context)],
      packageLine: linesOf(bundle, held, context),
    },
  };
}

type Evening = NonNullable<ReturnType<typeof eveningOf>>;

const eveningsOf = ({ evenings }: Bundle, context: PackageContext): Evening[] =>
  (evenings?.works ?? [])
    .flatMap((code) => eveningOf(code, context) ?? [])
    .sort((a, b) => a.performance.start.localeCompare(b.performance.start));

/** Until the last of its evenings. */
const endOf = (held: readonly Evening[], calendar: Calendar): string =>
  held.at(-1)?.performance.start ?? calendar.at(300, '00:00');

function linesOf(
  { evenings, holds, choice }: Bundle,
  held: readonly Evening[],
  { others }: PackageContext,
): PackageLine[] {
  const itemsOf = (code: string) => {
    const product = others.find((candidate) => candidate.code === code);
    const items = (product?.pass ?? product?.goods ?? product?.service)?.items ?? [];
    return { productId: product?.id ?? '', itemIds: items.map(({ itemId }) => itemId) };
  };
  const fixed = holds.map(([code, n]) => {
    const { productId, itemIds } = itemsOf(code);
    return { quantity: 1, products: [{ productId, itemIds: itemIds.slice(n, n + 1) }] };
  });
  const chosen = held.map(({ product, performance }) => ({
    productId: product.id,
    performanceIds: [performance.id],
  }));
  return [
    ...(evenings ? [{ quantity: evenings.seats, choiceQuantity: 1, products: chosen }] : []),
    ...fixed,
    ...(choice ? [{ quantity: 1, choiceQuantity: 1, products: [itemsOf(choice)] }] : []),
  ];
}

function itemOf(bundle: Bundle, n: number, held: readonly Evening[], context: PackageContext): ComposedItem {
  return {
    itemId: idOf('item', firstItem + n * 100),
    externalName: externalName(bundle.name),
    prices: pricesOf(bundle, held, context),
    ...(bundle.stock === undefined ? {} : { quota: bundle.stock }),
  };
}

/** What the seats of an evening cost on average, and less by the share; by category where there are seats. */
function pricesOf(
  { evenings, share, euros, sells }: Bundle,
  held: readonly Evening[],
  { prices }: PackageContext,
): Price[] {
  const offered = tariffs.filter(({ code }) => sells.includes(code));
  if (!evenings)
    return offered.map((tariff) => ({ amount: prices.ticket(euros, tariff), audSubCatId: tariff.id }));
  const categories = held[0]?.performance.seatCategories ?? [];
  return categories.flatMap(({ id: seatCatId }) =>
    offered.map((tariff) => {
      const sum = held
        .flatMap(({ performance }) => performance.prices)
        .filter((cell) => cell.seatCatId === seatCatId && cell.audSubCatId === tariff.id)
        .reduce((total, { amount }) => total + amount, 0);
      const seats = (sum * share * evenings.seats) / held.length;
      const amount = prices.inCoins(seats) + prices.ticket(euros, tariff);
      return { amount, audSubCatId: tariff.id, seatCatId };
    }),
  );
}
