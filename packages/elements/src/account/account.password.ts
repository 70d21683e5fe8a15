import type { Store } from '@s360-widgets/store';
import { html, type TemplateResult } from 'lit';
import { AccountForm, type FormView } from './account.form.js';

interface PasswordView extends FormView {
  readonly store: Store;
  readonly onChanged: () => void;
  readonly onCancel: () => void;
}

/** Another password, by who knows the one before. */
export class PasswordForm extends AccountForm<'current' | 'next'> {
  render(view: PasswordView): TemplateResult {
    const { say, store } = view;
    const current = { id: 'current', label: say.currentPassword, missing: say.errors.password } as const;
    const next = { id: 'next', label: say.newPassword, missing: say.errors.newPassword } as const;
    const submit = (event: Event) =>
      void this.send(event, [current, next], () => this.#change(store, view.onChanged));
    return html`<form novalidate @submit=${submit} part="form">
      <h2 class="title-s" tabindex="-1" data-title>${say.changePassword}</h2>
      ${this.trouble(view)}
      ${this.field(current, { type: 'password', autocomplete: 'current-password' })}
      ${this.field(next, { type: 'password', autocomplete: 'new-password' })}
      <div class="actions">
        ${this.button(say.save)}
        <button class="button large bare" type="button" @click=${view.onCancel}>${say.cancel}</button>
      </div>
    </form>`;
  }

  async #change(store: Store, onChanged: () => void) {
    const { current: currentPassword = '', next: newPassword = '' } = this.draft;
    const problem = await store.dispatch('password-change', { currentPassword, newPassword });
    if (!problem) onChanged();
    return problem;
  }
}
