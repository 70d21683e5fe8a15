import { start } from './start.js';

/**
 * The script that a page pastes. It runs as a module or as a plain script, `async` or `defer`, twice, or glued into a bundle by
 * a cache plugin; so it uses no `import.meta`, and the build wraps it in a function and turns each dynamic import into one below
 * `FOLDER`.
 *
 * Its own address names the relay: `https://relay/embed/s360.js`. `data-relay` on any script tag, or the first
 * `<s360-shop relay>`, names another. `data-debug` explains empty widgets in the page.
 */
const first = <T extends Element>(selector: string) => document.querySelector<T>(selector);

const named =
  first<HTMLScriptElement>('script[data-relay]')?.dataset.relay ??
  first('s360-shop[relay]')?.getAttribute('relay');
const script = (document.currentScript ?? first('script[src*="/s360.js"]')) as HTMLScriptElement | null;
const own = script && /\/s360\.js(\?|$)/.test(script.src) ? script.src : '';

if (own || named) {
  // Glued into another script, it is found by the relay's name.
  FOLDER = new URL('.', own || `${named}/embed/`).href;
  start({
    relay: named ?? new URL('..', FOLDER).href,
    debug: !!first('script[data-debug]'),
    nonce: script?.nonce,
  });
} else {
  console.warn('s360.js needs data-relay="https://…" on its script tag.');
}

declare global {
  /** Where the chunks are; declared by the build around the script. */
  var FOLDER: string;
}
