import { nearest } from './explain.attributes.js';
import { makePanel, tagOf } from './explain.panel.js';
import { oddAddress } from './explain.relay.js';

const widgets = [
  'shop',
  'event-list',
  'event',
  'seat-picker',
  'cart',
  'cart-button',
  'checkout',
  'my-orders',
  'account',
];
const explained = new WeakSet<Element>();

/** Tells of tags and `data-s360` forms below an element that are none of this kit, now and whenever there are new ones. */
export function explainPage(root: Element): void {
  const look = () => {
    for (const element of root.querySelectorAll('*')) if (!explained.has(element)) explainIfOdd(element);
  };
  look();
  new MutationObserver(look).observe(root, { childList: true, subtree: true });
}

/** Tells of a shop whose relay can't be asked, or that has none. */
export function explainShop(shop: Element, relay: string): void {
  if (explained.has(shop)) return;
  const odd = relay.trim()
    ? oddAddress(relay.trim(), new URL(document.baseURI))
    : 'This shop has no relay. Give it relay="https://…", or load s360.js from the relay itself.';
  if (odd) tell(shop, odd);
}

function tell(element: Element, reason: string): void {
  explained.add(element);
  const panel = makePanel();
  panel.textContent = `${tagOf(element)}\n• ${reason}`;
  element.after(panel);
}

function explainIfOdd(element: Element): void {
  const form = element.getAttribute('data-s360');
  const isTag = element.localName.startsWith('s360-');
  const name = form ?? (isTag ? element.localName.slice('s360-'.length) : null);
  const isKnown =
    name === null || widgets.includes(name) || customElements.get(element.localName) !== undefined;
  if (isKnown) return;
  const written =
    form === null ? (each: string) => `<s360-${each}>` : (each: string) => `data-s360="${each}"`;
  const meant = nearest(name, widgets);
  const remedy = meant ? `Did you mean ${written(meant)}?` : `There are: ${widgets.map(written).join(', ')}.`;
  tell(element, `This kit has no ${written(name)}. ${remedy}`);
}
