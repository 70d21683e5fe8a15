import type { CartLine } from '@s360-widgets/contract';
import { css, html, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { placesOf } from '../pieces/place.js';

/** What season tickets or packages hold: dates with the seats on each, and how many of all else; it goes with them alone. */
export function heldDates(words: Words<'buy'>, { name, included }: CartLine, zone: string): TemplateResult {
  return html`<ul class="held" aria-label=${name}>
    ${included.map((part) => {
      const { title, startAt, venueName, quantity, seats } = part;
      const places = placesOf(
        words,
        seats.map((seat) => ({ seat })),
      );
      const when = startAt ? words.format.dateTime(startAt, zone) : '';
      const what = part.itemId && part.name !== title ? part.name : '';
      const facts = [[when, venueName].filter(Boolean).join('. '), what, ...places].filter(Boolean);
      return html`<li>
        <b>${seats.length ? title : `${quantity} × ${title}`}</b>
        ${facts.map((fact) => html` <span class="soft">${fact}</span>`)}
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
