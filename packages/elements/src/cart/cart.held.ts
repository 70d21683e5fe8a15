import type { CartLine } from '@s360-widgets/contract';
import { css, html, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { placesOf } from '../pieces/place.js';

/** The dates of season tickets, with the seats on each; they go with their ticket alone. */
export function heldDates(words: Words<'buy'>, { name, included }: CartLine, zone: string): TemplateResult {
  return html`<ul class="held" aria-label=${name}>
    ${included.map(({ title, startAt, venueName, seats }) => {
      const places = placesOf(
        words,
        seats.map((seat) => ({ seat })),
      );
      const when = startAt ? words.format.dateTime(startAt, zone) : '';
      return html`<li>
        <b>${title}</b>
        <span class="soft">${[when, venueName].filter(Boolean).join('. ')}</span>
        ${places.map((place) => html`<span class="soft">${place}</span>`)}
      </li>`;
    })}
  </ul>`;
}

export const styles = css`
  .held {
    margin-block-start: 8px;
    font-size: 0.9375em;
  }
  .held li {
    display: grid;
    gap: 2px;
    padding-block: 10px;
    border-block-start: 1px solid var(--_line);
  }
  .held b {
    font-weight: 600;
  }
`;
