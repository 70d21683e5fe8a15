import type { Logger } from '../http/index.js';
import {
  SharedSnapshot,
  toInstant,
  type Answer,
  type Clock,
  type Database,
  type FormerSnapshot,
  type Schedule,
  type Snapshot,
} from '../state/index.js';
import type { Tour } from '@s360-widgets/contract';
import type { PerformanceStock, TimedTour, VisitStock } from './availability.mapping.js';
import type { PartialAnswer, Questions } from './availability.parts.js';
import { AvailabilityTours, type GuidedPass, type PassTours } from './availability.tours.js';

/** A product whose availability is watched; a pass has no performances. */
export interface Watched {
  readonly productId: string;
  readonly performanceIds: readonly string[];
  /** Of guided visits: the times of which the languages and themes are watched as well. */
  readonly guidedTimeslotIds?: readonly string[];
}

/** The calls that the snapshot makes; AvailabilityAdapter is the real one. */
export interface AvailabilitySource {
  getUpdates(
    productIds: readonly string[],
    referenceDate: string,
  ): Promise<{ productIds: string[]; lastUpdateAt: string | undefined }>;
  getPerformances(questions: Questions<PerformanceStock>): Promise<PartialAnswer>;
  getPasses(questions: Questions<VisitStock>): Promise<PartialAnswer>;
  getTours(passId: string, timeslotIds: readonly string[]): Promise<readonly TimedTour[]>;
}

export interface AvailabilitySnapshotOptions {
  readonly source: AvailabilitySource;
  /** What is on sale now; undefined while there is no catalog. */
  readonly watched: () => readonly Watched[] | undefined;
  readonly database: Database;
  readonly clock: Clock;
  readonly schedule: Pick<Schedule, 'everyMs' | 'onWake'>;
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
/** What was counted so long ago is counted anew, and not what has changed since. */
const forgottenMs = 60 * 60_000;
/** The name changes with the form of the records, so that what another version of the relay has written is not misread. */
const kind = 'availability/2';
export const formerAvailability: FormerSnapshot = { file: 'availability.jsonl', kind };

/** Which questions a search is for. */
type Subject = 'performances' | 'passes';

type StockRecord =
  | { kind: 'performance'; value: PerformanceStock }
  | { kind: 'visit'; value: VisitStock }
  | { kind: 'tours'; value: PassTours }
  /** What S-360 would not answer for, and until when, in milliseconds since 1970, it is not asked again. */
  | { kind: 'refused'; value: { id: string; until: number } }
  | { kind: 'suspects'; value: { subject: Subject; ids: readonly string[] } }
  /** The latest change that S-360 told, and the performances and passes of which all changes until then are counted. */
  | { kind: 'reference'; value: { at: string; ids: readonly string[] } };

/**
 * What is left, the same for all visitors and at all relays. Once a minute S-360 is asked which products changed, and only those are counted
 * again. The reference of that question is the latest change that S-360 itself told, so its clock is the only one that matters.
 */
export class AvailabilitySnapshot {
  /** By performance: what is left in each seat category; the key `''` stands for places without one. */
  readonly #performances = new Map<string, Map<string, number>>();
  /** By item and timeslot. */
  readonly #visits = new Map<string, number>();
  readonly #tours: AvailabilityTours;
  /** Performances and passes that were counted once. */
  readonly #known = new Set<string>();
  /** Those that are known to have changed and not yet counted again. */
  readonly #pending = new Set<string>();
  /** By performance or product: when to ask about it again. */
  readonly #refusedUntil = new Map<string, number>();
  /** Parts of refused questions that are not cleared up yet: the search goes on with them once a minute. */
  readonly #suspects: Record<Subject, readonly (readonly string[])[]> = { performances: [], passes: [] };
  #referenceAt: string | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #searchedAt = Number.NEGATIVE_INFINITY;
  #asOf: string | undefined;
  readonly #shared: SharedSnapshot;

  constructor(readonly options: AvailabilitySnapshotOptions) {
    const { source, clock, log, schedule, onRefresh } = options;
    const getTours: AvailabilitySource['getTours'] = (...asked) => source.getTours(...asked);
    this.#tours = new AvailabilityTours({ getTours, clock, log });
    this.#shared = new SharedSnapshot(options, {
      ...{ kind, retryMs },
      // What there was no room for in one round is asked about in the next, whether anybody looks or not.
      everyMs: () => (this.#pending.size > 0 ? everyMs : schedule.everyMs(everyMs)),
      ask: () => this.#ask(),
      take: (snapshot) => this.#take(snapshot),
      onFreshness: () => this.#freshen(),
      onFailure: (error, failures) => {
        log.warn({ problem: String(error).slice(0, 200), failures }, 'availability not refreshed');
        onRefresh();
      },
    });
    schedule.onWake(() => this.#shared.wake());
  }

  /** When S-360 was last asked with success. */
  get asOf(): string | undefined {
    return this.#asOf;
  }

  /** S-360 could not be asked, or not in time. */
  get isStale(): boolean {
    return this.#shared.isStale;
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
  leftOfItem(itemId: string, timeslotId: string | null): number | undefined {
    return this.#visits.get(visitKey(itemId, timeslotId ?? ''));
  }

  /** What can be had of the guided visits at a time; undefined = not known, or there is nothing to choose. */
  toursOf(timeslotId: string): readonly Tour[] | undefined {
    return this.#tours.of(timeslotId);
  }

  /** Takes what was known before, if anything: until S-360 answers, that is what is known. */
  restore(): Promise<void> {
    return this.#shared.follow();
  }

  /** Follows the other relays, and asks S-360 if none of them does. Resolves after the first try, well or not. */
  start(): Promise<void> {
    return this.#shared.start();
  }

  /** Asks S-360 now, or joins the question in flight, for a new catalog; where another relay asks, looks what it has heard. */
  refresh(): Promise<void> {
    return this.#shared.refresh();
  }

  stop(): Promise<void> {
    return this.#shared.stop();
  }

  #freshen(): void {
    const { asOf } = this.#shared;
    if (asOf !== undefined) this.#asOf = toInstant(asOf);
    this.options.onRefresh();
  }

  /** In place of all that was known. */
  #take({ head, records }: Snapshot): void {
    this.#performances.clear();
    this.#visits.clear();
    this.#tours.clear();
    this.#refusedUntil.clear();
    this.#known.clear();
    this.#pending.clear();
    Object.assign(this.#suspects, { performances: [], passes: [] });
    const { clock } = this.options;
    const age = clock.now() - head.asOf;
    this.#askedAt = clock.elapsed() - age;
    // The kind's name changes with the type, so what is read is of it.
    const known = records as StockRecord[];
    this.#keepPerformances(known.flatMap((record) => (record.kind === 'performance' ? record.value : [])));
    this.#keepVisits(known.flatMap((record) => (record.kind === 'visit' ? record.value : [])));
    for (const record of known) {
      if (record.kind === 'tours') this.#tours.keep(record.value);
      if (record.kind === 'refused') this.#refusedUntil.set(record.value.id, record.value.until);
      if (record.kind === 'reference' && age < forgottenMs) this.#goOnFrom(record.value);
      if (record.kind !== 'suspects') continue;
      const { subject, ids } = record.value;
      this.#suspects[subject] = [...this.#suspects[subject], ids];
    }
    this.#freshen();
  }

  #goOnFrom({ at, ids }: { at: string; ids: readonly string[] }): void {
    this.#referenceAt = at;
    for (const id of ids) this.#known.add(id);
  }

  async #ask(): Promise<Answer> {
    const { clock, watched: watchedNow, onRefresh } = this.options;
    const watched = watchedNow();
    if (!watched) return 'not-yet';
    const now = clock.now();
    const onward = () => {
      this.#asOf = toInstant(now);
      onRefresh();
    };
    // What is known to have changed comes first: there may be room for no more.
    const known = watched.filter((product) => countedBy(product).some((id) => this.#known.has(id)));
    this.#noteNew(watched);
    let isCounted = await this.#count(watched, onward);
    const hasRoom = this.#pending.size === 0;
    const isAsked = await this.#findChanges(known, now);
    if (isAsked && hasRoom) isCounted = (await this.#count(watched, onward)) || isCounted;
    isCounted = (await this.#tours.ask(watched.flatMap(guidedPassOf))) || isCounted;
    if (isCounted) return { facts: {}, asOf: now, records: () => this.#records() };
    return isAsked ? 'unchanged' : 'not-yet';
  }

  /** What is not on sale any more is not counted any more. */
  #noteNew(watched: readonly Watched[]): void {
    const ids = new Set(watched.flatMap(countedBy));
    for (const id of this.#pending) if (!ids.has(id)) this.#pending.delete(id);
    for (const id of ids) if (!this.#known.has(id)) this.#pending.add(id);
  }

  /** Whether S-360 was asked. New products are counted without asking whether they changed. */
  async #findChanges(known: readonly Watched[], now: number): Promise<boolean> {
    this.#referenceAt ??= toInstant(now - firstReachMs);
    // A new catalog may bring us here sooner than S-360 wants to be asked.
    if (known.length === 0 || this.options.clock.elapsed() - this.#askedAt < everyMs - 1_000) return false;
    const askedAt = this.options.clock.elapsed();
    const ids = known.map(({ productId }) => productId);
    const { productIds, lastUpdateAt } = await this.options.source.getUpdates(ids, this.#referenceAt);
    this.#askedAt = askedAt;
    const changed = new Set(productIds);
    for (const product of known)
      if (changed.has(product.productId)) for (const id of countedBy(product)) this.#pending.add(id);
    this.#referenceAt = lastUpdateAt ?? this.#referenceAt;
    return true;
  }

  /**
   * Counts what is pending, and where it is time for that goes on searching for what S-360 would not answer for. Whether S-360 was asked.
   * @param onward called when something was counted and the search goes on
   */
  async #count(watched: readonly Watched[], onward: () => void): Promise<boolean> {
    const { clock } = this.options;
    const isTime = clock.elapsed() - this.#searchedAt >= everyMs - 1_000;
    if (isTime) this.#searchedAt = clock.elapsed();
    const [events, passes] = [
      watched.filter(hasPerformances),
      watched.filter((one) => !hasPerformances(one)),
    ];
    const isAsked = await this.#countPerformances(this.#pendingOf(events), isTime, onward);
    return (await this.#countPasses(this.#pendingOf(passes), isTime, onward)) || isAsked;
  }

  #pendingOf(products: readonly Watched[]): string[] {
    return products.flatMap(countedBy).filter((id) => this.#pending.has(id));
  }

  async #countPerformances(
    pending: readonly string[],
    isTime: boolean,
    onward: () => void,
  ): Promise<boolean> {
    const questions = this.#questions('performances', pending, isTime);
    if (isNothing(questions)) return this.#counted(pending);
    const heard: Questions<PerformanceStock>['heard'] = (ids, lines) => this.#keepPerformances(lines, ids);
    const answer = await this.options.source.getPerformances({ ...questions, heard, onward });
    this.#keepPerformances([], answer.refused);
    this.#leaveOut('performances', answer, questions.suspects);
    return this.#counted(pending, answer);
  }

  async #countPasses(pending: readonly string[], isTime: boolean, onward: () => void): Promise<boolean> {
    const questions = this.#questions('passes', pending, isTime);
    if (isNothing(questions)) return this.#counted(pending);
    const heard: Questions<VisitStock>['heard'] = (_, lines) => this.#keepVisits(lines);
    this.#tours.expect(questions.ids);
    const answer = await this.options.source.getPasses({ ...questions, heard, onward });
    this.#leaveOut('passes', answer, questions.suspects);
    return this.#counted(pending, answer);
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

  /** Of what there was no room to ask about, the turn comes. Whether S-360 was asked. */
  #counted(pending: readonly string[], answer?: PartialAnswer): boolean {
    const unasked = new Set(answer?.unasked);
    for (const id of pending) {
      if (unasked.has(id)) continue;
      this.#known.add(id);
      this.#pending.delete(id);
    }
    return answer !== undefined;
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
    if (this.#referenceAt !== undefined) {
      const ids = [...this.#known].filter((id) => !this.#pending.has(id));
      yield { kind: 'reference', value: { at: this.#referenceAt, ids } };
    }
    for (const value of this.#tours.records()) yield { kind: 'tours', value };
    for (const [id, until] of this.#refusedUntil) yield { kind: 'refused', value: { id, until } };
    for (const subject of ['performances', 'passes'] as const)
      for (const ids of this.#suspects[subject]) yield { kind: 'suspects', value: { subject, ids } };
    for (const [key, left] of this.#visits) {
      const [itemId, timeslotId] = key.split(' ');
      yield { kind: 'visit', value: { productId: '0', itemId, timeslotId: timeslotId || undefined, left } };
    }
  }
}

const hasPerformances = ({ performanceIds }: Watched): boolean => performanceIds.length > 0;

/** What is counted of a product: its performances, or of a pass itself. */
const countedBy = (product: Watched): readonly string[] =>
  hasPerformances(product) ? product.performanceIds : [product.productId];

const guidedPassOf = ({ productId, guidedTimeslotIds: timeslotIds = [] }: Watched): GuidedPass[] =>
  timeslotIds.length > 0 ? [{ productId, timeslotIds }] : [];

const isNothing = ({ ids, suspects = [] }: Pick<Questions<unknown>, 'ids' | 'suspects'>): boolean =>
  ids.length + suspects.length === 0;

const visitKey = (itemId: string, timeslotId: string): string => `${itemId} ${timeslotId}`;
