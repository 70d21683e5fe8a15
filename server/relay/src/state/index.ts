/** Time, and what survives a restart. */
export { createManualClock, createSystemClock, toInstant, type Clock } from './clock.js';
export { openJournal, type Journal, type JournalOptions } from './journal.js';
export { createTurns } from './turns.js';
export { snapshotFile, type SnapshotFile } from './snapshots.js';
export { Refresher } from './refresher.js';
export { Kept, type KeptOptions } from './kept.js';
export { OptionalParts, type PartsLog } from './optional-parts.js';
