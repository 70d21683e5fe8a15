import { keepNonce } from '@s360-widgets/elements/page-nonce';
import { offerReload } from '@s360-widgets/elements/reload';
import type * as Kit from './kit.js';
import { namedRelay, parsed, whenNamed } from './relay-of-page.js';
import { standDown, standIn } from './stand-in.js';

/**
 * The script that a page pastes: finds the relay, and fetches from it the chunk that starts the kit. It runs as a module or as a
 * plain script, `async` or `defer`, twice, through `import()`, under another name, or glued into a bundle; so it can hold no
 * `import.meta`, which a plain script must not. See docs/decisions/0015-one-script-for-every-page.md.
 */

/** Its own tag, where a plain script runs; a module has none. */
const tag = document.currentScript as HTMLScriptElement | null;

/** Where it came from. Of a module the browser alone knows that, and resolves `./` against it. */
const ownFolder = tag ? tag.src && new URL('.', tag.src).href : './';

const renewal = Symbol.for('s360-widgets.renewal');
const page = globalThis as { [renewal]?: 'coming' | 'here' };
const isRenewal = page[renewal] === 'coming';

async function begin(): Promise<void> {
  if (namedRelay(tag) === null) await parsed();
  const relay = namedRelay(tag);
  // Where a relay is named that is none, the kit from beside its own script can still say so.
  for (const folder of new Set([relay === null ? ownFolder : `${relay}/embed/`, ownFolder]))
    if (folder && (await startFrom(folder, relay))) return standDown();
  standIn();
  if (relay !== null) return;
  console.warn('s360.js knows no relay: name it with data-relay="https://…" on its script tag.');
  whenNamed(() => void begin());
}

/** @returns whether the kit has started, or another copy of this script takes care of it */
async function startFrom(folder: string, relay: string | null): Promise<boolean> {
  try {
    const { start } = (await import(folder + KIT_CHUNK)) as typeof Kit;
    const debug = !!document.querySelector('script[data-debug]:not([data-debug=false])');
    start({ relay, debug, offerReload });
    return true;
  } catch (error) {
    console.warn(error);
    return renew(folder);
  }
}

/**
 * A copy that outlived its chunks, in a bundle or a cache, hands over to the script that the relay serves today; once on a page.
 * @returns whether that one takes care of the page
 */
async function renew(folder: string): Promise<boolean> {
  if (isRenewal) return false;
  if (page[renewal]) return true;
  page[renewal] = 'coming';
  try {
    await import(`${folder}s360.js?instead-of=${KIT_CHUNK}`);
    page[renewal] = 'here';
    return true;
  } catch {
    page[renewal] = undefined;
    return false;
  }
}

keepNonce(tag?.nonce);
void begin();

declare global {
  /** Path of the chunk that starts the kit, below the folder of the script; put in by the build. */
  const KIT_CHUNK: string;
}
