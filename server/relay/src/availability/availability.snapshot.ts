import type { Logger } from '../http/index.js';
import { Refresher, toInstant, type Clock, type SnapshotFile } from '../state/index.js';
import type { PerformanceStock, VisitStock } from './availability.mapping.js';
import type { PartialAnswer, Questions } from './availability.parts.js';

/** A product whose availability is watched; a pass has no performances. */
export interface Watched {
  readonly productId: string;
  readonly performanceIds: readonly string[];
}

/** The calls that the snapshot makes; AvailabilityAdapter is the real one. */
export interface AvailabilitySource {
  getUpdates(
    productIds: readonly string[],
    referenceDate: string,
  ): Promise<{ productIds: string[]; lastUpdateAt: string | undefined }>;
  getPerformances(questions: Questions<PerformanceStock>): Promise<PartialAnswer>;
  getPasses(questions: Questions<VisitStock>): Promise<PartialAnswer>;
}

export interface AvailabilitySnapshotOptions {
  readonly source: AvailabilitySource;
  /** What is on sale now; undefined while there is no catalog. */
  readonly watched: () => readonly Watched[] | undefined;
  readonly file: SnapshotFile;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called after each try, well or not, and in the middle of a long one: what is known, or how fresh it is, has changed. */
  readonly onRefresh: () => void;
}

const everyMs = 62_000;
const retryMs = 10_000;
/** Until what S-360 would not answer for is asked about once more. */
const askAgainMs = 60 * 60_000;
/** The first question reaches back this far, in case the two clocks differ. */
const firstReachMs = 5 * 60_000;

/** Which questions a search is for. */
type Subject = 'performances' | 'passes';

type StockRecord =
  | { kind: 'performance'; value: PerformanceStock }
  | { kind: 'visit'; value: VisitStock }
  /** What S-360 would not answer for, and until when, in milliseconds since 1970, it is not asked again. */
  | { kind: 'refused'; value: { id: string; until: number } }
  | { kind: 'suspects'; value: { subject: Subject; ids: readonly string[] } };

/**
 * What is left, the same for all visitors. Once a minute S-360 is asked which products changed, and only those are counted
 * again. The reference of that question is the latest change that S-360 itself told, so its clock is the only one that matters.
 */
export class AvailabilitySnapshot {
  /** By performance: what is left in each seat category; the key `''` stands for places without one. */
  readonly #performances = new Map<string, Map<string, number>>();
  /** By item and timeslot. */
  readonly #visits = new Map<string, number>();
  readonly #knownProducts = new Set<string>();
  /** Known to have changed and not yet counted again. */
  readonly #pending = new Set<string>();
  /** By performance or product: when to ask about it again. */
  readonly #refusedUntil = new Map<string, number>();
  /** Parts of refused questions that are not cleared up yet: the search goes on with them once a minute. */
  readonly #suspects: Record<Subject, readonly (readonly string[])[]> = { performances: [], passes: [] };
  #referenceAt: string | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #searchedAt = Number.NEGATIVE_INFINITY;
  #asOf: string | undefined;
  readonly #refresher: Refresher;

  constructor(readonly options: AvailabilitySnapshotOptions) {
    const { clock, log } = options;
    this.#refresher = new Refresher({
      refresh: () => this.#refresh(),
      everyMs,
      retryMs,
      clock,
      onFailure: (error, failures) => {
        log.warn({ problem: String(error).slice(0, 200), failures }, 'availability not refreshed');
        options.onRefresh();
      },
    });
  }

  /** When S-360 was last asked with success. */
  get asOf(): string | undefined {
    return this.#asOf;
  }

  /** S-360 could not be asked at the last try, or was not asked yet. */
  get isStale(): boolean {
    return this.#refresher.isStale;
  }

  /** What is left of a performance; undefined = not known. */
  leftOfPerformance(performanceId: string): number | undefined {
    const categories = this.#performances.get(performanceId);
    return categories && [...categories.values()].reduce((sum, left) => sum + left, 0);
  }

  leftOfSeatCategory(performanceId: string, seatCategoryId: string): number | undefined {
    const categories = this.#performances.get(performanceId);
    return categories && (categories.get(seatCategoryId) ?? 0);
  }

  /** What is left of a visit, or with null of an item that is good on any day; undefined = not known. */
  leftOfVisit(itemId: string, timeslotId: string | null): number | undefined {
    return this.#visits.get(visitKey(itemId, timeslotId ?? ''));
  }

  /** Takes what is on disk, if anything: until S-360 answers, that is what is known. */
  async restore(): Promise<void> {
    const saved = await this.options.file.read();
    // The file's format name changes with the type, so what is read is of it.
    const records = (saved?.records ?? []) as StockRecord[];
    this.#keepPerformances(records.flatMap((record) => (record.kind === 'performance' ? record.value : [])));
    this.#keepVisits(records.flatMap((record) => (record.kind === 'visit' ? record.value : [])));
    for (const record of records) {
      if (record.kind === 'refused') this.#refusedUntil.set(record.value.id, record.value.until);
      if (record.kind !== 'suspects') continue;
      const { subject, ids } = record.value;
      this.#suspects[subject] = [...this.#suspects[subject], ids];
    }
    this.#asOf = saved?.savedAt;
  }

  /** Asks S-360, now and from then on. Resolves after the first try, well or not. */
  start(): Promise<void> {
    return this.#refresher.start();
  }

  /** Asks S-360 now, or joins the question in flight; for a new catalog. */
  refresh(): Promise<void> {
    return this.#refresher.run();
  }

  stop(): void {
    this.#refresher.stop();
  }

  async #refresh(): Promise<void> {
    const { clock, log, watched: watchedNow, onRefresh } = this.options;
    const watched = watchedNow();
    if (!watched) return;
    const now = clock.now();
    const isAsked = await this.#findChanges(watched, now);
    const changed = watched.filter(({ productId }) => this.#pending.has(productId));
    const isTime = clock.elapsed() - this.#searchedAt >= everyMs - 1_000;
    if (!isAsked && changed.length === 0) return;
    if (isTime) this.#searchedAt = clock.elapsed();
    const onward = () => {
      this.#asOf = toInstant(now);
      onRefresh();
    };
    await this.#count(changed, isTime, onward);
    onward();
    const saving = this.options.file.write(toInstant(now), this.#records());
    await saving.catch((error: unknown) => log.error({ err: error }, 'availability not saved'));
  }

  /** Whether S-360 was asked. New products are counted without asking whether they changed. */
  async #findChanges(watched: readonly Watched[], now: number): Promise<boolean> {
    const ids = watched.map(({ productId }) => productId);
    for (const id of ids) if (!this.#knownProducts.has(id)) this.#pending.add(id);
    const known = ids.filter((id) => this.#knownProducts.has(id));
    this.#referenceAt ??= toInstant(now - firstReachMs);
    // A new catalog may bring us here sooner than S-360 wants to be asked.
    if (known.length === 0 || this.options.clock.elapsed() - this.#askedAt < everyMs - 1_000) return false;
    const askedAt = this.options.clock.elapsed();
    const { productIds, lastUpdateAt } = await this.options.source.getUpdates(known, this.#referenceAt);
    this.#askedAt = askedAt;
    for (const id of productIds) this.#pending.add(id);
    this.#referenceAt = lastUpdateAt ?? this.#referenceAt;
    return true;
  }

  /**
   * Counts what changed, and where it is time for that goes on searching for what S-360 would not answer for.
   * @param onward called when something was counted and the search goes on
   */
  async #count(changed: readonly Watched[], isTime: boolean, onward: () => void): Promise<void> {
    const { source } = this.options;
    const events = changed.filter(({ performanceIds }) => performanceIds.length > 0);
    const passes = changed.filter(({ performanceIds }) => performanceIds.length === 0);
    const performanceIds = events.flatMap((event) => event.performanceIds);
    const performances = this.#questions('performances', performanceIds, isTime);
    if (performances.ids.length + performances.suspects.length > 0) {
      const heard: Questions<PerformanceStock>['heard'] = (ids, lines) => this.#keepPerformances(lines, ids);
      const answer = await source.getPerformances({ ...performances, heard, onward });
      this.#keepPerformances([], answer.refused);
      this.#leaveOut('performances', answer, performances.suspects);
    }
    this.#counted(events);
    const productIds = passes.map(({ productId }) => productId);
    const visits = this.#questions('passes', productIds, isTime);
    if (visits.ids.length + visits.suspects.length > 0) {
      const heard: Questions<VisitStock>['heard'] = (_, lines) => this.#keepVisits(lines);
      this.#leaveOut('passes', await source.getPasses({ ...visits, heard, onward }), visits.suspects);
    }
    this.#counted(passes);
  }

  /** What is suspect is asked about in its own part alone: it would spoil the question for the others. */
  #questions(subject: Subject, changed: readonly string[], isTime: boolean) {
    const suspects = isTime ? this.#suspects[subject] : [];
    const suspect = new Set(this.#suspects[subject].flat());
    return { ids: this.#answerable(changed).filter((id) => !suspect.has(id)), suspects };
  }

  /** What S-360 lately would not answer for is not asked about again for a while: it would spoil the question for the others. */
  #answerable(ids: readonly string[]): string[] {
    const now = this.options.clock.now();
    return ids.filter((id) => now >= (this.#refusedUntil.get(id) ?? now));
  }

  /**
   * What S-360 does not know can't be bought: as where it lists nothing, nothing is left; it is asked about again after a while. Of
   * what is unclear, what was known before still counts, and the search goes on.
   */
  #leaveOut(
    subject: Subject,
    { refused, unclear }: PartialAnswer,
    asked: readonly (readonly string[])[],
  ): void {
    const others = this.#suspects[subject].filter((part) => !asked.includes(part));
    this.#suspects[subject] = [...others, ...unclear];
    if (refused.length + unclear.length === 0) return;
    const { clock, log } = this.options;
    for (const id of refused) this.#refusedUntil.set(id, clock.now() + askAgainMs);
    const counts = { count: refused.length, unclear: unclear.flat().length };
    log.warn({ what: subject, ids: refused.slice(0, 20), ...counts }, 'left out of the availability');
  }

  #counted(products: readonly Watched[]): void {
    for (const { productId } of products) {
      this.#knownProducts.add(productId);
      this.#pending.delete(productId);
    }
  }

  /** Several lines of one category (of several contingents) add up; what was asked for and has no line has nothing left. */
  #keepPerformances(
    stock: readonly PerformanceStock[],
    asked: readonly string[] = stock.map(({ performanceId }) => performanceId),
  ): void {
    for (const performanceId of asked) this.#performances.set(performanceId, new Map());
    for (const { performanceId, seatCategoryId = '', left } of stock) {
      const categories = this.#performances.get(performanceId);
      if (left === null) this.#performances.delete(performanceId);
      else categories?.set(seatCategoryId, (categories.get(seatCategoryId) ?? 0) + left);
    }
  }

  #keepVisits(stock: readonly VisitStock[]): void {
    for (const { productId, itemId = productId, timeslotId = '', left } of stock) {
      this.#visits.set(visitKey(itemId, timeslotId), left);
    }
  }

  *#records(): Generator<StockRecord> {
    for (const [performanceId, categories] of this.#performances) {
      const lines = categories.size > 0 ? categories : [['', 0] as const];
      for (const [seatCategoryId, left] of lines) {
        yield {
          kind: 'performance',
          value: { performanceId, seatCategoryId: seatCategoryId || undefined, left },
        };
      }
    }
    for (const [id, until] of this.#refusedUntil) yield { kind: 'refused', value: { id, until } };
    for (const subject of ['performances', 'passes'] as const)
      for (const ids of this.#suspects[subject]) yield { kind: 'suspects', value: { subject, ids } };
    for (const [key, left] of this.#visits) {
      const [itemId, timeslotId] = key.split(' ');
      yield { kind: 'visit', value: { productId: '0', itemId, timeslotId: timeslotId || undefined, left } };
    }
  }
}

const visitKey = (itemId: string, timeslotId: string): string => `${itemId} ${timeslotId}`;
