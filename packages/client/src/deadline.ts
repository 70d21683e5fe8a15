export interface Deadline {
  /** Aborts with a TimeoutError. */
  readonly signal: AbortSignal;
  /** The answer has begun: from now on only the whole limit counts. */
  begun(): void;
  /** Nothing is waited for any more. */
  clear(): void;
}

/**
 * Two limits for one call: its answer must begin within the second and be there within the first, since a large answer may come
 * slowly over a phone's connection while a silent relay should be told soon.
 */
export function deadlineOf(wholeSeconds: number, beginSeconds: number): Deadline {
  const controller = new AbortController();
  const after = (seconds: number) =>
    setTimeout(
      () => controller.abort(new DOMException(`no answer within ${seconds} s`, 'TimeoutError')),
      seconds * 1000,
    );
  const timers = [after(beginSeconds), after(wholeSeconds)];
  return {
    signal: controller.signal,
    begun: () => clearTimeout(timers[0]),
    clear: () => timers.forEach(clearTimeout),
  };
}
