import type { Order, Ticket } from '@s360-widgets/contract';
import type { ProblemError } from '@s360-widgets/contract/problem';
import { ordersSlice, type Store } from '@s360-widgets/store';
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { type CalendarEntry, calendarFile } from './calendar-file.js';
import { icon } from './icon.js';
import { close } from './icons.js';
import { note } from './note.js';
import { isOther } from './others.js';
import { placeOf, placesOf } from './place.js';
import { saveFile } from './save-file.js';
import { isDated, ticketCard } from './ticket-card.js';
import { ticketCode } from './ticket-code.js';

export type TicketWords = Words<'base' | 'buy' | 'tickets' | 'problems'>;

/** The tickets of one order for one visit. */
export interface Visit {
  readonly key: string;
  readonly order: Order;
  readonly tickets: readonly [Ticket, ...Ticket[]];
}

export function visitsOf(order: Order): Visit[] {
  const visits = new Map<string, { key: string; order: Order; tickets: [Ticket, ...Ticket[]] }>();
  for (const ticket of order.tickets) {
    const key = [order.orderId, ticket.eventId, ticket.performanceId ?? ticket.startAt].join(' ');
    const visit = visits.get(key);
    if (visit) visit.tickets.push(ticket);
    else visits.set(key, { key, order, tickets: [ticket] });
  }
  return [...visits.values()];
}

/** Shows tickets and does what their buttons say: files, calendar, full screen. Shared by confirmation and orders. */
export class TicketDesk implements ReactiveController {
  #problem: ProblemError | null = null;
  #shown: { ticket: Ticket; place: string } | null = null;
  #awake: WakeLockSentinel | undefined;
  readonly #opened = new Set<string>();

  constructor(
    private readonly host: LitElement,
    private readonly store: () => Store | undefined,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const dialog = this.host.renderRoot.querySelector<HTMLDialogElement>('dialog.code-view');
    if (this.#shown && dialog && !dialog.open) dialog.showModal();
  }

  hostDisconnected(): void {
    this.#close();
  }

  /** @param few how many to show until all are asked for; paper always has all */
  cards(
    words: TicketWords,
    visit: Visit,
    few: number,
    more: (hidden: readonly Ticket[]) => string,
  ): TemplateResult {
    const { key, order, tickets } = visit;
    const isOpen = this.#opened.has(key) || tickets.length <= few;
    return html`<div class="tickets">
      ${tickets.map((ticket, index) =>
        ticketCard({
          isOnPaperOnly: !isOpen && index >= few,
          words,
          order,
          ticket,
          number: index + 1,
          of: tickets.length,
          onPdf: () => void this.download(words, order, ticket.id),
          onCalendar: () => this.calendar(words, [visit]),
          onFullScreen: () => void this.#show(words, ticket),
        }),
      )}
      ${
        tickets.length <= few
          ? nothing
          : html`<p class="more-tickets">
              <span class="soft">${isOpen ? nothing : more(tickets.slice(few))}</span>
              <button class="link" aria-expanded=${isOpen ? 'true' : 'false'} @click=${() => this.#toggle(key)}>
                ${isOpen ? words.tickets.ticket.fewer : words.tickets.ticket.showAll(tickets.length)}
              </button>
            </p>`
      }
    </div>`;
  }

  /** What belongs once into a page with tickets: problems, and the code in full screen. */
  furniture(words: TicketWords): TemplateResult {
    const { ticket: say } = words.tickets;
    const shown = this.#shown;
    return html`${this.#problem ? note({ tone: 'warn', live: true, ...words.problems[this.#problem.code] }) : nothing}
      ${
        shown?.ticket.code
          ? html`<dialog class="code-view" aria-label=${say.code(shown.place, isOther(shown.ticket))} @close=${() => this.#close()}>
              <button
                class="button icon"
                aria-label=${words.buy.close}
                @click=${(event: Event) => this.#close((event.currentTarget as HTMLElement).closest('dialog'))}
              >
                ${icon(close)}
              </button>
              <div>
                ${ticketCode(shown.ticket.code, say.code(shown.place, isOther(shown.ticket)))}
                <p class="title-s">${shown.ticket.title}</p>
                <p>${shown.place}</p>
                <p class="small">${say.bright}</p>
              </div>
            </dialog>`
          : nothing
      }`;
  }

  /** @param ticketId one ticket; all of the order without it */
  async download(words: TicketWords, { orderId }: Order, ticketId?: string): Promise<void> {
    const save = (file: Blob) => saveFile(file, words.tickets.ticket.file(orderId));
    const store = this.store();
    store?.use(ordersSlice);
    this.#problem =
      (await store?.dispatch('tickets-download', {
        orderId,
        ...(ticketId ? { ticketId } : {}),
        save,
      })) ?? null;
    this.host.requestUpdate();
  }

  calendar(words: TicketWords, visits: readonly Visit[]): void {
    const entries = visits.flatMap((visit) => entryOf(words, visit) ?? []);
    saveFile(calendarFile(entries, this.store()?.clock.now() ?? Date.now()), words.tickets.ticket.ics);
  }

  #toggle(key: string): void {
    if (!this.#opened.delete(key)) this.#opened.add(key);
    this.host.requestUpdate();
  }

  /** The screen stays on while a code is shown, where the browser can do that. */
  async #show(words: TicketWords, ticket: Ticket): Promise<void> {
    this.#shown = { ticket, place: placeOf(words, ticket.seat, ticket.tariffName) };
    this.host.requestUpdate();
    const lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (this.#shown) this.#awake = lock;
    else void lock?.release();
  }

  /** @param dialog closed first, so that the browser gives the focus back */
  #close(dialog?: HTMLDialogElement | null): void {
    dialog?.close();
    this.#shown = null;
    void this.#awake?.release();
    this.#awake = undefined;
    this.host.requestUpdate();
  }
}

/** Null for a visit without a time of its own. */
function entryOf(words: TicketWords, { key, order, tickets }: Visit): CalendarEntry | null {
  const [{ title, startAt, endAt, venueName, venueAddress }] = tickets;
  if (!startAt || !isDated(tickets[0])) return null;
  const number = words.tickets.done.order(order.orderId).replace(/\.$/, '');
  const notes = [...placesOf(words, tickets), number.charAt(0).toUpperCase() + number.slice(1)].join('\n');
  const place = [venueName, venueAddress].filter(Boolean).join(', ');
  return { uid: `${key.replaceAll(' ', '-')}@s360-widgets`, title, startAt, endAt, place, notes };
}
