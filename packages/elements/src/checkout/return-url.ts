/** Marks the address that a bank's page sends the visitor back to. */
const marker = 's360-return';

/** The page to come back to: the given one, or this one. No fragment, since banks drop it. */
export function returnUrl(given: string, here: string): string {
  const url = new URL(given || here, here);
  url.hash = '';
  url.searchParams.delete(marker);
  url.searchParams.append(marker, '1');
  return url.href;
}

/**
 * Whether the visitor comes back from a bank's page. Takes the mark out of the address, so that a reload or a bookmark does not
 * say so again, and what stands behind it: that is the bank's, not the page's.
 */
export function takeReturn(): boolean {
  const url = new URL(location.href);
  const given = [...url.searchParams];
  const at = given.findIndex(([name]) => name === marker);
  if (at < 0) return false;
  url.search = new URLSearchParams(given.slice(0, at)).toString();
  history.replaceState(history.state, '', url);
  return true;
}
