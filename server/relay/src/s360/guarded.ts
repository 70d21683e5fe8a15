import { ProblemError } from '@s360-widgets/contract/problem';
import type { ItemHandlers } from './answer-builder.js';
import type { Missing } from './missing.js';
import { pathsOf, relianceOn } from './reliance.js';
import type { CallOptions, S360 } from './calls.js';
import type { ServiceName } from './services.js';
import type { WireObject } from './shape.js';

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

  async call(
    service: ServiceName,
    operation: string,
    args: WireObject,
    options?: CallOptions,
  ): Promise<WireObject> {
    this.#refuseUnlessWhole(service, operation, args);
    return this.s360.call(service, operation, args, options);
  }

  async stream(
    service: ServiceName,
    operation: string,
    args: WireObject,
    items: ItemHandlers,
    options?: CallOptions,
  ): Promise<WireObject> {
    this.#refuseUnlessWhole(service, operation, args);
    return this.s360.stream(service, operation, args, items, options);
  }

  /** Throws a TypeError for what is not in the table at all: it could not have been looked for. */
  #refuseUnlessWhole(service: ServiceName, operation: string, args: WireObject): void {
    const { takes, isCommitment } = relianceOn(service, operation);
    const unlisted = unlistedIn(args, new Set(pathsOf(takes)));
    if (unlisted) throw new TypeError(`${service}.${operation} is not said to take ${unlisted}`);
    const cause = this.missing.find(
      (lack) => isCommitment || (lack.service === service && (lack.operation ?? operation) === operation),
    );
    if (cause) throw new ProblemError('box-office-down', {}, { message: cause.words });
  }
}

/** The path of an argument that is not listed. */
function unlistedIn(args: WireObject, listed: ReadonlySet<string>, around = ''): string | undefined {
  for (const [name, value] of Object.entries(args)) {
    const path = `${around}${name}`;
    if (!listed.has(path)) return path;
    for (const item of Array.isArray(value) ? value : [value]) {
      const isGroup = typeof item === 'object' && !Array.isArray(item);
      const inner = isGroup ? unlistedIn(item, listed, `${path}.`) : undefined;
      if (inner) return inner;
    }
  }
  return undefined;
}
