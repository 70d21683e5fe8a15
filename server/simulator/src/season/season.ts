import { createHash } from 'node:crypto';
import { advantages } from './advantages.js';
import { type Calendar, createCalendar } from './calendar.js';
import { descriptionOf } from './description.js';
import { type EventContext, eventOf } from './event-products.js';
import { hallPlans } from './halls/halls.js';
import { configurationIds, contingentNames, type HallPlan } from './halls/plan.js';
import { idOf } from './ids.js';
import { crossSellIn, extraProducts } from './extras.js';
import { createIsSoldAtStart, type Occupancy } from './occupancy.js';
import { packages } from './packages.js';
import { passOf } from './pass-products.js';
import { type PointOfSaleWish, usualPointOfSale } from './point-of-sale.js';
import { posConfig } from './pos-config.js';
import { createPriceList, type PriceList } from './price-list.js';
import { posterPath } from './programme/pictures.js';
import { programme } from './programme/programme.js';
import { firstDay, scheduleOf } from './programme/schedule.js';
import { alertRatio } from './programme/standing.js';
import { seasonTopics, topicIdOf } from './programme/topics.js';
import type { Work } from './programme/work.js';
import { seasonTickets } from './season-tickets.js';
import type { CatalogData, CatalogSeason, Product, Season } from './season.types.js';
import { shipmentModes } from './shipment-modes.js';
import { audienceCategories } from './tariffs.js';
import { externalName, textBy } from './text.js';
import { physicalConfigurations } from './venues.js';

export interface SeasonOptions {
  /** The same seed and local day give the same season. */
  seed: number;
  /** The season lies around this instant's day in the organisation's time zone. */
  now: Date;
  /** Where the simulator can be reached by browsers; no slash at the end. */
  publicUrl: string;
  /** What things cost, and in which currency; in euros unless given. */
  prices?: PriceList;
  /** How the point of sale is set up; as usual unless given. */
  pointOfSale?: PointOfSaleWish;
}

type SeasonParts = Required<Omit<SeasonOptions, 'pointOfSale'>> & { calendar: Calendar };

/** A year from today, so that the next 31 December is always part of it. */
const daysOfSeason = 367;

/** For each ticket that costs something. */
const bookingFeeEuros = 1.2;

/** Culture is taxed less than sport, and less than the service that fees are for. */
const vatCodes = { culture: idOf('vatCode', 1), sport: idOf('vatCode', 2), service: idOf('vatCode', 3) };

/** Thousandths of a percent. */
const vatRates = { [vatCodes.culture]: 10_000, [vatCodes.sport]: 20_000, [vatCodes.service]: 20_000 };

function isSport({ genre }: Work): boolean {
  return genre === 'football' || genre === 'hockey';
}

/** What all kinds of products have. */
function commonOf(work: Work, index: number, { publicUrl, calendar }: SeasonParts) {
  const picture = `${publicUrl}${posterPath(work)}`;
  return {
    id: idOf('product', index + 1),
    code: work.code,
    smallImageUrl: picture,
    mediumImageUrl: picture,
    largeImageUrl: picture,
    vatCodeId: isSport(work) ? vatCodes.sport : vatCodes.culture,
    externalName: externalName(work.title),
    description: externalName(descriptionOf(work)),
    topicId: topicIdOf(work.genre),
    alertRatio,
    crossSellProductLinks: crossSellIn(work.hall, index, calendar),
  };
}

function contextOf(plan: HallPlan, { seed, calendar, prices }: SeasonParts): EventContext {
  return {
    seed,
    calendar,
    plan,
    priceList: prices,
    seatCategories: plan.categories.map(({ id, code, name }) => ({
      id,
      code,
      externalName: externalName(name),
    })),
    accessible: new Set(
      plan.hall.seats.filter(({ kind }) => kind === 'WHEELCHAIR').map((seat) => seat.seatCategoryId),
    ),
  };
}

/** All products in the programme's order, and how full each performance is. */
function productsOf(parts: SeasonParts) {
  const { seed, publicUrl, calendar, prices } = parts;
  const schedule = scheduleOf(programme, seed, calendar);
  const contexts = new Map(hallPlans().map((plan) => [plan.hall.code, contextOf(plan, parts)]));
  const occupancies = new Map<string, Occupancy>();
  const products = programme.map((work, index): Product => {
    const common = commonOf(work, index, parts);
    const context = contexts.get(work.hall);
    if (!context) {
      // GUESS: VISIT_PASS as sub type; only SIMPLE_TICKET and SPORTING_EVENT were seen.
      const pass = passOf(work, index, seed, calendar, prices);
      return { ...common, productFamilyType: 'PASS', productFamilySubType: 'VISIT_PASS', ...pass };
    }
    const { occupancies: filled, ...event } = eventOf(work, index, schedule.get(work.code) ?? [], context);
    for (const [id, occupancy] of filled) occupancies.set(id, occupancy);
    const subType = isSport(work) ? 'SPORTING_EVENT' : 'SIMPLE_TICKET';
    return { ...common, productFamilyType: 'SINGLE_ENTRY', productFamilySubType: subType, ...event };
  });
  const extras = extraProducts({ publicUrl, calendar, prices, vatCodeId: vatCodes.service, alertRatio });
  const series = { publicUrl, calendar, prices, alertRatio, products, occupancies };
  const composed = [
    ...seasonTickets(series),
    ...packages({ ...series, vatCodeId: vatCodes.culture, others: [...products, ...extras] }),
  ];
  return { products: [...products, ...extras, ...composed], occupancies };
}

/** The season that holds everything; its name says its two years. */
function catalogSeason(calendar: Calendar, products: Product[]): CatalogSeason {
  const first = calendar.year(firstDay);
  const years = `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
  const names = { en: 'Season', fr: 'Saison', de: 'Saison', it: 'Stagione' };
  return {
    id: idOf('season', 1),
    code: `S${String(first % 100).padStart(2, '0')}${String((first + 1) % 100).padStart(2, '0')}`,
    state: 'RUNNING',
    start: calendar.at(firstDay, '00:00'),
    end: calendar.at(daysOfSeason, '00:00'),
    externalName: externalName(textBy((language) => `${names[language]} ${years}`)),
    audienceCategories: audienceCategories(),
    topics: seasonTopics(),
    products,
  };
}

/** Last evening: who starts the simulator again with the same season has set up nothing anew. */
function setUpAt(calendar: Calendar, catalog: CatalogData): number {
  const second = createHash('sha256').update(JSON.stringify(catalog)).digest().readUInt16BE() % 3_600;
  return Date.parse(calendar.at(-1, '20:00')) + second * 1_000;
}

/** Makes the institution's season: everything that the simulated services serve. */
export function createSeason(options: SeasonOptions): Season {
  const calendar = createCalendar(options.now);
  const prices = options.prices ?? createPriceList({ code: 'EUR', digits: 2 });
  const { products, occupancies } = productsOf({ ...options, prices, calendar });
  const catalog = {
    seasons: [catalogSeason(calendar, products)],
    physicalConfigurations: physicalConfigurations(),
  };
  return {
    catalog,
    setUpAt: setUpAt(calendar, catalog),
    posConfig: posConfig(options.publicUrl, prices.currency, options.pointOfSale ?? usualPointOfSale),
    currency: prices.currency,
    halls: hallPlans().map(({ hall }) => hall),
    visitedVenueId: configurationIds('MUSEUM').physicalConfigurationId,
    contingentNames,
    shipmentModes: shipmentModes(prices),
    advantages: advantages(calendar),
    bookingFeePerTicket: prices.fee(bookingFeeEuros),
    vatRates,
    feeVatCodeId: vatCodes.service,
    isSoldAtStart: createIsSoldAtStart(options.seed, occupancies),
  };
}
