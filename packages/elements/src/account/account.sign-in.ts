import type { Store } from '@s360-widgets/store';
import { html, nothing, type TemplateResult } from 'lit';
import { AccountForm, type FormView } from './account.form.js';

interface SignInView extends FormView {
  readonly store: Store;
}

/** Login and password. */
export class SignInForm extends AccountForm<'email' | 'password'> {
  #isRemembered = false;

  render(view: SignInView): TemplateResult {
    const { say, store } = view;
    const shopUrl = store.state.shop.value?.shopUrl;
    const email = { id: 'email', label: say.email, missing: say.errors.email } as const;
    const password = { id: 'password', label: say.password, missing: say.errors.password } as const;
    const submit = (event: Event) => void this.send(event, [email, password], () => this.#signIn(store));
    return html`<form novalidate @submit=${submit} part="form">
      <h2 class="title-s" tabindex="-1" data-title>${say.title}</h2>
      ${this.trouble(view)}
      ${this.field(email, { type: 'email', autocomplete: 'username' })}
      ${this.field(password, { type: 'password', autocomplete: 'current-password' })}
      <label class="remember">
        <input
          class="check"
          type="checkbox"
          .checked=${this.#isRemembered}
          @change=${(event: Event) => (this.#isRemembered = (event.target as HTMLInputElement).checked)}
        />
        ${say.remember}
      </label>
      <div class="actions">${this.button(say.signIn)}</div>
      ${
        shopUrl
          ? html`<p class="small soft">${say.forgotten} <a class="link" href=${shopUrl}>${say.toShop}</a></p>`
          : nothing
      }
    </form>`;
  }

  #signIn(store: Store) {
    const { email: login = '', password = '' } = this.draft;
    return store.dispatch('sign-in', { login, password, isRemembered: this.#isRemembered });
  }
}
