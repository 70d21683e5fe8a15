import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back every so often while the element is connected and the page is seen; at once when it is seen again after a while. */
export class PollController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastAt = 0;

  /**
   * @param seconds asked before each turn, so that it can follow what is known
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
    document.addEventListener('visibilitychange', this.#plan);
    this.#plan();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#plan);
  }

  readonly #plan = (): void => {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    const wait = this.seconds() * 1000 - (performance.now() - this.#lastAt);
    this.#timer = setTimeout(this.#turn, Math.max(0, wait));
  };

  readonly #turn = (): void => {
    this.#lastAt = performance.now();
    this.callback();
    this.#plan();
  };
}
