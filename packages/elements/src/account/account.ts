import { accountSlice, browserKeys, catalogSlice, type Store } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { define } from '../base/define.js';
import { ShopElement } from '../base/element.js';
import { explain } from '../base/explain.js';
import { Lazy } from '../base/lazy.js';
import type { Words } from '../base/words.js';
import { type AccountMessages, messages as en } from '../locales/en.account.js';
import { messages as fr } from '../locales/fr.account.js';
import { failureNotice } from '../pieces/failure.js';
import { fieldStyles } from '../pieces/field.js';
import { keepFocus } from '../pieces/focus-keeper.js';
import { note, noteStyles } from '../pieces/note.js';
import { skeletonStyles } from '../pieces/skeleton.js';
import { baseStyles } from '../styles/base.js';
import { controls } from '../styles/controls.js';
import { fields } from '../styles/fields.js';
import { titleStyles } from '../styles/titles.js';
import { SignInForm } from './account.sign-in.js';
import { accountStyles } from './account.styles.js';

const groups = ['base', 'buy', 'problems'] as const;
type AccountWords = Words<(typeof groups)[number]>;

const languages: Readonly<Record<string, AccountMessages>> = { en, fr };

/**
 * Signs visitors in and out, greets them, and lets them change their password. Shows its slot where the relay offers no sign-in.
 *
 * @element s360-account
 * @slot - Shown until the element is ready, and where nobody can sign in.
 * @csspart base - All of it.
 * @csspart form - The form.
 * @csspart note - A message.
 */
export class S360Account extends ShopElement<(typeof groups)[number]> {
  static override styles = [
    ...[baseStyles, titleStyles, controls, fields, fieldStyles, noteStyles, skeletonStyles],
    accountStyles,
  ];

  static override properties = {
    view: { state: true },
  };

  protected override readonly slices = [catalogSlice];
  protected override readonly wordGroups = groups;
  readonly #signIn = new SignInForm(this);
  readonly #password = new Lazy(this, async () => {
    const { PasswordForm } = await import('./account.password.js');
    return new PasswordForm(this);
  });

  private view: 'greeting' | 'password' | 'changed' = 'greeting';

  constructor() {
    super();
    keepFocus(this, '[data-title]');
  }

  protected override load(store: Store): void {
    const relay = this.shop?.relay ?? '';
    store.use(accountSlice({ relay, keys: browserKeys(relay) }));
    if (store.state.shop.status === 'idle') void store.dispatch('shop-load', {});
    if (store.state.account.status === 'idle') void store.dispatch('account-load', {});
  }

  protected override updated(): void {
    void explain(this, this.shop);
  }

  protected override render(): TemplateResult {
    const { words, store } = this;
    if (!words || !store) return this.#waiting();
    const { account, shop } = store.state;
    if (account.value) return this.#framed(this.#signedIn(words, store, account.value.firstName));
    const problem = [account, shop].flatMap((part) => (part.status === 'failed' ? [part.problem] : []))[0];
    if (problem) {
      const onRetry = () => this.#reload(store);
      return this.#framed(failureNotice({ words, problem, shop: shop.value, onRetry }));
    }
    if (account.value === undefined || !shop.value) return this.#waiting();
    if (!shop.value.signInWays.length) return html`<slot></slot>`;
    return this.#framed(this.#signIn.render({ words, store, say: sayIn(words) }));
  }

  #signedIn(words: AccountWords, store: Store, name: string): TemplateResult {
    const say = sayIn(words);
    if (this.view === 'password') {
      const onChanged = () => (this.view = 'changed');
      const onCancel = () => (this.view = 'greeting');
      const form = this.#password.get();
      if (form) return form.render({ words, store, say, onChanged, onCancel });
    }
    const signOut = (everywhere: boolean) => () => void store.dispatch('sign-out', { everywhere });
    return html`<h2 class="title-s" tabindex="-1" data-title>${say.hello(name)}</h2>
      <p class="soft email">${store.state.account.value?.email}</p>
      ${this.view === 'changed' ? note({ title: say.changed, text: say.changedText, live: true }) : nothing}
      ${store.state.isSessionKept ? nothing : note({ tone: 'warn', title: say.unkept, text: say.unkeptText })}
      <div class="actions">
        <button class="button" @click=${signOut(false)}>${say.signOut}</button>
        <button class="button bare" @click=${() => (this.view = 'password')}>${say.changePassword}</button>
        <button class="button bare" @click=${signOut(true)}>${say.signOutEverywhere}</button>
      </div>`;
  }

  #reload(store: Store): void {
    if (store.state.shop.status === 'failed') void store.dispatch('shop-load', {});
    if (store.state.account.status === 'failed') void store.dispatch('account-load', {});
  }

  #framed(content: TemplateResult): TemplateResult {
    return html`<div class="base" part="base">${content}</div>`;
  }

  #waiting(): TemplateResult {
    if (this.hasFallback) return html`<slot></slot>`;
    return html`<div class="base pulse" part="base" aria-busy="true">
      <div class="bone short"></div>
      <div class="bone"></div>
    </div>`;
  }
}

const sayIn = ({ lang }: AccountWords): AccountMessages => languages[lang] ?? en;

declare global {
  interface HTMLElementTagNameMap {
    's360-account': S360Account;
  }
}

define('s360-account', S360Account);
