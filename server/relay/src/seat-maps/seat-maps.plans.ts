import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seatPlan } from '@s360-widgets/contract';
import { PreparedAnswer } from '../http/index.js';
import { planIndex, type PlanEntry } from './plan.files.js';

/** The seats of a plan in its order: what a browser calls seat 0, 1, 2 and so on. */
export interface PlanSeats {
  readonly hash: string;
  readonly seatCount: number;
  readonly indexOf: ReadonlyMap<string, number>;
  /** The seat's category in the plan; a performance may sell only some of them. */
  categoryOf(seat: number): string;
}

/** The plans that the plan tool made, each read once. A plan never changes for its hash. */
export class SeatPlans {
  readonly #answers = new Map<string, Promise<PreparedAnswer>>();
  readonly #seats = new Map<string, Promise<PlanSeats>>();

  private constructor(
    readonly folder: string,
    readonly entries: readonly PlanEntry[],
  ) {}

  /** A folder without an index has no plans: seats are then sold without a map. Throws on an index that is none. */
  static async open(folder: string): Promise<SeatPlans> {
    const text = await readFile(join(folder, 'index.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{"plans":[]}';
      throw error;
    });
    return new SeatPlans(folder, planIndex.parse(JSON.parse(text)).plans);
  }

  /** Whether seats of a logical configuration can be chosen on a map. */
  has(logicalConfigurationId: string): boolean {
    return this.#entryOf(logicalConfigurationId) !== undefined;
  }

  /** The plan as it travels; undefined for a hash of no plan. */
  async answer(hash: string): Promise<PreparedAnswer | undefined> {
    const entry = this.entries.find((each) => each.hash === hash);
    return entry && kept(this.#answers, entry.hash, () => this.#prepare(entry.hash));
  }

  async seatsOf(logicalConfigurationId: string): Promise<PlanSeats | undefined> {
    const entry = this.#entryOf(logicalConfigurationId);
    return entry && kept(this.#seats, entry.hash, () => this.#readSeats(entry.hash));
  }

  #entryOf(logicalConfigurationId: string): PlanEntry | undefined {
    // A plan of zones alone is a picture: there is no seat to choose.
    return this.entries.find(
      (each) => each.logicalConfigurationId === logicalConfigurationId && each.seatCount > 0,
    );
  }

  #read(hash: string): Promise<Buffer> {
    return readFile(join(this.folder, `${hash}.json`));
  }

  async #prepare(hash: string): Promise<PreparedAnswer> {
    const cacheControl = 'public, max-age=31536000, immutable';
    return PreparedAnswer.of(await this.#read(hash), { cacheControl, quality: 11 });
  }

  async #readSeats(hash: string): Promise<PlanSeats> {
    const plan = seatPlan.parse(JSON.parse((await this.#read(hash)).toString('utf8')));
    const indexOf = new Map<string, number>();
    let id = 0;
    for (const step of repeated(plan.ids)) indexOf.set(String((id += step)), indexOf.size);
    const categories = Uint16Array.from(repeated(plan.category));
    return {
      hash,
      seatCount: plan.seatCount,
      indexOf,
      categoryOf: (seat) => plan.categories[categories[seat] ?? -1] ?? '',
    };
  }
}

/** The contract's *repeats* (seat-plan.ts), written out. */
function* repeated(pairs: readonly number[]): Generator<number> {
  for (let at = 0; at < pairs.length; at += 2) {
    for (let times = pairs[at + 1] ?? 0; times > 0; times--) yield pairs[at] ?? 0;
  }
}

/** Reads at first need; a read that failed is tried again by the next who asks. */
function kept<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before) return before;
  const reading = read();
  known.set(key, reading);
  reading.catch(() => known.delete(key));
  return reading;
}
