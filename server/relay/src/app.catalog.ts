import { ProblemError } from '@s360-widgets/contract/problem';
import { AvailabilityAdapter } from './availability/availability.adapter.js';
import { AvailabilitySnapshot, formerAvailability } from './availability/availability.snapshot.js';
import { CatalogAdapter } from './catalog/catalog.adapter.js';
import { CatalogAnswers } from './catalog/catalog.answers.js';
import type { Catalog, CatalogEvent } from './catalog/catalog.model.js';
import { catalogRoutes, PreparedCatalog } from './catalog/catalog.routes.js';
import { formerCatalog } from './catalog/catalog.kept.js';
import { CatalogSnapshot } from './catalog/catalog.snapshot.js';
import { CatalogWords } from './catalog/catalog.words.js';
import { pointOfSaleRoutes } from './catalog/point-of-sale.routes.js';
import { formerPointOfSale, PointOfSaleSnapshot } from './catalog/point-of-sale.snapshot.js';
import type { Config } from './config.js';
import type { BoundEndpoint, Logger } from './http/index.js';
import type { Readiness } from './http/server.js';
import type { TicketFee } from './order/index.js';
import type { S360 } from './s360/index.js';
import { Schedule, type Clock, type Database } from './state/index.js';

export interface CatalogWiring {
  readonly config: Config;
  readonly s360: S360;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly ticketFee: TicketFee;
  readonly hasSeatMap: (logicalConfigurationId: string) => boolean;
}

/** What a relay before this one has left in files. */
export const formerSnapshots = [formerPointOfSale, formerCatalog, formerAvailability];

/** What is left may take S-360 long to say, or many questions; the catalog is shown without it until then. */
const longestFirstCountMs = 20_000;

function adapterOf({ config, s360, log }: CatalogWiring): CatalogAdapter {
  const scope = config.S360_CATALOG_SCOPE === 'none' ? undefined : config.S360_CATALOG_SCOPE;
  return new CatalogAdapter(s360, log, { timeZone: config.RELAY_TIME_ZONE ?? null, scope });
}

const availabilityAdapterOf = (
  { s360, log }: CatalogWiring,
  pointOfSale: PointOfSaleSnapshot,
): AvailabilityAdapter =>
  new AvailabilityAdapter(
    s360,
    () => pointOfSale.get().posId,
    (omission) => log.warn({ ...omission }, 'part left out of the availability'),
  );

/** The catalog, what is left of it, and the point of sale: three snapshots and the answers made from them. */
export class CatalogPart {
  readonly pointOfSale: PointOfSaleSnapshot;
  readonly words: CatalogWords;
  readonly #catalog: CatalogSnapshot;
  readonly #availability: AvailabilitySnapshot;
  readonly #prepared: PreparedCatalog;
  readonly #schedule: Schedule;
  #isTried = false;

  constructor(readonly wiring: CatalogWiring) {
    const { config, database, clock, log } = wiring;
    const shared = { database, clock, log };
    const adapter = adapterOf(wiring);
    this.pointOfSale = new PointOfSaleSnapshot({
      ...shared,
      load: () => adapter.getPointOfSale(),
      onChange: () => void this.#prepared.renew(),
    });
    this.#schedule = scheduleOf(wiring, this.pointOfSale);
    // The three know each other only through these functions, called long after all of them are made.
    this.#availability = new AvailabilitySnapshot({
      ...shared,
      source: availabilityAdapterOf(wiring, this.pointOfSale),
      watched: () => watched(this.#catalog.catalog, clock.now()),
      schedule: this.#schedule,
      onRefresh: () => void this.#prepared.renew(),
    });
    this.#catalog = new CatalogSnapshot({
      ...shared,
      getLastSetupUpdate: () => adapter.getLastSetupUpdate(),
      currency: () => (this.pointOfSale.isKnown ? this.pointOfSale.get().currency : undefined),
      loadCatalog: (currency) => adapter.loadCatalog(currency),
      maxLostPercent: config.RELAY_CATALOG_LOSS_PERCENT,
      schedule: this.#schedule,
      onChange: () => this.#changed(),
      onFreshness: () => void this.#prepared.renew(),
    });
    const languages = config.RELAY_LANGUAGES;
    this.#prepared = new PreparedCatalog({
      languages,
      answersIn: (language) => this.#answersIn(language),
      onLook: () => this.#schedule.look(),
    });
    this.words = new CatalogWords(
      (language) => this.#answersOrNone(language),
      () => this.#catalog.distrust(),
    );
  }

  /** Another catalog is shown at once, with what is known of what is left; then what is new in it is counted. */
  #changed(): void {
    void this.#prepared.renew();
    void this.#availability.refresh();
  }

  get routes(): readonly BoundEndpoint[] {
    const { config } = this.wiring;
    const settings = {
      languages: config.RELAY_LANGUAGES,
      supportPhone: config.RELAY_SUPPORT_PHONE,
      promoCodes: config.RELAY_PROMO_CODES === 'yes',
      shopUrl: config.RELAY_SHOP_URL,
      signInWays: config.RELAY_SIGN_IN,
    };
    return [...catalogRoutes(this.#prepared), ...pointOfSaleRoutes(() => this.pointOfSale.get(), settings)];
  }

  /** Shows what was last known. */
  async restore(): Promise<void> {
    await Promise.all([this.pointOfSale.restore(), this.#catalog.restore(), this.#availability.restore()]);
    await this.#prepared.renew();
  }

  /** Asks S-360, after `restore`. Resolves once each snapshot was tried once, or what is left takes long. */
  async start(): Promise<void> {
    await this.#schedule.start();
    await this.pointOfSale.start();
    await this.#catalog.start();
    await Promise.race([this.#availability.start(), this.wiring.clock.wait(longestFirstCountMs)]);
    await this.#prepared.renew();
    this.#isTried = true;
  }

  /** Asks S-360 nothing more: another relay may go on. */
  async stop(): Promise<void> {
    this.#schedule.stop();
    const parts = [this.pointOfSale, this.#catalog, this.#availability];
    await Promise.all(parts.map((part) => part.stop()));
  }

  /**
   * Ready as soon as there is a catalog to show and what is left of it, however old: its age is told beside. Where S-360 does
   * not say what is left, the catalog alone will do once it was asked.
   */
  readiness(): Readiness {
    const { asOf, stale } = this.#freshness();
    const ageSeconds = asOf ? Math.round((this.wiring.clock.now() - Date.parse(asOf)) / 1000) : null;
    const events = this.#catalog.catalog?.events.size ?? 0;
    const keptAside = this.#catalog.aside ?? null;
    const isStockKnown = this.#availability.asOf !== undefined || this.#isTried;
    const isReady = this.#catalog.catalog !== undefined && this.pointOfSale.isKnown && isStockKnown;
    return { isReady, facts: { catalog: { events, asOf: asOf ?? null, ageSeconds, stale, keptAside } } };
  }

  /** @throws ProblemError `box-office-down` before there is anything to answer from */
  #answersIn(language: string): CatalogAnswers {
    const answers = this.#answersOrNone(language);
    if (!answers) throw new ProblemError('box-office-down', {}, { message: 'there is no catalog yet' });
    return answers;
  }

  /** Cheap: made anew for each use, so that it always sees the latest stock and time. */
  #answersOrNone(language: string): CatalogAnswers | undefined {
    const catalog = this.#catalog.catalog;
    if (!catalog || !this.pointOfSale.isKnown) return undefined;
    const { config, clock, hasSeatMap } = this.wiring;
    const { mainLanguage, timeZone, maxTickets } = this.pointOfSale.get();
    const now = clock.now();
    const { asOf = new Date(now).toISOString(), stale } = this.#freshness();
    return new CatalogAnswers(catalog, {
      language,
      mainLanguage,
      now,
      asOf,
      stale,
      timeZone,
      maxTickets,
      ticketFee: this.wiring.ticketFee,
      alertPercent: config.RELAY_ALERT_PERCENT,
      stock: this.#availability,
      hasSeatMap: ({ logicalConfigurationId }) =>
        logicalConfigurationId !== null && hasSeatMap(logicalConfigurationId),
    });
  }

  /** Availability is asked about more often than the catalog, so its age is the one that visitors see. */
  #freshness(): { asOf: string | undefined; stale: boolean } {
    const asOf = this.#availability.asOf ?? this.#catalog.asOf;
    return { asOf, stale: this.#catalog.isStale || this.#availability.isStale };
  }
}

const scheduleOf = ({ config, database, clock }: CatalogWiring, pointOfSale: PointOfSaleSnapshot): Schedule =>
  new Schedule({
    ...{ clock, database, quietHours: config.RELAY_QUIET_HOURS },
    timeZone: () => (pointOfSale.isKnown ? pointOfSale.get().timeZone : undefined),
  });

/** Events that have performances, and all that is sold by item. */
function watched(catalog: Catalog | undefined, now: number) {
  if (!catalog) return undefined;
  return [...catalog.events.values()]
    .filter(({ kind, performances }) => kind !== 'event' || performances.length > 0)
    .map((event) => ({
      productId: event.id,
      performanceIds: event.performances.map(({ id }) => id),
      guidedTimeslotIds: event.guided ? timeslotsAhead(event, now) : [],
    }));
}

const timeslotsAhead = ({ items }: CatalogEvent, now: number): string[] =>
  items.flatMap(({ timeslots }) =>
    timeslots.filter(({ startAt }) => Date.parse(startAt) > now).map(({ id }) => id),
  );
