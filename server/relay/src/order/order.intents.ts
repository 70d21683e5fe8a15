import { randomUUID } from 'node:crypto';
import type { Kysely, RawBuilder } from 'kysely';
import type { Operation, WriteLog, WriteResult, WrittenDown } from '../s360/index.js';
import type { Database, Tables, WriteIntentRow } from '../state/index.js';
import type { OrderChanges } from './order.changes.js';

export interface IntentsParts {
  readonly database: Database;
  /** Hears of each order that a write has changed. */
  readonly changes: OrderChanges;
  readonly log: { error(facts: object, message: string): void };
  /** The order that the work under way is about, where a write does not name it. */
  readonly orderAtHand: () => string | undefined;
}

/** A write to S-360 of which nobody knows what came of it. */
export interface LostWrite {
  readonly id: string;
  /** Null for a new order. */
  readonly orderId: string | null;
  readonly operation: string;
  /** Our own word for a new order, by which people find it at S-360. */
  readonly reference: string | null;
  /** By which S-360 knew it when it was last heard to be at work on it. */
  readonly requestId: string | null;
}

/** What was found out of a lost write: its order was read back, or there is nothing to read. */
export type Finding = 'read-back' | 'not-found-out';

/** Of a write that is younger than this the relay that sends it may hear yet: it is left alone. */
const lostAfterMs = 60_000;
/** Longer than anybody asks what was sent for an order. */
const keptMs = 48 * 3_600_000;

/**
 * All writes to S-360, each a row before it is sent and with what came of it after: what a relay leaves open that is killed, or whose
 * answer is lost, any relay finds and reads back. Rows hold ids and our own words, and nothing that anybody typed.
 */
export class WriteIntents implements WriteLog {
  constructor(readonly parts: IntentsParts) {}

  async begin({ name }: Operation, args: Readonly<Record<string, unknown>>): Promise<WrittenDown> {
    const id = randomUUID();
    const orderId = textIn(args.orderId) ?? this.parts.orderAtHand() ?? null;
    await this.#query
      .insertInto('write_intent')
      .values({
        id,
        order_id: orderId,
        operation: name,
        reference: textIn(args.externalReference) ?? null,
        sent_at: this.parts.database.now(),
        answered_at: null,
        result: null,
        request_id: null,
      })
      .execute();
    return {
      isAtWork: (requestId) => this.#noted(this.#note(id, { request_id: requestId })),
      end: (result) => this.#noted(this.#end({ id, orderId }, result)),
    };
  }

  /** Whether something is being written to the order, or was and nobody has found out what came of it. */
  async isOpen(orderId: string): Promise<boolean> {
    const open = this.#query.selectFrom('write_intent').select('id').where('order_id', '=', orderId);
    return (await open.where('answered_at', 'is', null).executeTakeFirst()) !== undefined;
  }

  /** Writes whose answer nobody can hear any more, the oldest first. */
  async lost(most: number): Promise<LostWrite[]> {
    const rows = await this.#query
      .selectFrom('write_intent')
      .selectAll()
      .where('answered_at', 'is', null)
      .where('sent_at', '<=', this.parts.database.instant(-lostAfterMs))
      .orderBy('sent_at')
      .limit(most)
      .execute();
    return rows.map(toLostWrite);
  }

  /** A lost write is dealt with; where it was answered meanwhile nothing changes. */
  async settle({ id, orderId }: LostWrite, finding: Finding): Promise<void> {
    if (orderId !== null) await this.parts.changes.note(orderId);
    await this.#query
      .updateTable('write_intent')
      .set({ result: finding, answered_at: this.parts.database.now() })
      .where('id', '=', id)
      .where('answered_at', 'is', null)
      .execute();
  }

  /** Drops what was answered long ago. What is open stays. */
  async forgetOld(): Promise<void> {
    const { database } = this.parts;
    const intents = this.#query.deleteFrom('write_intent');
    await intents.where('answered_at', '<', database.instant(-keptMs)).execute();
  }

  get #query(): Kysely<Tables> {
    return this.parts.database.query;
  }

  /** One that is unclear stays open, since S-360 may carry it out yet; one that was done is open until all relays know of its change. */
  async #end({ id, orderId }: Pick<LostWrite, 'id' | 'orderId'>, result: WriteResult): Promise<void> {
    if (result === 'done' && orderId !== null) await this.parts.changes.note(orderId);
    await this.#note(id, { result, answered_at: result === 'unclear' ? null : this.parts.database.now() });
  }

  async #note(id: string, change: Change): Promise<void> {
    await this.#query.updateTable('write_intent').set(change).where('id', '=', id).execute();
  }

  /** Where what came of a write can't be written down, it is taken for lost and read back. */
  async #noted(writing: Promise<void>): Promise<void> {
    await writing.catch((error: unknown) => {
      this.parts.log.error({ err: error }, 'what came of a write to S-360 was not written down');
    });
  }
}

interface Change {
  readonly request_id?: string;
  readonly result?: WriteResult;
  readonly answered_at?: RawBuilder<number> | null;
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const toLostWrite = (row: WriteIntentRow): LostWrite => ({
  id: row.id,
  orderId: row.order_id,
  operation: row.operation,
  reference: row.reference,
  requestId: row.request_id,
});
