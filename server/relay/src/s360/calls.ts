import type { ItemHandlers } from './answer-builder.js';
import type { ServiceName, Share } from './services.js';
import type { WireObject } from './shape.js';

export interface CallOptions {
  /** Which part of the budget pays; by default the service's. */
  readonly share?: Share;
  /** Language of the flat names in the answer. GUESS: sent as Accept-Language, "the language given in the request header". */
  readonly language?: string;
  /** For one exchange, not for the whole of a polled call. Default 35 s: S-360 answers `in_progress` after 30. */
  readonly timeoutMs?: number;
  /** How long the call may wait for room in the budget, ms. Default 5 s for checkout and payment, else 0. */
  readonly patienceMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * S-360 as adapters see it. The data is the result element as its WSDL states it, the same from both transports: longs,
 * decimals and dateTimes as text, ints as numbers, lists always arrays, nil and absent both undefined.
 *
 * Every failure is a ProblemError: `box-office-busy` (no budget, or S-360 said slow down), `box-office-down`,
 * `box-office-timeout`, `box-office-refused`, or the contract's code for a status code of S-360 (outcome.ts). After a
 * timeout of a write, its effect is unknown: read the order before anything else.
 */
export interface S360 {
  /** Calls an operation. Reads are tried up to three times; writes are sent once. Waits while S-360 is `in_progress`. */
  call(service: ServiceName, operation: string, args: WireObject, options?: CallOptions): Promise<WireObject>;
  /**
   * The same for answers too big to keep: the lists named by `items` are handed on entry by entry, and stay empty in the
   * result. Never retried once an item was handed on.
   */
  stream(
    service: ServiceName,
    operation: string,
    args: WireObject,
    items: ItemHandlers,
    options?: CallOptions,
  ): Promise<WireObject>;
}
