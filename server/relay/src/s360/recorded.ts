import type * as z from 'zod';
import type { CallOptions, S360 } from './calls.js';
import type { TakeItem } from './items.js';
import { toArguments, type Arguments, type Operation, type StreamedOperation } from './operation.js';
import { isRefusal, isUnclear, neverArrived } from './outcome.js';
import type { WireObject } from './shape.js';

/** What came of a write: `unsent` never reached S-360, or found no room there; `unclear` may have had its effect. */
export type WriteResult = 'done' | 'refused' | 'unsent' | 'unclear';

/** A write that is written down. */
export interface WrittenDown {
  /** S-360 is still at work on it, under this id. */
  isAtWork(requestId: string): Promise<void>;
  /** Never rejects: what came of it is told to the caller all the same. */
  end(result: WriteResult): Promise<void>;
}

/** Where each write is written down before S-360 hears of it. */
export interface WriteLog {
  /** @throws where it can't be written down: then it is not sent */
  begin(operation: Operation, args: WireObject): Promise<WrittenDown>;
}

/** S-360 with a log of all that is written to it, so that a relay that is killed leaves word of what it has asked for. */
export class RecordedS360 implements S360 {
  constructor(
    readonly s360: S360,
    readonly log: WriteLog,
  ) {}

  async call<Args extends Arguments, Out>(
    operation: Operation<Args, Out>,
    args: z.input<Args>,
    options: CallOptions = {},
  ): Promise<Out> {
    if (operation.kind === 'read') return this.s360.call(operation, args, options);
    const written = await this.log.begin(operation, toArguments(operation, args));
    try {
      const onPoll = (requestId: string) => written.isAtWork(requestId);
      const answer = await this.s360.call(operation, args, { ...options, onPoll });
      await written.end('done');
      return answer;
    } catch (error) {
      await written.end(resultOf(error));
      throw error;
    }
  }

  /** Answers too big to keep are those of reads. */
  stream<Args extends Arguments, Out, Item>(
    operation: StreamedOperation<Args, Out, Item>,
    args: z.input<Args>,
    take: TakeItem<Item>,
    options?: CallOptions,
  ): Promise<Out> {
    return this.s360.stream(operation, args, take, options);
  }
}

function resultOf(error: unknown): WriteResult {
  if (isRefusal(error)) return 'refused';
  return isUnclear(error) && !neverArrived(error) ? 'unclear' : 'unsent';
}
