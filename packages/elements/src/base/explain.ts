import type { Remote } from '@s360-widgets/store';
import type { LitElement } from 'lit';
import type { ShopContext } from './context.js';

/**
 * With the shop's `debug`, shows under a widget why it is empty; for the page's makers, so in English only.
 * @param why what the widget reads, from which the reason is told (undefined: it does not know what to read), or the reason
 * itself; null takes the panel away
 * @param shown how much it found to show in what it reads
 */
export async function explain(
  element: LitElement,
  shop: ShopContext | undefined,
  why: Remote<unknown> | string | null | undefined,
  shown = 1,
): Promise<void> {
  if (!shop?.debug) return;
  const { panelIn } = await import('./explain.panel.js');
  panelIn(element, shop, why, shown);
}
