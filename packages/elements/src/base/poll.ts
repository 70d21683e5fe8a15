import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often it is looked whether a turn is due. */
const lookMs = 1000;

/** Calls back every so often while the element is connected and the page is seen; at once when it is seen again after a while. */
export class PollController implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;
  #lastAt = 0;

  /**
   * @param seconds asked at each look, so that it can follow what is known
   * @param callback not called before the first turn
   */
  constructor(
    host: ReactiveControllerHost,
    readonly seconds: () => number,
    readonly callback: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#lastAt = performance.now();
    this.#timer = setInterval(this.#look, lookMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  readonly #look = (): void => {
    const now = performance.now();
    if (document.hidden || now - this.#lastAt < this.seconds() * 1000) return;
    this.#lastAt = now;
    this.callback();
  };
}
