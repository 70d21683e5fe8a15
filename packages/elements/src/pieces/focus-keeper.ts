import type { ReactiveController, ReactiveElement } from 'lit';

/**
 * Keeps the focus in an element when what had it is rendered away: it goes to the first of `targets` that is there, in this
 * rendering or a later one. It never takes the focus from where a person has put it meanwhile.
 * @param targets selector of what may take the focus; each must be focusable
 */
export function keepFocus(host: ReactiveElement, targets: string): void {
  host.addController(new FocusKeeper(host, targets));
}

class FocusKeeper implements ReactiveController {
  #held: Element | null = null;

  constructor(
    private readonly host: ReactiveElement,
    private readonly targets: string,
  ) {}

  hostUpdate(): void {
    this.#held ??= this.host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const held = this.#held;
    if (!held) return;
    if (held.isConnected || !isFocusFree(this.host)) return this.#release();
    const target = this.host.renderRoot.querySelector<HTMLElement>(this.targets);
    if (!target) return;
    target.focus();
    this.#release();
  }

  hostDisconnected(): void {
    this.#release();
  }

  #release(): void {
    this.#held = null;
  }
}

/** Whether nothing in the element's page has the focus. */
export function isFocusFree({ ownerDocument }: Element): boolean {
  const { activeElement, body } = ownerDocument;
  return !activeElement || activeElement === body;
}
