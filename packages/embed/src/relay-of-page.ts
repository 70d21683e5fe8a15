import { relayAddress } from '@s360-widgets/elements/relay-address';

const places = 'script[data-relay], s360-shop[relay], [data-s360=shop][data-relay]';
const warned = new Set<string>();

/**
 * The relay that a page names: on a script tag, on `<s360-shop>` or on its form for a CMS; the first in the page that can be read.
 * Any other value earns one warning.
 * @param own the script's own tag, which may stand in the page no more
 */
export function namedRelay(own: Element | null): string | null {
  for (const place of [own, ...document.querySelectorAll(places)]) {
    const text = place?.getAttribute('data-relay') ?? place?.getAttribute('relay') ?? '';
    const relay = relayAddress(text);
    if (relay !== null) return relay;
    if (!text.trim() || warned.has(text)) continue;
    warned.add(text);
    console.warn(`"${text}" is no address of a relay; write it like https://tickets.example.org.`);
  }
  return null;
}

/** Resolves once the whole page is parsed, so that every relay that it names can be found. */
export function parsed(): Promise<unknown> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
}

/** Calls back once, as soon as the page names a relay; it may do so already. */
export function whenNamed(callback: () => void): void {
  const look = () => {
    if (namedRelay(null) === null) return;
    observer.disconnect();
    callback();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, attributeFilter: ['relay', 'data-relay'] });
  look();
}
