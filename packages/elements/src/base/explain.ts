import type { LitElement } from 'lit';
import type { ShopContext } from './context.js';

/**
 * With the shop's `debug`, shows under a widget what is wrong with it and how to mend that; for the page's makers, so in English only.
 * To be called after each rendering: the panel goes when nothing is wrong any more.
 */
export async function explain(element: LitElement, shop: ShopContext | undefined): Promise<void> {
  if (!shop?.debug) return;
  const { panelIn } = await import('./explain.panel.js');
  await panelIn(element, shop);
}
