import { html, type TemplateResult } from 'lit';
import type { StaleMessages } from '../locales/en.stale.js';
import { offline } from './icons.js';
import { note } from './note.js';

/**
 * Above what could not be renewed.
 * @param checkedAt the time of the last check, as it is shown
 * @param seconds until the next
 */
export const staleNote = (
  { title, text, checkNow }: StaleMessages,
  checkedAt: string,
  seconds: number,
  onCheck: () => void,
): TemplateResult =>
  note({
    tone: 'warn',
    glyph: offline,
    title,
    text: text(checkedAt, seconds),
    actions: html`<button type="button" class="button" @click=${onCheck}>${checkNow}</button>`,
  });
