import { join } from 'node:path';
import type { Express } from 'express';
import { CatalogPart } from './app.catalog.js';
import { RelayReadiness, wsdlHint } from './app.readiness.js';
import { createSales, type SalesPart } from './app.sales.js';
import { isAllowedOrigin, type Config } from './config.js';
import { FormerBuilds } from './http/embed.builds.js';
import { Idempotency } from './http/idempotency.js';
import type { Logger } from './http/index.js';
import { createServer } from './http/server.js';
import { Visitors } from './http/visitors.js';
import { importFiles, OrderRecords } from './order/index.js';
import { createS360, type S360Settings } from './s360/index.js';
import { SeatMaps } from './seat-maps/seat-maps.adapter.js';
import { SeatPlans } from './seat-maps/seat-maps.plans.js';
import { seatMapRoutes } from './seat-maps/seat-maps.routes.js';
import { Database, DatabaseHealth, snapshotFile, type Clock } from './state/index.js';

/** The relay without its port: the app, and what runs in the background. */
export interface Relay {
  readonly app: Express;
  /** Resolves once everything was tried once: ready, or still trying. */
  start(): Promise<void>;
  /** Is not ready from now on: whoever balances sends nobody here any more. */
  prepareToStop(): void;
  /** Stops the background work and waits for what must reach the disk. */
  stop(): Promise<void>;
}

export interface RelayContext {
  readonly clock: Clock;
  readonly log: Logger & { child(facts: object): Logger };
}

/** Wires the parts together; nothing runs before `start`. Throws if seat plans can't be read or the database not be opened. */
export async function createRelay(config: Config, context: RelayContext): Promise<Relay> {
  const { clock, log } = context;
  const { database, records } = await openState(config, context);
  const { s360, visitors, missing } = await openS360(config, records, context);
  const plans = await SeatPlans.open(config.RELAY_PLAN_DIR);
  const catalog = new CatalogPart({ config, s360, clock, log, hasSeatMap: (id) => plans.has(id) });
  const seatMaps = new SeatMaps({
    ...{ s360, clock, plans, log, catalog: catalog.words, pointOfSale: catalog.pointOfSale },
    savedSeats: savedSeatsIn(config),
  });
  const sales = createSales({ config, s360, clock, records, log, catalog, seatMaps });
  const health = new DatabaseHealth({ database, clock, log });
  const readiness = new RelayReadiness({ catalog, health, records, clock, missing });
  const app = createServer({
    endpoints: [...catalog.routes, ...seatMapRoutes(seatMaps), ...sales.routes],
    embedFolder: config.RELAY_EMBED_DIR,
    formerBuilds: await keepFormerBuilds(config, context),
    isAllowedOrigin: (origin) => isAllowedOrigin(config, origin),
    visitors,
    idempotency: new Idempotency({ database, clock, log }),
    languages: config.RELAY_LANGUAGES,
    trustedProxies: config.RELAY_TRUSTED_PROXIES,
    readiness: () => readiness.read(),
    clock,
    log,
  });
  return { app, ...lifeOf({ catalog, sales, health, readiness, database }) };
}

interface Living {
  readonly catalog: CatalogPart;
  readonly sales: SalesPart;
  readonly health: DatabaseHealth;
  readonly readiness: RelayReadiness;
  readonly database: Database;
}

/** What runs in the background, from its start to its end. */
function lifeOf({ catalog, sales, health, readiness, database }: Living): Omit<Relay, 'app'> {
  return {
    async start() {
      // First of all who has paid: the catalog may take minutes.
      sales.start();
      await health.start();
      await catalog.start();
    },
    prepareToStop() {
      readiness.isStopping = true;
    },
    async stop() {
      health.stop();
      catalog.stop();
      await sales.stop();
      await database.close();
    },
  };
}

/** What survives a restart, with what a relay before this one has left in files. */
async function openState(config: Config, { clock, log }: RelayContext) {
  const { RELAY_STATE_DIR: folder, RELAY_DATABASE_URL: url } = config;
  const database = await Database.open({ folder, url }, { clock, log });
  const records = new OrderRecords({ database, clock, log });
  await importFiles(folder, records, log);
  return { database, records };
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
