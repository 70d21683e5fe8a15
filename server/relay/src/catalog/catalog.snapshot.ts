import type { Logger } from '../http/index.js';
import { Refresher, toInstant, type Clock, type SnapshotFile } from '../state/index.js';
import { toCatalog, toRecords, type Catalog, type CatalogRecord } from './catalog.model.js';
import { nameOf } from './point-of-sale.snapshot.js';

export interface CatalogSnapshotOptions {
  readonly getLastSetupUpdate: () => Promise<string | undefined>;
  readonly loadCatalog: () => Promise<Catalog>;
  readonly file: SnapshotFile;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called whenever there is another catalog. */
  readonly onChange: () => void;
  /** Called when S-360 could not be asked: what is served is stale. */
  readonly onFailure: () => void;
}

const everyMs = 10 * 60_000;
const retryMs = 10_000;
/** A whole reload even if S-360 says that nothing changed. */
const reloadAfterMs = 24 * 3_600_000;

/**
 * The last good catalog. Every ten minutes S-360 is asked whether the setup changed, and only then the catalog is loaded
 * again. When S-360 is down, and right after a restart, the one before is served.
 */
export class CatalogSnapshot {
  #catalog: Catalog | undefined;
  /** When S-360 was last asked with success; kept on disk with the catalog. */
  #asOf: string | undefined;
  #setupUpdate: string | undefined;
  #loadedAt = Number.NEGATIVE_INFINITY;
  readonly #refresher: Refresher;

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
  }

  /** Undefined until the first catalog is there. */
  get catalog(): Catalog | undefined {
    return this.#catalog;
  }

  get asOf(): string | undefined {
    return this.#asOf;
  }

  /** S-360 could not be asked at the last try, or was not asked yet. */
  get isStale(): boolean {
    return this.#refresher.isStale;
  }

  /** Takes the catalog on disk, if any: until S-360 answers, that is what is known. */
  async restore(): Promise<void> {
    const saved = await this.options.file.read();
    const [head, ...records] = saved?.records ?? [];
    if (saved && isHead(head)) {
      // The file's format name changes with the model, so what is read is of it.
      this.#catalog = toCatalog(records as CatalogRecord[]);
      this.#asOf = saved.savedAt;
      this.#setupUpdate = head.setupUpdate;
      this.#loadedAt = Date.parse(head.loadedAt);
    }
  }

  /** Asks S-360, now and from then on. Resolves after the first try, well or not. */
  start(): Promise<void> {
    return this.#refresher.start();
  }

  /** Asks S-360 now, or joins the question in flight. */
  refresh(): Promise<void> {
    return this.#refresher.run();
  }

  stop(): void {
    this.#refresher.stop();
  }

  async #refresh(): Promise<void> {
    const { clock, log } = this.options;
    const now = clock.now();
    const setupUpdate = await this.options.getLastSetupUpdate();
    const isSame = setupUpdate !== undefined && setupUpdate === this.#setupUpdate;
    if (this.#catalog && isSame && now - this.#loadedAt < reloadAfterMs) {
      this.#asOf = toInstant(now);
      return;
    }
    const catalog = await this.options.loadCatalog();
    this.#catalog = catalog;
    this.#asOf = toInstant(now);
    this.#setupUpdate = setupUpdate;
    this.#loadedAt = now;
    this.options.onChange();
    const facts = { events: catalog.events.size, performances: catalog.performances.size };
    log.info({ ...facts, ms: clock.now() - now }, 'catalog loaded');
    await this.#save(catalog, now).catch((error: unknown) => log.error({ err: error }, 'catalog not saved'));
  }

  #save(catalog: Catalog, now: number): Promise<void> {
    const head = { setupUpdate: this.#setupUpdate, loadedAt: toInstant(now) };
    return this.options.file.write(toInstant(now), [head, ...toRecords(catalog)]);
  }
}

function isHead(head: unknown): head is { setupUpdate?: string; loadedAt: string } {
  return typeof head === 'object' && head !== null && 'loadedAt' in head && typeof head.loadedAt === 'string';
}
