/** Time, and what survives a restart. */
export { Along } from './along.js';
export { isAway } from './away.js';
export { createManualClock, createSystemClock, toInstant, type Clock } from './clock.js';
export { Deadline } from './deadline.js';
export { DatabaseHealth } from './health.js';
export { usualConnections } from './postgres.dialect.js';
export { Database, DatabaseClosed, type DatabaseSettings } from './database.js';
export { refuseOtherHosts, thisHost } from './host.js';
export { Kept, type KeptOptions } from './kept.js';
export { OptionalParts, type PartsLog } from './optional-parts.js';
export { Refresher } from './refresher.js';
export { createSeal, type Seal, type SealSecrets } from './seal.js';
export { Schedule, type QuietHours } from './schedule.js';
export { SharedSnapshot, type Answer, type SharedSnapshotParts } from './shared-snapshot.js';
export { importSnapshots, type FormerSnapshot } from './snapshots.import.js';
export { Snapshots, type Draft, type Snapshot, type SnapshotHead } from './snapshots.js';
export type {
  AttemptRow,
  BudgetRow,
  BuyerRow,
  IdempotencyRow,
  PaymentUndoRow,
  SessionRow,
  ShipmentRow,
  Tables,
  WriteIntentRow,
} from './tables.js';
export { createTurns } from './turns.js';
