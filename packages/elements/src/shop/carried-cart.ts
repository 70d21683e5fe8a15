import { cartMark } from './cart-mark.js';

interface CarriedCart {
  readonly token: string;
  /** As it stands in the address: encoded. */
  readonly relay: string;
}

let carried: CarriedCart | null | undefined;

/**
 * The token of a cart that a link of the page before has carried here, since the browser keeps none. It travels in the fragment,
 * which no server and no referrer sees, and is taken out of the address at once.
 * @param relay whose cart; another's is none of its business
 */
export function takeCarriedToken(relay: string): string | undefined {
  if (carried === undefined) carried = take();
  return carried?.relay === encodeURIComponent(relay) ? carried.token : undefined;
}

function take(): CarriedCart | null {
  const found = carriedIn(location.href, document.referrer);
  if (found) history.replaceState(history.state, '', found.rest);
  return found?.cart ?? null;
}

/**
 * The cart in an address, and the address without it; null for an address that has none. A cart is believed only when the page
 * before was of this site: a link from elsewhere could put somebody else's cart into the visitor's hands.
 */
export function carriedIn(href: string, referrer: string): { cart: CarriedCart | null; rest: string } | null {
  const at = href.indexOf(cartMark, href.indexOf('#') + 1) - 1;
  if (!href.includes('#') || !'#?&'.includes(href[at] ?? ' ')) return null;
  const [, token, relay] = /^([\w-]{1,512})\.(\S+)$/.exec(href.slice(at + 1 + cartMark.length)) ?? [];
  const isOurs = URL.canParse(referrer) && new URL(referrer).origin === new URL(href).origin;
  const cart = token && relay && isOurs ? { token, relay } : null;
  return { cart, rest: href.slice(0, at) };
}
