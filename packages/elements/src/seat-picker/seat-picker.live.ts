import type { Store } from '@s360-widgets/store';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const EVERY = 15_000;
/** While nothing is known yet. */
const SOON = 5_000;

/** What is followed, as long as there is something to follow. */
export interface Followed {
  readonly store: Store;
  readonly performanceId: string;
  /** Which seats are free. */
  readonly isKnown: boolean;
}

/** Asks for the seats' states every 15 seconds, or sooner where they are not known yet, while the element can be seen, and at once when it is seen again. */
export class LiveSeats implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #followed: () => Followed | null;
  #isInView = false;
  #isDue = false;
  #cancel: (() => void) | undefined;
  readonly #seen = new IntersectionObserver((entries) => {
    this.#isInView = entries.at(-1)?.isIntersecting ?? false;
    this.#look();
  });

  constructor(host: ReactiveControllerHost & Element, followed: () => Followed | null) {
    this.#host = host;
    this.#followed = followed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#seen.observe(this.#host);
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    this.#seen.disconnect();
    document.removeEventListener('visibilitychange', this.#look);
    this.#cancel?.();
    this.#cancel = undefined;
  }

  hostUpdated(): void {
    this.#arm();
  }

  readonly #look = (): void => {
    if (!this.#isInView || document.visibilityState !== 'visible') return;
    if (this.#isDue) void this.#ask();
  };

  #arm(): void {
    const followed = this.#followed();
    if (!followed || this.#cancel || this.#isDue) return;
    this.#cancel = followed.store.clock.after(followed.isKnown ? EVERY : SOON, () => {
      this.#cancel = undefined;
      this.#isDue = true;
      this.#look();
    });
  }

  async #ask(): Promise<void> {
    const followed = this.#followed();
    this.#isDue = false;
    if (followed)
      await followed.store.dispatch('seat-states-load', { performanceId: followed.performanceId });
    this.#arm();
  }
}
