import { ProblemError } from '@s360-widgets/contract/problem';
import { S360Refusal } from '../s360/index.js';

/** Repeated questions of one round: enough to find a few among thousands. S-360 makes each wait for the last. */
const mostRepeats = 39;

export interface PartialAnswer<T> {
  readonly lines: readonly T[];
  /** What S-360 would not answer for. */
  readonly refused: readonly string[];
  /** Was in a refused question, and could not be asked about apart from what S-360 would not answer for. */
  readonly unclear: readonly string[];
}

/**
 * Asks about many things, a chunk at a time. Where S-360 refuses a question, the things that its words name are left out, or else
 * the question is halved until those are found that it would not answer for: one that S-360 does not know costs that one. Where
 * too many are unknown to find them all, the search ends, and the other chunks are still asked about.
 * @param ask `isRepeated` after a refusal, when the call may have to wait for room in the budget
 * @throws what `ask` throws, where it is no refusal, or everything is refused
 */
export async function askInParts<T>(
  ids: readonly string[],
  chunk: number,
  ask: (ids: readonly string[], isRepeated: boolean) => Promise<readonly T[]>,
): Promise<PartialAnswer<T>> {
  const answer = { lines: [] as T[], refused: [] as string[], unclear: [] as string[] };
  const parts = chunksOf(ids, chunk).reverse();
  const isFirst = new Set(parts);
  let repeats = 0;
  let isAnswered = ids.length === 0;
  let refusal: unknown;
  for (let part = parts.pop(); part; part = parts.pop()) {
    if (!isFirst.has(part) && repeats++ >= mostRepeats) {
      answer.unclear.push(...part);
      continue;
    }
    try {
      answer.lines.push(...(await ask(part, refusal !== undefined)));
      isAnswered = true;
    } catch (error) {
      const guilty = guiltyOf(part, error);
      if (!guilty) throw error;
      refusal = error;
      answer.refused.push(...guilty);
      const rest = part.filter((id) => !guilty.includes(id));
      parts.push(...chunksOf(rest, guilty.length > 0 ? chunk : Math.ceil(rest.length / 2)).reverse());
    }
  }
  if (!isAnswered) throw refusal;
  return answer;
}

function chunksOf(ids: readonly string[], size: number): (readonly string[])[] {
  const chunks: (readonly string[])[] = [];
  for (let from = 0; from < ids.length; from += size) chunks.push(ids.slice(from, from + size));
  return chunks;
}

/** Of a refused question: what it names, or all where it asked about one thing; undefined where it was not refused for its content. */
function guiltyOf(ids: readonly string[], error: unknown): readonly string[] | undefined {
  const refusal = error instanceof ProblemError ? error.cause : undefined;
  if (!(refusal instanceof S360Refusal) || !refusal.statusCode.startsWith('error.')) return undefined;
  if (ids.length === 1) return ids;
  const words = new Set(refusal.detail.match(/\d+/g));
  return ids.filter((id) => words.has(id));
}
