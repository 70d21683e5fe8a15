export interface Deadline {
  /** Aborts with a TimeoutError. */
  readonly signal: AbortSignal;
  /** The answer must have begun by then. */
  mustBeginWithin(seconds: number): void;
  /** The answer has begun: from now on only the whole limit counts. */
  begun(): void;
  /** Nothing is waited for any more. */
  clear(): void;
}

/**
 * Two limits for one call: it must be over within the whole limit, and where asked for, its answer must begin within a shorter one,
 * since a large answer may come slowly over a phone's connection while a silent relay should be told soon.
 */
export function deadlineOf(wholeSeconds: number): Deadline {
  const controller = new AbortController();
  const after = (seconds: number) =>
    setTimeout(
      () => controller.abort(new DOMException(`no answer within ${seconds} s`, 'TimeoutError')),
      seconds * 1000,
    );
  const whole = after(wholeSeconds);
  let beginning: ReturnType<typeof after> | undefined;
  return {
    signal: controller.signal,
    mustBeginWithin: (seconds) => {
      beginning = after(seconds);
    },
    begun: () => clearTimeout(beginning),
    clear: () => [whole, beginning].forEach(clearTimeout),
  };
}
