import { ProblemError } from '@s360-widgets/contract/problem';
import type * as z from 'zod';
import type { CallOptions, S360 } from './calls.js';
import type { TakeItem } from './items.js';
import type { Missing } from './missing.js';
import type { Arguments, Operation, StreamedOperation } from './operation.js';

/**
 * S-360 as far as its WSDLs have what the relay relies on. Where an operation lacks something it is not called:
 * `box-office-down`. While anything is missing anywhere, neither is what holds seats or asks for money: a sale that is begun must
 * be one that can be ended.
 */
export class GuardedS360 implements S360 {
  constructor(
    readonly s360: S360,
    readonly missing: readonly Missing[],
  ) {}

  async call<Args extends Arguments, Out>(
    operation: Operation<Args, Out>,
    args: z.input<Args>,
    options?: CallOptions,
  ): Promise<Out> {
    this.#refuseUnlessWhole(operation);
    return this.s360.call(operation, args, options);
  }

  async stream<Args extends Arguments, Out, Item>(
    operation: StreamedOperation<Args, Out, Item>,
    args: z.input<Args>,
    take: TakeItem<Item>,
    options?: CallOptions,
  ): Promise<Out> {
    this.#refuseUnlessWhole(operation);
    return this.s360.stream(operation, args, take, options);
  }

  #refuseUnlessWhole({ service, name, isCommitment }: Operation): void {
    const cause = this.missing.find(
      (lack) => isCommitment || (lack.service === service && (lack.operation ?? name) === name),
    );
    if (cause) throw new ProblemError('box-office-down', {}, { message: cause.words });
  }
}
