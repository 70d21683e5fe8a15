import type { LitElement } from 'lit';
import type { ShopContext } from './context.js';

/**
 * With the shop's `debug`, shows under a widget why it is empty; for the page's makers, so in English only.
 * @param reason null takes the panel away
 */
export async function explain(
  element: LitElement,
  shop: ShopContext | undefined,
  reason: string | null,
): Promise<void> {
  if (!shop?.debug) return;
  const { panelIn } = await import('./explain.panel.js');
  panelIn(element, shop, reason);
}
