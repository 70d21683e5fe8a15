import { start as startKit, type StartSettings } from './start.js';

/** This chunk's own address, two folders below that of the script, which is one below the relay's. */
const address = import.meta.url;

/**
 * What the script of a page fetches to start the kit.
 * @param relay null: the one that this chunk came from
 */
export function start({ relay, ...settings }: Omit<StartSettings, 'relay'> & { relay: string | null }): void {
  startKit({ relay: relay ?? new URL('../../..', address).href, ...settings });
}
