import type { Store } from '@s360-widgets/store';
import { nothing, type TemplateResult } from 'lit';
import type { Words } from '../base/words.js';
import { note } from './note.js';

/** Tells a visitor whose browser does not keep the cart, before the page is left, what does not lose it. */
export function unkeptNote(words: Words, store: Store | undefined): TemplateResult | typeof nothing {
  const text = words.problems?.['cart-unkept'];
  return text && store?.state.unkeptToken ? note({ tone: 'warn', ...text, live: true }) : nothing;
}
