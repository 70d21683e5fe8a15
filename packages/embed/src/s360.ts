/**
 * The script that a page pastes: finds out where it is and which relay to use, and loads the rest. It runs as a module or as a
 * plain script, `async` or `defer`, twice, or glued into a bundle by a cache plugin; so it uses neither `import.meta` nor a
 * static import, and the build wraps it in a function.
 *
 * Its own address names the relay: `https://relay/embed/s360.js`. `data-relay` on any script tag, or the first
 * `<s360-shop relay>`, names another. `data-debug` explains empty widgets in the page.
 */

/** File of `start.ts`, with its hash; written in by the build. */
declare const START_FILE: string;
/** By tag, and under `*` for all pages, the files to fetch early so that they don't wait for each other; by the build. */
declare const EARLY_FILES: Readonly<Record<string, readonly string[]>>;

const first = <T extends Element>(selector: string) => document.querySelector<T>(selector);

const named =
  first<HTMLScriptElement>('script[data-relay]')?.dataset.relay ??
  first('s360-shop[relay]')?.getAttribute('relay');
const own = (document.currentScript ?? first('script[src*="/s360.js"]')) as HTMLScriptElement | null;
/** Folder of this script; glued into another, it is told by the relay's name. */
const folder =
  own && /\/s360\.js(\?|$)/.test(own.src)
    ? new URL('.', own.src).href
    : named && new URL('embed/', `${named.replace(/\/*$/, '')}/`).href;

if (folder) {
  for (const [tag, files] of Object.entries(EARLY_FILES)) {
    if (tag !== '*' && !first(`${tag},[data-s360="${tag.slice(5)}"]`)) continue;
    for (const file of files) {
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = folder + file;
      document.head.append(link);
    }
  }
  const start = import(/* @vite-ignore */ folder + START_FILE) as Promise<typeof import('./start.js')>;
  start.then(
    (kit) => kit.start({ relay: named ?? new URL('..', folder).href, debug: !!first('script[data-debug]') }),
    (error: unknown) => console.warn('The ticket widgets could not be loaded.', error),
  );
} else {
  console.warn('s360.js does not know its relay: put data-relay="https://…" on its script tag.');
}

export {};
