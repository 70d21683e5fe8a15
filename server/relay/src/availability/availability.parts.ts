import { ProblemError } from '@s360-widgets/contract/problem';
import { namedByRefusal } from '../s360/index.js';

/** Repeated questions of one round: enough to find a few among thousands, and a part of what availability may cost in a minute. */
const mostRepeats = 39;
/** Into so many parts a refused question is divided: S-360 makes each wait for the last, so few rounds matter more than few calls. */
const partsOfRefused = 4;
/** So often what is left of a question is asked about as a whole after S-360 has named what it would not answer for. */
const mostNamed = 2;

/** What is asked about, and who hears of it. */
export interface Questions<T> {
  readonly ids: readonly string[];
  /** Parts that an earlier round did not clear up: each is asked about by itself. */
  readonly suspects?: readonly (readonly string[])[];
  /** Hears of each answer as it comes. */
  heard(ids: readonly string[], lines: readonly T[]): void;
  /** Called when something was heard and the search for what was refused goes on: a good moment to show it. */
  onward?(): void;
}

export interface PartialAnswer {
  /** What S-360 would not answer for. */
  readonly refused: readonly string[];
  /** Parts with something in them that S-360 would not answer for, to go on with another time. */
  readonly unclear: readonly (readonly string[])[];
  /** What there was no room to ask about, this time. */
  readonly unasked: readonly string[];
}

interface Part {
  readonly ids: readonly string[];
  readonly isRepeated: boolean;
  /** How often something of it was named and taken out. */
  readonly named: number;
}

/**
 * Asks about many things, a chunk at a time. Where S-360 refuses a question, the things that its words name are left out, or else
 * the question is divided until those are found that it would not answer for: one that S-360 does not know costs that one. All
 * refused questions are divided before any of their parts is asked about, so that the pause that S-360 wants passes once for all of
 * them. Where too many are unknown to find them in one round, the search ends with the parts to go on with; and where there is no room
 * for another question, with what was not asked about.
 * @param ask `isRepeated` after a refusal, when the call may have to wait for room in the budget
 * @throws what `ask` throws, where it is no refusal, or everything is refused; what was heard before counts all the same
 */
export async function askInParts<T>(
  { ids, suspects = [], heard, onward }: Questions<T>,
  chunk: number,
  ask: (ids: readonly string[], isRepeated: boolean) => Promise<readonly T[]>,
): Promise<PartialAnswer> {
  const answer = { refused: [] as string[], unclear: [] as (readonly string[])[], unasked: [] as string[] };
  const fresh = chunksOf(ids, chunk).map((part) => ({ ids: part, isRepeated: false, named: 0 }));
  const known = suspects.map((part) => ({ ids: part, isRepeated: true, named: 0 }));
  let refusal: unknown;
  let [repeats, isAnswered, isSpent] = [0, false, false];
  for (let parts: Part[] = [...fresh, ...known]; parts.length > 0; ) {
    const next: Part[] = [];
    let isNews = false;
    for (const part of parts) {
      isSpent ||= part.isRepeated && repeats++ >= mostRepeats;
      if (isSpent) {
        leave(part, answer);
        continue;
      }
      try {
        heard(part.ids, await ask(part.ids, part.isRepeated));
        [isAnswered, isNews] = [true, true];
      } catch (error) {
        const guilty = guiltyOf(part.ids, error);
        if (guilty) {
          refusal = error;
          answer.refused.push(...guilty);
          next.push(...divided(part, guilty));
        } else if (isAnswered && isBusy(error)) {
          isSpent = true;
          leave(part, answer);
        } else throw error;
      }
    }
    if (isNews && next.length > 0) onward?.();
    parts = next;
  }
  if (!isAnswered && ids.length > 0 && suspects.length === 0) throw refusal;
  return answer;
}

function leave(
  { ids, isRepeated }: Part,
  answer: { unclear: (readonly string[])[]; unasked: string[] },
): void {
  if (isRepeated) answer.unclear.push(ids);
  else answer.unasked.push(...ids);
}

function divided({ ids, named }: Part, guilty: readonly string[]): Part[] {
  const rest = ids.filter((id) => !guilty.includes(id));
  const isWhole = guilty.length > 0 && named < mostNamed;
  const size = isWhole ? rest.length : Math.ceil(rest.length / partsOfRefused);
  const next = { isRepeated: true, named: named + (isWhole ? 1 : 0) };
  return chunksOf(rest, size).map((part) => ({ ids: part, ...next }));
}

function chunksOf(ids: readonly string[], size: number): (readonly string[])[] {
  const chunks: (readonly string[])[] = [];
  for (let from = 0; from < ids.length; from += size) chunks.push(ids.slice(from, from + size));
  return chunks;
}

const isBusy = (error: unknown): boolean => error instanceof ProblemError && error.code === 'box-office-busy';

/** Of a refused question: what it names, or all where it asked about one thing; undefined where it was not refused for its content. */
function guiltyOf(ids: readonly string[], error: unknown): readonly string[] | undefined {
  const named = namedByRefusal(error);
  if (!named) return undefined;
  return ids.length === 1 ? ids : ids.filter((id) => named.has(id));
}
