import type { Order } from '@s360-widgets/contract';
import { confirmationSlice, type Store } from '@s360-widgets/store';
import { css, type CSSResult, html, type LitElement, nothing, type TemplateResult } from 'lit';
import { PollController } from '../base/poll.js';
import { amount } from '../pieces/amount.js';
import { icon } from '../pieces/icon.js';
import { check } from '../pieces/icons.js';
import { calplus, download } from '../pieces/icons.more.js';
import { note } from '../pieces/note.js';
import { isDated } from '../pieces/ticket-card.js';
import { ticketCardStyles } from '../pieces/ticket-card.styles.js';
import { TicketDesk, type TicketWords, visitsOf } from '../pieces/ticket-desk.js';
import { confirmationStyles } from './confirmation-step.styles.js';
import { askAgainSeconds, unreadParts } from '../pieces/unread-parts.js';
import { hasOthers } from '../pieces/others.js';

/** How many tickets of a visit are shown before "show all". */
const few = 2;

export interface Confirmed {
  words: TicketWords;
  order: Order;
  /** Milliseconds since the epoch. */
  now: number;
  /** Address of the page with all orders; empty = no way there is offered. */
  ordersUrl: string;
}

/** The last step of a checkout, whose code comes once somebody has paid. */
export interface Confirmation {
  readonly styles: CSSResult;
  render(confirmed: Confirmed): TemplateResult;
}

export function confirmationOn(host: LitElement, store: () => Store | undefined): Confirmation {
  const desk = new TicketDesk(host, store);
  const reload = () => {
    store()?.use(confirmationSlice);
    void store()?.dispatch('order-reload', {});
  };
  new PollController(
    host,
    () => askAgainSeconds,
    () => {
      if (store()?.state.checkout.order?.unread.length) reload();
    },
  );
  return {
    styles: css`${ticketCardStyles}${confirmationStyles}`,
    render: (confirmed) => confirmation(confirmed, desk, reload),
  };
}

/** The order is paid: when to come, what was paid, and the tickets. */
function confirmation(
  { words, order, now, ordersUrl }: Confirmed,
  desk: TicketDesk,
  onReload: () => void,
): TemplateResult {
  const { done } = words.tickets;
  const others = hasOthers(order.tickets);
  const visits = visitsOf(order);
  const dated = visits.filter(({ tickets }) => isDated(tickets[0]));
  const total = amount(words, order.total);
  return html`<div class="done">
    <span class="done-mark">${icon(check)}</span>
    <h2 class="title-xl" tabindex="-1" data-title>${titleOf(words, order, now)}</h2>
    <p class="soft done-text">
      ${done.paid} <b class="number"><bdi>${total}</bdi></b>, ${done.order(order.orderId)} ${whereTheyAre(words, order)}
    </p>
    <div class="done-actions">
      ${
        order.downloadable
          ? html`<button class="button primary large" @click=${() => void desk.download(words, order)}>
              ${icon(download)} ${done.downloadAll(order.tickets.length, others)}
            </button>`
          : nothing
      }
      ${
        dated.length
          ? html`<button class="button large" @click=${() => desk.calendar(words, dated)}>
              ${icon(calplus)} ${done.toCalendar}
            </button>`
          : nothing
      }
    </div>
    ${unreadParts(words, [order], onReload)} ${desk.furniture(words)}
    ${visits.map((visit) => desk.cards(words, visit, few, (hidden) => done.more(hidden.length, hasOthers(hidden))))}
    ${order.unread.includes('shipment') ? nothing : dayNote(words, order)}
    ${ordersUrl ? html`<p><a class="link" href=${ordersUrl}>${words.buy.made.all}</a></p>` : nothing}
  </div>`;
}

function dayNote({ tickets }: TicketWords, { shipment }: Order): TemplateResult {
  const { dayTitle, dayText, dayBoxOffice } = tickets.done;
  return note({ title: dayTitle, text: shipment?.kind === 'box-office' ? dayBoxOffice : dayText });
}

/** `See you on 12 December, Elena`: the next day to come, if there is one. */
function titleOf(
  { tickets: { done }, format }: TicketWords,
  { tickets, firstName, timeZone }: Order,
  now: number,
): string {
  const [next] = tickets
    .flatMap((ticket) => (isDated(ticket) && ticket.startAt ? ticket.startAt : []))
    .filter((at) => Date.parse(at) > now)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  if (!next) return done.thanks(firstName, hasOthers(tickets));
  const day = format.part(next, timeZone, { day: 'numeric', month: 'long' });
  return done.seeYou(day.replaceAll(' ', '\u00a0'), firstName);
}

/**
 * No word of email: S-360 sends no ticket so, and whether it sends a confirmation is the institution's setting. Nothing where the
 * shipment can't be read.
 */
function whereTheyAre(
  { tickets: { done } }: TicketWords,
  { downloadable, shipment, tickets, unread }: Order,
): string {
  if (unread.includes('shipment')) return '';
  const kind = shipment?.kind;
  const others = hasOthers(tickets);
  if (!downloadable && (kind === 'post' || kind === 'box-office')) return done[kind](tickets.length, others);
  return done.here(tickets.length, others);
}
