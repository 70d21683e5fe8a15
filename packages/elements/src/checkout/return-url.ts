/** Marks the address that a bank's page sends the visitor back to. */
const marker = 's360-return';

/** The page to come back to: the given one, or this one. No fragment, since banks drop it. */
export function returnUrl(given: string, here: string): string {
  const url = new URL(given || here, here);
  url.hash = '';
  url.searchParams.set(marker, '1');
  return url.href;
}

/**
 * Whether the visitor comes back from a bank's page; takes the mark out of the address, so that a reload or a bookmark
 * does not say so again.
 */
export function takeReturn(): boolean {
  const url = new URL(location.href);
  if (!url.searchParams.has(marker)) return false;
  url.searchParams.delete(marker);
  history.replaceState(history.state, '', url);
  return true;
}
