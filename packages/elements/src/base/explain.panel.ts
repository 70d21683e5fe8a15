import type { LitElement } from 'lit';
import type { ShopContext } from './context.js';
import { reasonsOf } from './explain.reasons.js';

const look =
  'display:block;margin:8px 0 0;padding:12px;border:1px dashed;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere';

const turns = new WeakMap<LitElement, object>();

/** Writes, renews or removes the one panel at the end of an element's shadow root. */
export async function panelIn(element: LitElement, shop: ShopContext): Promise<void> {
  const turn = {};
  turns.set(element, turn);
  const { reasons, isWaiting } = await reasonsOf(element, shop);
  if (turns.get(element) !== turn) return;
  const root = element.renderRoot;
  const old = [...root.children].find((child) => child.hasAttribute('data-debug'));
  if (isWaiting && old) return;
  if (!reasons.length) return old?.remove();
  const text = [
    tagOf(element),
    ...reasons.map((reason) => `• ${reason}`),
    `relay ${shop.relay || '(none)'} · language ${shop.store.state.lang}`,
  ].join('\n');
  const panel = old ?? root.appendChild(makePanel());
  if (panel.textContent !== text) panel.textContent = text;
}

/** An empty panel. */
export function makePanel(): HTMLElement {
  const panel = document.createElement('output');
  panel.dataset.debug = '';
  panel.style.cssText = look;
  return panel;
}

/** An element as its page has written it. */
export function tagOf(element: Element): string {
  const attributes = element.getAttributeNames().map((name) => `${name}="${element.getAttribute(name)}"`);
  return `<${[element.localName, ...attributes].join(' ')}>`;
}
