import type { RichText, TextBlock, TextRun } from '@s360-widgets/contract';
import { css, html, type TemplateResult } from 'lit';

/** A description as the relay cut it: a tree of known parts, so that no HTML from outside is ever set. */
export const richText = (blocks: RichText): TemplateResult =>
  html`<div class="rich soft" part="description">${blocks.map(block)}</div>`;

function block(given: TextBlock): TemplateResult {
  if (given.kind === 'list') {
    const items = given.items.map((runs) => html`<li>${runs.map(run)}</li>`);
    return given.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
  }
  const runs = given.runs.map(run);
  return given.kind === 'heading' ? html`<h3 class="title-s">${runs}</h3>` : html`<p>${runs}</p>`;
}

function run({ text, strong, emphasis, href }: TextRun): TemplateResult | string {
  const inner = strong ? html`<strong>${text}</strong>` : emphasis ? html`<em>${text}</em>` : text;
  return href && /^(https?|mailto|tel):/.test(href)
    ? html`<a class="link" href=${href} rel="noopener">${inner}</a>`
    : inner;
}

export const richTextStyles = css`
  .rich {
    display: grid;
    gap: 12px;
    max-width: 68ch;
    text-wrap: pretty;
  }
  .rich li {
    margin-inline-start: 1.25em;
    list-style: disc;
  }
  .rich ol li {
    list-style: decimal;
  }
  .rich .link {
    display: inline;
  }
`;
