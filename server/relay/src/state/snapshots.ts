import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from './database.js';
import { toPieces, toRecords } from './snapshots.pieces.js';
import type { SnapshotRow, Tables } from './tables.js';

export interface SnapshotsParts {
  readonly database: Database;
  readonly log: { error(facts: object, message: string): void };
}

/** What is known of a snapshot without reading it. Instants are milliseconds since 1970, by S-360's clock. */
export interface SnapshotHead {
  readonly snapshotId: string;
  /** 1, 2, 3 within the kind. */
  readonly version: number;
  /** Of the form that the kind's name stands for. */
  readonly facts: unknown;
  /** How many records there are. */
  readonly count: number;
  /** When S-360 last said this, or that it has not changed. */
  readonly asOf: number;
  /** Tries in a row since then in which S-360 could not be asked. */
  readonly failures: number;
  /** When S-360 is to be asked again. */
  readonly nextAt: number;
}

/** A head with what it is the head of. */
export interface Snapshot {
  readonly head: SnapshotHead;
  readonly records: unknown[];
}

/** A snapshot to be. The records are values that JSON gives back as they are. */
export interface Draft extends Pick<SnapshotHead, 'facts' | 'asOf' | 'nextAt'> {
  records(): Iterable<unknown>;
}

/** Pieces of a snapshot that was never finished are dropped after so long. */
const abandonedMs = 3_600_000;

/**
 * The last good state of what S-360 can be asked for again, the same for all relays. A kind is named with its form, `catalog/3`, so that
 * nobody misreads what another version of the relay has written, nor takes it away. Of each kind the newest snapshot stays, and the one
 * before it, which is read where the newest is damaged.
 */
export class Snapshots {
  constructor(readonly parts: SnapshotsParts) {}

  /** What is known of the newest. */
  async head(kind: string): Promise<SnapshotHead | undefined> {
    return (await this.#heads(kind))[0];
  }

  /** The newest that can be read. One that is damaged is dropped for the one before it. The event loop stays free meanwhile. */
  async newest(kind: string): Promise<Snapshot | undefined> {
    for (const head of await this.#heads(kind)) {
      const records = await toRecords((no) => this.#piece(head.snapshotId, no));
      if (records?.length === head.count) return { head, records };
      await this.#dropDamaged(kind, head);
    }
    return undefined;
  }

  /**
   * Puts a snapshot in place at once and wholly, and the one before the last away. It is written before that, in pieces that hold up
   * nobody else's writes.
   * @param known the version that this one follows, 0 for none
   * @returns undefined where another relay has put one in that place: that one counts
   */
  async publish(kind: string, known: number, draft: Draft): Promise<SnapshotHead | undefined> {
    const { database } = this.parts;
    const [snapshotId, version] = [randomUUID(), known + 1];
    const { count } = await this.#write(snapshotId, draft);
    const { facts, asOf, nextAt } = draft;
    const head = { snapshotId, version, facts, count, asOf, failures: 0, nextAt };
    const isPlaced = await database.transaction(async (db) => {
      const placed = await db
        .insertInto('snapshot')
        .values(toRow(kind, head))
        .onConflict((conflict) => conflict.columns(['kind', 'version']).doNothing())
        .returning('version')
        .executeTakeFirst();
      if (placed) await dropBelow(db, kind, known);
      return placed !== undefined;
    });
    await this.#dropAbandoned();
    return isPlaced ? head : undefined;
  }

  /** Notes of a snapshot when S-360 was asked, and what came of it; nothing where there is a newer one. */
  async note({ snapshotId, asOf, failures, nextAt }: SnapshotHead): Promise<void> {
    const noted = { as_of: asOf, failures, next_at: nextAt };
    const { query } = this.parts.database;
    await query.updateTable('snapshot').set(noted).where('snapshot_id', '=', snapshotId).execute();
  }

  /** Makes the newest snapshot of a kind the newest one of another; false where there is none. */
  move(from: string, to: string): Promise<boolean> {
    return this.parts.database.transaction(async (db) => {
      const [moved, last] = [await newestOf(db, from), await newestOf(db, to)];
      if (!moved) return false;
      const known = last?.version ?? 0;
      await db
        .updateTable('snapshot')
        .set({ kind: to, version: known + 1 })
        .where('snapshot_id', '=', moved.snapshot_id)
        .execute();
      await dropBelow(db, to, known);
      await dropBelow(db, from, moved.version);
      return true;
    });
  }

  /** There is none of this kind then. */
  async remove(kind: string): Promise<void> {
    await this.parts.database.transaction((db) => dropBelow(db, kind, Number.MAX_SAFE_INTEGER));
  }

  async #heads(kind: string): Promise<SnapshotHead[]> {
    const rows = await this.parts.database.query
      .selectFrom('snapshot')
      .selectAll()
      .where('kind', '=', kind)
      .orderBy('version', 'desc')
      .execute();
    return rows.map(toHead);
  }

  /** Nothing is told of one that went while it was read, since there are two newer ones. */
  async #dropDamaged(kind: string, { snapshotId, version }: SnapshotHead): Promise<void> {
    const dropped = await this.parts.database.query
      .deleteFrom('snapshot')
      .where('snapshot_id', '=', snapshotId)
      .returning('version')
      .executeTakeFirst();
    if (dropped) this.parts.log.error({ kind, version }, 'a snapshot can not be read');
  }

  async #piece(snapshotId: string, no: number): Promise<string | undefined> {
    const row = await this.parts.database.query
      .selectFrom('snapshot_piece')
      .select('body')
      .where('snapshot_id', '=', snapshotId)
      .where('no', '=', no)
      .executeTakeFirst();
    return row?.body;
  }

  async #write(snapshotId: string, { records }: Draft): Promise<{ count: number }> {
    const { database } = this.parts;
    let [no, count] = [0, 0];
    for await (const piece of toPieces(records())) {
      const { body } = piece;
      const row = { snapshot_id: snapshotId, no: no++, body, written_at: database.now() };
      await database.query.insertInto('snapshot_piece').values(row).execute();
      count += piece.count;
    }
    return { count };
  }

  /** What a relay has begun to write and never finished. */
  async #dropAbandoned(): Promise<void> {
    const { database } = this.parts;
    await database.query
      .deleteFrom('snapshot_piece')
      .where('written_at', '<', database.instant(-abandonedMs))
      .where('snapshot_id', 'not in', (select) => select.selectFrom('snapshot').select('snapshot_id'))
      .execute();
  }
}

function newestOf(db: Transaction<Tables>, kind: string) {
  const rows = db.selectFrom('snapshot').select(['snapshot_id', 'version']).where('kind', '=', kind);
  return rows.orderBy('version', 'desc').executeTakeFirst();
}

async function dropBelow(db: Transaction<Tables>, kind: string, version: number): Promise<void> {
  const dropped = await db
    .deleteFrom('snapshot')
    .where('kind', '=', kind)
    .where('version', '<', version)
    .returning('snapshot_id')
    .execute();
  const ids = dropped.map(({ snapshot_id }) => snapshot_id);
  if (ids.length > 0) await db.deleteFrom('snapshot_piece').where('snapshot_id', 'in', ids).execute();
}

const toRow = (kind: string, head: SnapshotHead): SnapshotRow => ({
  snapshot_id: head.snapshotId,
  kind,
  version: head.version,
  facts: JSON.stringify(head.facts),
  records: head.count,
  as_of: head.asOf,
  failures: head.failures,
  next_at: head.nextAt,
});

const toHead = (row: SnapshotRow): SnapshotHead => ({
  snapshotId: row.snapshot_id,
  version: row.version,
  facts: JSON.parse(row.facts) as unknown,
  count: row.records,
  asOf: row.as_of,
  failures: row.failures,
  nextAt: row.next_at,
});
