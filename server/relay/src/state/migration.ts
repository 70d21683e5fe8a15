/** `whole` holds instants, counts and amounts. */
export type ColumnKind = 'key' | 'text' | 'text or null' | 'whole' | 'whole or null';

/** What a migration is given, so that one text serves both databases. */
export interface MigrationTools {
  /** A statement that both databases understand. */
  run(statement: string): Promise<void>;
  /** A new table that holds no value of another type than its column's. */
  makeTable(name: string, columns: Readonly<Record<string, ColumnKind>>): Promise<void>;
}

export interface Migration {
  /** For ever: with it a database remembers that it was here. */
  readonly name: string;
  up(tools: MigrationTools): Promise<void>;
}
