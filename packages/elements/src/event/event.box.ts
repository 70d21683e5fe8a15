import type { Cart, CartTicket } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import type { Store } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../pieces/icon.js';
import { bag, check, info } from '../pieces/icons.js';
import { map, refresh, ticket } from '../pieces/icons.more.js';
import { note } from '../pieces/note.js';
import { isOther } from '../pieces/others.js';
import { unkeptNote } from '../pieces/unkept-note.js';
import type { EventSetting } from './event.setting.js';
import { categoryName } from './event.offer.js';

/** How far the way into the cart has got. */
export interface BoxSetting extends EventSetting {
  readonly isBusy: boolean;
  readonly problem: ProblemError | null;
  add(): void;
  openMap(): void;
}

/** The box beside the tickets: what is asked for, the total, and the button. */
export function offerBox(setting: BoxSetting): TemplateResult {
  const { event, offer, words, problem } = setting;
  const { ticketCount, totalMinor, category, occasion } = offer;
  const say = words.event;
  const isSeated = !!category;
  return html`<section class="box" part="box" aria-labelledby="box-title">
      <h3 class="title-s" id="box-title">${isSeated ? say.best : say.places}</h3>
      ${occasion && setting.tours?.chosen ? html`<p class="meta soft">${setting.tours.chosen}</p>` : nothing}
      ${
        ticketCount
          ? html`${
              category
                ? html`<p class="meta soft">${say.bestHint(ticketCount, categoryName(offer))}</p>`
                : nothing
            }
              <div class="asked">${icon(isOther(event) ? bag : ticket)}<ul>${wanted(setting)}</ul></div>
              <p class="total" role="status">
                <span>${say.ticketCount(ticketCount)}</span
                ><b class="title-m number">${words.format.money(totalMinor, event.currency)}</b>
              </p>`
          : html`<p class="meta soft" id="add-hint">${say.chooseSome}</p>`
      }
      ${missingNote(setting)} ${lackingNote(setting)} ${problem ? problemNote(problem, setting) : nothing} ${addButton(setting)}
      ${
        occasion?.performance?.hasSeatMap
          ? html`<p class="or small soft"><span>${say.or}</span></p>
              <button class="button" id="to-map" @click=${setting.openMap}>${icon(map)}${say.map}</button>`
          : nothing
      }
      ${isSeated ? html`<p class="small soft">${say.hold}</p>` : nothing}
    </section>
    ${bookingFee(setting)}`;
}

const wanted = ({ event, offer }: BoxSetting) =>
  offer.rows
    .filter(({ count }) => count)
    .map(({ tariff, count }) => {
      const isItem = isOther(event) && event.kind !== 'package';
      const name = isItem && offer.item ? offer.item.name : tariff.name;
      return html`<li><b class="number">${count}</b> × ${name}</li>`;
    });

function addButton(setting: BoxSetting): TemplateResult {
  const { offer, words, isBusy, add } = setting;
  const canAdd = offer.ticketCount > 0 && !offer.lacking && !missingOf(setting) && !isBusy;
  const say = words.event;
  return html`<button
    class="button primary large"
    aria-disabled=${!canAdd && !isBusy}
    aria-busy=${isBusy}
    aria-describedby=${canAdd ? nothing : 'add-hint'}
    @click=${() => canAdd && add()}
  >
    ${isBusy ? html`<span class="turning">${icon(refresh)}</span>${say.adding}` : say.add}
  </button>`;
}

/** What is still to be chosen: dates of a season ticket, parts of a package, or the language or theme of a guided visit. */
function missingOf({ event, offer, tours, words }: BoxSetting): string | undefined {
  const { season, package: packages } = words.event;
  if (offer.toChoose) return (event.kind === 'package' ? packages : season).chooseMore(offer.toChoose);
  return offer.occasion ? tours?.missing : undefined;
}

function missingNote(setting: BoxSetting): TemplateResult | typeof nothing {
  const missing = missingOf(setting);
  return setting.offer.ticketCount && missing
    ? html`<p class="meta" id="add-hint" role="status">${missing}</p>`
    : nothing;
}

/** A tariff that is sold only with another is explained here, before the box office refuses it. */
function lackingNote({ event, offer, words }: BoxSetting): TemplateResult | typeof nothing {
  if (!offer.lacking) return nothing;
  const { name, requiresTariffIds } = offer.lacking;
  const names = event.tariffs.filter(({ id }) => requiresTariffIds.includes(id)).map((tariff) => tariff.name);
  return html`<div id="add-hint">
    ${note({ title: words.event.needsNow(name, words.format.list(names, 'disjunction')), live: true })}
  </div>`;
}

function problemNote({ code, details }: ProblemError, { words }: BoxSetting): TemplateResult {
  const { title, text } = words.problems[code];
  const limit = details.limit ? ` ${words.event.most(details.limit)}` : '';
  return note({ tone: 'bad', title, text: text + limit, live: true });
}

const bookingFee = ({ event, words, offer }: BoxSetting) =>
  event.bookingFee && offer.rows.length
    ? html`<p class="hint small soft">
        ${icon(info)}${words.event[event.bookingFee.isIncluded ? 'feeIncluded' : 'bookingFee'](
          words.format.money(event.bookingFee.amountMinor, event.currency),
        )}
      </p>`
    : nothing;

/** What the visitor has just put into the cart. */
export interface Added {
  readonly cart: Cart;
  readonly tickets: readonly CartTicket[];
}

export interface AddedSetting extends EventSetting {
  readonly added: Added;
  readonly cartUrl: string;
  readonly checkoutUrl: string;
  readonly store: Store | undefined;
  goOn(to: 'cart' | 'checkout', click: Event): void;
}

/** Says what is held and until when, and where to go on. It takes the focus. */
export function addedBox({ added, words, cartUrl, checkoutUrl, store, goOn }: AddedSetting): TemplateResult {
  const { cart, tickets } = added;
  const isSeated = tickets.some(({ seat }) => seat);
  const say = words.event;
  const way = (to: 'cart' | 'checkout', url: string, look: string, text: string) =>
    url
      ? html`<a class=${look} href=${url} @click=${(click: Event) => goOn(to, click)}>${text}</a>`
      : html`<button class=${look} @click=${(click: Event) => goOn(to, click)}>${text}</button>`;
  return html`<section class="box" part="box" aria-labelledby="added" aria-describedby="held" tabindex="-1">
    <h3 class="title-s done" id="added">${icon(check)}${say.addedTitle(tickets.length)}</h3>
    ${
      isSeated
        ? html`<ul class="asked">
            ${rowsOfSeats(tickets).map(
              ({ area, row, seats }) => html`<li>
                <bdi>${say.place(area, row)}</bdi>
                <bdi class="small soft">${say.seats(seats.length, words.format.list(seats))}</bdi>
              </li>`,
            )}
          </ul>`
        : nothing
    }
    ${
      cart.expiresAt
        ? html`<p class="meta" id="held">${(isSeated ? say.addedUntil : say.heldUntil)(words.format.time(cart.expiresAt, cart.timeZone))}</p>`
        : nothing
    }
    ${unkeptNote(words, store)} ${way('checkout', checkoutUrl, 'button primary large', say.checkOut)} ${way('cart', cartUrl, 'button', say.seeCart)}
  </section>`;
}

/** Seats side by side are named together. */
function rowsOfSeats(tickets: readonly CartTicket[]): { area: string; row: string; seats: string[] }[] {
  const rows = new Map<string, { area: string; row: string; seats: string[] }>();
  for (const { seat } of tickets) {
    if (!seat) continue;
    const key = `${seat.area}|${seat.block}|${seat.row}`;
    const area = [seat.area, seat.block].filter(Boolean).join(', ');
    const known = rows.get(key) ?? { area, row: seat.row, seats: [] };
    rows.set(key, { ...known, seats: [...known.seats, seat.number] });
  }
  return [...rows.values()];
}
