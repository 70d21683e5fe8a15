import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';
import { error, info, warn } from './icons.js';
import { fills } from '../styles/fills.js';

export interface Note {
  /** `quiet` explains, `warn` asks for attention, `bad` says that something failed. Default `quiet`. */
  tone?: 'quiet' | 'warn' | 'bad';
  /** Path of another icon than the tone's own. */
  glyph?: string;
  /** The fact, in bold. */
  title: string;
  /** What it means and what to do. */
  text?: string | TemplateResult;
  /** At most two buttons or links. */
  actions?: TemplateResult;
  /** Its words are read out at once when it appears; the buttons are found after them. Not for notes that are there from the start. */
  live?: boolean;
}

const glyphs = { quiet: info, warn, bad: error };

/** What kind of news the words are; `none` for those that were there before. */
function newsOf({ tone, live }: Note): 'alert' | 'status' | 'none' {
  if (!live) return 'none';
  return tone === 'bad' ? 'alert' : 'status';
}

/** A message inside the page: icon, bold fact, sentence, at most two buttons. */
export function note(message: Note): TemplateResult {
  const { tone = 'quiet', glyph, title, text, actions } = message;
  return html`<div class="note ${tone}" part="note" role="note">
    ${icon(glyph ?? glyphs[tone])}
    <div>
      <div role=${newsOf(message)}>
        <p class="note-title">${title}</p>
        ${text ? html`<p>${text}</p>` : nothing}
      </div>
      ${actions ? html`<div class="actions">${actions}</div>` : nothing}
    </div>
  </div>`;
}

/**
 * A whole view without content: empty list, no relay, empty cart. `notice` is larger than a note and stands alone, so its title can
 * take the focus.
 */
export function notice(message: Note): TemplateResult {
  const { glyph = info, title, text, actions } = message;
  return html`<div class="notice" part="notice" role="note">
    ${icon(glyph)}
    <div class="said" role=${newsOf(message)}>
      <h2 class="title-s" tabindex="-1" data-title>${title}</h2>
      ${text ? html`<p class="soft meta">${text}</p>` : nothing}
    </div>
    ${actions ? html`<div class="actions">${actions}</div>` : nothing}
  </div>`;
}

export const noteStyles = css`
  ${fills}
  .note {
    display: flex;
    gap: 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_fill);
    font-size: 0.9375em;
    line-height: 1.4;
  }
  .note-title {
    font-weight: 600;
  }
  .note.warn {
    border-color: color-mix(in oklab, var(--_warn) 55%, var(--_warn-fill));
    background: var(--_warn-fill);
    color: var(--_fill-ink);
  }
  .note.bad {
    border-color: color-mix(in oklab, var(--_bad) 45%, var(--_bad-fill));
    background: var(--_bad-fill);
    color: var(--_fill-ink);
  }
  .note.warn .button:not(.primary),
  .note.bad .button:not(.primary) {
    border-color: color-mix(in oklab, currentColor 52%, transparent);
    background: none;
  }
  .note.warn .button:not(.primary):hover,
  .note.bad .button:not(.primary):hover {
    background: color-mix(in oklab, currentColor 8%, transparent);
  }
  .warn > svg {
    color: var(--_warn);
  }
  .bad > svg {
    color: var(--_bad);
  }
  .notice,
  .said {
    display: grid;
    justify-items: start;
    gap: 8px;
  }
  .notice {
    padding: 32px 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .notice > svg {
    margin-block-end: 4px;
    width: 24px;
    height: 24px;
  }
  /* Titles take the focus to be read out, not to be used. */
  [data-title]:focus {
    outline: none;
    box-shadow: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin-block-start: 12px;
  }
`;
