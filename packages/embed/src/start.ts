import type { S360EventOf } from '@s360-widgets/elements';
import { startDefaultShop } from '@s360-widgets/elements/default-shop';
import { sayFound, sayMissing } from '@s360-widgets/elements/missing';
import { ElementCode } from './element-code.js';
import { loaders } from './loaders.js';
import { fitRoom, isFiller, reserveRoom } from './room.js';

export interface StartSettings {
  /** Where the relay answers. */
  relay: string;
  /** Explains in the page why a widget is empty. */
  debug?: boolean;
  /** The nonce of the kit's own script tag. */
  nonce?: string;
}

const codes = new Map(Object.entries(loaders).map(([tag, fetch]) => [tag, new ElementCode(tag, fetch)]));
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
  reserveRoom();
  // Before any element is defined: a shop without a relay of its own asks it for one.
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

const define = (tag: string, element?: Element) => codes.get(tag)?.need(element);

function scan(root: Element): void {
  const found = [root, ...root.querySelectorAll(tags)];
  if (found.some(isFiller)) fitRoom();
  for (const element of found) void define(element.localName, element);
  if (root.matches(forms) || root.querySelector(forms)) upgrade(root);
}

/** Few pages have forms, so their code comes when one is seen. */
function upgrade(root: Element): void {
  const retry = () => upgrade(root);
  const found = root.matches(forms) ? [root] : [...root.querySelectorAll(forms)];
  import('./forms.js').then(
    ({ upgradeForms }) => {
      for (const form of found) sayFound(form, retry);
      upgradeForms(root, define);
    },
    (error: unknown) => {
      console.warn(error);
      for (const form of found) sayMissing(form, retry);
    },
  );
}
