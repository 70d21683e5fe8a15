import type { Currency } from '@s360-widgets/contract';
import type { Logger } from '../http/index.js';
import { Refresher, toInstant, type Clock } from '../state/index.js';
import { readCatalog, writeCatalog, type CatalogFiles, type KeptCatalog } from './catalog.files.js';
import { doubtOf, type Doubt } from './catalog.guard.js';
import type { Catalog } from './catalog.model.js';
import { nameOf } from './point-of-sale.snapshot.js';

export interface CatalogSnapshotOptions {
  readonly getLastSetupUpdate: () => Promise<string | undefined>;
  /** What the point of sale sells in now. @throws ProblemError before it is known */
  readonly currency: () => Currency;
  readonly loadCatalog: (currency: Currency) => Promise<Catalog>;
  readonly files: CatalogFiles;
  /** An answer in which more of what is to come is lost does not replace the last good one. */
  readonly maxLostPercent: number;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called whenever there is another catalog. */
  readonly onChange: () => void;
  /** Called when S-360 could not be asked, or its answer is doubted: what is served is stale. */
  readonly onFailure: () => void;
}

const everyMs = 10 * 60_000;
const retryMs = 10_000;
/** A whole reload even if S-360 says that nothing changed. */
const reloadAfterMs = 24 * 3_600_000;
const lookForAcceptedMs = 5_000;

/** An answer that was kept aside, and since when. */
export interface Aside extends Doubt {
  readonly loadedAt: string;
}

/**
 * The last good catalog. Every ten minutes S-360 is asked whether the setup changed, and only then the catalog is loaded
 * again. When S-360 is down, and right after a restart, the one before is served. An answer that is empty or has lost too much is
 * kept aside until a better one comes, or the operator accepts it (`npm run catalog`).
 */
export class CatalogSnapshot {
  #kept: KeptCatalog | undefined;
  #asOf: string | undefined;
  #aside: Aside | undefined;
  readonly #refresher: Refresher;
  readonly #acceptance: Refresher;

  constructor(readonly options: CatalogSnapshotOptions) {
    const { clock, log } = options;
    this.#refresher = new Refresher({
      refresh: () => this.#refresh(),
      everyMs,
      retryMs,
      clock,
      onFailure: (error, failures) => {
        log.warn({ problem: nameOf(error), failures }, 'catalog not refreshed');
        options.onFailure();
      },
    });
    this.#acceptance = new Refresher({
      refresh: () => this.takeAccepted(),
      everyMs: lookForAcceptedMs,
      retryMs: lookForAcceptedMs,
      clock,
      onFailure: (error) => log.error({ err: error }, 'an accepted catalog was not taken'),
    });
  }

  /** Undefined until the first catalog is there. */
  get catalog(): Catalog | undefined {
    return this.#kept?.catalog;
  }

  /** When S-360 last said what is served, or that it has not changed. */
  get asOf(): string | undefined {
    return this.#asOf;
  }

  /** The last answer of S-360, if it did not replace what is served. */
  get aside(): Aside | undefined {
    return this.#aside;
  }

  /** S-360 could not be asked at the last try, was not asked yet, or gave an answer that is doubted. */
  get isStale(): boolean {
    return this.#refresher.isStale || this.#aside !== undefined;
  }

  /** Takes the catalog on disk, if any: until S-360 answers, that is what is known. */
  async restore(): Promise<void> {
    const { files } = this.options;
    this.#kept = await readCatalog(files.good);
    this.#asOf = this.#kept?.asOf;
    const aside = await readCatalog(files.aside);
    if (aside?.doubt) this.#aside = { ...aside.doubt, loadedAt: aside.loadedAt };
    await this.takeAccepted();
  }

  /** Asks S-360, now and from then on. Resolves after the first try, well or not. */
  async start(): Promise<void> {
    await Promise.all([this.#refresher.start(), this.#acceptance.start()]);
  }

  /** Asks S-360 now, or joins the question in flight. */
  refresh(): Promise<void> {
    return this.#refresher.run();
  }

  stop(): void {
    this.#refresher.stop();
    this.#acceptance.stop();
  }

  /** Takes what the operator accepted since the last look, if anything. */
  async takeAccepted(): Promise<void> {
    const { files, log } = this.options;
    const accepted = await readCatalog(files.accepted);
    if (!accepted) return;
    log.warn(
      { events: accepted.catalog.events.size, loadedAt: accepted.loadedAt },
      'catalog accepted by hand',
    );
    await this.#take({ ...accepted, doubt: undefined });
    await files.accepted.remove();
  }

  async #refresh(): Promise<void> {
    const { clock, log, maxLostPercent } = this.options;
    const now = clock.now();
    const currency = this.options.currency();
    const setupUpdate = await this.options.getLastSetupUpdate();
    if (this.#isCurrent(setupUpdate, currency, now)) {
      this.#asOf = toInstant(now);
      return;
    }
    const catalog = await this.options.loadCatalog(currency);
    const at = toInstant(now);
    const loaded = { catalog, asOf: at, setupUpdate, loadedAt: at };
    const doubt = doubtOf(this.catalog, catalog, { now, maxLostPercent });
    if (doubt) return this.#keepAside({ ...loaded, doubt });
    const facts = { events: catalog.events.size, performances: catalog.performances.size };
    log.info({ ...facts, ms: clock.now() - now }, 'catalog loaded');
    await this.#take({ ...loaded, doubt: undefined });
  }

  /** S-360 says that nothing changed since what is served was loaded, less than a day ago; amounts are in the same currency. */
  #isCurrent(setupUpdate: string | undefined, { code, digits }: Currency, now: number): boolean {
    const kept = this.#kept;
    if (!kept || this.#aside || setupUpdate === undefined || setupUpdate !== kept.setupUpdate) return false;
    const { currency } = kept.catalog;
    if (currency.code !== code || currency.digits !== digits) return false;
    return now - Date.parse(kept.loadedAt) < reloadAfterMs;
  }

  async #take(kept: KeptCatalog): Promise<void> {
    const { files, log, onChange } = this.options;
    this.#kept = kept;
    this.#asOf = kept.asOf;
    this.#aside = undefined;
    onChange();
    await writeCatalog(files.good, kept).catch((error: unknown) =>
      log.error({ err: error }, 'catalog not saved'),
    );
    await files.aside.remove();
  }

  /** What is served stays, in memory and on disk. */
  async #keepAside(loaded: KeptCatalog & { readonly doubt: Doubt }): Promise<void> {
    const { files, log, onFailure } = this.options;
    this.#aside = { ...loaded.doubt, loadedAt: loaded.loadedAt };
    log.error({ ...this.#aside }, 'catalog kept aside: npm run catalog -- show, then accept if it is right');
    onFailure();
    await writeCatalog(files.aside, loaded).catch((error: unknown) =>
      log.error({ err: error }, 'catalog not kept aside'),
    );
  }
}
