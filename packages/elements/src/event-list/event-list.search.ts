import type { EventSummary } from '@s360-widgets/contract';
import { searchSlice, type Store } from '@s360-widgets/store';
import type { ReactiveController, ReactiveElement } from 'lit';
import { foldName } from '../base/attribute-text.js';
import { requestShop } from '../base/context.js';
import type { Filters } from './event-list.listing.js';

/** A list, as far as it is searched. */
interface Searched extends ReactiveElement {
  readonly filters: Filters;
  readonly filtersHidden: boolean;
}

const described = new WeakMap<EventSummary, string>();

/** What an event is about, as words are compared; empty until it is known. */
export const descriptionOf = (event: EventSummary): string => described.get(event) ?? '';

/** Fetches what the events are about once a visitor searches, so that what is only told of there is found as well. */
export function lookIntoDescriptions(list: Searched): void {
  if (!list.filtersHidden) list.addController(new Descriptions(list));
}

/** Without the descriptions, because they are coming or can't be had, names are found as ever. */
class Descriptions implements ReactiveController {
  #store: Store | undefined;
  #leave: (() => void) | undefined;

  constructor(readonly list: Searched) {}

  hostConnected(): void {
    this.#leave?.();
    requestShop(this.list, ({ store }, leave) => {
      this.#leave = leave;
      this.#store = store;
      store.use(searchSlice);
    });
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#store = undefined;
  }

  hostUpdate(): void {
    const store = this.#store;
    if (!store || !this.list.filters.text) return;
    const { descriptions, events } = store.state;
    if (descriptions.status === 'idle') void store.dispatch('descriptions-load', {});
    const [first] = events.value?.events ?? [];
    if (!first || !descriptions.value || described.has(first)) return;
    const texts = new Map(descriptions.value.descriptions.map(({ eventId, text }) => [eventId, text]));
    for (const event of events.value?.events ?? []) described.set(event, foldName(texts.get(event.id) ?? ''));
  }
}
