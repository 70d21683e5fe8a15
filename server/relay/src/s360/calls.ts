import type { ProblemCode } from '@s360-widgets/contract/problem';
import type * as z from 'zod';
import type { TakeItem } from './items.js';
import type { Arguments, Operation, Share, StreamedOperation } from './operation.js';
import type { Omit } from './reading.js';

export interface CallOptions {
  /** Which part of the budget pays; by default the operation's. */
  readonly share?: Share;
  /** Language of the flat names in the answer. GUESS: sent as Accept-Language, "the language given in the request header". */
  readonly language?: string;
  /** How long the call may wait for room in the budget, ms. Default 5 s for checkout and payment, else 0. */
  readonly patienceMs?: number;
  readonly signal?: AbortSignal;
  /** Hears of what could not be read of the answer and was left out. */
  readonly omit?: Omit;
  /** Hears under which id S-360 is still at work on the call, before it is asked again. */
  readonly onPoll?: (requestId: string) => Promise<void>;
}

/** One exchange with S-360, when it is over: a call may be several, of polls and of tries. */
export interface Exchange {
  readonly operation: string;
  readonly ms: number;
  /** Whether S-360 answered, be it with a "no", or what came instead. */
  readonly outcome: 'answered' | ProblemCode;
}

/**
 * S-360 as adapters see it: its operations stand in the table `operations`, and each call is typed by its line there. The data is
 * the result element as its WSDL states it, the same from both transports: longs, decimals and dateTimes as text, ints as
 * numbers, lists always arrays, nil and absent both undefined.
 *
 * Every failure is a ProblemError: `box-office-busy` (no budget, or S-360 said slow down), `box-office-down`,
 * `box-office-timeout`, `box-office-refused`, or the contract's code for a status code of S-360 (outcome.ts). After a
 * timeout of a write, its effect is unknown: read the order before anything else. At the `Deadline` of who waits, a read ends
 * with `box-office-timeout`, and what is not sent yet with `box-office-busy`; a write that was sent is waited for all the same.
 * Arguments that are not those of the table are a mistake of the caller: a TypeError, before anything is sent.
 */
export interface S360 {
  /** Calls an operation. Reads are tried up to three times; writes are sent once. Waits while S-360 is `in_progress`. */
  call<Args extends Arguments, Out>(
    operation: Operation<Args, Out>,
    args: z.input<Args>,
    options?: CallOptions,
  ): Promise<Out>;
  /**
   * The same for answers too big to keep: the operation's items are handed on one by one, as they are read, and their list stays
   * empty in the result. Never retried once an item was handed on.
   */
  stream<Args extends Arguments, Out, Item>(
    operation: StreamedOperation<Args, Out, Item>,
    args: z.input<Args>,
    take: TakeItem<Item>,
    options?: CallOptions,
  ): Promise<Out>;
}
