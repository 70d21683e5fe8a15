import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { CatalogPart, formerSnapshots } from './app.catalog.js';
import { RelayReadiness, wsdlHint } from './app.readiness.js';
import { createSales, type SalesPart } from './app.sales.js';
import { noncesOf } from './app.sign-in.js';
import { isAllowedOrigin, type Config } from './config.js';
import { FormerBuilds } from './http/embed.builds.js';
import { Idempotency } from './http/idempotency.js';
import type { Logger } from './http/index.js';
import { serve, type Served } from './http/server.js';
import { Visitors } from './http/visitors.js';
import { metricsListener } from './operating/operating.listener.js';
import { Metrics, type MetricsParts } from './operating/operating.metrics.js';
import { RaisedWebhook } from './operating/operating.webhook.js';
import { importFiles, OrderRecords, TicketFee } from './order/index.js';
import { Budget, createS360, type BudgetLimits, type Exchange, type S360Settings } from './s360/index.js';
import { SeatMaps } from './seat-maps/seat-maps.adapter.js';
import { SeatPlans } from './seat-maps/seat-maps.plans.js';
import { seatMapRoutes } from './seat-maps/seat-maps.routes.js';
import {
  Database,
  DatabaseHealth,
  importSnapshots,
  refuseOtherHosts,
  Snapshots,
  thisHost,
  type Clock,
} from './state/index.js';

/** The relay without its port: what answers visitors, and what runs in the background. */
export interface Relay extends Served {
  /** What a Prometheus asks, for a port of its own. */
  readonly metrics: RequestListener;
  /** Shows what was last known: a visitor who comes before finds an empty shop. */
  restore(): Promise<void>;
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

const ticketFeeOf = (
  { RELAY_BOOKING_FEE_MINOR: amountMinor, RELAY_PRICES: prices }: Config,
  log: Logger,
): TicketFee => new TicketFee({ amountMinor: amountMinor ?? null, isIncluded: prices === 'all-in' }, log);

/** Wires the parts together; nothing runs before `start`. Throws if seat plans can't be read or the database not be opened. */
export async function createRelay(config: Config, context: RelayContext): Promise<Relay> {
  const { clock, log } = context;
  const state = await openState(config, context);
  const { database, records } = state;
  const metrics = new Metrics();
  const onExchange = (exchange: Exchange) => metrics.note(exchange);
  const { s360, budget, visitors, missing } = await openS360(config, { ...state, onExchange }, context);
  const plans = await SeatPlans.open(config.RELAY_PLAN_DIR);
  const ticketFee = ticketFeeOf(config, log);
  const hasSeatMap = (id: string) => plans.has(id);
  const catalog = new CatalogPart({ config, s360, database, clock, log, ticketFee, hasSeatMap });
  const seatMaps = new SeatMaps({
    ...{ s360, database, clock, plans, log },
    ...{ catalog: catalog.words, pointOfSale: catalog.pointOfSale },
  });
  const nonces = noncesOf(config, clock);
  const parts = { s360, database, clock, log };
  const sales = createSales({ config, ...parts, nonces, records, ticketFee, catalog, seatMaps });
  const health = new DatabaseHealth({ database, clock, host: await thisHost(), log });
  const { limits } = budget.parts;
  const readiness = new RelayReadiness({ catalog, health, records, budget, limits, clock, missing });
  const served = serve({
    endpoints: [...catalog.routes, ...seatMapRoutes(seatMaps), ...sales.routes],
    embedFolder: config.RELAY_EMBED_DIR,
    formerBuilds: await keepFormerBuilds(config, context),
    isAllowedOrigin: (origin) => isAllowedOrigin(config, origin),
    visitors,
    idempotency: new Idempotency({ database, clock, log }),
    languages: config.RELAY_LANGUAGES,
    trustedProxies: config.RELAY_TRUSTED_PROXIES,
    readiness: () => readiness.read(),
    proofNonce: () => nonces.current(),
    onAnswerAtHand: (endpoint) => metrics.noteAnswerAtHand(endpoint),
    clock,
    log,
  });
  const webhook = webhookOf(config, records, context);
  const life = lifeOf({ catalog, sales, health, readiness, webhook, database });
  return { ...served, metrics: listenerOf(metrics, { records, budget, limits, readiness, clock }), ...life };
}

/** What a Prometheus is answered. */
function listenerOf(metrics: Metrics, { readiness, ...parts }: MetricsWiring): RequestListener {
  const isReady = async () => (await readiness.read()).isReady;
  const text = () => metrics.text({ ...parts, isReady });
  return metricsListener({ contentType: metrics.contentType, text });
}

interface MetricsWiring extends Omit<MetricsParts, 'isReady'> {
  readonly readiness: RelayReadiness;
}

/** Undefined where the operator wants to be told by the log alone. */
function webhookOf(config: Config, { notices }: OrderRecords, { clock, log }: RelayContext) {
  const { RELAY_RAISED_WEBHOOK_URL: url, RELAY_RAISED_WEBHOOK_SECRET: secret } = config;
  return url && secret ? new RaisedWebhook({ settings: { url, secret }, notices, clock, log }) : undefined;
}

interface Living {
  readonly catalog: CatalogPart;
  readonly sales: SalesPart;
  readonly health: DatabaseHealth;
  readonly readiness: RelayReadiness;
  readonly webhook: RaisedWebhook | undefined;
  readonly database: Database;
}

/** What runs in the background, from its start to its end. */
function lifeOf(living: Living): Omit<Relay, keyof Served | 'metrics'> {
  const { catalog, sales, health, readiness, webhook, database } = living;
  return {
    restore: () => catalog.restore(),
    async start() {
      // First of all who has paid: the catalog may take minutes.
      sales.start();
      void webhook?.start();
      await health.start();
      await catalog.start();
    },
    prepareToStop() {
      readiness.isStopping = true;
    },
    async stop() {
      health.stop();
      await catalog.stop();
      webhook?.stop();
      await sales.stop();
      await database.close();
    },
  };
}

interface State {
  readonly database: Database;
  readonly records: OrderRecords;
}

/** What survives a restart, with what a relay before this one has left in files. */
async function openState(config: Config, { clock, log }: RelayContext): Promise<State> {
  const {
    RELAY_STATE_DIR: folder,
    RELAY_DATABASE_URL: url,
    RELAY_DATABASE_CONNECTIONS: mostConnections,
  } = config;
  const database = await Database.open({ folder, url, mostConnections }, { clock, log });
  await refuseOtherHosts(database, { host: await thisHost(), clock });
  const records = new OrderRecords({ database, clock, log, leaseMs: config.RELAY_LEASE_SECONDS * 1_000 });
  await importFiles(folder, records, log);
  await importSnapshots(formerSnapshots, { folder, snapshots: new Snapshots({ database, log }), log });
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

interface S360Wiring extends State {
  readonly onExchange: (exchange: Exchange) => void;
}

/**
 * The one client of the process, with the call budget that all relays of the institution share; who counts what visitors cost it; and in
 * words what its WSDLs lack.
 */
async function openS360(
  config: Config,
  { database, records, onExchange }: S360Wiring,
  { clock, log }: RelayContext,
) {
  const budget = new Budget({ database, clock, log, limits: limitsOf(config) });
  const visitors = new Visitors(
    { database, clock },
    { callsPerAddress: config.RELAY_CALLS_PER_ADDRESS, callsPerCart: config.RELAY_CALLS_PER_CART },
  );
  const beforeCall = () => {
    records.leases.refuseIfLost();
    return visitors.charge();
  };
  const { intents: writes } = records;
  const hooks = { beforeCall, onExchange, writes };
  const s360 = await createS360(s360Settings(config), { clock, budget, log, ...hooks });
  const missing = s360.missing.map(({ words }) => words);
  if (missing.length > 0) log.error({ missing, hint: wsdlHint }, 'the WSDLs lack what the relay relies on');
  return { s360, budget, visitors, missing };
}

/** What the institution's contract allows, for all relays together. */
const limitsOf = (config: Config): BudgetLimits => ({
  callsPerMinute: config.RELAY_S360_CALLS_PER_MINUTE,
  callsPerMonth: config.RELAY_S360_CALLS_PER_MONTH,
  spacing: config.RELAY_S360_SPACING,
});

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
    names: config.S360_NAMES_FILE,
    outcomes: config.S360_OUTCOMES_FILE,
  };
}
