import type { Remote } from '@s360-widgets/store';
import type { LitElement } from 'lit';
import type { ShopContext } from './context.js';

const look =
  'display:block;margin:8px 0 0;padding:12px;border:1px dashed;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere';

/** Writes, renews or removes the panel at the end of an element's shadow root. */
export function panelIn(
  element: LitElement,
  shop: ShopContext,
  why: Remote<unknown> | string | null | undefined,
  shown: number,
): void {
  const root = element.renderRoot;
  const old = root.querySelector<HTMLElement>(':scope > [data-debug]');
  const reason = typeof why === 'string' || why === null ? why : reasonOf(why, shown);
  if (!reason) return old?.remove();
  const panel = old ?? root.appendChild(document.createElement('output'));
  panel.dataset.debug = '';
  panel.style.cssText = look;
  const attributes = element.getAttributeNames().map((name) => `${name}="${element.getAttribute(name)}"`);
  panel.textContent = [
    `<${[element.localName, ...attributes].join(' ')}> is empty: ${reason}`,
    `relay ${shop.relay || '(none)'} · language ${shop.store.state.lang}`,
  ].join('\n');
}

function reasonOf(remote: Remote<unknown> | undefined, shown: number): string | null {
  if (!remote) return 'neither an attribute nor the address of the page says what to show';
  if (remote.status === 'failed') return `the relay answered with the problem “${remote.problem.code}”`;
  if (remote.status === 'ready' && !shown)
    return 'the relay answered, but nothing of it is still to come and fits the attributes';
  return null;
}
