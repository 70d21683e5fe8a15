/** Names our own parameter in the address that a bank's page sends the visitor back to. */
const name = 's360-return';

/** Our parameter with what stands behind it: that is the bank's, not the page's. */
const ours = new RegExp(`[?&]${name}=([^&#]*)[^#]*`);

/**
 * The address to come back to: the page's own with our parameter behind its query. Not a letter of the rest is touched, since a
 * router may have a path in its query. Banks drop fragments, so the page's travels in our parameter.
 * @param given the attribute, resolved as every address of the document is; '' = this page
 */
export function returnUrl(given: string): string {
  const { href, hash } = new URL(given || location.href, document.baseURI);
  const page = href
    .slice(0, href.length - hash.length)
    .replace(/#$/, '')
    .replace(ours, '');
  return `${page}${page.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(hash) || '1'}`;
}

/**
 * Whether the visitor comes back from a bank's page. Gives the page its address back, so that a reload or a bookmark does not say
 * so again.
 */
export function takeReturn(): boolean {
  if (!ours.test(location.search)) return false;
  history.replaceState(history.state, '', pageAddress());
  return true;
}

/**
 * Puts the page's fragment back before the checkout is there: an app that routes by fragments would not come to show it. It is
 * changed as by a link, so that the app hears of it.
 */
export function restoreFragment(): void {
  const fragment = fragmentIn(location.search);
  if (fragment && !location.hash) location.replace(location.href.replace(/#$/, '') + fragment);
}

function pageAddress(): string {
  const { href, hash, search } = location;
  const page = href
    .slice(0, href.length - hash.length)
    .replace(/#$/, '')
    .replace(ours, '');
  return page + (hash || fragmentIn(search));
}

/** `#…` as it was, '' where there was none. */
function fragmentIn(search: string): string {
  const value = ours.exec(search)?.[1] ?? '';
  try {
    const fragment = decodeURIComponent(value);
    return fragment.startsWith('#') ? fragment : '';
  } catch {
    return '';
  }
}
