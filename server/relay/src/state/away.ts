import { EmbeddedError } from './embedded.dialect.js';

/**
 * Classes of SQLSTATE (PostgreSQL, "Error Codes") that pass by themselves or by the operator's hand: no connection, no resources left, an
 * operator at work, trouble with its disk; and the one of a server that takes no writes for now.
 */
const passingStates = /^(08|53|57P|58|25006)/;
const brokenConnections: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
]);
/** What `pg` says without a code. */
const brokenWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a statement failed since the database can't be reached, or takes nothing for now. What else it says is a mistake of ours. */
export function isAway(error: unknown): boolean {
  if (error instanceof EmbeddedError) return error.isPassing;
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return brokenWords.test(error.message);
  return brokenConnections.has(code) || passingStates.test(code);
}
