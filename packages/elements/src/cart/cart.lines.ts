import type {
  Cart,
  CartLine,
  CartTicket,
  EventDetail,
  Money,
  Tariff,
  TariffPrice,
} from '@s360-widgets/contract';
import type { ShopState } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { amount, amountOrFree } from '../pieces/amount.js';
import { icon } from '../pieces/icon.js';
import { close, down } from '../pieces/icons.js';
import { trash } from '../pieces/icons.more.js';
import { isOther } from '../pieces/others.js';
import { placeOf, whenAndWhere } from '../pieces/place.js';
import { poster } from '../pieces/poster.js';
import type { PromoCodes } from './cart.promo.js';
import type { Removal } from './cart.removal.js';

export interface Lines {
  words: Words<'base' | 'buy'>;
  cart: Cart;
  events: ShopState['event'];
  /** Nothing can be changed while a payment is under way. */
  isOpen: boolean;
  eventUrl: string;
  /** The code that removes, which is there once anything is to be removed. */
  removal: Removal | undefined;
  ask: (key: string) => void;
  /** The code of promo codes, which is there once one is typed or counts. */
  promoCodes: PromoCodes | undefined;
  change: (ticketId: string, tariffId: string) => void;
  /** What season tickets and packages hold; undefined until there is the code for it. */
  held: (line: CartLine) => TemplateResult | undefined;
}

/** A row: one seat, or all places of one tariff that have no seat. */
interface Row {
  readonly tickets: readonly [CartTicket, ...CartTicket[]];
  readonly title: string;
}

/** One performance or visit with its tickets. */
export function cartLine(lines: Lines, line: CartLine): TemplateResult {
  const { words, cart } = lines;
  const rows = rowsOf(words, line);
  return html`<li class="line" part="line">
    ${poster(line.pictureUrl)}
    <div class="line-head">
      <div>
        <h2 class="title-s" tabindex="-1" data-title>${line.title}</h2>
        <p class="soft">${whenAndWhere(words, line, cart.timeZone)}</p>
      </div>
      ${lines.isOpen ? removeAllButton(lines, line) : nothing}
    </div>
    <div class="line-body">
      ${lines.removal?.question(words, { line, key: line.id, tickets: line.tickets })}
      <ul>
        ${rows.map((row) => ticketRow(lines, line, row, rows.length))}
      </ul>
      ${line.included.length ? lines.held(line) : nothing} ${changeSeats(lines, line)}
    </div>
  </li>`;
}

const removeAllButton = ({ words, ask }: Lines, line: CartLine) => html`<button
  class="button icon bare"
  data-remove=${line.id}
  aria-label=${words.buy.cart.removeAll(line.tickets.length, line.title, isOther(line))}
  @click=${() => ask(line.id)}
>
  ${icon(trash)}
</button>`;

function ticketRow(lines: Lines, line: CartLine, row: Row, rowCount: number): TemplateResult {
  const { words } = lines;
  const [ticket] = row.tickets;
  const price: Money = {
    amountMinor: row.tickets.reduce((sum, { price }) => sum + price.amountMinor, 0),
    currency: ticket.price.currency,
  };
  return html`<li class="ticket">
    <div>
      <p class="ticket-title">${row.title}</p>
      ${tariffOf(lines, line, row)}
    </div>
    <p class="ticket-price number">
      ${lines.promoCodes?.fullPrice(words, row.tickets)} <bdi>${amountOrFree(words, price)}</bdi>
    </p>
    ${lines.isOpen && rowCount > 1 ? removeButton(lines, row) : nothing}
    ${lines.removal?.question(words, { line, key: ticket.id, ...row })}
  </li>`;
}

const removeButton = ({ words, ask }: Lines, { tickets, title }: Row) => html`<button
  class="button icon bare small-icon"
  data-remove=${tickets[0].id}
  aria-label=${words.buy.cart.remove(title)}
  @click=${() => ask(tickets[0].id)}
>
  ${icon(close)}
</button>`;

/** The tariff as a small menu once the event's tariffs are known, else as text. */
function tariffOf({ words, events, isOpen, change }: Lines, line: CartLine, row: Row): TemplateResult {
  const [ticket] = row.tickets;
  const event = events[line.eventId]?.value;
  const choices = event && isOpen && row.tickets.length === 1 ? choicesOf(event, line, ticket) : [];
  if (!event || choices.length < 2) return html`<p class="soft ticket-tariff">${ticket.tariffName}</p>`;
  const label = words.buy.cart.tariffFor(row.title);
  return html`<span class="tariff">
    <select
      aria-label=${label}
      @change=${(changed: Event) => change(ticket.id, (changed.target as HTMLSelectElement).value)}
    >
      ${choices.map(
        ({
          tariff,
          amountMinor,
        }) => html`<option value=${tariff.id} .selected=${tariff.id === ticket.tariffId}>
          ${tariff.name}, ${amount(words, { amountMinor, currency: event.currency })}
        </option>`,
      )}
    </select>
    <span class="tariff-name" aria-hidden="true">${ticket.tariffName} ${icon(down)}</span>
  </span>`;
}

/** What the same place costs at each tariff that anybody may take. */
function choicesOf(
  { performances, items, tariffs }: EventDetail,
  line: CartLine,
  ticket: CartTicket,
): { tariff: Tariff; amountMinor: number }[] {
  const prices: readonly TariffPrice[] | undefined = line.performanceId
    ? performances
        .find(({ id }) => id === line.performanceId)
        ?.seatCategories.find(({ id }) => id === ticket.seatCategoryId)?.prices
    : items.find(({ id }) => id === line.itemId)?.prices;
  return (prices ?? []).flatMap(({ tariffId, amountMinor }) => {
    const tariff = tariffs.find(({ id }) => id === tariffId);
    return tariff && (!tariff.membersOnly || tariffId === ticket.tariffId) ? [{ tariff, amountMinor }] : [];
  });
}

function rowsOf(words: Lines['words'], line: CartLine): Row[] {
  const rows: Row[] = [];
  const places = new Map<string, [CartTicket, ...CartTicket[]]>();
  for (const ticket of line.tickets) {
    const title = placeOf(words, ticket.seat, ticket.tariffName);
    if (ticket.seat) rows.push({ tickets: [ticket], title });
    else {
      // A promo code may make some of them cheaper.
      const kind = ticket.tariffId + ticket.price.amountMinor;
      if (places.get(kind)?.push(ticket) === undefined) places.set(kind, [ticket]);
    }
  }
  for (const tickets of places.values()) {
    const title = words.buy.tickets(tickets.length, isOther(line));
    rows.push({ tickets, title });
  }
  return rows;
}

function changeSeats({ words, isOpen, eventUrl }: Lines, { hasSeatMap, eventId, performanceId }: CartLine) {
  if (!isOpen || !hasSeatMap || !eventUrl || !performanceId) return nothing;
  return html`<a class="link change" href=${eventUrl.replaceAll('{id}', encodeURIComponent(eventId))}>
    ${words.buy.cart.changeSeats}
  </a>`;
}
