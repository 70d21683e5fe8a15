/**
 * What a column may hold, on both databases alike. Each of them takes more, and each something else: one keeps a text up to its first
 * U+0000, one binds `true` as 1, one reads a large number back as another.
 */
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';

/** Text; a whole number that JavaScript counts exactly; nothing. Whatever else there is goes into text. */
export type Storable = string | number | null;

/** A value that would not come back as it went in. A mistake of ours: what visitors type is checked at the door. */
export class UnstorableValue extends TypeError {
  constructor(readonly value: unknown) {
    super(`a database can't hold this ${kindOf(value)}`);
    this.name = 'UnstorableValue';
  }
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return 'text, which has characters that no text may have';
  if (typeof value === 'number') return `number (${value})`;
  return value === undefined ? 'undefined' : (Object(value) as object).constructor.name;
}

/** Minus nought is nought. @throws UnstorableValue */
export function toStorable(value: unknown): Storable {
  if (value === null) return value;
  if (typeof value === 'string' && !unfit.test(value)) return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value + 0;
  throw new UnstorableValue(value);
}

/** U+0000 ends a text too early in one database and is refused by the other; half a surrogate pair has no UTF-8. */
const unfit = /\0|\p{Surrogate}/u;

/** A whole number as a database sends it. @throws UnstorableValue where JavaScript would round it */
export function toWhole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new UnstorableValue(BigInt(text));
  return value;
}

/** The dialect, with every value looked at on its way in. */
export const checked = (dialect: Dialect): Dialect => ({
  createAdapter: () => dialect.createAdapter(),
  createQueryCompiler: () => dialect.createQueryCompiler(),
  createIntrospector: (db) => dialect.createIntrospector(db),
  createDriver: () => new CheckedDriver(dialect.createDriver()),
});

class CheckedDriver implements Driver {
  constructor(readonly driver: Driver) {}

  async init(): Promise<void> {
    await this.driver.init();
  }

  async acquireConnection(): Promise<CheckedConnection> {
    return new CheckedConnection(await this.driver.acquireConnection());
  }

  async beginTransaction({ inner }: CheckedConnection, settings: Parameters<Driver['beginTransaction']>[1]) {
    await this.driver.beginTransaction(inner, settings);
  }

  async commitTransaction({ inner }: CheckedConnection): Promise<void> {
    await this.driver.commitTransaction(inner);
  }

  async rollbackTransaction({ inner }: CheckedConnection): Promise<void> {
    await this.driver.rollbackTransaction(inner);
  }

  async releaseConnection({ inner }: CheckedConnection): Promise<void> {
    await this.driver.releaseConnection(inner);
  }

  async destroy(): Promise<void> {
    await this.driver.destroy();
  }
}

class CheckedConnection implements DatabaseConnection {
  constructor(readonly inner: DatabaseConnection) {}

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.inner.executeQuery<Row>({ ...query, parameters: query.parameters.map(toStorable) });
  }

  streamQuery<Row>(query: CompiledQuery, size?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery<Row>({ ...query, parameters: query.parameters.map(toStorable) }, size);
  }
}
