import type { Calendar } from './calendar.js';
import { idOf } from './ids.js';
import type { Occupancy } from './occupancy.js';
import type { PriceList } from './price-list.js';
import { topicIdOf } from './programme/topics.js';
import type { Performance, Price, Product, SeasonTicketItem } from './season.types.js';
import { tariffs } from './tariffs.js';
import { externalName, type Text, text, textBy } from './text.js';

/** A season ticket of the house: works of one hall, each on one evening. */
interface Series {
  code: string;
  title: Text;
  about: Text;
  /** Name of its drawing. */
  poster: string;
  /** Codes of the works. What is over, called off or nearly sold out is passed over. */
  works: string[];
  /** Exactly so many of them; absent = all that can be had. */
  count?: number;
  kinds: Kind[];
}

interface Kind {
  name: Text;
  /** So many of the evenings, at the buyer's choice; absent = all. */
  evenings?: number;
  /** Of what single tickets cost. */
  share: number;
  /** Absent = as many as there are seats. */
  stock?: number;
}

const series: readonly Series[] = [
  {
    code: 'GRANDSUB',
    title: text('Grand subscription', 'Grand abonnement', 'Grosses Abonnement', 'Grande abbonamento'),
    about: text(
      'Six evenings of opera, ballet and concert across the season, always in the same seat. A quarter less than single tickets.',
      'Six soirées d’opéra, de ballet et de concert au fil de la saison, toujours à la même place. Un quart de moins que les billets à l’unité.',
      'Sechs Abende Oper, Ballett und Konzert über die Spielzeit, immer auf demselben Platz. Ein Viertel günstiger als Einzelkarten.',
      'Sei serate di opera, balletto e concerto lungo la stagione, sempre allo stesso posto. Un quarto in meno dei biglietti singoli.',
    ),
    poster: '83-folds',
    works: ['TRAVIATA', 'CARMEN', 'GISELLE', 'RUSALKA', 'ROMEO', 'BEETH9', 'TOSCA', 'BARBER'],
    count: 6,
    kinds: [{ name: text('Six evenings', 'Six soirées', 'Sechs Abende', 'Sei serate'), share: 0.75 }],
  },
  {
    code: 'ALACARTE',
    title: text('À la carte', 'À la carte', 'Wahlabonnement', 'À la carte'),
    about: text(
      'Choose your own evenings from the season at the opera house. You sit in the same seat each time, and pay less the more you choose.',
      'Composez votre saison à l’opéra, soirée par soirée. Vous gardez la même place, et payez moins si vous choisissez plus.',
      'Stellen Sie Ihre Abende in der Oper selbst zusammen. Sie sitzen jedes Mal auf demselben Platz und zahlen weniger, je mehr Sie wählen.',
      'Scegliete voi le serate della stagione all’opera. Il posto resta lo stesso, e più ne scegliete meno pagate.',
    ),
    poster: '91-curtain',
    works: [
      'FIGARO',
      'JENUFA',
      'RIGOLETT',
      'FLEDERM',
      'BOHEME',
      'BOLERO',
      'TIDES',
      'TEMPEST',
      'CHERRY',
      'DIDO',
    ],
    kinds: [
      { name: text('Three evenings', 'Trois soirées', 'Drei Abende', 'Tre serate'), evenings: 3, share: 0.9 },
      {
        name: text('Five evenings', 'Cinq soirées', 'Fünf Abende', 'Cinque serate'),
        evenings: 5,
        share: 0.8,
        stock: 120,
      },
    ],
  },
  {
    code: 'FCSEASON',
    title: text(
      'FC Lumen season ticket',
      'Abonnement FC Lumen',
      'Saisonkarte FC Lumen',
      'Abbonamento FC Lumen',
    ),
    about: text(
      'Every home match of the league that is still to come, from your own seat.',
      'Tous les matchs de championnat à domicile encore à jouer, depuis votre place attitrée.',
      'Alle noch ausstehenden Heimspiele der Liga, auf Ihrem eigenen Platz.',
      'Tutte le partite casalinghe di campionato ancora da giocare, dal vostro posto.',
    ),
    poster: '33-pitch',
    works: ['FCLRIVAS', 'FCLHAFEN', 'FCLOUEST', 'FCLVERDE', 'FCLKRONE', 'FCLRANGE', 'FCLSTELL', 'FCLDYNAM'],
    kinds: [{ name: text('All matches', 'Tous les matchs', 'Alle Spiele', 'Tutte le partite'), share: 0.7 }],
  },
];

export interface SeriesContext {
  publicUrl: string;
  calendar: Calendar;
  prices: PriceList;
  alertRatio: number;
  /** The programme's products, and how full their performances are. */
  products: readonly Product[];
  occupancies: ReadonlyMap<string, Occupancy>;
}

/** Ids of these products and their items count from here, far behind all others. */
const firstProduct = 5_000;
const firstItem = 200_000;

/** Days from today until the first evening, so that there is time to buy. */
const leadDays = 10;

/** The house's season tickets. One of which the season has too few evenings is left out. */
export function seasonTickets(context: SeriesContext): Product[] {
  return series.flatMap((one, n) => productOf(one, n, context) ?? []);
}

function productOf(one: Series, n: number, context: SeriesContext): Product | undefined {
  const { publicUrl, calendar, alertRatio } = context;
  const held = one.works.flatMap((code) => eveningOf(code, context) ?? []).slice(0, one.count);
  held.sort((a, b) => a.performance.start.localeCompare(b.performance.start));
  const least = Math.max(one.count ?? 2, ...one.kinds.map(({ evenings = 0 }) => evenings));
  const [first] = held;
  const lastStart = held.at(-least)?.performance.start;
  if (!first || !lastStart) return undefined;
  const picture = `${publicUrl}/media/posters/${one.poster}.svg`;
  const isChosen = one.kinds.some(({ evenings }) => evenings !== undefined);
  const end = isChosen ? lastStart : first.performance.start;
  return {
    id: idOf('product', firstProduct + n),
    code: one.code,
    productFamilyType: 'SEASONTICKET',
    // GUESS: the sub type; only SIMPLE_TICKET and SPORTING_EVENT were seen.
    productFamilySubType: 'SEASONTICKET',
    state: 'RUNNING',
    smallImageUrl: picture,
    mediumImageUrl: picture,
    largeImageUrl: picture,
    vatCodeId: first.product.vatCodeId,
    externalName: externalName(one.title),
    description: externalName(textBy((language) => `<p>${one.about[language]}</p>`)),
    topicId: topicIdOf('SEASONTICKET'),
    salePeriods: [{ audienceSubCatIds: [], start: calendar.at(-60, '10:00'), end }],
    alertRatio,
    seasonTicket: {
      items: one.kinds.map((kind, k) => itemOf(kind, n * 100 + k, held, context)),
      lines: held.map(({ product, performance }) => ({
        productId: product.id,
        performanceIds: [performance.id],
      })),
    },
  };
}

interface Held {
  product: Product;
  performance: Performance;
}

/** A work's first evening that runs, is far enough away and has seats left in number. */
export function eveningOf(
  code: string,
  { products, occupancies, calendar }: SeriesContext,
): Held | undefined {
  const product = products.find((candidate) => candidate.code === code);
  const from = calendar.at(leadDays, '00:00');
  const performance = product?.event?.performances.find(
    ({ id, state, start, comfortVariableValues }) =>
      state === 'RUNNING' &&
      !comfortVariableValues &&
      start > from &&
      (occupancies.get(id)?.share ?? 1) < 0.7,
  );
  return product && performance ? { product, performance } : undefined;
}

function itemOf(kind: Kind, n: number, held: Held[], context: SeriesContext): SeasonTicketItem {
  const { name, evenings, stock } = kind;
  return {
    itemId: idOf('item', firstItem + n),
    externalName: externalName(name),
    prices: pricesOf(kind, held, context),
    ...(evenings === undefined ? {} : { performanceQuantity: evenings }),
    ...(stock === undefined ? {} : { quota: stock }),
  };
}

/** What the evenings cost one by one, and less by the share; where they are chosen, what so many cost on average. */
function pricesOf({ evenings, share }: Kind, held: Held[], { prices }: SeriesContext): Price[] {
  const offered = tariffs.filter(({ accessible }) => !accessible);
  const [full] = offered;
  const categories = held[0]?.performance.seatCategories ?? [];
  return categories.flatMap(({ id: seatCatId }) => {
    const sum = held
      .flatMap(({ performance }) => performance.prices)
      .filter((cell) => cell.seatCatId === seatCatId && cell.audSubCatId === full?.id)
      .reduce((total, { amount }) => total + amount, 0);
    const amount = (sum * share * (evenings ?? held.length)) / held.length;
    return offered.map((tariff) => ({
      amount: prices.inCoins(amount * tariff.share),
      audSubCatId: tariff.id,
      seatCatId,
    }));
  });
}
