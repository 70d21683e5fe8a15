/** Time, and what survives a restart. */
export { createManualClock, createSystemClock, toInstant, type Clock } from './clock.js';
export { DatabaseHealth } from './health.js';
export { Database, DatabaseClosed, type DatabaseSettings } from './database.js';
export { Kept, type KeptOptions } from './kept.js';
export { OptionalParts, type PartsLog } from './optional-parts.js';
export { Refresher } from './refresher.js';
export { snapshotFile, type SnapshotFile } from './snapshots.js';
export type { AttemptRow, BuyerRow, IdempotencyRow, ShipmentRow, Tables } from './tables.js';
export { createTurns } from './turns.js';
