import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often the address is looked at where the browser tells of no change. */
const lookMs = 250;

/**
 * Renders an element again as soon as the page's address has changed, be it by a link within the page, by going back, or by a script
 * that calls `pushState` or `replaceState`.
 */
export class AddressController implements ReactiveController {
  #href = location.href;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#look();
    if (typeof navigation === 'undefined') this.#timer = setInterval(this.#look, lookMs);
    else navigation.addEventListener('currententrychange', this.#look);
    window.addEventListener('popstate', this.#look);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    if (typeof navigation !== 'undefined') navigation.removeEventListener('currententrychange', this.#look);
    window.removeEventListener('popstate', this.#look);
  }

  readonly #look = (): void => {
    if (this.#href === location.href) return;
    this.#href = location.href;
    this.host.requestUpdate();
  };
}

const id = /^[\s"'“”„«»″]*(\d{1,19})[\s"'“”„«»″]*$/;

/** What stands for an id: up to 19 digits, as S-360 counts, in whatever quotes an editor has put them. Anything else is nobody's. */
export const asId = (text: string | null | undefined): string => id.exec(text ?? '')?.[1] ?? '';

/** The id in a parameter of the page's query; empty when there is none. */
export const idInQuery = (parameter: string): string =>
  asId(new URLSearchParams(location.search).get(parameter));
