export interface Deadline {
  /** Aborts when the limit is over. */
  readonly signal: AbortSignal;
  /** Counts anew: what is waited for must come within so many seconds from now. */
  within(seconds: number): void;
  /** Nothing is waited for any more. */
  clear(): void;
}

/** A limit that can be moved: an answer must begin soon, then a large one may come slowly over a phone's connection. */
export function createDeadline(): Deadline {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = () => clearTimeout(timer);
  return {
    signal: controller.signal,
    within(seconds) {
      clear();
      timer = setTimeout(() => controller.abort(), seconds * 1000);
    },
    clear,
  };
}
