import { ordersSlice, catalogSlice, type Store } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../base/define.js';
import { ShopElement } from '../base/element.js';
import { explain } from '../base/explain.js';
import { PollController } from '../base/poll.js';
import type { Words } from '../base/words.js';
import { failureNote, failureNotice } from '../pieces/failure.js';
import { ticket } from '../pieces/icons.more.js';
import { noteStyles, notice } from '../pieces/note.js';
import { hasOthers } from '../pieces/others.js';
import { placesOf } from '../pieces/place.js';
import { posterStyles } from '../pieces/poster.js';
import { skeletonStyles } from '../pieces/skeleton.js';
import { ticketCardStyles } from '../pieces/ticket-card.styles.js';
import { TicketDesk, type Visit } from '../pieces/ticket-desk.js';
import { askAgainSeconds, unreadParts } from '../pieces/unread-parts.js';
import { baseStyles } from '../styles/base.js';
import { controls } from '../styles/controls.js';
import { type Group, type SortedOrders, sortOrders } from './my-orders.groups.js';
import { myOrdersStyles } from './my-orders.styles.js';

const groups = ['base', 'buy', 'tickets', 'problems'] as const;
type OrderWords = Words<(typeof groups)[number]>;

const tabs = ['upcoming', 'past'] as const;
type Tab = (typeof tabs)[number];

/**
 * The orders that were made on this device, with their tickets: codes, files, calendar.
 *
 * @element s360-my-orders
 * @slot - Shown until the element is ready, and when the box office can't be reached.
 * @csspart base - All of it.
 * @csspart tabs - The row of tabs.
 * @csspart ticket - One ticket.
 * @csspart stub - The part of a ticket with its code.
 * @csspart poster - The picture of a ticket.
 * @csspart note - A message.
 */
export class S360MyOrders extends ShopElement<(typeof groups)[number]> {
  static override styles = [
    ...[baseStyles, controls, noteStyles, posterStyles, skeletonStyles],
    ...[ticketCardStyles, myOrdersStyles],
  ];

  static override properties = {
    tab: { state: true },
  };

  protected override readonly slices = [ordersSlice, catalogSlice];
  protected override readonly wordGroups = groups;
  readonly #desk = new TicketDesk(this, () => this.store);

  private tab: Tab = 'upcoming';

  constructor() {
    super();
    new PollController(
      this,
      () => askAgainSeconds,
      () => {
        const { store } = this;
        const isMissing = store?.state.orders.value?.some(({ unread }) => unread.length > 0);
        if (isMissing) void store?.dispatch('orders-load', {});
      },
    );
  }

  protected override load(store: Store): void {
    if (store.state.shop.status === 'idle') void store.dispatch('shop-load', {});
    void store.dispatch('orders-load', {});
  }

  protected override updated(): void {
    void explain(this, this.shop);
  }

  protected override render(): TemplateResult {
    const { words, store } = this;
    if (!words || !store) return this.hasFallback ? html`<slot></slot>` : this.#skeleton();
    const { orders, shop } = store.state;
    const onRetry = () => void store.dispatch('orders-load', {});
    const failure = orders.status === 'failed' && {
      words,
      problem: orders.problem,
      shop: shop.value,
      text: words.buy.made.safe,
      onRetry,
    };
    if (failure && !orders.value) {
      return this.hasFallback ? html`<slot></slot>` : html`<div class="base">${failureNotice(failure)}</div>`;
    }
    if (!orders.value) return this.#skeleton();
    return html`<div class="base" part="base">
      ${failure ? failureNote(failure) : nothing} ${unreadParts(words, orders.value, onRetry)}
      ${this.#desk.furniture(words)}
      ${orders.value.length ? this.#sorted(words, sortOrders(words, orders.value, store.clock.now())) : this.#empty(words)}
    </div>`;
  }

  #empty({ tickets: { orders } }: OrderWords): TemplateResult {
    return notice({ glyph: ticket, title: orders.emptyTitle, text: orders.emptyText });
  }

  #sorted(words: OrderWords, sorted: SortedOrders): TemplateResult {
    const { orders } = words.tickets;
    const shown = sorted[this.tab];
    return html`<div class="tabs" role="tablist" part="tabs" aria-label=${orders.label} @keydown=${this.#onKey}>
        ${tabs.map((tab) => this.#tabButton(words, tab, sorted[`${tab}Count`]))}
      </div>
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.tab}">
        ${
          shown.length
            ? shown.map((group) => this.#group(words, group))
            : html`<p class="soft none">${this.tab === 'past' ? orders.nonePast : orders.noneUpcoming}</p>`
        }
      </div>`;
  }

  #tabButton({ tickets, format }: OrderWords, tab: Tab, count: number): TemplateResult {
    const isOpen = tab === this.tab;
    return html`<button
      role="tab"
      id="tab-${tab}"
      aria-selected=${isOpen ? 'true' : 'false'}
      aria-controls="panel"
      tabindex=${isOpen ? 0 : -1}
      @click=${() => (this.tab = tab)}
    >
      ${tickets.orders[tab]} <span class="count number">${format.count(count)}</span>
    </button>`;
  }

  #group(words: OrderWords, { heading, visits }: Group): TemplateResult {
    const [first] = visits;
    const { tickets, format } = words;
    const bought = first && format.date(first.order.purchasedAt, first.order.timeZone);
    return html`<section>
      <div class="group-head">
        <h2 class="title-s">${heading}</h2>
        ${
          first && visits.every(({ order }) => order === first.order)
            ? html`<p class="small soft">${tickets.orders.order(first.order.orderId, bought ?? '')}</p>`
            : nothing
        }
      </div>
      ${visits.map((visit) => this.#visit(words, visit))}
    </section>`;
  }

  #visit(words: OrderWords, visit: Visit): TemplateResult {
    return this.#desk.cards(words, visit, 1, (hidden) => {
      const places = placesOf(words, hidden);
      if (!places.length) return words.tickets.done.more(hidden.length, hasOthers(hidden));
      return words.tickets.ticket.more(hidden.length, places.join('; '));
    });
  }

  /** Arrows move between the tabs, as the pattern has it; the first and last are Home and End. */
  #onKey(event: KeyboardEvent): void {
    const rtl = getComputedStyle(this).direction === 'rtl';
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    const at = tabs.indexOf(this.tab);
    const target =
      { Home: 0, End: tabs.length - 1 }[event.key] ?? (step && (at + step + tabs.length) % tabs.length);
    const next = target === undefined ? undefined : tabs[target];
    if (!next) return;
    event.preventDefault();
    this.tab = next;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }

  #skeleton(): TemplateResult {
    return html`<div class="base pulse" part="base" aria-busy="true">
      <div class="bone short"></div>
      <div class="bone"></div>
      <div class="bone"></div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    's360-my-orders': S360MyOrders;
  }
}

define('s360-my-orders', S360MyOrders);
