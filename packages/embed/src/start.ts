import type { S360EventOf } from '@s360-widgets/elements';
import { loaders } from './loaders.js';

export interface StartSettings {
  /** Where the relay answers. */
  relay: string;
  /** Explains in the page why a widget is empty. */
  debug?: boolean;
  /** The nonce of the kit's own script tag. */
  nonce?: string;
}

const tags = Object.keys(loaders).join();
const forms = '[data-s360]';
const asked = new Set<string>();

/**
 * Gives the page its default shop and brings its widgets to life: those that are there, those that come later, and those that
 * stand in another widget. A second call, or a second copy of the script, does no harm.
 */
export function start(settings: StartSettings): void {
  const root = document.documentElement;
  import('@s360-widgets/elements/default-shop').then(
    ({ startDefaultShop }) => startDefaultShop(settings),
    failed,
  );
  root.addEventListener('s360-element-needed', ({ detail }: S360EventOf<'s360-element-needed'>) =>
    load(detail.tag),
  );
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element) scan(node);
  }).observe(root, { childList: true, subtree: true });
  scan(root);
  // From a bank's page, with a fragment to be put back: the checkout knows how.
  if (location.search.includes('s360-return=%23')) load('s360-checkout');
}

function scan(root: Element): void {
  for (const element of [root, ...root.querySelectorAll(tags)]) load(element.localName);
  if (root.matches(forms) || root.querySelector(forms)) {
    import('./forms.js').then(({ upgradeForms }) => upgradeForms(root, Object.keys(loaders)), failed);
  }
}

/** Loads a tag's code once. After a failure the page's own content stays, and the next such tag tries again. */
function load(tag: string): void {
  const loader = loaders[tag];
  if (!loader || asked.has(tag) || customElements.get(tag)) return;
  asked.add(tag);
  loader().catch((error: unknown) => {
    asked.delete(tag);
    failed(error);
  });
}

const failed = (error: unknown) => console.warn('A part of the ticket widgets could not be loaded.', error);
