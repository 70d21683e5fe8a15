import type { S360EventOf } from '@s360-widgets/elements';
import { startDefaultShop } from '@s360-widgets/elements/default-shop';
import { Code } from '@s360-widgets/elements/code';
import { setLastResort } from '@s360-widgets/elements/missing';
import { loaders } from './loaders.js';
import { reserveRoom } from './room.js';

export interface StartSettings {
  /** Shows in an element that its code can't be had, needing no other code. */
  offerReload?: (host: Element) => void;
  /** Where the relay answers. */
  relay: string;
  /** Explains in the page why a widget is empty. */
  debug?: boolean;
}

const codes = new Map(Object.entries(loaders).map(([tag, fetch]) => [tag, new Code(fetch)]));
const tags = [...codes.keys()].join();
const forms = '[data-s360]';
let isStarted = false;

/**
 * Gives the page its default shop and brings its widgets to life: those that are there, those that come later, and those that
 * stand in another widget. A second call, or a second copy of the script, does no harm.
 */
export function start(settings: StartSettings): void {
  if (isStarted) return;
  isStarted = true;
  if (settings.offerReload) setLastResort(settings.offerReload);
  // A shop without a relay of its own asks it for one.
  startDefaultShop(settings);
  document.addEventListener('s360-element-needed', (event: S360EventOf<'s360-element-needed'>) => {
    const [needer] = event.composedPath();
    if (needer instanceof Element) void define(event.detail.tag, needer);
  });
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') upgrade(target as Element);
      for (const node of addedNodes) {
        if (node === document.documentElement) startDefaultShop(settings);
        if (node instanceof Element) scan(node);
      }
    }
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['data-s360'] });
  scan(document.documentElement);
  // From a bank's page, with a fragment to be put back: the checkout knows how.
  if (location.search.includes('s360-return=%23')) void define('s360-checkout');
}

function define(tag: string, element?: Element): Promise<boolean> | undefined {
  return customElements.get(tag) ? Promise.resolve(true) : codes.get(tag)?.need(element);
}

function scan(root: Element): void {
  const found = [root, ...root.querySelectorAll(tags)].filter(({ localName }) => codes.has(localName));
  if (found.length) reserveRoom();
  for (const element of found) void define(element.localName, element);
  if (root.matches(forms) || root.querySelector(forms)) upgrade(root);
}

/** Few pages have forms, so their code comes when one is seen. */
function upgrade(root: Element): void {
  const code = new Code(async () => (await import('./forms.js')).upgradeForms(root, define));
  for (const element of [root, ...root.querySelectorAll(forms)])
    void code.need(element.matches(forms) ? element : undefined);
}
