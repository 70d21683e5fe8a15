import { css, html, type TemplateResult } from 'lit';
import type { SeatWords } from './seat-picker.words.js';

/** What a part of the picker tells when somebody has done choosing. */
const DONE = 'seats-done';

/** The next stop after a chosen seat: over all others, to the tray. Seen while it has the focus. */
export const skip = ({ seats }: SeatWords): TemplateResult => html`<button
  type="button"
  class="skip"
  @click=${({ currentTarget }: Event) => {
    const { host } = (currentTarget as Element).getRootNode() as ShadowRoot;
    host.dispatchEvent(new CustomEvent(DONE, { bubbles: true }));
  }}
>
  ${seats.toTray}
</button>`;

/** Takes the focus to the tray when a part below asks for it. */
export function followSkips(picker: HTMLElement | DocumentFragment): void {
  picker.addEventListener(DONE, () => picker.querySelector<HTMLElement>('#tray')?.focus());
}

export const skipStyles = css`
  .skip {
    position: absolute;
    inset-block-start: 100%;
    z-index: 1;
    min-height: 44px;
    padding: 4px 16px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    font-weight: 500;
  }
  .skip:not(:focus) {
    width: 1px;
    height: 1px;
    min-height: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
