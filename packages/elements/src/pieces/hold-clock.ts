import type { Cart } from '@s360-widgets/contract';
import type { Store } from '@s360-widgets/store';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** From here on the clock is urgent, in seconds. */
export const hurrySeconds = 120;
const announcedMinutes = [1, 2, 5];

/** Which announcement each shop has had, so that two elements of a page don't both speak. */
const spoken = new WeakMap<Store, string>();

/**
 * Renders its host again at each full second while a hold runs, by the shop's clock, which the relay sets right. The end is the
 * relay's (`expiresAt`); nothing here decides that a hold is over.
 */
export class HoldClock implements ReactiveController {
  #cancel: (() => void) | undefined;
  #before = Number.POSITIVE_INFINITY;
  #orderId = '';
  #said = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly store: () => Store | undefined,
  ) {
    host.addController(this);
  }

  /** The cart whose hold is counted: one that is open or being paid. */
  get cart(): Cart | null {
    const cart = this.store()?.state.cart.value;
    return cart?.expiresAt && (cart.state === 'open' || cart.state === 'paying') ? cart : null;
  }

  /** Whole seconds to the end, never below 0; null when nothing is held. */
  get secondsLeft(): number | null {
    const ms = this.#milliseconds();
    return ms === null ? null : Math.ceil(ms / 1000);
  }

  /** Whether the clock is urgent. */
  get isNearEnd(): boolean {
    const left = this.secondsLeft;
    return left !== null && left <= hurrySeconds;
  }

  /** Minutes to read out, 0 for silence: five, two and one, each once as it is crossed. */
  get minutesToSay(): number {
    return this.#said;
  }

  hostUpdate(): void {
    const left = this.secondsLeft;
    if (left === null || this.cart?.orderId !== this.#orderId) {
      this.#said = 0;
      this.#before = left ?? Number.POSITIVE_INFINITY;
      this.#orderId = this.cart?.orderId ?? '';
      return;
    }
    const crossed = announcedMinutes.find((minutes) => left <= minutes * 60 && this.#before > minutes * 60);
    if (crossed) this.#said = this.#claim(crossed) ? crossed : 0;
    else if (left > this.#before) this.#said = 0;
    this.#before = left;
  }

  hostUpdated(): void {
    this.#cancel?.();
    const ms = this.#milliseconds();
    const { clock } = this.store() ?? {};
    this.#cancel = ms && clock ? clock.after(ms % 1000 || 1000, () => this.host.requestUpdate()) : undefined;
  }

  hostDisconnected(): void {
    this.#cancel?.();
  }

  #milliseconds(): number | null {
    const [store, cart] = [this.store(), this.cart];
    return store && cart?.expiresAt ? Math.max(0, Date.parse(cart.expiresAt) - store.clock.now()) : null;
  }

  #claim(minutes: number): boolean {
    const store = this.store();
    const words = `${this.cart?.expiresAt} ${minutes}`;
    if (!store || spoken.get(store) === words) return false;
    spoken.set(store, words);
    return true;
  }
}

/** `11:32`, `1:48` */
export const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
