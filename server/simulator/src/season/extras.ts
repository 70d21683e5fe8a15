import type { Calendar } from './calendar.js';
import { idOf } from './ids.js';
import type { PriceList } from './price-list.js';
import { topicIdOf } from './programme/topics.js';
import type { HallCode } from './halls/plan.js';
import { programme } from './programme/programme.js';
import type { CrossSellProductLink, Product, ProductItem, SimpleFamily } from './season.types.js';
import { tariffs } from './tariffs.js';
import { externalName, type Text, text, textBy } from './text.js';

/** What the house sells beside its programme. */
interface Extra {
  code: string;
  family: Exclude<SimpleFamily, 'PASS'>;
  title: Text;
  about: Text;
  /** Name of its drawing. */
  poster: string;
  items: ExtraItem[];
}

interface ExtraItem {
  name: Text;
  euros: number;
  /** Absent = any number. */
  stock?: number;
  /** Most in one order. */
  most?: number;
}

const extras: readonly Extra[] = [
  {
    code: 'SEASBOOK',
    family: 'GOODS',
    title: text('The season book', 'Le livre de la saison', 'Das Saisonbuch', 'Il libro della stagione'),
    about: text(
      'Every production of the year in pictures, with essays and the rehearsal photographs. 240 pages, bound in linen.',
      'Toutes les productions de l’année en images, avec des essais et les photos de répétition. 240 pages, relié toile.',
      'Alle Produktionen des Jahres in Bildern, mit Essays und Fotos von den Proben. 240 Seiten, in Leinen gebunden.',
      'Tutte le produzioni dell’anno in immagini, con saggi e fotografie delle prove. 240 pagine, rilegato in tela.',
    ),
    poster: '31-arches',
    items: [{ name: text('Book', 'Livre', 'Buch', 'Libro'), euros: 28 }],
  },
  {
    code: 'TOTEBAG',
    family: 'GOODS',
    title: text('Lumen tote bag', 'Le sac Lumen', 'Lumen-Stofftasche', 'La borsa Lumen'),
    about: text(
      'Sewn from the curtains of past productions, so that no two are alike. Collect it at the shop before or after the performance.',
      'Cousu dans les rideaux d’anciennes productions : aucun ne ressemble à l’autre. À retirer à la boutique, avant ou après la représentation.',
      'Genäht aus den Vorhängen vergangener Produktionen, jede anders. Im Shop abzuholen, vor oder nach der Vorstellung.',
      'Cucita con i sipari delle produzioni passate, ognuna diversa. Si ritira al negozio, prima o dopo lo spettacolo.',
    ),
    poster: '44-curtain',
    items: [
      { name: text('Red velvet', 'Velours rouge', 'Roter Samt', 'Velluto rosso'), euros: 24, stock: 60 },
      { name: text('Night blue', 'Bleu nuit', 'Nachtblau', 'Blu notte'), euros: 24, stock: 0 },
      { name: text('Raw linen', 'Lin brut', 'Rohes Leinen', 'Lino grezzo'), euros: 19, stock: 4 },
    ],
  },
  {
    code: 'PARKING',
    family: 'SERVICE',
    title: text(
      'Car park under the opera house',
      'Parking sous l’opéra',
      'Parkhaus unter der Oper',
      'Parcheggio sotto l’opera',
    ),
    about: text(
      'A reserved space from two hours before the performance to midnight, with a lift to the foyer.',
      'Une place réservée de deux heures avant la représentation à minuit, avec ascenseur vers le foyer.',
      'Ein reservierter Platz von zwei Stunden vor der Vorstellung bis Mitternacht, mit Lift ins Foyer.',
      'Un posto riservato da due ore prima dello spettacolo a mezzanotte, con ascensore per il foyer.',
    ),
    poster: '52-horizon',
    items: [
      { name: text('Evening', 'Soirée', 'Abend', 'Sera'), euros: 14, most: 2 },
      { name: text('Matinee', 'Matinée', 'Matinee', 'Pomeriggio'), euros: 9, most: 2 },
    ],
  },
  {
    code: 'AUDIOGDE',
    family: 'SERVICE',
    title: text(
      'Audio guide to the museum',
      'Audioguide du musée',
      'Audioguide im Museum',
      'Audioguida del museo',
    ),
    about: text(
      'Forty stops in four languages, and a round for children. Handed out at the ticket desk against an identity card.',
      'Quarante étapes en quatre langues, et un parcours pour les enfants. Remis à la caisse contre une pièce d’identité.',
      'Vierzig Stationen in vier Sprachen und ein Rundgang für Kinder. Ausgabe an der Kasse gegen einen Ausweis.',
      'Quaranta tappe in quattro lingue e un percorso per bambini. Si ritira in cassa con un documento.',
    ),
    poster: '65-waves',
    items: [{ name: text('Device', 'Appareil', 'Gerät', 'Dispositivo'), euros: 5 }],
  },
  {
    code: 'FRIENDS',
    family: 'MEMBERSHIP',
    title: text(
      'Friends of Teatro Lumen',
      'Les Amis du Teatro Lumen',
      'Freunde des Teatro Lumen',
      'Gli Amici del Teatro Lumen',
    ),
    about: text(
      'Rehearsals with the ensemble, a week’s head start on every sale, and the season magazine in your letter box. For a year from the day you join.',
      'Des répétitions avec la troupe, une semaine d’avance sur chaque ouverture de vente et le magazine dans votre boîte. Un an dès votre adhésion.',
      'Proben mit dem Ensemble, eine Woche Vorsprung bei jedem Verkaufsstart und das Magazin im Briefkasten. Ein Jahr ab dem Beitritt.',
      'Prove con la compagnia, una settimana di anticipo su ogni vendita e la rivista a casa. Per un anno dall’iscrizione.',
    ),
    poster: '78-arcs',
    items: [
      {
        name: text('For one', 'Pour une personne', 'Für eine Person', 'Per una persona'),
        euros: 80,
        most: 1,
      },
      {
        name: text('For two', 'Pour deux personnes', 'Für zwei Personen', 'Per due persone'),
        euros: 120,
        most: 1,
      },
      { name: text('Under 30', 'Moins de 30 ans', 'Unter 30', 'Under 30'), euros: 30, most: 1 },
    ],
  },
  {
    code: 'INTRO',
    family: 'SERVICE',
    title: text(
      'Introduction before the opera',
      'Introduction avant l’opéra',
      'Einführung vor der Oper',
      'Introduzione all’opera',
    ),
    about: text(
      'Half an hour with the dramaturg in the foyer, an hour before the performance. Free of charge, but the chairs are few.',
      'Une demi-heure avec le dramaturge au foyer, une heure avant la représentation. Gratuit, mais les chaises sont comptées.',
      'Eine halbe Stunde mit der Dramaturgie im Foyer, eine Stunde vor der Vorstellung. Kostenlos, aber die Stühle sind gezählt.',
      'Mezz’ora con il dramaturg nel foyer, un’ora prima dello spettacolo. Gratuito, ma le sedie sono contate.',
    ),
    poster: '97-score',
    items: [{ name: text('Chair', 'Chaise', 'Stuhl', 'Sedia'), euros: 0, stock: 60, most: 4 }],
  },
];

/** What is offered along with what is played or shown in a house, by code. */
const offeredIn: Partial<Record<HallCode, readonly string[]>> = {
  OPERA: ['INTRO', 'PARKING', 'SEASBOOK'],
  MUSEUM: ['AUDIOGDE', 'TOTEBAG'],
};

/** The links of a product that is played or shown there. */
export function crossSellIn(
  hall: HallCode,
  productIndex: number,
  calendar: Calendar,
): CrossSellProductLink[] {
  return (offeredIn[hall] ?? []).flatMap((code, rank) => {
    const n = extras.findIndex((extra) => extra.code === code);
    const extra = extras[n];
    if (!extra) return [];
    return {
      id: idOf('crossSellLink', (productIndex + 1) * 10 + rank),
      externalName: externalName(extra.title),
      type: 'OPTIONAL',
      baseMinQuantity: 1,
      targetProductId: productIdOf(n),
      targetProductRank: rank + 1,
      targetQuantityType: 'FREE',
      targetSameDateAsBase: false,
      start: calendar.at(-60, '10:00'),
      end: calendar.at(300, '00:00'),
    };
  });
}

const productIdOf = (n: number): string => idOf('product', programme.length + n + 1);

/** In one place each, as the wire has them. */
const places = { GOODS: 'goods', SERVICE: 'service', MEMBERSHIP: 'membership' } as const;

export interface ExtrasContext {
  publicUrl: string;
  calendar: Calendar;
  prices: PriceList;
  vatCodeId: string;
  alertRatio: number;
}

/** Goods, services and memberships, sold at one price to everybody. Their ids go on after the programme's. */
export function extraProducts(context: ExtrasContext): Product[] {
  const { publicUrl, calendar, vatCodeId, alertRatio } = context;
  const period = { start: calendar.at(-60, '10:00'), end: calendar.at(300, '00:00') };
  return extras.map((extra, n): Product => {
    const picture = `${publicUrl}/media/posters/${extra.poster}.svg`;
    return {
      id: productIdOf(n),
      code: extra.code,
      productFamilyType: extra.family,
      // GUESS: the sub type; only SIMPLE_TICKET and SPORTING_EVENT were seen.
      productFamilySubType: extra.family,
      state: 'RUNNING',
      smallImageUrl: picture,
      mediumImageUrl: picture,
      largeImageUrl: picture,
      vatCodeId,
      externalName: externalName(extra.title),
      description: externalName(textBy((language) => `<p>${extra.about[language]}</p>`)),
      topicId: topicIdOf(extra.family),
      salePeriods: [{ audienceSubCatIds: [], ...period }],
      alertRatio,
      [places[extra.family]]: { items: extra.items.map((item, k) => itemOf(item, n * 100 + k, context)) },
    };
  });
}

/** Items of passes are counted from 1, those of extras far behind them. */
const firstItem = 100_000;

function itemOf(
  { name, euros, stock, most }: ExtraItem,
  n: number,
  { calendar, prices }: ExtrasContext,
): ProductItem {
  const full = tariffs.filter(({ code }) => code === 'FULL');
  return {
    itemId: idOf('item', firstItem + n),
    externalName: externalName(name),
    itemPrices: full.map((tariff) => ({
      amount: prices.ticket(euros, tariff),
      audSubCatId: tariff.id,
      minQty: 1,
      maxQty: most ?? 8,
      startDate: calendar.at(-60, '10:00'),
      endDate: calendar.at(300, '00:00'),
      ...(stock === undefined ? {} : { quota: stock }),
    })),
    timeslots: [],
  };
}
