import { nothing, type ReactiveElement } from 'lit';
import { Lazy } from '../base/lazy.js';
import type * as Choosing from './seat-picker.choosing.js';
import { type Count, emptyTray } from './seat-picker.controls.js';
import { type Desk, USUAL } from './seat-picker.desk.js';
import type { Selection } from './seat-picker.selection.js';

/**
 * The choice as the picker sees it: empty until somebody chooses. What choosing takes is loaded at the first sign of
 * interest, so that looking costs less.
 */
export class Chooser {
  readonly #host: ReactiveElement;
  readonly #desk: () => Desk | null;
  readonly #code: Lazy<typeof Choosing>;
  #selection: Selection | undefined;
  #isPrepared = false;

  constructor(host: ReactiveElement, desk: () => Desk | null) {
    this.#host = host;
    this.#desk = desk;
    this.#code = new Lazy(host, () => import('./seat-picker.choosing.js'));
  }

  get selection(): Selection | undefined {
    return this.#selection;
  }

  get seats(): readonly number[] {
    return this.#selection?.seats ?? [];
  }

  /** Fetches what choosing takes at the first sign of interest. */
  prepare(): void {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    this.#code.prepare();
    void this.#code.whenHere.then(() => this.#begin());
  }

  /** Does something with the choice, as soon as that is possible. */
  async choose(act: (selection: Selection) => void): Promise<void> {
    await this.#code.need();
    const selection = this.#begin();
    if (selection) act(selection);
  }

  #begin(): Selection | undefined {
    const { current } = this.#code;
    const desk = this.#desk();
    if (!current || !desk) return undefined;
    this.#selection ??= new current.Selection(this.#host, () => this.#desk()!);
    return this.#selection;
  }

  count({ most }: Desk): Count {
    const { current } = this.#code;
    if (current && this.#selection) return current.countOf(this.#selection);
    return {
      value: Math.max(1, Math.min(USUAL, most)),
      least: 0,
      change: (value) => void this.choose((selection) => selection.setCount(value)),
      pickBest: () => void this.choose((selection) => selection.pickBest()),
    };
  }

  tray(desk: Desk, isNarrow: boolean): unknown {
    const { current } = this.#code;
    if (current && this.#selection) return current.tray(this.#selection, desk, isNarrow);
    return emptyTray(this.count(desk), desk, isNarrow, nothing);
  }
}
