import { html, type TemplateResult } from 'lit';

/**
 * An icon, hidden from screen readers: the word is beside it, or is the button's label.
 * @param path one of `icons.ts` or `icons.more.ts`
 * @param mirrored for `back`, `arrow`, `left`, `right` and `swap`: turned in right-to-left pages
 */
export const icon = (path: string, mirrored = false): TemplateResult => html`<svg
  class=${mirrored ? 'glyph mirrored' : 'glyph'}
  viewBox="0 0 20 20"
  width="20"
  height="20"
  fill="none"
  stroke="currentColor"
  stroke-width="1.5"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
>
  <path d=${path} />
</svg>`;
