import type { CrossSell } from '@s360-widgets/contract';
import { css, html, nothing, type TemplateResult } from 'lit';
import { poster } from '../pieces/poster.js';
import type { EventSetting } from './event.setting.js';

/** Where another event is found, and what a click on it does. */
export interface BesideSetting extends EventSetting {
  urlOf(event: { readonly id: string; readonly code: string }): string;
  onChoose(click: Event, eventId: string, url: string): void;
}

/** What the venue offers along: each is a link to its own page. */
export function beside({ event, words, urlOf, onChoose }: BesideSetting): TemplateResult | typeof nothing {
  if (!event.crossSells?.length) return nothing;
  const { common } = words.base;
  const price = ({ priceFromMinor, priceToMinor }: CrossSell) => {
    if (priceFromMinor === null) return nothing;
    const least = priceFromMinor ? words.format.price(priceFromMinor, event.currency) : common.free;
    return html`<span class="number soft">${priceFromMinor === priceToMinor ? least : common.from(least)}</span>`;
  };
  return html`<section class="beside" aria-labelledby="beside">
    <h3 class="title-m" id="beside">${words.event.beside}</h3>
    <ul>
      ${event.crossSells.map((each) => {
        const url = urlOf(each);
        return html`<li>
          <a class="option" href=${url} @click=${(click: Event) => onChoose(click, each.id, url)}>
            ${poster(each.pictureUrl, false, each.title)}
            <span class="what"
              ><b>${each.title}</b>${price(each)}</span
            >
          </a>
        </li>`;
      })}
    </ul>
  </section>`;
}

export const besideStyles = css`
  .beside {
    margin-block-start: 40px;
  }
  .beside ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr));
    gap: 12px;
    margin-block-start: 16px;
  }
  .beside .option {
    height: 100%;
    box-sizing: border-box;
    color: inherit;
    text-decoration: none;
  }
  .beside .poster {
    flex: none;
    width: 48px;
    border-radius: var(--_radius-inner);
  }
`;
