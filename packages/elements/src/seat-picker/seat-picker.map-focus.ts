import type { ReactiveController, ReactiveElement } from 'lit';

/** What the map does about its focus. */
export interface FocusTarget {
  /** The whole plan is shown, with the tags of its areas. */
  isWhole(): boolean;
  /** Makes the seat or block of a cell the active one; tells whether it was another. */
  follow(cell: HTMLElement): boolean;
  /** Brings the active seat or block into view. */
  reveal(): void;
}

/**
 * Where the focus is in the map. The grid has one tab stop, whose cell may be a new one after each update: the focus follows
 * the active seat there, and the active seat follows a focus that others move. What loses its place hands the focus on to the
 * seat, so that it never falls out of the map.
 */
export class MapFocus implements ReactiveController {
  /** The grid has the focus. */
  isInGrid = false;
  /** The focus came by keys or assistive technology: ring and card follow it, instead of the mouse. */
  isKeyed = false;
  readonly #host: ReactiveElement;
  readonly #target: FocusTarget;
  /** The area whose tag gets the focus as soon as it can be seen; −1: none. */
  #returnTo = -1;
  #hadFocus = false;
  #isRendering = false;
  #isPutting = false;

  constructor(host: ReactiveElement, target: FocusTarget) {
    this.#host = host;
    this.#target = target;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = this.#host.shadowRoot?.activeElement != null;
    this.#isRendering = true;
  }

  hostUpdated(): void {
    this.#isRendering = false;
    const { shadowRoot: root } = this.#host;
    const isLost = this.#hadFocus && !root?.activeElement;
    const isBack = this.#returnTo >= 0 && this.#target.isWhole();
    const isHeld = this.isInGrid && this.#returnTo < 0;
    if (!isBack && !isLost && !isHeld) return;
    const tag = root?.querySelector<HTMLElement>(`[data-area='${this.#returnTo}']`);
    const cell = root?.querySelector<HTMLElement>('[tabindex="0"]');
    if (isBack) this.#returnTo = -1;
    this.#isPutting = true;
    (tag ?? cell)?.focus({ preventScroll: true });
    this.#isPutting = false;
  }

  /** Takes the focus into the grid, when an area has been opened: the page shows all of the map then, wherever on it the seat is. */
  enter(isKeyboard: boolean): void {
    if (!isKeyboard) return;
    this.isInGrid = this.isKeyed = true;
    this.#host.scrollIntoView({ block: 'nearest' });
  }

  /** A key was pressed in the grid. */
  key(): void {
    this.isKeyed = true;
    this.#host.requestUpdate();
  }

  /** Goes back to the tag of an area, once the whole plan is shown. */
  leaveTo(area: number): void {
    this.#returnTo = area;
  }

  readonly onIn = ({ target }: FocusEvent): void => {
    const isNew = !this.isInGrid;
    this.isInGrid = true;
    if (this.#isPutting) return;
    const isElsewhere = this.#target.follow(target as HTMLElement);
    if (!isNew && !isElsewhere) return;
    this.key();
    this.#target.reveal();
  };

  readonly onOut = (): void => {
    // A row that is replaced by an update loses the focus for a moment; so does a cell whose neighbour gets it.
    if (this.#isRendering || this.#isPutting) return;
    this.isInGrid = this.isKeyed = false;
    this.#host.requestUpdate();
  };
}
