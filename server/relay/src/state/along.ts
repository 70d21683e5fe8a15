import { AsyncLocalStorage } from 'node:async_hooks';

/** What travels with work, by who sent it along. One storage for all: each more makes every callback of the process dearer, in Node before 24. */
const travelling = new AsyncLocalStorage<ReadonlyMap<object, unknown>>();

/** Something that goes along with work through whatever lies between, and is there for whatever the work calls. */
export class Along<Value extends object> {
  /** Does the work with the value at hand; what else travels goes on doing so. */
  run<T>(value: Value, work: () => T): T {
    return travelling.run(new Map(travelling.getStore()).set(this, value), work);
  }

  /** The value of the work under way; undefined where nobody sent one along. */
  get current(): Value | undefined {
    return travelling.getStore()?.get(this) as Value | undefined;
  }
}
