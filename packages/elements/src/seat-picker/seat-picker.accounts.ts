import { catalogSlice } from '@s360-widgets/store';
import { nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { Lazy } from '../base/lazy.js';
import type * as SignInFirst from '../pieces/sign-in-first.js';
import type { Desk } from './seat-picker.desk.js';

/** What the tray says where the shop sells to accounts only, of which this page knows none. */
export class Accounts {
  readonly #signIn: Lazy<typeof SignInFirst>;

  constructor(host: ReactiveElement, { ways: { store } }: Desk) {
    this.#signIn = new Lazy(host, () => import('../pieces/sign-in-first.js'));
    store?.use(catalogSlice);
    if (store?.state.shop.status === 'idle') void store.dispatch('shop-load', {});
  }

  /** Undefined where everybody may buy. */
  instead({ words, ways: { store } }: Desk): TemplateResult | typeof nothing | undefined {
    const shop = store?.state.shop.value;
    if (!shop || shop.signIn === 'optional') return undefined;
    return this.#signIn.get()?.signInFirst(shop, words.lang) ?? nothing;
  }
}
