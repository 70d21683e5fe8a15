import { langAround } from './lang.js';

const words: Readonly<Record<string, string>> = { en: 'Reload this page', fr: 'Recharger la page' };

/** Those that were offered, by what they stand in. */
const offered = new Map<Element, HTMLButtonElement>();

/** A button that reloads the page, at the end of an element, for where no other code can be had: it needs nothing but the browser. */
export function offerReload(host: Element): void {
  if (offered.has(host)) return;
  const button = document.createElement('button');
  button.textContent = words[languageOf(host)] ?? words.en!;
  button.onclick = () => location.reload();
  rootOf(host).append(button);
  offered.set(host, button);
}

/** The code has come after all. */
export function takeBackReload(host: Element): void {
  offered.get(host)?.remove();
  offered.delete(host);
}

/** Two letters. */
export const languageOf = (element: Element): string =>
  (langAround(element) ?? navigator.language).slice(0, 2).toLowerCase();

/** An element that is not defined yet gets a root in which the page's own content is seen; a form of another tag is its own. */
export function rootOf(host: Element): Element | ShadowRoot {
  const { localName, shadowRoot } = host;
  if (shadowRoot || !localName.includes('-')) return shadowRoot ?? host;
  const root = host.attachShadow({ mode: 'open' });
  root.append(document.createElement('slot'));
  return root;
}
