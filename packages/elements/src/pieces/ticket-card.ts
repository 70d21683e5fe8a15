import type { Order, Ticket } from '@s360-widgets/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { icon } from './icon.js';
import { check, close, info } from './icons.js';
import { calplus, clock, download, fit } from './icons.more.js';
import { isOther } from './others.js';
import { nameOf, placeOf } from './place.js';
import { poster } from './poster.js';
import { ticketCode } from './ticket-code.js';

type CardWords = Words<'base' | 'buy' | 'tickets'>;
const dayMs = 86_400_000;

export interface TicketCard {
  words: CardWords;
  order: Order;
  ticket: Ticket;
  /** Its number among the tickets of the same visit, from 1, and how many these are. */
  number: number;
  of: number;
  /** Not shown on the screen yet; paper has no button that would show it. */
  isOnPaperOnly: boolean;
  onPdf: () => void;
  onCalendar: () => void;
  onFullScreen: () => void;
}

/** A ticket as a person holds it: picture, facts, and behind a dashed line the stub with the code. */
export function ticketCard(card: TicketCard): TemplateResult {
  const { words, order, ticket } = card;
  const isOff = ticket.state === 'cancelled';
  const place = placeOf(words, ticket.seat, ticket.tariffName);
  const when = whenAndWhere(words, ticket, order.timeZone);
  return html`<article class=${card.isOnPaperOnly ? 'ticket-card on-paper' : 'ticket-card'} part="ticket" aria-label="${ticket.title}, ${place}">
    ${poster(ticket.pictureUrl, isOff || ticket.state === 'used')}
    <div class="ticket-facts">
      <h3 class="title-s">${ticket.title}</h3>
      ${when ? html`<p class="soft ticket-when">${isOff ? html`<s>${when}</s>` : when}</p>` : nothing}
      ${ticket.partOf ? html`<p class="small soft">${ticket.partOf}</p>` : nothing}
      ${isOff ? html`<p class="ticket-text">${words.tickets.ticket.cancelledText}</p>` : html`${facts(words, ticket)} ${actions(card, place)}`}
    </div>
    <div class="ticket-stub" part="stub">${stub(card, place)}</div>
  </article>`;
}

/** Whether a ticket is for one moment: a performance, or a visit of a pass; not for any day of many. */
export const isDated = ({ startAt, endAt, performanceId }: Ticket): boolean =>
  !!startAt && (!!performanceId || (!!endAt && Date.parse(endAt) - Date.parse(startAt) < dayMs));

/** `Sat 12 Dec, 19:00. Opera House`; a pass says until when it is valid. */
function whenAndWhere({ format, tickets }: CardWords, ticket: Ticket, zone: string): string {
  const { startAt, endAt, venueName } = ticket;
  const until = endAt && tickets.ticket.valid(format.date(endAt, zone));
  return [isDated(ticket) && startAt ? format.dateTime(startAt, zone) : until, venueName]
    .filter(Boolean)
    .join('. ');
}

function facts(words: CardWords, ticket: Ticket): TemplateResult {
  const { seat, tariffName } = ticket;
  const say = words.tickets.ticket;
  const all: [label: string, value: string][] = seat
    ? [
        [say.area, seat.area],
        [say.block, seat.block === seat.area ? '' : seat.block],
        [say.row, seat.row],
        [say.seat, seat.number],
      ]
    : [
        [
          isOther(ticket) ? say.item : say.ticket,
          [nameOf(words, ticket), tariffName].filter(Boolean).join(', '),
        ],
      ];
  return html`<dl class="ticket-places">
    ${all.map(([label, value]) => (value ? html`<div><dt class="small soft">${label}</dt><dd><bdi>${value}</bdi></dd></div>` : nothing))}
  </dl>`;
}

function actions({ words, order, ticket, onPdf, onCalendar }: TicketCard, place: string): TemplateResult {
  const { pdf, pdfFor, calendar, calendarFor } = words.tickets.ticket;
  const hasPdf = order.downloadable && (ticket.state === 'valid' || ticket.state === 'used');
  return html`<div class="ticket-actions">
    ${
      hasPdf
        ? html`<button class="button" aria-label=${pdfFor(place)} @click=${onPdf}>${icon(download)} ${pdf}</button>`
        : nothing
    }
    ${
      isDated(ticket) && ticket.state !== 'used'
        ? html`<button class="button" aria-label=${calendarFor(ticket.title)} @click=${onCalendar}>
            ${icon(calplus)} ${calendar}
          </button>`
        : nothing
    }
  </div>`;
}

function stub(card: TicketCard, place: string): TemplateResult {
  const { words, order, ticket, number, of } = card;
  const { ticket: say } = words.tickets;
  const isVoucher = isOther(ticket);
  const kind = order.shipment?.kind;
  if (ticket.state === 'used') return status(check, say.used);
  if (ticket.state === 'cancelled') return status(close, say.cancelled, 'off');
  if (!order.downloadable)
    return status(info, kind === 'post' || kind === 'box-office' ? say[kind] : say.pending);
  if (!ticket.code) return status(clock, say.pending, '', say.pendingText);
  return html`${ticketCode(ticket.code, say.code(place, isVoucher))}
    <div class="stub-side">
      <p class="small soft">${say.of(number, of, isVoucher)}</p>
      <button class="button" aria-label=${say.fullScreenFor(place)} @click=${card.onFullScreen}>
        ${icon(fit)} ${say.fullScreen}
      </button>
    </div>`;
}

const status = (glyph: string, word: string, tone = '', text = '') => html`<div class="stub-status ${tone}">
  ${icon(glyph)}
  <p class="small"><b>${word}</b></p>
  ${text ? html`<p class="small soft">${text}</p>` : nothing}
</div>`;
