import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { PreparedAnswer } from '../http/index.js';
import { planIndex, type PlanEntry } from './plan.files.js';

/** The seats of a plan in its order: what a browser calls seat 0, 1, 2 and so on. */
export interface PlanSeats {
  readonly hash: string;
  readonly seatCount: number;
  /** Undefined for a seat that the plan does not have. */
  indexOf(seatId: string): number | undefined;
  /** The seat's category in the plan; a performance may sell only some of them. */
  categoryOf(seat: number): string;
}

/** What is needed of a plan here; the plan tool has checked the rest, which takes 300 ms for a stadium. */
const seatColumns = z.object({
  seatCount: z.int(),
  ids: z.array(z.number()),
  categories: z.array(z.string()),
  category: z.array(z.number()),
});

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
    const plan = seatColumns.parse(JSON.parse((await this.#read(hash)).toString('utf8')));
    // Ids of a plan are below 2^53 (seat-plan.ts); as numbers, 60,000 of them are found and kept at little cost.
    const indexes = new Map<number, number>();
    let id = 0;
    for (const step of repeated(plan.ids)) {
      indexes.set((id += step), indexes.size);
      // The event loop stays free while a stadium is read.
      if (indexes.size % 8_192 === 0) await new Promise(setImmediate);
    }
    const categories = Uint16Array.from(repeated(plan.category));
    return {
      hash,
      seatCount: plan.seatCount,
      indexOf: (seatId) => indexes.get(Number(seatId)),
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
