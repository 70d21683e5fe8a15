import { join } from 'node:path';
import type { Express } from 'express';
import { CatalogPart } from './app.catalog.js';
import { createSales } from './app.sales.js';
import { isAllowedOrigin, type Config } from './config.js';
import { FormerBuilds } from './http/embed.builds.js';
import type { Logger } from './http/index.js';
import { createServer, type Readiness } from './http/server.js';
import { Visitors } from './http/visitors.js';
import { OrderRecords } from './order/index.js';
import { createS360, type S360Settings } from './s360/index.js';
import { SeatMaps } from './seat-maps/seat-maps.adapter.js';
import { SeatPlans } from './seat-maps/seat-maps.plans.js';
import { seatMapRoutes } from './seat-maps/seat-maps.routes.js';
import { Database, snapshotFile, type Clock } from './state/index.js';

/** The relay without its port: the app, and what runs in the background. */
export interface Relay {
  readonly app: Express;
  /** Resolves once everything was tried once: ready, or still trying. */
  start(): Promise<void>;
  /** Stops the background work and waits for what must reach the disk. */
  stop(): Promise<void>;
}

export interface RelayContext {
  readonly clock: Clock;
  readonly log: Logger & { child(facts: object): Logger };
}

/** Wires the parts together; nothing runs before `start`. Throws if seat plans can't be read or the database not be opened. */
export async function createRelay(config: Config, { clock, log }: RelayContext): Promise<Relay> {
  const database = await Database.open(
    { folder: config.RELAY_STATE_DIR, url: config.RELAY_DATABASE_URL },
    { clock, log },
  );
  const records = new OrderRecords({ database, clock, log });
  const { s360, visitors, missing } = await openS360(config, records, { clock, log });
  const plans = await SeatPlans.open(config.RELAY_PLAN_DIR);
  const catalog = new CatalogPart({ config, s360, clock, log, hasSeatMap: (id) => plans.has(id) });
  const seatMaps = new SeatMaps({
    ...{ s360, clock, plans, log, catalog: catalog.words, pointOfSale: catalog.pointOfSale },
    savedSeats: savedSeatsIn(config),
  });
  const sales = createSales({ config, s360, clock, records, log, catalog, seatMaps });
  const formerBuilds = await keepFormerBuilds(config, { clock, log });
  const app = createServer({
    endpoints: [...catalog.routes, ...seatMapRoutes(seatMaps), ...sales.routes],
    embedFolder: config.RELAY_EMBED_DIR,
    formerBuilds,
    isAllowedOrigin: (origin) => isAllowedOrigin(config, origin),
    visitors,
    languages: config.RELAY_LANGUAGES,
    trustedProxies: config.RELAY_TRUSTED_PROXIES,
    readiness: () => readinessOf(catalog.readiness(), missing),
    clock,
    log,
  });
  return {
    app,
    async start() {
      // First of all who has paid: the catalog may take minutes.
      sales.start();
      await catalog.start();
    },
    async stop() {
      catalog.stop();
      await sales.stop();
      await database.close();
    },
  };
}

async function keepFormerBuilds(config: Config, { clock, log }: RelayContext): Promise<FormerBuilds> {
  const formerBuilds = new FormerBuilds({
    folder: config.RELAY_EMBED_DIR,
    keptIn: join(config.RELAY_STATE_DIR, 'embed'),
    count: config.RELAY_FORMER_BUILDS,
    clock,
    log,
  });
  await formerBuilds.keep();
  return formerBuilds;
}

/** Seat states of each performance, so that a restart shows them before S-360 may be asked again. */
function savedSeatsIn({ RELAY_STATE_DIR }: Config) {
  return (performanceId: string) =>
    snapshotFile(join(RELAY_STATE_DIR, 'seats', `${performanceId}.jsonl`), 'seats/1');
}

/**
 * The one client of the process, since it holds the one call budget of the institution; who counts what visitors cost it; and in words
 * what its WSDLs lack.
 */
async function openS360(config: Config, { leases }: OrderRecords, { clock, log }: RelayContext) {
  const visitors = new Visitors({
    callsPerAddress: config.RELAY_CALLS_PER_ADDRESS,
    callsPerCart: config.RELAY_CALLS_PER_CART,
  });
  const beforeCall = () => {
    leases.refuseIfLost();
    return visitors.charge();
  };
  const s360 = await createS360(s360Settings(config), { clock, log, beforeCall });
  const missing = s360.missing.map(({ words }) => words);
  if (missing.length > 0) log.error({ missing, hint: wsdlHint }, 'the WSDLs lack what the relay relies on');
  return { s360, visitors, missing };
}

const wsdlHint = 'fetch the WSDLs anew: npm run wsdl -- <base url>';

/** Never ready while the WSDLs lack what a sale needs: what it is, is told in words. */
function readinessOf(catalog: Readiness, missing: readonly string[]): Readiness {
  if (missing.length === 0) return catalog;
  return { isReady: false, facts: { ...catalog.facts, missing, hint: wsdlHint } };
}

/** The part of the configuration that is about reaching S-360. */
function s360Settings(config: Config): S360Settings {
  return {
    baseUrl: config.s360Url,
    transport: config.S360_TRANSPORT,
    institution: config.S360_INSTITUTION,
    operator: config.S360_OPERATOR,
    partner: config.S360_PARTNER,
    secret: config.S360_SECRET,
    timeUnit: config.S360_TIME_UNIT,
    versions: config.S360_VERSIONS,
    wsdlFolder: config.S360_WSDL_DIR,
    callsPerMinute: config.RELAY_S360_CALLS_PER_MINUTE,
    outcomes: config.S360_OUTCOMES_FILE,
  };
}
