import type { TicketCode } from '@s360-widgets/contract';
import { html, svg, type TemplateResult } from 'lit';

/** White around a code, in modules: scanners need four. */
const quiet = 4;

/** The code at the door: always dark on white, whatever the theme. */
export const ticketCode = ({ size, path }: TicketCode, label: string): TemplateResult => html`<svg
  class="code"
  role="img"
  aria-label=${label}
  viewBox="${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}"
  shape-rendering="crispEdges"
>
  ${svg`<rect x=${-quiet} y=${-quiet} width=${size + 2 * quiet} height=${size + 2 * quiet} fill="#fff" />
  <path d=${path} fill="#000" />`}
</svg>`;
