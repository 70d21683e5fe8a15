import type { Currency } from '@s360-widgets/contract';
import type { Logger } from '../http/index.js';
import {
  SharedSnapshot,
  Snapshots,
  toInstant,
  type Answer,
  type Clock,
  type Database,
  type Schedule,
  type Snapshot,
} from '../state/index.js';
import { doubtOf, type Doubt } from './catalog.guard.js';
import { catalogKinds, loadedCatalog, toDraft, toFacts, toKept, type KeptCatalog } from './catalog.kept.js';
import type { Catalog } from './catalog.model.js';
import { nameOf } from './point-of-sale.snapshot.js';

export interface CatalogSnapshotOptions {
  readonly getLastSetupUpdate: () => Promise<string | undefined>;
  /** What the point of sale sells in now; undefined before it is known. */
  readonly currency: () => Currency | undefined;
  readonly loadCatalog: (currency: Currency) => Promise<Catalog>;
  readonly database: Database;
  /** An answer in which more of what is to come is lost does not replace the last good one. */
  readonly maxLostPercent: number;
  readonly clock: Clock;
  readonly schedule: Pick<Schedule, 'everyMs' | 'onWake'>;
  readonly log: Logger;
  /** Called whenever there is another catalog. */
  readonly onChange: () => void;
  /** Called when what is served is known to be newer or older than before. */
  readonly onFreshness: () => void;
}

/** How often S-360 is asked whether anything changed. */
const everyMs = 60_000;
/** So long after a load S-360 gives no other one: the catalog's own limit, and a second for the way. */
const loadEveryMs = 10 * 60_000 + 1_000;
/** What visitors are refused is a reason to ask at once, so often at most. */
const doubtEveryMs = 10_000;
const retryMs = 10_000;
/** A whole reload even if S-360 says that nothing changed. */
const reloadAfterMs = 24 * 3_600_000;

/** An answer that was kept aside, and since when. */
export interface Aside extends Doubt {
  readonly loadedAt: string;
}

/**
 * The last good catalog, the same at all relays. Every minute S-360 is asked whether the setup changed, and only then the catalog is
 * loaded again, ten minutes after the last load at the earliest. When S-360 is down, and right after a restart, the one before is served. An answer that is empty or has lost too much is
 * kept aside until a better one comes, or the operator accepts it (`npm run catalog`).
 */
export class CatalogSnapshot {
  #kept: KeptCatalog | undefined;
  #aside: (Aside & { readonly version: number }) | undefined;
  /** By the clock's `elapsed`. */
  #doubtedAt = Number.NEGATIVE_INFINITY;
  readonly #snapshots: Snapshots;
  readonly #shared: SharedSnapshot;

  constructor(readonly options: CatalogSnapshotOptions) {
    const { log, schedule, onFreshness } = options;
    this.#snapshots = new Snapshots(options);
    this.#shared = new SharedSnapshot(options, {
      ...{ kind: catalogKinds.good, retryMs, isAskedAtStart: true, onFreshness },
      everyMs: () => schedule.everyMs(Math.max(everyMs, this.#loadableInMs)),
      ask: () => this.#ask(),
      take: (snapshot) => this.#take(snapshot),
      onLook: () => this.#lookAside(),
      onFailure: (error, failures) => log.warn({ problem: nameOf(error), failures }, 'catalog not refreshed'),
    });
    schedule.onWake(() => this.#shared.wake());
  }

  /** Undefined until the first catalog is there. */
  get catalog(): Catalog | undefined {
    return this.#kept?.catalog;
  }

  /** When S-360 last said what is served, or that it has not changed. */
  get asOf(): string | undefined {
    const { asOf } = this.#shared;
    return asOf === undefined ? undefined : toInstant(asOf);
  }

  /** The last answer of S-360, if it did not replace what is served. */
  get aside(): Aside | undefined {
    if (!this.#aside) return undefined;
    const { version: _, ...aside } = this.#aside;
    return aside;
  }

  /** S-360 could not be asked, or not in time, or gave an answer that is doubted. */
  get isStale(): boolean {
    return this.#shared.isStale || this.#aside !== undefined;
  }

  /** Takes the catalog of before, if any: until S-360 answers, that is what is known. */
  async restore(): Promise<void> {
    await this.#shared.follow();
    await this.#lookAside();
  }

  /** Follows the other relays, and asks S-360 if none of them does. Resolves after the first try, well or not. */
  async start(): Promise<void> {
    await this.#shared.start();
  }

  /** Asks S-360 now, or joins the question in flight; where another relay asks, looks what it has heard. */
  refresh(): Promise<void> {
    return this.#shared.refresh();
  }

  /** S-360 has refused to sell what is on sale here: it is asked at once what has changed. */
  distrust(): void {
    const now = this.options.clock.elapsed();
    if (now - this.#doubtedAt < doubtEveryMs) return;
    this.#doubtedAt = now;
    void this.refresh();
  }

  stop(): Promise<void> {
    return this.#shared.stop();
  }

  async #ask(): Promise<Answer> {
    const { clock, log, maxLostPercent } = this.options;
    const now = clock.now();
    const currency = this.options.currency();
    if (!currency) return 'not-yet';
    const setupUpdate = await this.options.getLastSetupUpdate();
    if (this.#isCurrent(setupUpdate, currency, now)) return 'unchanged';
    if (this.#loadableInMs > 0) return 'later';
    const catalog = await this.options.loadCatalog(currency);
    const doubt = doubtOf(this.catalog, catalog, { now, maxLostPercent });
    const loaded = loadedCatalog(catalog, { setupUpdate, now, doubt });
    if (doubt) {
      await this.#keepAside(loaded, doubt);
      return 'doubtful';
    }
    const facts = { events: catalog.events.size, performances: catalog.performances.size };
    log.info({ ...facts, ms: clock.now() - now }, 'catalog loaded');
    this.#show(loaded);
    await this.#forgetAside();
    return toDraft(loaded);
  }

  /** S-360 says that nothing changed since what is served was loaded, less than a day ago; amounts are in the same currency. */
  #isCurrent(setupUpdate: string | undefined, { code, digits }: Currency, now: number): boolean {
    const kept = this.#kept;
    if (!kept || this.#aside || setupUpdate === undefined || setupUpdate !== kept.setupUpdate) return false;
    const { currency } = kept.catalog;
    if (currency.code !== code || currency.digits !== digits) return false;
    return now - Date.parse(kept.loadedAt) < reloadAfterMs;
  }

  /** Nothing else would be served before that, so nothing is asked. */
  get #loadableInMs(): number {
    const loads = [this.#kept, this.#aside].flatMap((one) => (one ? Date.parse(one.loadedAt) : []));
    return loads.length > 0 ? Math.max(...loads) + loadEveryMs - this.options.clock.now() : 0;
  }

  #take(snapshot: Snapshot): void {
    const kept = toKept(snapshot);
    const { catalog, loadedAt } = kept;
    // One that is there at the start may have been accepted long ago.
    if (kept.doubt && this.#kept)
      this.options.log.warn({ events: catalog.events.size, loadedAt }, 'catalog accepted by hand');
    this.#show(kept);
  }

  #show(kept: KeptCatalog): void {
    this.#kept = kept;
    this.options.onChange();
  }

  /** What another relay has kept aside, or what is not any more. */
  async #lookAside(): Promise<void> {
    const head = await this.#snapshots.head(catalogKinds.aside);
    if (head?.version === this.#aside?.version) return;
    const { doubt, loadedAt } = head ? toFacts(head) : {};
    this.#aside = head && doubt && loadedAt ? { ...doubt, loadedAt, version: head.version } : undefined;
    this.options.onFreshness();
  }

  /** What is served stays, here and at the other relays. */
  async #keepAside(loaded: KeptCatalog, doubt: Doubt): Promise<void> {
    const { log } = this.options;
    const known = this.#aside?.version ?? 0;
    this.#aside = { ...doubt, loadedAt: loaded.loadedAt, version: known };
    log.error({ ...this.aside }, 'catalog kept aside: npm run catalog -- show, then accept if it is right');
    try {
      const draft = toDraft(loaded);
      const head = await this.#snapshots.publish(catalogKinds.aside, known, {
        ...draft,
        nextAt: draft.asOf + everyMs,
      });
      if (head) this.#aside = { ...this.#aside, version: head.version };
    } catch (error) {
      log.error({ err: error }, 'catalog not kept aside');
    }
  }

  async #forgetAside(): Promise<void> {
    if (!this.#aside) return;
    this.#aside = undefined;
    await this.#snapshots
      .remove(catalogKinds.aside)
      .catch((error: unknown) =>
        this.options.log.error({ err: error }, 'a doubtful catalog was not forgotten'),
      );
  }
}
