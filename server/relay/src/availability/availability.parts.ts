import { ProblemError } from '@s360-widgets/contract/problem';
import { S360Refusal } from '../s360/index.js';

/** Enough to find a few among thousands; where it is not, more is wrong than some of the things asked about. */
const mostCalls = 40;

export interface PartialAnswer<T> {
  readonly lines: readonly T[];
  /** What S-360 would not answer for. */
  readonly refused: readonly string[];
}

/**
 * Asks about many things at once. Where S-360 refuses the whole question, the things that its words name are left out, or else the
 * question is halved until those are found that it would not answer for: one that S-360 does not know costs that one.
 * @param ask `isRepeated` after a refusal, when the call may have to wait for room in the budget
 * @throws what `ask` throws, where it is no refusal, everything is refused, or too much to be found
 */
export async function askInParts<T>(
  ids: readonly string[],
  ask: (ids: readonly string[], isRepeated: boolean) => Promise<readonly T[]>,
): Promise<PartialAnswer<T>> {
  const lines: T[] = [];
  const refused: string[] = [];
  const parts = ids.length > 0 ? [ids] : [];
  let calls = 0;
  for (let part = parts.pop(); part; part = parts.pop()) {
    try {
      lines.push(...(await ask(part, calls++ > 0)));
    } catch (error) {
      const guilty = guiltyOf(part, error);
      if (!guilty || calls >= mostCalls || refused.length + guilty.length === ids.length) throw error;
      refused.push(...guilty);
      const rest = part.filter((id) => !guilty.includes(id));
      const half = guilty.length > 0 ? rest.length : Math.ceil(rest.length / 2);
      parts.push(...[rest.slice(0, half), rest.slice(half)].filter(({ length }) => length > 0));
    }
  }
  return { lines, refused };
}

/** Of a refused question: what it names, or all where it asked about one thing; undefined where it was not refused for its content. */
function guiltyOf(ids: readonly string[], error: unknown): readonly string[] | undefined {
  const refusal = error instanceof ProblemError ? error.cause : undefined;
  if (!(refusal instanceof S360Refusal) || !refusal.statusCode.startsWith('error.')) return undefined;
  if (ids.length === 1) return ids;
  const words = new Set(refusal.detail.match(/\d+/g));
  return ids.filter((id) => words.has(id));
}
