import { offerReload } from './reload.js';

export type Retry = () => unknown;

const lost = new WeakMap<Element, Set<Retry>>();

/**
 * Says at the end of an element that code which it needs could not be had, and offers to try again or to reload the page. What
 * the page put into an element that is not defined yet stays in sight above.
 * @param retry asks for the code again; several parts of one element share one note
 */
export function sayMissing(host: Element, retry: Retry): void {
  const retries = lost.get(host) ?? new Set();
  lost.set(host, retries.add(retry));
  say(host, retries);
}

/** The code behind `retry` is there; the note goes once nothing else is missing. */
export function sayFound(host: Element, retry: Retry): void {
  const retries = lost.get(host);
  if (retries?.delete(retry)) say(host, retries);
}

/** How it is said is code as well. Without it, to reload the page is all that can be offered. */
const say = (host: Element, retries: ReadonlySet<Retry>): void =>
  void import('./missing.note.js').then(
    ({ showMissing }) => showMissing(host, retries),
    () => offerReload(host),
  );
