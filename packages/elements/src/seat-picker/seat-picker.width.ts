import type { ReactiveController, ReactiveElement } from 'lit';

/** From this width on the tray stands beside the map; CSS pixels. */
const wide = 800;

/** Whether an element has too little room for two columns; it renders again when that changes. */
export class WidthController implements ReactiveController {
  isNarrow = false;
  /** In the next frame, since another layout changes the size of what is observed. */
  readonly #sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#look()));

  constructor(readonly host: ReactiveElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.host);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }

  #look(): void {
    const isNarrow = this.host.clientWidth < wide;
    if (isNarrow === this.isNarrow) return;
    this.isNarrow = isNarrow;
    this.host.requestUpdate();
  }
}
