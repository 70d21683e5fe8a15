import { html, type TemplateResult } from 'lit';
import { shapeKey } from './seat-picker.controls.js';
import type { Desk } from './seat-picker.desk.js';

/** What both views of the choice get, and what they ask for. */
export interface ViewOf {
  readonly desk: Desk;
  /** Seats of the choice. */
  readonly chosen: readonly number[];
  readonly isAdding: boolean;
  /** How many tickets the visitor wants. */
  readonly count: number;
  /** The map shows blocks, not seats. */
  readonly isBlocks: boolean;
  onPick(event: CustomEvent<{ seat: number }>): void;
  onDetail(event: CustomEvent<{ detail: string }>): void;
}

export function mapView({ desk, chosen, isAdding, isBlocks, onPick, onDetail }: ViewOf): TemplateResult {
  const { hall, words, inCart, pressed } = desk;
  return html`<s360-seat-map
      .hall=${hall}
      .words=${words}
      .revision=${hall.revision}
      .own=${new Set([...chosen, ...inCart])}
      .inCart=${inCart}
      .pending=${new Set(isAdding ? chosen : [])}
      .pressed=${pressed}
      @seat-pick=${onPick}
      @seat-detail=${onDetail}
    ></s360-seat-map>
    ${shapeKey(hall, words, isBlocks)}`;
}
