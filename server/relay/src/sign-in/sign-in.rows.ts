import type { Database, SessionRow } from '../state/index.js';

/** A session before it has an end. */
export type NewSession = Pick<
  SessionRow,
  'session_id' | 'contact_number' | 'key_thumbprint' | 'way' | 'renewal'
>;

/** The sessions, a row each. One that has ended has none. */
export class SessionRows {
  constructor(readonly database: Database) {}

  /** In place of any that the key had before. */
  async begin(session: NewSession, now: number, endsAt: number): Promise<void> {
    const row = { ...session, generation: 1, rotated_at: now, renewed_at: now, ends_at: endsAt };
    await this.database.transaction(async (db) => {
      await db.deleteFrom('session').where('key_thumbprint', '=', session.key_thumbprint).execute();
      await db.insertInto('session').values(row).execute();
    });
  }

  async find(sessionId: string, now: number): Promise<SessionRow | undefined> {
    const rows = this.#query.selectFrom('session').selectAll().where('session_id', '=', sessionId);
    return rows.where('ends_at', '>', now).executeTakeFirst();
  }

  /** Goes on to the next generation. @returns whether it was this call that did */
  async rotate({ session_id, generation }: SessionRow, now: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#query
      .updateTable('session')
      .set({ generation: generation + 1, rotated_at: now })
      .where('session_id', '=', session_id)
      .where('generation', '=', generation)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Its provider has said that it may go on until then. */
  async renew(sessionId: string, renewal: string | null, now: number, endsAt: number): Promise<void> {
    await this.#query
      .updateTable('session')
      .set({ renewal, renewed_at: now, ends_at: endsAt })
      .where('session_id', '=', sessionId)
      .execute();
  }

  async end(sessionId: string): Promise<void> {
    await this.#query.deleteFrom('session').where('session_id', '=', sessionId).execute();
  }

  /** @param butSessionId the one that stays */
  async endAllOf(contactNumber: string, butSessionId = ''): Promise<void> {
    const all = this.#query.deleteFrom('session').where('contact_number', '=', contactNumber);
    await all.where('session_id', '!=', butSessionId).execute();
  }

  async forgetEnded(now: number): Promise<void> {
    await this.#query.deleteFrom('session').where('ends_at', '<=', now).execute();
  }

  get #query() {
    return this.database.query;
  }
}
