import type { LitElement } from 'lit';
import type { ShopContext } from './context.js';

const look =
  'display:block;margin:8px 0 0;padding:12px;border:1px dashed;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere';

/** Writes, renews or removes the panel at the end of an element's shadow root. */
export function panelIn(element: LitElement, shop: ShopContext, reason: string | null): void {
  const root = element.renderRoot;
  const old = root.querySelector<HTMLElement>(':scope > [data-debug]');
  if (!reason) return old?.remove();
  const panel = old ?? root.appendChild(document.createElement('output'));
  panel.dataset.debug = '';
  panel.style.cssText = look;
  panel.textContent = `<${element.localName}> is empty: ${reason}\nrelay ${shop.relay || '(none)'} · language ${shop.store.state.lang}`;
}
