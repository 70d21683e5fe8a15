import { pauseAfter } from './refresher.js';
import type { Clock } from './clock.js';
import type { Database } from './database.js';
import { Lease } from './lease.js';
import { Snapshots, type Draft, type Snapshot, type SnapshotHead } from './snapshots.js';

/**
 * What came of asking S-360: another state, which this relay shows already; or `unchanged`; `doubtful`, which is no failure and changes
 * nothing, as is `later`, another state that S-360 will not give yet; or `not-yet`, where it is too soon to ask.
 */
export type Answer = Omit<Draft, 'nextAt'> | 'unchanged' | 'doubtful' | 'later' | 'not-yet';

export interface SharedSnapshotParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: {
    warn(facts: object, message: string): void;
    error(facts: object, message: string): void;
  };
}

export interface SharedSnapshotOptions {
  /** What it is of, with the form of its records: `catalog/3`. */
  readonly kind: string;
  /** Asked anew at each try, and when it is woken. */
  readonly everyMs: () => number;
  /** First pause after a failure that does not say when to try again; doubled up to `everyMs` as long as it fails, with jitter. */
  readonly retryMs: number;
  /** Whether a relay that starts, and finds no other that asks, does so at once: an operator may start it anew for that. */
  readonly isAskedAtStart?: boolean;
  /** Asks S-360, in the name of all relays. Throwing leaves what was known in place. */
  readonly ask: () => Promise<Answer>;
  /** Shows what another relay, or this one before its last stop, has heard. */
  readonly take: (snapshot: Snapshot) => void;
  /** Called when what is shown is known to be newer, or has become stale. */
  readonly onFreshness: () => void;
  /** Told of each failure in a row of this relay. */
  readonly onFailure: (error: unknown, failures: number) => void;
  /** Called at each look at the database, for what else stands there. */
  readonly onLook?: () => Promise<void>;
}

/** A change reaches every relay in less than five seconds. */
const lookMs = 1_500;
/** Beyond the usual pace: nobody has asked S-360 for so long after it was due, since there is no leader, or no database. */
const overdueMs = 60_000;
const longestMs = 3_600_000;

/**
 * Something of S-360 that all relays show and one asks for. Each looks into the database every second or two, an indexed read, and takes
 * what is newer; the one that has the lease asks S-360 when it is time. Where it dies another one takes over at the end of its lease.
 */
export class SharedSnapshot {
  readonly #snapshots: Snapshots;
  readonly #lease: Lease;
  readonly #stopped = new AbortController();
  #head: SnapshotHead | undefined;
  /** When S-360 is to be asked, by the clock's `elapsed`. */
  #dueAt = Number.NEGATIVE_INFINITY;
  #failures = 0;
  /** Heard from S-360, and not written down yet. */
  #unpublished: Draft | undefined;
  #asking: Promise<void> | undefined;
  #looking: Promise<void> | undefined;
  #isStarted = false;
  #wasStale = true;
  #isCutOff = false;

  constructor(
    readonly parts: SharedSnapshotParts,
    readonly options: SharedSnapshotOptions,
  ) {
    this.#snapshots = new Snapshots(parts);
    this.#lease = new Lease(parts, options.kind);
  }

  /** When S-360 last said what is shown, or that it has not changed: milliseconds since 1970. */
  get asOf(): number | undefined {
    return this.#head?.asOf;
  }

  /** S-360 could not be asked at the last try, or was not asked when it should have been. */
  get isStale(): boolean {
    if (this.#failures > 0 || !this.#head) return true;
    return this.parts.clock.elapsed() - this.#dueAt > this.options.everyMs() + overdueMs;
  }

  /** Takes what is in the database, if anything. */
  async follow(): Promise<void> {
    const { kind, take, onFreshness } = this.options;
    const head = await this.#snapshots.head(kind);
    if (!head) return;
    if (head.snapshotId !== this.#head?.snapshotId) {
      const newest = await this.#snapshots.newest(kind);
      if (!newest) return;
      this.#note(newest.head);
      take(newest);
    } else if (!isSame(head, this.#head)) {
      this.#note(head);
      onFreshness();
    }
  }

  /** Follows from now on, and asks S-360 where no other relay does. Resolves after the first try, well or not. Never rejects. */
  async start(): Promise<void> {
    this.#isStarted = true;
    await this.#beginAnew().catch(() => undefined);
    await this.#look();
    void this.#loop();
    await this.#asking;
  }

  /**
   * Asks S-360 now, or joins the question in flight; where another relay asks, looks what it has heard. Nothing before the start, which does
   * the same. Never rejects.
   */
  async refresh(): Promise<void> {
    if (!this.#isStarted) return;
    if (!this.#lease.isHeld) await this.#look();
    if (this.#lease.isHeld) await this.#ask();
  }

  /** Asks now where it is time, by what `everyMs` says by now. */
  wake(): void {
    if (this.#head && this.#failures === 0)
      this.#dueAt = Math.min(this.#dueAt, this.#elapsedAt(this.#head.asOf + this.options.everyMs()));
    if (this.#isStarted) void this.#look();
  }

  /** Another relay may go on. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#looking;
    await this.#lease.release().catch(() => undefined);
  }

  async #loop(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      await this.parts.clock.wait(lookMs * (0.75 + Math.random() / 2), signal).catch(() => undefined);
      if (!signal.aborted) await this.#look();
    }
  }

  /** What other relays have heard, and whether S-360 is to be asked all the same. Without the database the looks that follow tell. */
  async #beginAnew(): Promise<void> {
    await this.follow();
    if (this.options.isAskedAtStart && (await this.#lease.hold())) this.#dueAt = Number.NEGATIVE_INFINITY;
  }

  #look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** Never waits for S-360: a lease must be held on to meanwhile. */
  async #lookOnce(): Promise<void> {
    const { kind, onLook, onFreshness } = this.options;
    try {
      const isLeader = await this.#lease.hold();
      if (!this.#asking) await this.follow();
      await onLook?.();
      if (isLeader && this.#unpublished && !this.#asking) await this.#publish(this.#unpublished);
      if (isLeader && this.parts.clock.elapsed() >= this.#dueAt) void this.#ask();
      this.#isCutOff = false;
    } catch (error) {
      const isNews = !this.#isCutOff && !this.#stopped.signal.aborted;
      this.#isCutOff = true;
      if (isNews) this.parts.log.warn({ kind, err: error }, 'no news from other relays');
    }
    if (this.isStale === this.#wasStale) return;
    this.#wasStale = this.isStale;
    onFreshness();
  }

  #ask(): Promise<void> {
    this.#asking ??= this.#askOnce().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #askOnce(): Promise<void> {
    const { ask, onFailure, retryMs } = this.options;
    const askedAt = this.parts.clock.now();
    try {
      const answer = await ask();
      if (answer === 'not-yet') return;
      this.#failures = 0;
      const nextAt = askedAt + this.options.everyMs();
      this.#dueAt = this.#elapsedAt(nextAt);
      if (typeof answer === 'object') return await this.#publish({ ...answer, nextAt });
      await this.#tell({ failures: 0, nextAt, ...(answer === 'unchanged' ? { asOf: askedAt } : {}) });
    } catch (error) {
      this.#failures++;
      const pace = { everyMs: this.options.everyMs(), retryMs };
      const nextAt = this.parts.clock.now() + pauseAfter(error, this.#failures, pace);
      this.#dueAt = this.#elapsedAt(nextAt);
      onFailure(error, this.#failures);
      await this.#tell({ failures: this.#failures, nextAt: Math.round(nextAt) });
    }
  }

  /** What can't be written down is tried again at the next look. */
  async #publish(draft: Draft): Promise<void> {
    const { kind } = this.options;
    this.#unpublished = draft;
    try {
      const head = await this.#snapshots.publish(kind, this.#head?.version ?? 0, draft);
      this.#unpublished = undefined;
      if (head) this.#note(head);
      this.options.onFreshness();
    } catch (error) {
      if (!this.#stopped.signal.aborted)
        this.parts.log.error({ kind, err: error }, 'what S-360 said was not saved');
    }
  }

  /** Tells the others how fresh the newest is. */
  async #tell(change: Partial<SnapshotHead>): Promise<void> {
    if (!this.#head) return;
    const head = { ...this.#head, ...change };
    this.#note(head);
    this.options.onFreshness();
    await this.#snapshots.note(head).catch(() => undefined);
  }

  #note(head: SnapshotHead): void {
    this.#head = head;
    this.#failures = head.failures;
    this.#dueAt = this.#elapsedAt(head.nextAt);
  }

  /** Never later than in an hour or as usual, whatever the clock of who wrote it down. */
  #elapsedAt(instant: number): number {
    const { clock } = this.parts;
    return clock.elapsed() + Math.min(Math.max(longestMs, this.options.everyMs()), instant - clock.now());
  }
}

const isSame = (one: SnapshotHead, other: SnapshotHead): boolean =>
  one.asOf === other.asOf && one.failures === other.failures && one.nextAt === other.nextAt;
