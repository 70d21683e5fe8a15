export type Retry = () => unknown;

const lost = new WeakMap<Element, Set<Retry>>();
let lastResort: (host: Element) => void = () => {};

/** @param offer shows in an element what can be done about code that is missing, where not even the code that says so can be had */
export function setLastResort(offer: (host: Element) => void): void {
  lastResort = offer;
}

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

const say = (host: Element, retries: ReadonlySet<Retry>): void =>
  void import('./missing.note.js').then(
    ({ showMissing }) => showMissing(host, retries),
    () => lastResort(host),
  );
