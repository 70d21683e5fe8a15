import type { Shop } from '@s360-widgets/contract';
import { html, type TemplateResult } from 'lit';
import { messages as en, type SignInMessages } from '../locales/en.sign-in.js';
import { messages as fr } from '../locales/fr.sign-in.js';
import { note } from './note.js';

const languages: Readonly<Record<string, SignInMessages>> = { en, fr };

/**
 * Stands where a page would sell if it knew its visitors' accounts: says so, and how tickets can be had. Loaded when it is needed.
 * A sign-in belongs in its place.
 */
export function signInFirst(shop: Shop, lang: string): TemplateResult {
  const { title, toShop, ...say } = languages[lang] ?? en;
  const { shopUrl, supportPhone } = shop;
  if (shopUrl) {
    const actions = html`<a class="button primary" href=${shopUrl}>${toShop}</a>`;
    return note({ title, text: say.inShop, actions });
  }
  return note({ title, text: supportPhone ? say.byPhone(supportPhone) : say.atBoxOffice });
}
