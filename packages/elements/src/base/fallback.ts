let hasContent: ((element: Element) => boolean) | undefined;

/**
 * Whether a page gave an element content to show as long as the element has nothing better. Most give none; what there is, is looked
 * at by code of its own, and counts until that is there.
 * @param again called when another answer may be due
 */
export function hasFallback(element: Element, again: () => void): boolean {
  if (!element.childNodes.length) return false;
  if (hasContent) return hasContent(element);
  import('./fallback.content.js').then((code) => {
    ({ hasContent } = code);
    again();
  }, console.warn);
  return true;
}
