const words: Readonly<Record<string, string>> = { en: 'Reload this page', fr: 'Recharger la page' };
const offered = 'button[data-reload]';

/** A button that reloads the page, at the end of an element, for where no other code can be had: it needs nothing but the browser. */
export function offerReload(host: Element): void {
  const root = rootOf(host);
  if (root.querySelector(offered)) return;
  const button = document.createElement('button');
  const lang = host.closest<HTMLElement>('[lang]')?.lang ?? navigator.language;
  button.textContent = words[lang.slice(0, 2).toLowerCase()] ?? words.en!;
  button.dataset.reload = '';
  button.onclick = () => location.reload();
  root.append(button);
}

/** The code has come after all. */
export const takeBackReload = (host: Element): void =>
  (host.shadowRoot ?? host).querySelector(offered)?.remove();

/** An element that is not defined yet gets a root in which the page's own content is seen; a form of another tag is its own. */
export function rootOf(host: Element): Element | ShadowRoot {
  if (host.shadowRoot || !host.localName.includes('-')) return host.shadowRoot ?? host;
  const root = host.attachShadow({ mode: 'open' });
  root.append(document.createElement('slot'));
  return root;
}
