import type { Store } from '@s360-widgets/store';
import { cartMark } from './cart-mark.js';

/**
 * For a cart that the browser does not keep: the kit's links to other pages of this site carry it on, and who is about to leave or
 * reload the page otherwise is asked by the browser first.
 */
export function carryCart(store: Store, relay: string): void {
  let isCarried = false;
  const carry = (event: MouseEvent) => {
    const link = linkOf(event);
    const token = store.state.unkeptToken;
    if (!link || !token || event.defaultPrevented) return;
    const value = `${token}.${encodeURIComponent(relay)}`;
    isCarried = isHere(event, link);
    markFor(link, value);
  };
  // After the page's own listeners, which may take the click over.
  window.addEventListener('click', carry);
  window.addEventListener('auxclick', carry);
  const begin = () => {
    isCarried = false;
  };
  for (const name of ['pointerdown', 'keydown', 'pageshow']) window.addEventListener(name, begin, true);
  window.addEventListener('beforeunload', (event) => {
    const { unkeptToken, cart } = store.state;
    if (unkeptToken && cart.value?.state === 'open' && !isCarried) event.preventDefault();
  });
}

/** A link of the kit to another page of this site. */
function linkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement && target.href);
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return undefined;
  const root = link.getRootNode();
  const isOurs = root instanceof ShadowRoot && root.host.localName.startsWith('s360-');
  return isOurs && withoutHash(link.href) !== withoutHash(location.href) ? link : undefined;
}

const withoutHash = (href: string) => href.replace(/#.*/, '');

/** The link is followed in this tab. */
const isHere = ({ button, ctrlKey, metaKey, shiftKey }: MouseEvent, { target }: HTMLAnchorElement) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && (target === '' || target === '_self');

/** Puts the cart into the address that the browser is about to follow, and takes it out again: it stands in no page. */
function markFor(link: HTMLAnchorElement, value: string): void {
  const href = link.getAttribute('href') ?? '';
  const policy = link.referrerPolicy;
  const sign = link.hash.includes('?') ? '&' : '?';
  link.href = `${link.href}${link.hash ? sign : '#'}${cartMark}${value}`;
  link.referrerPolicy = 'same-origin';
  setTimeout(() => {
    link.setAttribute('href', href);
    link.referrerPolicy = policy;
  });
}
