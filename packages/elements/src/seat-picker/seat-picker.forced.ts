import type { ReactiveController, ReactiveElement } from 'lit';
import { Lazy } from '../base/lazy.js';

/** Gives an element what it looks like in forced colours, for as few as have them: loaded when the system sets the colours. */
export class ForcedColours implements ReactiveController {
  readonly #query = matchMedia('(forced-colors: active)');
  readonly #styles: Lazy<object>;

  constructor(host: ReactiveElement) {
    this.#styles = new Lazy(host, () => import('./seat-picker.forced.styles.js'));
    host.addController(this);
  }

  hostConnected(): void {
    this.#look();
    this.#query.addEventListener('change', this.#look);
  }

  hostDisconnected(): void {
    this.#query.removeEventListener('change', this.#look);
  }

  readonly #look = (): void => {
    if (this.#query.matches) this.#styles.prepare();
  };
}
