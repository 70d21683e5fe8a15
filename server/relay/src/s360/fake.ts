/** For tests: S-360 out of memory. Arguments are checked and answers read as they are of the real one. */
import type * as z from 'zod';
import type { ItemHandlers } from './answer-builder.js';
import type { CallOptions, S360 } from './calls.js';
import { handlersOf, type TakeItem } from './items.js';
import {
  readAnswer,
  toArguments,
  type Arguments,
  type Operation,
  type StreamedOperation,
} from './operation.js';
import type { WireObject } from './shape.js';

/** What S-360 sends and is sent, as its WSDLs state it. */
export type { WireObject } from './shape.js';

/** A call as it arrives. */
export interface FakeCall {
  readonly operation: Operation;
  /** Of the operation. */
  readonly name: string;
  readonly args: WireObject;
  readonly options: CallOptions;
  /** Who takes the items of a list; none where the answer is wanted as a whole. */
  readonly items: ItemHandlers;
}

export abstract class FakeS360 implements S360 {
  /** What S-360 answers, before anything of it is read. */
  protected abstract answer(call: FakeCall): Promise<WireObject>;

  call<Args extends Arguments, Out>(
    operation: Operation<Args, Out>,
    args: z.input<Args>,
    options: CallOptions = {},
  ): Promise<Out> {
    return this.#ask(operation, args, {}, options);
  }

  stream<Args extends Arguments, Out, Item>(
    operation: StreamedOperation<Args, Out, Item>,
    args: z.input<Args>,
    take: TakeItem<Item>,
    options: CallOptions = {},
  ): Promise<Out> {
    return this.#ask(operation, args, handlersOf(operation.items, take, options.omit), options);
  }

  async #ask<Args extends Arguments, Out>(
    operation: Operation<Args, Out>,
    args: z.input<Args>,
    items: ItemHandlers,
    options: CallOptions,
  ): Promise<Out> {
    const { name } = operation;
    const call = { operation, name, args: toArguments(operation, args), options, items };
    return readAnswer(operation, await this.answer(call), options.omit);
  }
}

/** An S-360 that answers as the function does. */
export function fakeS360(answer: (call: FakeCall) => Promise<WireObject>): S360 {
  return new (class extends FakeS360 {
    protected override readonly answer = answer;
  })();
}
